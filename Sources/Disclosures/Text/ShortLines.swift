import OfficialForm
import Platform

/// Lines that stand over the text behind them as the headings of news do: without a number, and well short of the page's width.
enum ShortLines {
    /// Where such lines end, in order.
    static func ends(in scalars: [Unicode.Scalar], lineStarts: [Int]) -> [Int] {
        let lines = zip(lineStarts, lineStarts.dropFirst() + [scalars.count])
        let lengths = lines.map { $1 - $0 }.sorted()
        // Where nearly all lines are short they are cells.
        guard let usual = lengths.dropFirst(lengths.count * 3 / 4).first, usual >= leastWidth else { return [] }
        var ends: [Int] = []
        for (start, end) in lines where end < scalars.count {
            let begins = start == 0 || scalars[start - 1] == "。" || ends.last == start
            guard begins, (2...longest).contains(end - start), isHeading(scalars[start..<end]) else { continue }
            // What a text begins with is its heading, whatever it says.
            if start == 0 || !holdsClause(scalars[start..<end]) { ends.append(end) }
        }
        return ends
    }

    private static func isHeading(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        line.count(where: \.isHan) >= 2
            && line.allSatisfy { $0.isHan || ScalarFolding.isDigit($0) || $0 == "\"" || $0 == "." || $0 == "%" }
            && !line.contains("元")
    }

    /// Whether words stand in a line that the line behind it goes on from: a line broken by hand is no heading.
    private static func holdsClause(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        let words = String(String.UnicodeScalarView(line))
        return clauses.contains(where: words.holds)
    }

    private static let clauses = ["原因", "主要", "其中", "用于", "由于", "大于", "小于", "为", "是", "较", "比上年"]

    private static let longest = 22
    private static let leastWidth = 30
}
