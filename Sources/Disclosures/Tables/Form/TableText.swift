import FinalAccounts

/// Reads the words of table cells.
enum TableText {
    /// The characters in folded form without blanks.
    static func folded(_ scalars: some Collection<Unicode.Scalar>) -> String {
        String(scalars) { ScalarFolding.isBlank($0) ? nil : ScalarFolding.fold($0) }
    }

    /// The characters as printed without blanks.
    static func compact(_ scalars: some Collection<Unicode.Scalar>) -> String {
        String(scalars) { ScalarFolding.isBlank($0) ? nil : $0 }
    }

    /// A text without blanks at its edges.
    static func trimmed(_ text: String) -> String {
        var view = text.unicodeScalars[...]
        while let first = view.first, ScalarFolding.isBlank(first) { view = view.dropFirst() }
        while let last = view.last, ScalarFolding.isBlank(last) { view = view.dropLast() }
        return String(String.UnicodeScalarView(view))
    }

    /// A name with what documents vary without meaning to left out: forms of brackets, a last 支出.
    static func spelling(_ name: String) -> String {
        let folded = folded(name.unicodeScalars)
        return folded.closes(with: "支出") && folded.count > 2 ? String(folded.dropLast(2)) : folded
    }

    /// Whether a word is a number: digits with separators, point, sign, parentheses.
    static func isNumber(_ scalars: [Unicode.Scalar]) -> Bool {
        var sawDigit = false
        for scalar in scalars {
            let scalar = ScalarFolding.fold(scalar)
            switch scalar {
            case "0"..."9": sawDigit = true
            case ".", ",", "，", "-", "−", "(", ")", "%": break
            default:
                guard ScalarFolding.isBlank(scalar) else { return false }
            }
        }
        return sawDigit
    }

    /// Whether a word is a subject code or a part of one: digits only, two to seven of them.
    static func isCode(_ scalars: [Unicode.Scalar]) -> Bool {
        guard (2...7).contains(scalars.count) else { return false }
        return scalars.allSatisfy { ScalarFolding.isDigit(ScalarFolding.fold($0)) }
    }

    /// The digits a word begins with and the words behind them: `30207邮电费`.
    static func splitCode(_ scalars: [Unicode.Scalar]) -> (code: [Unicode.Scalar], rest: [Unicode.Scalar])? {
        let code = scalars.prefix { ScalarFolding.isDigit(ScalarFolding.fold($0)) }
        guard (3...7).contains(code.count), code.count < scalars.count else { return nil }
        let rest = scalars.dropFirst(code.count)
        guard let first = rest.first, first.value >= 0x4E00, first != "年" else { return nil }
        return (Array(code), Array(rest))
    }

    /// The amount of a cell; `nil` for a blank one and for one that is no amount.
    static func amount(_ text: String, unit: AmountUnit) -> StatedAmount? {
        try? StatedAmount(parsing: text, unit: unit)
    }

    /// Whether a cell says in its own way that it is blank.
    static func isBlank(_ text: String) -> Bool {
        ["", "-", "—", "——", "/", "－", "–", "无"].contains(text)
    }

    /// The unit a line of a table's head states: 单位：万元.
    static func unit(_ folded: String) -> AmountUnit? {
        var rest = Substring(folded)
        while let position = String(rest).range(of: "单位:") {
            rest = Substring(String(rest)[position.upperBound...])
            if let unit = HeaderWords.moneyWords.first(where: { rest.opens(with: $0.0) })?.1 { return unit }
        }
        return nil
    }

    /// A unit that a line of a table's head states and that is none of yuan: 单位：美元.
    static func foreignUnit(_ folded: String) -> String? {
        var rest = Substring(folded)
        if let position = folded.range(of: "单位:") { rest = folded[position.upperBound...] }
        rest = rest.drop { $0 == "(" }
        return foreignUnits.first { rest.opens(with: $0) && rest.dropFirst($0.count).allSatisfy { ")）".contains($0) } }
    }

    private static let foreignUnits = ["美元", "欧元", "港元", "港币", "日元", "英镑", "卢布", "澳门元", "新台币"].flatMap { word in
        ["", "千", "万", "百万", "亿"].map { $0 + word }
    }
}

extension String {
    /// The range of a word, searched scalar by scalar.
    func range(of word: String) -> Range<String.Index>? {
        let pattern = Array(word.unicodeScalars)
        let view = unicodeScalars
        guard !pattern.isEmpty else { return nil }
        var start = view.startIndex
        while start < view.endIndex {
            var index = start
            var matched = 0
            while matched < pattern.count, index < view.endIndex, view[index] == pattern[matched] {
                index = view.index(after: index)
                matched += 1
            }
            if matched == pattern.count { return start..<index }
            start = view.index(after: start)
        }
        return nil
    }
}
