import Disclosures
import FinalAccounts

/// Rows of bare numbers in a text that repeat the amounts of a sentence, but for one or two.
///
/// A table laid down as text keeps its numbers and loses its columns. Where most numbers of a row are those of one sentence
/// and what is left of both is a slip of the hand apart, the row and the sentence contradict one another.
struct RowEcho {
    /// A number of a row and the amount of a sentence that differs from it.
    struct Difference {
        var row: String
        var cell: String
        var amount: Fact.ID
    }

    private struct Row {
        var text: String
        var numbers: [DecimalText]
    }

    private static let leastNumbers = 4
    private static let leastShared = 3

    static func differences(in text: TextIndex, _ facts: FactBase) -> [Difference] {
        let rows = rows(of: text)
        guard !rows.isEmpty else { return [] }
        let sentences = facts.sentences.map { sentence in
            sentence.numbers.map(\.fact).filter { facts[$0].isAmount && !facts[$0].number.value.isNegative }
        }
        // A total and its parts may stand in two sentences.
        let pairs = zip(sentences, sentences.dropFirst()).compactMap { $0.count < 3 ? $0 + $1 : nil }
        var said: Set<Fact.ID> = []
        return (sentences + pairs).flatMap { amounts -> [Difference] in
            guard amounts.count >= leastNumbers, amounts.count <= 40 else { return [] }
            return rows.flatMap { differences($0, amounts, facts) }
        }.filter { said.insert($0.amount).inserted }
    }

    private static func differences(_ row: Row, _ amounts: [Fact.ID], _ facts: FactBase) -> [Difference] {
        var left = row.numbers
        var unmatched: [Fact.ID] = []
        var shared = 0
        for amount in amounts {
            guard case .amount(let unit) = facts[amount].number.kind,
                let printed = facts[amount].number.value.divided(by: Rational(unit.minorUnits))
            else { continue }
            if let place = left.firstIndex(where: { value($0) == printed }) {
                left.remove(at: place)
                if !printed.isZero { shared += 1 }
            } else {
                unmatched.append(amount)
            }
        }
        guard shared >= leastShared, shared * 2 >= row.numbers.count, unmatched.count <= 3 else { return [] }
        return unmatched.compactMap { amount -> Difference? in
            guard case .amount(let unit) = facts[amount].number.kind,
                let printed = facts[amount].number.value.divided(by: Rational(unit.minorUnits))
            else { return nil }
            let near = left.filter { isSlip(value($0), printed) }
            guard near.count == 1, let cell = near.first else { return nil }
            return Difference(row: row.text, cell: cell.text, amount: amount)
        }
    }

    private static func isSlip(_ first: Rational, _ second: Rational) -> Bool {
        guard !first.isZero, !second.isZero, let gap = first.minus(second)?.magnitude else { return false }
        switch Slip(wrong: first, right: second, decimals: 2) {
        case .transposed: return true
        case .digit: return gap.times(Rational(5)).map { $0 <= first.magnitude } ?? false
        default: return false
        }
    }

    private static func value(_ number: DecimalText) -> Rational {
        Rational(number.digits).times(.ten(toThe: -number.decimals)) ?? .zero
    }

    // MARK: Rows

    /// Stretches of numbers with nothing but bars, dashes and line ends between them.
    private static func rows(of text: TextIndex) -> [Row] {
        let starts = Set(text.document.lineStarts)
        var rows: [Row] = []
        var cells: [String] = []
        var cell = ""
        func isOfNumber(_ scalar: Unicode.Scalar) -> Bool {
            ("0"..."9").contains(scalar) || scalar == "." || scalar == ","
        }
        func endCell() {
            if !cell.isEmpty { cells.append(cell) }
            cell = ""
        }
        func endRow() {
            endCell()
            let numbers = cells.compactMap { DecimalText($0) }
            if numbers.count == cells.count, numbers.count >= leastNumbers, numbers.count <= 30 {
                rows.append(Row(text: cells.joined(separator: " "), numbers: numbers))
            }
            cells = []
        }
        for position in 0..<text.count {
            let scalar = text[position]
            if starts.contains(position) { endCell() }
            if isOfNumber(scalar) {
                cell.unicodeScalars.append(scalar)
            } else if scalar == "|" || scalar == " " || scalar == "\t" {
                endCell()
            } else {
                // 2017年 before a row, 22.5% in it: what goes on with words is no cell.
                if !cell.isEmpty { cell = "" }
                endRow()
            }
        }
        endRow()
        return rows
    }
}
