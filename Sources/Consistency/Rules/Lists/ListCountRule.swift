import Disclosures
import FinalAccounts
import Platform

/// A number of things announced against the things named.
enum ListCountRule: ConsistencyRule {
    static let about = RuleDescription(
        "list-count", .lists, .warning, title: Bilingual("列举数目", "Number of things listed"),
        compares: Bilingual(
            "所称下属单位数、未完成指标数与所列名称数", "the number of subordinate bodies or missed indicators announced with those named"),
        example: "2023年城市管理项目有3项绩效指标未完成：（列出2项）")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        subordinates(context) + indicators(context) + named(context)
    }

    // MARK: Subordinate bodies

    private static func subordinates(_ context: CheckContext) -> [RuleFinding] {
        let text = context.text
        return ["个下属单位", "个所属单位", "个下属事业单位", "个所属预算单位"].flatMap { words in
            text.ranges(of: words).compactMap { range -> RuleFinding? in
                guard let (announced, start) = CountWord.number(before: range.lowerBound, text),
                    let listed = listedBodies(after: range.upperBound, text), listed.total > 0,
                    announced != listed.total, announced != listed.total - listed.own
                else { return nil }
                return finding(
                    announced, listed.total - listed.own, at: start..<range.upperBound, context, severity: .warning,
                    what: Bilingual("下属单位", "subordinate bodies"))
            }
        }
    }

    /// The numbered names that follow within the part, and how many of them are the body's own office.
    private static func listedBodies(after position: Int, _ text: TextIndex) -> (total: Int, own: Int)? {
        let part = text.document.spans.first { $0.level == 0 && $0.range.lowerBound > position }
        let end = part?.range.lowerBound ?? text.count
        let heading = text.document.marks.first { $0.level == 1 && $0.range.lowerBound > position }
        let limit = min(end, heading?.range.lowerBound ?? end)
        let marks = text.document.marks.filter {
            (2...4).contains($0.level) && $0.range.lowerBound > position && $0.range.lowerBound < limit
        }
        guard let level = marks.first?.level else { return nil }
        let names = marks.filter { $0.level == level }
        // Only a list that counts up from one is the list announced.
        guard names.map(\.number) == Array(1..<names.count + 1) else { return nil }
        let own = names.count { text.folded(text.line(at: $0.range.lowerBound)).contains("本级") }
        return (names.count, own)
    }

    // MARK: Indicators

    private static func indicators(_ context: CheckContext) -> [RuleFinding] {
        let text = context.text
        return ["项绩效指标未完成:", "个绩效指标未完成:", "项指标未完成:", "个指标未完成:"].flatMap { words in
            text.ranges(of: words).compactMap { range -> RuleFinding? in
                guard let (announced, start) = CountWord.number(before: range.lowerBound, text) else { return nil }
                let sentence = text.document.sentence(around: range)
                let named = text.folded(range.upperBound..<sentence.upperBound)
                let count = named.split(separator: "；").count
                // Names may also be strung together by commas of enumeration.
                let quoted = named.count { $0 == "\"" } / 2
                guard count > 0, announced != count, announced != quoted, count > 1 || announced > 1 else { return nil }
                return finding(
                    announced, max(count, quoted), at: start..<range.upperBound, context, severity: .note,
                    what: Bilingual("未完成指标", "missed indicators"))
            }
        }
    }

    // MARK: Anything

    /// 内设处室2个，分别为：办公室、总务处、保教处。 and 安排重点工作4项： over items that are numbered up to five.
    private static func named(_ context: CheckContext) -> [RuleFinding] {
        AnnouncedList.all(in: context.text).filter { $0.announced != $0.listed }.map {
            finding(
                $0.announced, $0.listed, at: $0.range, context, severity: .warning,
                what: Bilingual("", "things"))
        }
    }

    private static func finding(
        _ announced: Int, _ listed: Int, at range: Range<Int>, _ context: CheckContext, severity: FindingSeverity,
        what: Bilingual
    ) -> RuleFinding {
        RuleFinding(
            about, severity: severity,
            message: Bilingual(
                "称有\(announced)个\(what.zhHans)，所列为\(listed)个。",
                "\(announced) \(what.en) are announced, \(listed) are named."),
            in: context.text, at: range, stated: String(announced), computed: String(listed),
            suggestion: Bilingual("核对数目并补全列举。", "Correct the number or complete the list."))
    }
}
