import Disclosures
import FinalAccounts
import Platform

/// The title of an attachment against what stands below it.
enum AttachmentTitleRule: ConsistencyRule {
    static let about = RuleDescription(
        "attachment-title", .identity, .error, title: Bilingual("附件标题与内容", "Title of an attachment"),
        compares: Bilingual(
            "附件标题中的年度、项目名称与其下自评内容", "year and project of an attachment's title with the evaluation below it"),
        example: "附件3 2022年度大城管项目自评结果（内容为2023年度机构运转项目）")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        titles(context).compactMap { finding($0, context) } + overallTables(context)
    }

    /// 2022年度大城管项目自评结果.
    private struct Title {
        var range: Range<Int>
        var year: Int
        /// The project; `nil` for the body as a whole.
        var project: String?
    }

    private static func titles(_ context: CheckContext) -> [Title] {
        let text = context.text
        return ["自评结果", "自评报告", "自评表"].flatMap { ending in
            text.ranges(of: ending).compactMap { range in title(endingAt: range.upperBound, text) }
        }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private static func title(endingAt end: Int, _ text: TextIndex) -> Title? {
        // A title may run over two lines; nothing else stands behind it.
        let line = text.line(at: end - 1)
        guard line.upperBound == end else { return nil }
        let previous = text.line(at: max(0, line.lowerBound - 1))
        for start in [line.lowerBound, previous.lowerBound] where end - start <= 60 {
            guard let (year, yearEnd) = text.integer(at: start), FiscalYear.plausible.contains(year),
                text[yearEnd] == "年", text[yearEnd + 1] == "度"
            else { continue }
            let words = text.folded(yearEnd + 2..<end)
            let endings = ["结果", "报告", "自评表"].reduce(0) { $0 + words.components(of: $1) }
            guard !words.holds("。"), !words.holds("，"), endings == 1 else { continue }
            return Title(range: start..<end, year: year, project: project(in: words))
        }
        return nil
    }

    private static func project(in words: String) -> String? {
        guard !words.holds("整体"), let end = words.firstRange(of: "项目")?.lowerBound else { return nil }
        return String(words[..<end])
    }

    private static func finding(_ title: Title, _ context: CheckContext) -> RuleFinding? {
        guard let content = content(below: title, context) else { return nil }
        let wrongYear = content.year.map { $0 != title.year } ?? false
        let wrongProject = title.project != nil && content.project != title.project
        guard wrongYear || wrongProject else { return nil }
        let text = context.text
        let stated = text.document.quote(title.range)
        let right = (content.year.map { "\($0)年度" } ?? "") + content.project + "项目"
        return RuleFinding(
            about,
            message: Bilingual(
                "标题为“\(stated)”，其下内容为“\(right)”。", "The title is “\(stated)”, the content is that of “\(right)”."),
            in: text, at: title.range, stated: stated, computed: right,
            suggestion: Bilingual("按内容更正标题。", "Correct the title."), cause: stated)
    }

    /// The project and year that the first sentence or table below a title speaks of.
    private static func content(below title: Title, _ context: CheckContext) -> (year: Int?, project: String)? {
        guard title.project != nil else { return nil }
        let text = context.text
        let bounds = title.range.upperBound..<min(text.count, title.range.upperBound + 400)
        for ending in ["自评得分", "自评表"] {
            for range in text.ranges(of: ending, in: bounds) {
                let sentence = text.document.sentence(around: range)
                let start = max(bounds.lowerBound, sentence.lowerBound)
                guard let mark = text.ranges(of: "年度", in: start..<range.lowerBound).first,
                    let (year, _) = text.integer(at: mark.lowerBound - 4),
                    let project = project(in: text.folded(mark.upperBound..<range.lowerBound)), !project.isEmpty
                else { continue }
                return (year, project)
            }
        }
        guard let label = text.ranges(of: "项目名称", in: bounds).first else { return nil }
        let name = text.folded(label.upperBound..<text.line(at: label.lowerBound).upperBound)
        return name.isEmpty || name.count > 30 ? nil : (nil, name)
    }

    /// The table of the body as a whole under a heading of projects.
    private static func overallTables(_ context: CheckContext) -> [RuleFinding] {
        let text = context.text
        return text.document.spans.compactMap { span in
            guard span.level >= 1, span.title.holds("项目"), span.title.closes(with: "自评表") else { return nil }
            let below = text.folded(span.range.lowerBound..<min(span.range.upperBound, span.range.lowerBound + 60))
            guard let overall = ["整体绩效自评表", "整体支出绩效自评表", "部门整体自评表"].first(where: { below.contains($0) }),
                let range = text.ranges(of: overall, in: span.range).first
            else { return nil }
            return RuleFinding(
                about, severity: .note,
                message: Bilingual(
                    "“\(overall)”位于“\(span.title)”标题之下。", "“\(overall)” stands under the heading “\(span.title)”."),
                in: text,
                at: range, stated: span.title, computed: overall, suggestion: Bilingual("更正标题。", "Correct the heading.")
            )
        }
    }
}

extension String {
    /// How often words stand in it.
    fileprivate func components(of words: String) -> Int {
        var count = 0
        var rest = self[...]
        while let range = String(rest).firstRange(of: words) {
            count += 1
            rest = Substring(String(rest)[range.upperBound...])
        }
        return count
    }
}
