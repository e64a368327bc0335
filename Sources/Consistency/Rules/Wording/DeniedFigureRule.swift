import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// A cost or a purchase that one place says there is none of and another states.
enum DeniedFigureRule: ConsistencyRule {
    static let about = RuleDescription(
        "denied-figure", .wording, .warning, title: Bilingual("称无而有数", "None, but a figure"),
        compares: Bilingual("“无……”“未发生……”等表述与同一事项的金额", "words for none with amounts of the same thing"),
        example: "本部门无政府采购预算；2023年政府采购预算64万元")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        let text = context.text
        let isPlan = context.disclosure.kind == .budget
        return denied.flatMap { words, topics -> [RuleFinding] in
            let figures = topics.flatMap { context.facts.figures($0) }.filter {
                $0.measure.aspect == (isPlan ? .budget : .amount) && !context.value($0.fact).isZero
                    && $0.stated.subject == nil
            }
            guard let figure = figures.first else { return [] }
            return text.ranges(of: words).compactMap { range -> RuleFinding? in
                guard denies(range, text), !lies(figure, in: text.document.sentence(around: range), context) else {
                    return nil
                }
                let fact = context.facts[figure.fact]
                return RuleFinding(
                    about,
                    message: Bilingual(
                        "此处称没有“\(words)”，另一处\(fact.label.zhHans)为\(fact.number.text)。",
                        "“\(words)” are said to be none here; elsewhere they are \(fact.number.text)."), in: text,
                    at: range,
                    stated: text.document.quote(range), computed: fact.number.text,
                    suggestion: Bilingual("核对两处表述。", "Check both places."),
                    cause: figure.measure.topic.rawValue)
            }
        }
    }

    /// The words for what is denied, as the form has them.
    private static let denied: [(String, [Topic])] =
        [
            ("政府采购", [.procurement]), ("公务接待费", [.reception]), ("公务接待支出", [.reception]), ("因公出国", [.abroad]),
            ("公务用车购置", [.vehiclePurchase]), ("机关运行经费", [.agencyOperating]),
        ] + denied("政府性基金预算", .governmentFundIncome, .governmentFundExpenditure)
        + denied("国有资本经营预算", .stateCapitalIncome, .stateCapitalExpenditure)

    private static func denied(_ fund: String, _ income: Topic, _ spending: Topic) -> [(String, [Topic])] {
        let sides: [(String, [Topic])] = [
            ("支出", [spending]), ("收入", [income]), ("收入和支出", [income, spending]), ("收入支出", [income, spending]),
            ("收支", [income, spending]),
        ]
        return ["财政拨款", "拨款", ""].flatMap { (money: String) -> [(String, [Topic])] in
            sides.map { (fund + money + $0.0, $0.1) }
        }
    }

    private static let openings = ["无", "没有", "未发生", "未安排", "未产生", "不涉及", "未编制", "未开展"]
    private static let closings = ["。", "，", "；", "支出", "预算", "费用", "经费", "(境)费"]

    /// Whether a word for none stands right before, from the clause's beginning on but for the year and the body, and
    /// nothing narrows what is denied.
    private static func denies(_ range: Range<Int>, _ text: TextIndex) -> Bool {
        guard
            let opening = openings.first(where: { text.hasPrefix($0, at: range.lowerBound - $0.unicodeScalars.count) })
        else { return false }
        var start = range.lowerBound - opening.unicodeScalars.count
        let end = start
        while start > 0, end - start < 24, !["。", "；", "，", ":"].contains(text[start - 1]) { start -= 1 }
        let lead = text.folded(max(start, text.line(at: range.lowerBound).lowerBound)..<end)
        // 上年无, 基金预算无, 除…外无: of another year, of one fund, but for something.
        guard !["上年", "去年", "基金", "国有", "除", "专项", "外", "均"].contains(where: { lead.contains($0) }) else {
            return false
        }
        var rest = range.upperBound
        for word in ["(境)", "费用", "预算", "支出", "经费", "费", "情况", "安排", "项目", "事项"] where text.hasPrefix(word, at: rest) {
            rest += word.unicodeScalars.count
        }
        return ["。", "，", "；"].contains(text[rest]) || text.line(at: range.lowerBound).upperBound == rest
    }

    private static func lies(_ figure: FactBase.Figure, in sentence: Range<Int>, _ context: CheckContext) -> Bool {
        context.facts[figure.fact].place.range.map { sentence.overlaps($0) } ?? false
    }
}
