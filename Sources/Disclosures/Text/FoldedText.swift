import FinalAccounts

/// The running text of a document: blanks dropped, wrapped lines joined, forms folded, and beside every
/// folded character the one that was printed.
///
/// All positions are indices into ``scalars``. A number broken over two lines is whole again here.
struct FoldedText: Sendable {
    /// The folded characters.
    private(set) var scalars: [Unicode.Scalar] = []
    /// The same characters as printed; always as many as ``scalars``.
    private(set) var printed: [Unicode.Scalar] = []
    /// Where each page begins.
    private(set) var pages: [(start: Int, page: Int)] = []
    /// Where numbered headings and items begin, in order.
    private(set) var marks: [OutlineMark] = []
    /// Where each kept line begins, in order.
    private(set) var lineStarts: [Int] = []
    /// Which of the lines it was made of each kept line is.
    private var lineNumbers: [Int] = []
    /// Whether it was printed in traditional characters.
    private var isTraditional = false
    /// Where lines end that are headings of their own, in order.
    private(set) var shortLineEnds: [Int] = []
    /// The unit that the text states for its amounts, and from where on.
    private(set) var unit: (unit: AmountUnit, from: Int)?

    init(lines: some Collection<TextLine>) {
        let script = ScriptFolding(lines)
        isTraditional = script != nil
        let bare = Self.bareNumbers(lines)
        for (number, line) in lines.enumerated() {
            append(line, script: script, mayBePage: !bare.contains(number))
            if lineNumbers.count < lineStarts.count { lineNumbers.append(number) }
        }
        dropLabels()
        HeadingLines.find(in: scalars, lineStarts: lineStarts, marks: &marks)
        marks = BareHeadings.adding(to: marks, in: scalars, lineStarts: lineStarts)
        shortLineEnds = ShortLines.ends(in: scalars, lineStarts: lineStarts)
        unit = TextUnit.find(in: self)
    }

    init(_ text: String) {
        self.init(lines: text.split(separator: "\n").map { TextLine(Array($0.unicodeScalars)) })
    }

    /// The page a position stands on; `nil` where the form has no pages.
    func page(at position: Int) -> Int? {
        let next = pages.partitioningIndex { $0.start > position }
        return next == 0 ? nil : pages[next - 1].page
    }

    /// The characters of a range as printed, blanks dropped.
    func quote(_ range: Range<Int>) -> String { String(printed[range]) }

    /// The characters of a range as the form has them: as printed, but for a text in traditional characters in simplified
    /// ones, in which titles and the names of subjects are known.
    func words(_ range: Range<Int>) -> String {
        isTraditional ? String(String.UnicodeScalarView(scalars[range])) : quote(range)
    }

    /// Where a range of a text of some of this one's lines stands in this one.
    func range(of range: Range<Int>, in part: FoldedText, madeOf kept: [Int]) -> Range<Int>? {
        let line = part.lineStarts.partitioningIndex { $0 > range.lowerBound } - 1
        guard line >= 0 else { return nil }
        let number = kept[part.lineNumbers[line]]
        let own = lineNumbers.partitioningIndex { $0 >= number }
        guard own < lineNumbers.count, lineNumbers[own] == number else { return nil }
        let shift = lineStarts[own] - part.lineStarts[line]
        return range.lowerBound + shift..<range.upperBound + shift
    }

    /// Whether a pattern stands at a position.
    func hasPrefix(_ pattern: [Unicode.Scalar], at position: Int) -> Bool {
        guard position >= 0, position + pattern.count <= scalars.count else { return false }
        for offset in pattern.indices where scalars[position + offset] != pattern[offset] { return false }
        return true
    }

    /// The first position of a pattern in a range.
    func firstIndex(of pattern: [Unicode.Scalar], in range: Range<Int>) -> Int? {
        guard let first = pattern.first else { return nil }
        let end = range.upperBound - pattern.count
        guard range.lowerBound <= end else { return nil }
        for position in range.lowerBound...end where scalars[position] == first {
            if hasPrefix(pattern, at: position) { return position }
        }
        return nil
    }

    /// The lines that are a number with others close by: cells of a table laid down one a line, for pages are longer.
    private static func bareNumbers(_ lines: some Collection<TextLine>) -> Set<Int> {
        let found = lines.enumerated().filter { _, line in
            let words = line.scalars.filter { !ScalarFolding.isBlank($0) }
            return (1...longestCell).contains(words.count)
                && words.map(ScalarFolding.fold).allSatisfy { ScalarFolding.isDigit($0) || $0 == "." || $0 == "," }
        }.map(\.offset)
        var result: Set<Int> = []
        for (number, next) in zip(found, found.dropFirst()) where next - number <= shortestPage {
            result.insert(number)
            result.insert(next)
        }
        return result
    }

