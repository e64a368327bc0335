import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// Weights and scores of indicators, and the parts of a mark, against the stated mark.
enum IndicatorScoreRule: ConsistencyRule {
    static let about = RuleDescription(
        "indicator-score", .arithmetic, .error, title: Bilingual("自评得分合计", "Sum of scores"),
        compares: Bilingual(
            "指标得分之和、预算执行与年度目标得分之和与自评得分；指标分值之和与100分",
            "the indicators' scores, and the scores for execution and targets, with the stated mark; the weights with 100"
        ),
        example: "自评得分93.5分，其中预算执行得20分，年度目标得75.3分")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        composition(context) + [dimensions(context)].compactMap(\.self) + flat(context)
            + context.disclosure.evaluations.compactMap { table($0, context) }
    }

    // MARK: Text

    /// 自评得分93.5分。其中预算执行情况20分，…自评得分20分；年度目标80分，自评得分73.5分。
    private static func composition(_ context: CheckContext) -> [RuleFinding] {
        let text = context.text
        let mentions = ScoreMention.all(in: text)
        return zip(mentions, mentions.dropFirst()).compactMap { execution, targets in
            guard execution.part == .execution, targets.part == .targets,
                targets.range.lowerBound - execution.range.upperBound < 20,
                let total = total(before: execution.range.lowerBound, text),
                let sum = execution.score.plus(targets.score),
                sum != total.value
            else { return nil }
            let number = StatedNumber(score: DecimalText(digits: 0, decimals: 1))
            return RuleFinding(
                about,
                message: Bilingual(
                    "自评得分\(number.text(total.value))，预算执行与年度目标得分之和为\(number.text(sum))。",
                    "The mark is \(number.text(total.value)); execution and targets add up to \(number.text(sum))."),
                in: text,
                at: total.range, stated: number.text(total.value), computed: number.text(sum),
                suggestion: Bilingual("核对各部分得分与总分。", "Check the parts and the total."))
        }
    }

    /// 该指标分值10分，得9分 and so on: where the points add up to 100, the scores add up to the mark.
    private static func dimensions(_ context: CheckContext) -> RuleFinding? {
        let text = context.text
        let sums = [labelled(text), bracketed(text)].filter { $0.count > 2 && Rational.sum($0.map(\.full)) == .hundred }
        guard let sum = sums.first.flatMap({ Rational.sum($0.map(\.score)) }) else { return nil }
        let marks = ["综合评价得分", "综合得分", "总得分", "评价得分", "最终得分", "自评得分", "自评总分", "总分"].flatMap {
            text.ranges(of: $0)
        }.compactMap { label -> (value: Rational, range: Range<Int>)? in
            var start = label.upperBound
            if text[start] == "为" || text[start] == ":" { start += 1 }
            return ScoreMention.points(at: start, text).map { ($0.0, label.lowerBound..<$0.1) }
        }.filter { $0.value != .hundred }
        guard let mark = marks.first, !marks.contains(where: { $0.value == sum }) else { return nil }
        let number = StatedNumber(score: DecimalText(digits: 0, decimals: 1))
        return RuleFinding(
            about, severity: .warning,
            message: Bilingual(
                "得分为\(number.text(mark.value))，各部分得分之和为\(number.text(sum))（分值之和为100分）。",
                "The mark is \(number.text(mark.value)); the scores of its parts add up to \(number.text(sum)), their points to 100."
            ),
            in: text, at: mark.range, stated: number.text(mark.value), computed: number.text(sum),
            suggestion: Bilingual("核对各部分得分与总分。", "Check the parts and the total."))
    }

    /// 该指标分值10分，得9分.
    private static func labelled(_ text: TextIndex) -> [(full: Rational, score: Rational)] {
        text.ranges(of: "分值").compactMap { label in
            var start = label.upperBound
            if text[start] == "为" || text[start] == ":" { start += 1 }
            guard let (full, end) = ScoreMention.points(at: start, text),
                let sign = text.ranges(of: "得", in: end..<min(text.count, end + 12)).first
            else { return nil }
            return score(at: sign.upperBound, text).map { (full, $0) }
        }
    }

    /// 投入(20分):19分.
    private static func bracketed(_ text: TextIndex) -> [(full: Rational, score: Rational)] {
        text.ranges(of: "(").compactMap { bracket in
            guard let (full, end) = ScoreMention.points(at: bracket.upperBound, text), text[end] == ")" else {
                return nil
            }
            return score(at: end + 1, text).map { (full, $0) }
        }
    }

    private static func score(at position: Int, _ text: TextIndex) -> Rational? {
        var place = position
        while ["得", "分", "为", ":", " "].contains(text[place]) { place += 1 }
        return ScoreMention.points(at: place, text)?.0
    }

    /// A table of scores that was laid down as text.
    private static func flat(_ context: CheckContext) -> [RuleFinding] {
        let number = StatedNumber(score: DecimalText(digits: 0, decimals: 1))
        return FlatScores.differences(in: context.text).map { table in
            RuleFinding(
                about, severity: .warning,
                message: Bilingual(
                    "总分为\(number.text(table.total))，各项得分之和为\(number.text(table.sum))（分值之和为100分）。",
                    "The mark is \(number.text(table.total)); the scores add up to \(number.text(table.sum)), their points to 100."
                ),
                in: context.text, at: table.range, stated: number.text(table.total), computed: number.text(table.sum),
                suggestion: Bilingual("核对各项得分与总分。", "Check the scores and the mark."))
        }
    }

    private static func total(before position: Int, _ text: TextIndex) -> (value: Rational, range: Range<Int>)? {
        guard let label = text.ranges(of: "自评得分", in: max(0, position - 60)..<position).last else { return nil }
        var start = label.upperBound
        if text[start] == "为" || text[start] == ":" { start += 1 }
        return ScoreMention.points(at: start, text).map { ($0.0, label.lowerBound..<$0.1) }
    }

    // MARK: Tables

    private static func table(_ evaluation: Evaluation, _ context: CheckContext) -> RuleFinding? {
        let pairs = evaluation.indicators.compactMap { indicator -> (Rational, Rational)? in
            guard let weight = indicator.weight, let score = indicator.score else { return nil }
            return (StatedNumber(score: weight).value, StatedNumber(score: score).value)
        }
        guard pairs.count == evaluation.indicators.count, !pairs.isEmpty,
            let weights = Rational.sum(pairs.map(\.0)), let scores = Rational.sum(pairs.map(\.1))
        else { return nil }
        let number = StatedNumber(score: DecimalText(digits: 0, decimals: 1))
        let place = Fact.Place(page: evaluation.page, quote: evaluation.quote, section: .performance, table: nil)
        if weights > .hundred {
            return RuleFinding(
                about,
                message: Bilingual(
                    "“\(evaluation.name)”指标分值之和为\(number.text(weights))，超过100分。",
                    "\(evaluation.name): the weights add up to \(number.text(weights)), more than 100."), place: place,
                stated: number.text(weights), computed: "100分", suggestion: Bilingual("核对指标分值。", "Check the weights."))
        }
        guard let stated = evaluation.score.map({ StatedNumber(score: $0).value }),
            let open = Rational.hundred.minus(weights),
            let rest = stated.minus(scores), rest.isNegative || rest > open
        else { return nil }
        return RuleFinding(
            about,
            message: Bilingual(
                "“\(evaluation.name)”自评得分\(number.text(stated))，指标得分之和为\(number.text(scores))，指标之外至多\(number.text(open))。",
                "\(evaluation.name): the mark is \(number.text(stated)), the indicators add up to \(number.text(scores)) and at most "
                    + "\(number.text(open)) are left for the rest."), place: place, stated: number.text(stated),
            computed: number.text(scores), difference: number.text(rest),
            suggestion: Bilingual("核对指标得分与总分。", "Check the scores and the mark."))
    }
}
