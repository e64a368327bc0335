import FinalAccounts
import Interchange
import OfficialForm

/// Account lines as a disclosure: the lines and nothing else.
enum AccountLineDisclosure {
    /// Reads account lines, in the unit that the options give.
    ///
    /// - Throws: ``ReadError`` with row and column.
    static func read(
        _ parts: [(sheet: String?, bytes: [UInt8])], file: String, _ options: ReadOptions
    ) throws(ReadError) -> Disclosure {
        let reader = AccountLineCSVReader(
            amountUnit: options.amountUnit, unit: options.unit, columns: options.columns)
        var lines: [AccountLine] = []
        var warnings: [Diagnostic] = []
        for part in parts {
            let name = part.sheet.map { "\(file), sheet \($0)" } ?? file
            let read = try reader.read(bytes: part.bytes, file: name, byteLimit: options.limits.fileBytes)
            lines += read.lines
            warnings += read.warnings
        }
        var disclosure = Disclosure(file: file, kind: .accountLines, diagnostics: warnings)
        disclosure.unit = common(lines.map(\.unit))
        disclosure.fiscalYear = common(lines.map(\.fiscalYear))
        disclosure.lines = lines.map { line in
            DisclosedLine(
                line: line,
                statedInitialBudget: line.initialBudget.amount.map { stated($0, in: options.amountUnit) },
                statedAdjustedBudget: line.adjustedBudget.map { stated($0, in: options.amountUnit) },
                statedActual: line.actual.map { stated($0, in: options.amountUnit) }, place: .table)
        }
        return disclosure
    }

    /// The amount in the file's unit, with at least two decimals and as many as it takes to be exact.
    private static func stated(_ amount: Amount, in unit: AmountUnit) -> StatedAmount {
        let shortest = amount.formatted(unit: unit)
        let decimals = shortest.firstIndex(of: ".").map { shortest[$0...].count - 1 } ?? 0
        return StatedAmount(amount: amount, unit: unit, decimals: max(2, decimals))
    }

    /// The value that all share; `nil` where they differ.
    private static func common<Value: Equatable>(_ values: [Value]) -> Value? {
        guard let first = values.first, values.allSatisfy({ $0 == first }) else { return nil }
        return first
    }
}
