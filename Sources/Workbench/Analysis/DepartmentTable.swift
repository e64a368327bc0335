import FinalAccounts
import Reporting

/// Departments whose bodies are added up, held against what the department's own document has.
package struct DepartmentTable: Sendable {
    private let register: BodyRegister
    private let lines: [AccountLine]
    private let context: AnalysisContext

    /// - Parameters:
    ///   - register: says which bodies a department is made of.
    ///   - lines: the lines of all bodies, joined by the register.
    package init(_ register: BodyRegister, lines: [AccountLine], context: AnalysisContext) {
        self.register = register
        self.lines = lines
        self.context = context
    }

    /// A row for every department, year and fund.
    ///
    /// Columns: `department, year, fund, units, sum, transfers, consolidated, stated, difference`; `stated` is the sum of the lines
    /// of the department's own document.
    ///
    /// - Throws: `AmountError` where a sum does not fit.
    package func table() throws -> ReportTable {
        let language = context.language
        var rows: [[ReportCell]] = []
        for department in register.departments {
            for (year, fund) in keys(of: department) {
                let consolidated = try sum(of: BodyRegister.consolidation(of: department.name), year, fund)
                let transfers = try department.transfers.filter { $0.year == year && $0.fund == fund }.reduce(
                    Amount.zero
                ) {
                    try $0.adding($1.amount)
                }
                let stated = try sum(of: department.name, year, fund)
                rows.append([
                    .text(department.name.name), .integer(year.number), .text(fund.rawValue),
                    .integer(department.units.count), .amount(ifStated: try consolidated?.adding(transfers)),
                    .amount(transfers), .amount(ifStated: consolidated), .amount(ifStated: stated),
                    .amount(ifStated: try consolidated.flatMap { sum in try stated.map { try sum.subtracting($0) } }),
                ])
            }
        }
        return ReportTable(
            name: "departments", title: language.words("部门汇总", "departments"),
            columns: [
                ReportColumn("department", title: language.words("部门", "department")),
                ReportColumn("year", title: language.words("年度", "year"), kind: .number),
                ReportColumn("fund", title: language.words("资金", "fund"), kind: .label),
                ReportColumn("units", title: language.words("单位数", "units"), kind: .number),
                ReportColumn("sum", title: language.words("各单位之和", "sum of units"), kind: .amount),
                ReportColumn("transfers", title: language.words("内部往来", "transfers within"), kind: .amount),
                ReportColumn("consolidated", title: language.words("汇总数", "consolidated"), kind: .amount),
                ReportColumn("stated", title: language.words("部门决算数", "own document"), kind: .amount),
                ReportColumn("difference", title: language.words("差额", "difference"), kind: .amount),
            ], rows: rows)
    }

    private func keys(of department: BodyRegister.Entry) -> [(FiscalYear, Fund)] {
        let name = BodyRegister.consolidation(of: department.name)
        let own = lines.filter { $0.unit == name }
        return Set(own.map(\.fiscalYear)).sorted().flatMap { year in
            Fund.allCases.filter { fund in own.contains { $0.fiscalYear == year && $0.fund == fund } }.map {
                (year, $0)
            }
        }
    }

    /// The total of a body's lines of a year and fund, at the level that is given; `nil` where it has none.
    private func sum(of unit: BudgetUnit, _ year: FiscalYear, _ fund: Fund) throws -> Amount? {
        let own = lines.filter { $0.unit == unit && $0.fiscalYear == year && $0.fund == fund }
        guard !own.isEmpty else { return nil }
        return try context.series(from: own).first { $0.subject.key == Subject.total.key }?.actual(in: year)
    }
}
