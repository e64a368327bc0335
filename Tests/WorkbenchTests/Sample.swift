import FinalAccounts
import Foundation

@testable import Workbench

/// Small accounts: two subjects of one body over six years, the second far over its budget in the last.
enum Sample {
    static let unit = BudgetUnit("甲局")

    static let lines = AccountLines((2018...2023).flatMap { lines(of: $0) })

    static func lines(of year: Int, unit: BudgetUnit = unit) -> [AccountLine] {
        let ordinary = Int64(year - 2000) * 100_000_00
        return [
            line(year, "2010301", "行政运行", budget: ordinary, actual: ordinary + 1_000_00, unit: unit),
            line(
                year, "2080501", "行政单位离退休", budget: 500_000_00,
                actual: year == 2023 ? 5_000_000_00 : 510_000_00, unit: unit),
        ]
    }

    private static func line(
        _ year: Int, _ code: String, _ name: String, budget: Int64, actual: Int64, unit: BudgetUnit
    ) -> AccountLine {
        AccountLine(
            unit: unit, fiscalYear: FiscalYear(year), subject: Subject(code: code, names: [name]),
            initialBudget: .stated(Amount(minorUnits: budget)), actual: Amount(minorUnits: actual))
    }

    /// The lines as a file of the exchange format, in yuan.
    static func csv(years: ClosedRange<Int> = 2018...2023) -> String {
        "unit,fiscal_year,subject_code,subject_name,initial_budget,actual\n"
            + years.flatMap { lines(of: $0) }.map { line in
                [
                    line.unit.name, line.fiscalYear.description, line.subject.code ?? "", line.subject.name,
                    line.initialBudget.amount?.formatted(unit: .yuan) ?? "",
                    line.actual?.formatted(unit: .yuan) ?? "",
                ].joined(separator: ",") + "\n"
            }.joined()
    }

    /// A disclosure of a year that says what it spent and what the year before had.
    static func disclosure(of year: Int, total: String, change: String) -> String {
        """
        甲局\(year)年度部门决算
        一、收入支出决算总体情况说明
        \(year)年度收、支总计均为\(total)万元。
        与\(year - 1)年度相比，收、支总计各增加\(change)万元，主要原因是人员增加。
        """ + "\n"
    }
}

/// A folder of its own for one test, removed when the test lets go of it.
final class TemporaryFolder {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "workbench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func file(_ name: String) -> String { path + "/" + name }

    /// Writes a text and gives its path.
    func write(_ text: String, to name: String) throws -> String {
        try text.write(toFile: file(name), atomically: true, encoding: .utf8)
        return file(name)
    }
}
