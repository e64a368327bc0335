/// The characters of printed table cells with the gaps between them: what a copied table leaves of its grid.
///
/// Unlike ``FoldedText``, which joins running text, this keeps where words and lines end.
struct CellText: Sendable {
    /// What stands between two characters.
    enum Break: UInt8, Sendable {
        case none
        /// A gap on the same line.
        case blank
        /// The end of a line.
        case line
    }

    /// A run of characters without a gap.
    struct Word: Hashable, Sendable {
        var range: Range<Int>
        /// Whether it stands first on its line.
        var beginsLine: Bool
        /// Whether it stands last on its line.
        var endsLine: Bool
    }

    /// The characters in folded form.
    private(set) var scalars: [Unicode.Scalar] = []
    /// The same characters as printed.
    private(set) var printed: [Unicode.Scalar] = []
    /// What stands before each character.
    private(set) var breaks: [Break] = []
    private var pages: [(start: Int, page: Int)] = []

    init(_ lines: some Sequence<TextLine>) {
        for line in lines { append(line) }
    }

    /// Adds a line.
    mutating func append(_ line: TextLine) {
        var next = Break.line
        if let page = line.page, pages.last?.page != page { pages.append((scalars.count, page)) }
        for scalar in line.scalars {
            if ScalarFolding.isBlank(scalar) {
                if next == .none { next = .blank }
                continue
            }
            scalars.append(ScalarFolding.fold(scalar))
            printed.append(scalar)
            breaks.append(next)
            next = .none
        }
    }

    /// The page a position stands on.
    func page(at position: Int) -> Int? { pages.last { $0.start <= position }?.page }

    /// The characters of a range as printed, gaps dropped.
    func quote(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(printed[range])) }

    /// The characters of a range in folded form, gaps dropped.
    func folded(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }

    /// Whether a pattern stands at a position, gaps left aside.
    func hasPrefix(_ pattern: [Unicode.Scalar], at position: Int) -> Bool {
        guard position >= 0, position + pattern.count <= scalars.count else { return false }
        for offset in pattern.indices where scalars[position + offset] != pattern[offset] { return false }
        return true
    }

    func hasPrefix(_ pattern: String, at position: Int) -> Bool {
        hasPrefix(Array(pattern.unicodeScalars), at: position)
    }

    /// The first position of a pattern in a range, gaps left aside.
    func firstIndex(of pattern: String, in range: Range<Int>) -> Int? {
        let pattern = Array(pattern.unicodeScalars)
        guard let first = pattern.first, range.count >= pattern.count else { return nil }
        for position in range.lowerBound...(range.upperBound - pattern.count) where scalars[position] == first {
            if hasPrefix(pattern, at: position) { return position }
        }
        return nil
    }

    /// The last position of a pattern in a range, gaps left aside.
    func lastIndex(of pattern: String, in range: Range<Int>) -> Int? {
        var start = range.lowerBound
        var found: Int?
        while let next = firstIndex(of: pattern, in: start..<range.upperBound) {
            found = next
            start = next + 1
        }
        return found
    }

    /// Where the line of a position ends.
    func lineEnd(after position: Int) -> Int {
        var end = position + 1
        while end < scalars.count, breaks[end] != .line { end += 1 }
        return min(end, scalars.count)
    }

    /// The words of a range in order.
    func words(in range: Range<Int>) -> [Word] {
        var words: [Word] = []
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start + 1
            while end < range.upperBound, breaks[end] == .none { end += 1 }
            words.append(
                Word(
                    range: start..<end, beginsLine: breaks[start] == .line,
                    endsLine: end >= scalars.count || breaks[end] == .line))
            start = end
        }
        return words
    }
}
