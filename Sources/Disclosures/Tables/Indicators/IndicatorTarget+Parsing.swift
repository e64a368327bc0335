import FinalAccounts
import OfficialForm

extension IndicatorTarget {
    /// Reads a target or a result as printed: `≥15辆`, `4000人`, `100%`, `1次/日`, `不少于5次`, `85分以上`, or words.
    ///
    /// - Parameter text: the cell as printed, blanks dropped.
    public init(parsing text: String) {
        self.init(text: text)
        var words = Array(TableText.folded(text.unicodeScalars).unicodeScalars)
        var sign: Comparison?
        if let (found, length) = Self.leading(words) {
            sign = found
            words.removeFirst(length)
        }
        let digits = words.prefix { ScalarFolding.isDigit($0) || $0 == "." || $0 == "," }
        guard let number = DecimalText(String(String.UnicodeScalarView(digits))) else { return }
        var unit = Array(words[digits.count...])
        if sign == nil, let (found, length) = Self.trailing(unit) {
            sign = found
            unit.removeLast(length)
        }
        guard Self.isUnit(unit) else { return }
        comparison = sign ?? .equal
        self.number = number
        self.unit = unit.isEmpty ? nil : String(String.UnicodeScalarView(unit))
    }

    /// The comparison that stands in front of a number, and how long it is.
    private static func leading(_ words: [Unicode.Scalar]) -> (Comparison, Int)? {
        first(leadingWords) { words.starts(with: $0.unicodeScalars) }
    }

    /// The comparison that stands behind the unit.
    private static func trailing(_ words: [Unicode.Scalar]) -> (Comparison, Int)? {
        first(trailingWords) { words.reversed().starts(with: $0.unicodeScalars.reversed()) }
    }

    private static func first(_ list: [([String], Comparison)], where matches: (String) -> Bool) -> (Comparison, Int)? {
        for (words, comparison) in list {
            if let word = words.first(where: matches) { return (comparison, word.unicodeScalars.count) }
        }
        return nil
    }

    /// A unit is short and holds no further number: 二三季度≥90分，一四季度未达到90分 is words.
    private static func isUnit(_ words: [Unicode.Scalar]) -> Bool {
        guard words.count <= 8 else { return false }
        return !words.contains {
            ScalarFolding.isDigit($0) || ["，", ",", "。", "；", ";", "~", "≥", "≤", ">", "<"].contains($0)
        } && !["-", "—", "至", "到"].contains(words.first ?? " ")
    }

    private static let leadingWords: [([String], Comparison)] = [
        ([">=", "≥", "≧", "⩾", "不少于", "不低于", "大于等于", "大于或等于", "至少", "达到"], .atLeast),
        (["<=", "≤", "≦", "⩽", "不超过", "不多于", "不高于", "不大于", "小于等于", "小于或等于", "控制在"], .atMost),
        ([">", "大于", "高于", "超过", "多于"], .above),
        (["<", "小于", "低于", "少于"], .below),
        (["=", "等于"], .equal),
    ]

    private static let trailingWords: [([String], Comparison)] = [
        (["及以上", "(含)以上", "以上", "(含以上)"], .atLeast),
        (["及以下", "以内", "以下", "之内", "内"], .atMost),
    ]
}
