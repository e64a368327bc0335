import OfficialForm

/// Parts the words between an indicator's name and its marks into target and result.
///
/// Where a copied table has lost its grid, cells that were broken over lines cannot be told from cells that
/// stood beside one another by gaps alone. A result speaks of the same thing as its target, in the same unit
/// or with the same words, and that tells where the one ends.
enum TargetAndActual {
    /// The number of words that make the target; `nil` where there are fewer than two words.
    static func split(_ words: [CellText.Word], in text: CellText) -> Int? {
        guard words.count >= 2 else { return nil }
        var best = (count: 1, value: Int.min)
        for count in 1..<words.count {
            let value = self.value(words, count, in: text)
            if value > best.value { best = (count, value) }
        }
        return best.count
    }

    /// How well the words part at a place.
    static func value(_ words: [CellText.Word], _ count: Int, in text: CellText) -> Int {
        let target = joined(words[..<count], in: text)
        let actual = joined(words[count...], in: text)
        var value = 0
        if target == actual { value += 100 }
        let (wanted, reached) = (IndicatorTarget(parsing: target), IndicatorTarget(parsing: actual))
        if wanted.number != nil {
            value += 15
            if wanted.unit != nil { value += 5 }
            if reached.number != nil, wanted.unit == reached.unit { value += 30 }
        }
        value += 3 * commonSuffix(target, actual)
        if !words[count].beginsLine { value += 2 }
        if let first = actual.unicodeScalars.first, "，。、；)".unicodeScalars.contains(first) { value -= 50 }
        // A number is not parted from what it counts.
        if let last = target.unicodeScalars.last, ScalarFolding.isDigit(last),
            let first = actual.unicodeScalars.first, !ScalarFolding.isDigit(first)
        {
            value -= 20
        }
        return value
    }

    static func joined(_ words: ArraySlice<CellText.Word>, in text: CellText) -> String {
        words.map { text.folded($0.range) }.joined()
    }

    private static func commonSuffix(_ first: String, _ second: String) -> Int {
        zip(first.reversed(), second.reversed()).prefix { $0 == $1 }.count
    }
}
