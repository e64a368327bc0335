extension DocumentText {
    /// The numbers of a stretch with what they count, in order, whatever they state; dates and ordinals are none.
    package func numbers(in range: Range<Int>) -> [NumberToken] {
        NumberScanner.numbers(folded, in: range)
    }
}

extension NumberScanner {
    /// The numbers of a stretch of folded characters, in order; dates and ordinals are none.
    static func numbers(_ folded: [Unicode.Scalar], in range: Range<Int>) -> [NumberToken] {
        var numbers: [NumberToken] = []
        var position = range.lowerBound
        while position < range.upperBound {
            guard ScalarFolding.isDigit(folded[position]) else {
                position += 1
                continue
            }
            let (token, end) = scan(folded, at: position, end: range.upperBound)
            if let token { numbers.append(token) }
            position = max(end, position + 1)
        }
        return numbers
    }
}
