import FinalAccounts
import Ledger
import Platform
import SeededNumbers

/// Documents made for tests.
enum SampleDocuments {
    static let unit = BudgetUnit("青菱街道办事处")

    /// A document of one unit and year with as many lines as there are actuals, in 分.
    static func disclosure(
        _ name: String = "2023.txt", unit: BudgetUnit = unit, year: Int = 2023, actuals: [Int64] = [93_300_00],
        bytes: String? = nil
    ) -> LedgerDocument {
        let lines = actuals.enumerated().map { index, actual in
            AccountLine(
                unit: unit, fiscalYear: FiscalYear(year), subject: Subject(code: "20801\(10 + index)", names: ["项"]),
                initialBudget: .unbudgeted, actual: Amount(minorUnits: actual),
                source: SourceReference(file: name, page: index + 1, quote: "支出决算为"))
        }
        let content = bytes ?? "\(name) \(unit.name) \(year) \(actuals)"
        return LedgerDocument(
            fileName: name, contentHash: ContentHash(of: content.utf8), unit: unit, fiscalYear: FiscalYear(year),
            lines: lines)
    }

    /// A document of random lines over several units, years, funds, subjects and states of the budget.
    static func random(lines count: Int, using generator: inout SeededGenerator) -> LedgerDocument {
        let lines = (0..<count).map { _ in randomLine(using: &generator) }
        return LedgerDocument(
            fileName: "random.csv", contentHash: ContentHash(of: "\(count) \(generator.next())".utf8),
            origin: .synthetic, lines: lines,
            figures: [FigureRecord(measure: "总额", value: "1.20", unit: "万元", page: 3, quote: "共 1.20 万元")],
            evaluations: [EvaluationRecord(name: "项目", content: #"{"score":"95.5"}"#)],
            diagnostics: [DiagnosticRecord(page: nil, quote: "其他 3 万元", message: "no subject")])
    }

    private static func randomLine(using generator: inout SeededGenerator) -> AccountLine {
        let names = ["社会保障", "e\u{301}tude", "étude", "", "卫生"].shuffled(using: &generator)
        let depth = Int.random(in: 0...3, using: &generator)
        let subject = Subject(
            code: Bool.random(using: &generator) ? String(Int.random(in: 200...260, using: &generator)) : nil,
            names: depth == 1 ? ["住房"] : Array(names.prefix(depth)), level: SubjectLevel(depth: depth))
        let states: [BudgetState] = [.notStated, .unbudgeted, .stated(.zero), .stated(amount(&generator) ?? .zero)]
        return AccountLine(
            unit: BudgetUnit(["丙局", "甲局", "乙局"].randomElement(using: &generator) ?? "甲局"),
            fiscalYear: FiscalYear(Int.random(in: 2019...2023, using: &generator)),
            fund: Fund.allCases.randomElement(using: &generator) ?? .stateCapital, subject: subject,
            initialBudget: states.randomElement(using: &generator) ?? .notStated,
            adjustedBudget: amount(&generator), actual: amount(&generator), basic: amount(&generator),
            project: amount(&generator), reason: [nil, "", "人员增加"].randomElement(using: &generator) ?? nil,
            origin: Bool.random(using: &generator) ? .published : .synthetic,
            source: SourceReference(
                file: "random.csv", page: [nil, 1, 12].randomElement(using: &generator) ?? nil,
                quote: ["", "支出决算为 5 万元"].randomElement(using: &generator) ?? ""))
    }

    private static func amount(_ generator: inout SeededGenerator) -> Amount? {
        let values: [Int64?] = [nil, 0, -1, .max, .min, Int64.random(in: -10_000_000...10_000_000, using: &generator)]
        return (values.randomElement(using: &generator) ?? nil).map(Amount.init(minorUnits:))
    }
}
