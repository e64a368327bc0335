import Platform

/// Numbers of a line of text that say neither what they count nor of what: what a copy has left of a table.
enum BareNumbers {
    private static let least = 2

    /// A diagnostic for a line with several of them, or with one behind a label.
    ///
    /// - Parameter next: the line behind it, with which a number or its unit may go on.
    static func diagnostic(_ line: [Unicode.Scalar], page: Int?, before next: [Unicode.Scalar] = []) -> Diagnostic? {
        let scalars = line.map(ScalarFolding.fold)
        if scalars.contains("|") { return cells(scalars, page: page, line: line) }
        let isSentence = scalars.contains("。")
        // A sentence that was set behind a table does not say what the table's numbers are.
        var numbers = scalars.split(separator: "。").map { self.numbers(in: Array($0)) }
            .filter { !isSentence || $0.count >= least }.flatMap(\.self)
        // 2080201 行政运行 12650 12650
        if !isSentence, numbers.count < least, scalars.contains(where: ScalarFolding.isDigit), let row = BlankRow(line)
        {
            numbers = row.groups.flatMap(\.numbers)
        }
        guard
            numbers.count >= least
                || !isSentence && numbers.count == 1 && isAmount(numbers[0], behindLabelIn: line, before: next)
        else { return nil }
        return diagnostic(of: numbers, page: page, line: line)
    }

    /// A diagnostic for the numbers between bars.
    private static func cells(_ scalars: [Unicode.Scalar], page: Int?, line: [Unicode.Scalar]) -> Diagnostic? {
        let numbers = scalars.split(separator: "|").map { TableText.folded(Array($0)) }.filter(StatedCell.isNumber)
        return numbers.isEmpty ? nil : diagnostic(of: numbers, page: page, line: line)
    }

    private static func diagnostic(of numbers: [String], page: Int?, line: [Unicode.Scalar]) -> Diagnostic {
        Diagnostic(
            kind: .unplacedFigure, page: page,
            quote: TableText.trimmed(String(String.UnicodeScalarView(line))),
            message: numbers.quoted()
                + Bilingual("所在的一行文字没有逐一写明指标", " stand in a line of text that names no measure for each"))
    }

    /// 机关运行经费 100.50: a number with decimals behind blanks that nothing goes on.
    private static func isAmount(
        _ number: String, behindLabelIn line: [Unicode.Scalar], before next: [Unicode.Scalar]
    ) -> Bool {
        guard number.contains("."), line.count <= 40, let row = BlankRow(line),
            let label = row.groups.last(where: { !$0.numbers.isEmpty })?.label, label.unicodeScalars.count >= 2,
            let first = next.first(where: { !ScalarFolding.isBlank($0) })
        else { return false }
        return !units.contains(first) && !ScalarFolding.isDigit(ScalarFolding.fold(first))
            && !"，。、；：）)".unicodeScalars.contains(first)
    }

    /// The numbers with decimals that a blank or a bar closes and no unit follows.
    private static func numbers(in scalars: [Unicode.Scalar]) -> [String] {
        var result: [String] = []
        var position = 0
        while position < scalars.count {
            guard ScalarFolding.isDigit(scalars[position]) else {
                position += 1
                continue
            }
            let start = position
            while position < scalars.count,
                ScalarFolding.isDigit(scalars[position]) || scalars[position] == "." || scalars[position] == ","
            {
                position += 1
            }
            var next = position
            while next < scalars.count, ScalarFolding.isBlank(scalars[next]) { next += 1 }
            // A unit may stand on the next line.
            let isClosed = next > position || next == scalars.count || scalars[next] == "|"
            guard isClosed, next == scalars.count || !units.contains(scalars[next]),
                scalars[start..<position].contains(".")
            else { continue }
            result.append(String(String.UnicodeScalarView(scalars[start..<position])))
        }
        return result
    }

    private static let units: Set<Unicode.Scalar> = Set("万元亿千百%个辆台套批人次家项起分件户名组团美港年月日倍平".unicodeScalars)
}
