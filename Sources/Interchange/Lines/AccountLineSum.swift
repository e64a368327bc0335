import FinalAccounts
import Platform

/// Rows of a file that are no subject but the sum of others: 合计, 小计, 本年支出合计, 其中.
struct AccountLineSum: Sendable {
    /// What it says it is.
    var name: String
    /// Where it stands, counted from 1.
    var row: Int
    /// Its amounts, as a line of no subject.
    var line: AccountLine
    /// How many lines of the same stretch stood before it.
    var linesBefore: Int

    /// Whether the name of a row without code is that of a sum.
    static func isName(_ name: String) -> Bool {
        // Most rows are none, and of a million rows each is asked.
        guard let first = name.unicodeScalars.first,
            beginnings.contains(first) || !first.isASCII && first.properties.isWhitespace
        else { return false }
        let bare = name.filter { !$0.isWhitespace }
        return names.contains(bare.lowercased()) || bare.hasPrefix("其中")
    }

    private static let names: Set<String> = [
        "合计", "总计", "小计", "共计", "总和", "本年支出合计", "支出合计", "支出总计", "本年收入合计", "收入合计", "收入总计", "本年合计", "total", "grandtotal",
        "subtotal", "sum", "总计：", "合计：",
    ]

    /// What such names begin with.
    private static let beginnings: Set<Unicode.Scalar> = Set(
        (names + ["其中"]).flatMap { [$0, $0.uppercased()] }.compactMap(\.unicodeScalars.first))

    /// What does not add up, one sentence for each sum that neither all lines of its body and year give nor those
    /// since the sum before it.
    static func doubts(_ sums: [AccountLineSum], lines: [AccountLine], scheme: SubjectScheme) -> [Bilingual] {
        var last = 0
        return sums.compactMap { sum in
            let since = lines[min(last, sum.linesBefore)..<min(sum.linesBefore, lines.count)].filter {
                isOfSame($0, sum.line)
            }
            last = sum.linesBefore
            let all = lines.filter { isOfSame($0, sum.line) }
            if sum.name.filter({ !$0.isWhitespace }).hasPrefix("其中") {
                return Bilingual(
                    "第 \(sum.row) 行：“\(sum.name)”是其他行的其中数，未计入",
                    "row \(sum.row): '\(sum.name)' is part of another row and was left out")
            }
            for group in [all, since] where agrees(sum.line, with: widest(of: group)) { return nil }
            let gap = difference(sum.line, widest(of: all)) ?? Bilingual(verbatim: "")
            return Bilingual(
                "第 \(sum.row) 行：“\(sum.name)”不等于所属各行之和\(gap.zhHans)，未计入",
                "row \(sum.row): '\(sum.name)' does not equal the sum of its rows\(gap.en); it was left out")
        }
    }

    private static func isOfSame(_ line: AccountLine, _ sum: AccountLine) -> Bool {
        line.unit == sum.unit && line.fiscalYear == sum.fiscalYear
    }

    /// The lines that no other line stands above.
    private static func widest(of lines: [AccountLine]) -> [AccountLine] {
        let codes = Set(lines.compactMap(\.subject.code))
        return lines.filter { line in
            guard let code = line.subject.code else { return true }
            return !(1..<code.count).contains { codes.contains(String(code.prefix($0))) }
        }
    }

    /// The first amount that the lines do not add up to, with what they add up to.
    private static func difference(_ sum: AccountLine, _ lines: [AccountLine]) -> Bilingual? {
        for field in [\AccountLine.actual, \AccountLine.adjustedBudget, \AccountLine.initialBudget.amount] {
            guard let stated = sum[keyPath: field],
                let added = try? Amount.sum(lines.compactMap { $0[keyPath: field] }),
                added != stated, let gap = try? stated.subtracting(added)
            else { continue }
            let (whole, parts) = (stated.formatted(unit: .yuan), added.formatted(unit: .yuan))
            return Bilingual(
                "（\(whole) 元对 \(parts) 元，相差 \(gap.formatted(unit: .yuan)) 元）",
                ", but \(whole) against \(parts), a difference of \(gap.formatted(unit: .yuan)) yuan")
        }
        return nil
    }

    private static func agrees(_ sum: AccountLine, with lines: [AccountLine]) -> Bool {
        for field in [\AccountLine.actual, \AccountLine.adjustedBudget, \AccountLine.initialBudget.amount] {
            guard let stated = sum[keyPath: field] else { continue }
            guard let added = try? Amount.sum(lines.compactMap { $0[keyPath: field] }), added == stated else {
                return false
            }
        }
        return true
    }
}
