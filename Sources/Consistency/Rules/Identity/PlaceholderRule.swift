import Disclosures
import FinalAccounts
import Platform

/// Placeholders of the form that no one filled in.
enum PlaceholderRule: ConsistencyRule {
    static let about = RuleDescription(
        "placeholder", .identity, .error, title: Bilingual("未填写的占位符", "Placeholder left over"),
        compares: Bilingual(
            "XX、××、○○、______ 等占位符；代替数字的为错误，其余为警告",
            "XX, ××, ○○, ______ and the like; an error in the place of a number, else a warning"),
        example: "主要原因是XXXXXX")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        let text = context.text
        var found: [RuleFinding] = []
        var end = 0
        for start in 0..<text.count where start >= end && marks.contains(text[start]) {
            var stop = start
            while stop < text.count, text[stop] == text[start] { stop += 1 }
            end = stop
            guard stop - start >= 2, isPlaceholder(start..<stop, text), !isFilled(start..<stop, text) else { continue }
            let words = text.folded(start..<stop)
            found.append(
                RuleFinding(
                    about, severity: standsForFigure(start..<stop, text) ? .error : .warning,
                    message: Bilingual("占位符“\(words)”未填写。", "The placeholder “\(words)” was not filled in."), in: text,
                    at: start..<stop, stated: words,
                    suggestion: Bilingual("填写实际内容或删去该句。", "Fill it in, or drop the sentence."),
                    cause: text.quote(around: start..<stop)))
        }
        return found + unnamed(in: context)
    }

    /// 某部门, 某单位 in the place of a name: the name of the form's model.
    private static func unnamed(in context: CheckContext) -> [RuleFinding] {
        ["某部门", "某单位", "某某", "XX部门", "XX单位"].flatMap { words in
            context.text.ranges(of: words).map { range in
                RuleFinding(
                    about, severity: .warning,
                    message: Bilingual("“\(words)”未改为单位名称。", "“\(words)” was not replaced by the body's name."),
                    in: context.text, at: range, stated: words,
                    suggestion: Bilingual("填写单位名称。", "Write the body's name."), cause: words)
            }
        }
    }

    /// A blank form has nothing but placeholders: one finding says so.
    static func blankForm(in context: CheckContext) -> [RuleFinding] {
        let text = context.text
        return [
            RuleFinding(
                about, severity: .note,
                message: Bilingual(
                    "这是未填写的决算公开模板，没有可核对的数据。", "This is the form before anyone filled it in; there is nothing to check."),
                in: text, at: 0..<min(1, text.count), suggestion: Bilingual("提供填写后的文件。", "Give the completed document.")
            )
        ]
    }

    private static let marks: Set<Unicode.Scalar> = ["X", "x", "×", "○", "〇", "□", "_", "*", "Ｘ", "╳", "△"]

    /// _2014__年: a blank that was filled in and whose line is left on both sides.
    private static func isFilled(_ range: Range<Int>, _ text: TextIndex) -> Bool {
        guard text[range.lowerBound] == "_" else { return false }
        func reaches(_ start: Int, by step: Int) -> Bool {
            var position = start
            while text[position].properties.numericType != nil { position += step }
            return position != start && text[position] == "_"
        }
        return reaches(range.lowerBound - 1, by: -1) || reaches(range.upperBound, by: 1)
    }

    /// Whether the placeholder stands where a number should.
    private static func standsForFigure(_ range: Range<Int>, _ text: TextIndex) -> Bool {
        // 标准（≥**元/人·月）: a bound that the form of an indicator leaves open is none that was forgotten.
        if range.lowerBound > 0, bounds.contains(text[range.lowerBound - 1]) { return false }
        return ["万元", "元", "%", "亿元", "个", "辆", "人次", "批次", "年", "台", "分"].contains {
            text.hasPrefix($0, at: range.upperBound)
        }
    }

    private static let bounds: Set<Unicode.Scalar> = ["≥", "≤", ">", "<", "＞", "＜", "="]

    /// Letters inside a word are no placeholder, and zeros written 〇〇 belong to years.
    private static func isPlaceholder(_ range: Range<Int>, _ text: TextIndex) -> Bool {
        let isLatin: (Unicode.Scalar) -> Bool = { ("a"..."z").contains($0) || ("A"..."Z").contains($0) }
        if isLatin(text[range.lowerBound]) {
            return !isLatin(text[range.lowerBound - 1]) && !isLatin(text[range.upperBound])
        }
        guard text[range.lowerBound] == "〇" || text[range.lowerBound] == "○" else { return true }
        let digits: Set<Unicode.Scalar> = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "年"]
        return !digits.contains(text[range.lowerBound - 1]) && !digits.contains(text[range.upperBound])
    }
}
