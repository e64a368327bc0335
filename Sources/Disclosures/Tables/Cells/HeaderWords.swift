import FinalAccounts
import OfficialForm

/// Reads the words of a header cell: years, units and numbers that say nothing of the column are left out.
enum HeaderWords {
    /// What a cell's words say; `nil` for words the form does not know.
    static func label(_ folded: String) -> HeaderLabel? {
        if let label = HeaderLabel.exact(folded) { return label }
        let bare = withoutYear(withoutUnit(folded))
        return HeaderLabel.exact(bare) ?? HeaderLabel.exact(withoutNumber(bare))
    }

    /// The unit in the parentheses of a header: 决算数（万元）.
    static func unit(_ folded: String) -> AmountUnit? {
        guard mayEndWithUnit(folded) else { return nil }
        for (suffix, unit) in units where folded.closes(with: suffix) { return unit }
        return nil
    }

    /// What amounts are counted in, the longest word first.
    static let moneyWords: [(String, AmountUnit)] = [
        ("人民币百万元", .million), ("人民币万元", .wan), ("人民币元", .yuan), ("百万元", .million), ("千元", .qian), ("万元", .wan),
        ("亿元", .yi),
        ("元", .yuan),
    ]

    private static let units: [(String, AmountUnit)] = moneyWords.flatMap { (word: String, unit: AmountUnit) in
        ["(\(word))", "(单位:\(word))", "(金额单位:\(word))", "单位:\(word)"].map { (form: String) in (form, unit) }
    }

    /// Whether words end as every unit does: with a bracket or 元. Most do not, and are asked often.
    private static func mayEndWithUnit(_ folded: String) -> Bool {
        folded.utf8.last == UInt8(ascii: ")") || folded.unicodeScalars.last == "元"
    }

    /// The words without the unit behind them.
    static func withoutUnit(_ folded: String) -> String {
        guard mayEndWithUnit(folded) else { return folded }
        for (suffix, _) in units where folded.closes(with: suffix) { return String(folded.dropLast(suffix.count)) }
        return folded
    }

    /// 2023年决算数, 2023年度决算数.
    static func withoutYear(_ folded: String) -> String {
        guard folded.count > 5, folded.prefix(4).allSatisfy(\.isNumber), folded.dropFirst(4).first == "年" else {
            return folded
        }
        let rest = folded.dropFirst(5)
        return String(rest.first == "度" ? rest.dropFirst() : rest)
    }

    /// 1.因公出国（境）费, （2）公务用车运行维护费, 其中：….
    static func withoutNumber(_ folded: String) -> String {
        var rest = Substring(folded)
        if rest.opens(with: "其中:") { rest = rest.dropFirst(3) }
        return String(Substring(rest.unicodeScalars.drop(while: isNumbering)))
    }

    private static func isNumbering(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "(", ")", "、", ".", "一", "二", "三", "四", "五", "六": true
        default: scalar.properties.numericType != nil
        }
    }
}