    /// Whether a stroke is of the rule that a form is filled in on (共有单位__1__个) and no part of a name (web_page).
    private static func isRule(_ scalars: [Unicode.Scalar], at position: Int) -> Bool {
        let before = scalars[..<position].last { $0 != "_" }
        let after = scalars[position...].first { $0 != "_" }
        return ![before, after].contains { $0?.properties.isAlphabetic ?? false && $0?.isASCII ?? false }
    }

    private static let shortestPage = 6
    private static let longestCell = 16

    private mutating func append(_ line: TextLine, script: ScriptFolding?, mayBePage: Bool) {
        let start = scalars.count
        var sawBlank = false
        var skipped = 0
        for (position, scalar) in line.scalars.enumerated() {
            if position < skipped { continue }
            if script != nil, let end = ScriptFolding.readingEnd(in: line.scalars, at: position) {
                skipped = end
                continue
            }
            if ScalarFolding.isBlank(scalar) {
                sawBlank = scalars.count > start
                continue
            }
            let folded = script?.fold(ScalarFolding.fold(scalar)) ?? ScalarFolding.fold(scalar)
            if folded == "_", Self.isRule(line.scalars, at: position) { continue }
            // Two numbers or words on one line stay two; a number broken over lines becomes one.
            if sawBlank, let last = scalars.last, ScalarFolding.isAlphanumeric(last),
                ScalarFolding.isAlphanumeric(folded)
            {
                scalars.append(" ")
                printed.append(" ")
            }
            sawBlank = false
            scalars.append(folded)
            printed.append(scalar)
        }
        guard scalars.count > start else { return }
        if mayBePage, isPageNumber(from: start) {
            scalars.removeSubrange(start...)
            printed.removeSubrange(start...)
            return
        }
        lineStarts.append(start)
        if let page = line.page, pages.last?.page != page { pages.append((start, page)) }
        if line.beginsParagraph != false, let mark = OutlineMark(in: scalars, at: start), !goesOn(mark) {
            marks.append(mark)
        }
    }

    /// Drops the numbers of labels in a table laid down as text: the line under 一、财政拨款收入 is its amount alone.
    private mutating func dropLabels() {
        let ends = lineStarts.dropFirst() + [scalars.count]
        var lines: [Int: Range<Int>] = [:]
        for (start, end) in zip(lineStarts, ends) { lines[start] = start..<end }
        marks.removeAll { mark in
            guard let line = lines[mark.start], line.count <= 24, let next = lines[line.upperBound] else {
                return false
            }
            return next.count <= 16 && scalars[next].contains(where: ScalarFolding.isDigit)
                && scalars[next].allSatisfy {
                    ScalarFolding.isDigit($0) || $0 == "." || $0 == "," || $0 == "-" || $0 == "|"
                }
        }
    }

    /// Whether what looks like a number of the outline is the rest of a number or of an enumeration that a line
    /// breaks: `(20805` before `05)`, `12.` before `5、`, `一、` before `二、三产业`.
    private func goesOn(_ mark: OutlineMark) -> Bool {
        guard mark.start > 0 else { return false }
        let before = scalars[mark.start - 1]
        let first = scalars[mark.start]
        if before == "、" || before == "第" { return first != "(" && first != "第" }
        guard ScalarFolding.isDigit(first) else { return false }
        if before == ".", mark.start > 1, ScalarFolding.isDigit(scalars[mark.start - 2]) { return true }
        guard scalars[mark.end - 1] == ")" else { return false }
        let digits = scalars[..<mark.start].reversed().prefix { ScalarFolding.isDigit($0) }.count
        return mark.start - digits > 0 && scalars[mark.start - digits - 1] == "("
    }

    /// Whether the last line is the number of a page: `5`, `- 5 -`, `第5页`.
    private func isPageNumber(from start: Int) -> Bool {
        guard scalars.count - start <= 8 else { return false }
        var digits = 0
        for scalar in scalars[start...] {
            switch scalar {
            case "-", "—", "第", "页", "·": continue
            case "0"..."9": digits += 1
            default: return false
            }
        }
        guard digits > 0, digits <= 3 else { return false }
        // The rest of a broken number is no page number.
        guard start > 0 else { return true }
        let before = scalars[start - 1]
        return !ScalarFolding.isDigit(before) && before != "."
    }
}
