import FinalAccounts
import Foundation

/// The figures that the project ships and those that may stand beside it, as account lines.
enum SampleFiles {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The street office's published 2023 lines, and the generated years before when asked for.
    static func qingling(withEarlierYears: Bool) throws -> [AccountLine] {
        let names = (withEarlierYears ? [2019, 2020, 2021, 2022].map { "\($0)-synthetic" } : []) + ["2023-lines"]
        return try names.flatMap { name in
            try rows(of: root.appending(path: "Data/qingling/\(name).csv")).compactMap { try line($0, unit: .wan) }
        }
    }

    private static func rows(of file: URL) throws -> [[String: String]] {
        let text = try String(contentsOf: file, encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline).map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        guard let header = lines.first else { return [] }
        return lines.dropFirst().map { cells in
            Dictionary(zip(header, cells)) { first, _ in first }
        }
    }

    private static func line(_ row: [String: String], unit: AmountUnit) throws -> AccountLine? {
        guard row["fund"] == Fund.generalPublicBudget.rawValue else { return nil }
        func amount(_ name: String) throws -> Amount? {
            guard let text = row[name], !text.isEmpty else { return nil }
            return try Amount(parsing: text, unit: unit)
        }
        let budget: BudgetState =
            row["initial_budget"] == "unbudgeted"
            ? .unbudgeted : try amount("initial_budget").map(BudgetState.stated) ?? .notStated
        return AccountLine(
            unit: BudgetUnit(row["unit"] ?? ""), fiscalYear: try FiscalYear(parsing: row["fiscal_year"] ?? ""),
            subject: Subject(
                code: row["subject_code"], names: (row["subject_name"] ?? "").split(separator: "/").map(String.init)),
            initialBudget: budget, actual: try amount("actual"),
            reason: row["reason"].flatMap { $0.isEmpty ? nil : $0 },
            origin: row["origin"].flatMap(Origin.init(rawValue:)) ?? .published)
    }
}
