extension String {
    /// An English sentence in which what is Chinese stands in quotation marks: names, numbers with a unit, pieces of a document.
    ///
    /// What is in quotation marks already stays as it is.
    ///
    /// ```swift
    /// "income is stated as 1657.74万元.".quotingChinese   // "income is stated as '1657.74万元'."
    /// ```
    package var quotingChinese: String {
        guard unicodeScalars.contains(where: \.isHan) else { return self }
        var result = ""
        var closing: Character?
        for (place, word) in split(separator: " ", omittingEmptySubsequences: false).enumerated() {
            if place > 0 { result.append(" ") }
            result += closing == nil ? word.quotedIfChinese : String(word)
            closing = word.quotation(openAt: closing)
        }
        return result
    }
}

extension Substring {
    /// The word in quotation marks if Han characters stand in it outside of any.
    fileprivate var quotedIfChinese: String {
        guard unicodeScalars.contains(where: \.isHan), !contains(where: { "“”'".contains($0) }) else {
            return String(self)
        }
        let opening = prefix { "([".contains($0) }
        var core = dropFirst(opening.count)
        var end = ""
        while let last = core.last, ",.;:)]?".contains(last) {
            end.insert(last, at: end.startIndex)
            core.removeLast()
        }
        return "\(opening)'\(core)'\(end)"
    }

    /// The sign that closes the quotation this word leaves open, given the one it began with.
    fileprivate func quotation(openAt start: Character?) -> Character? {
        var open = start
        var before: Character?
        for sign in self {
            if let closing = open {
                if sign == closing { open = nil }
            } else if sign == "“" {
                open = "”"
            } else if sign == "'", before?.isLetter != true {
                // Behind a letter it is an apostrophe.
                open = "'"
            }
            before = sign
        }
        return open
    }
}
