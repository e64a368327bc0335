import FinalAccounts

/// Account lines as a disclosure: the lines and nothing else.
enum AccountLineDisclosure {
    /// Reads account lines, in yuan where the file does not say more.
    ///
    /// - Throws: ``ReadError`` with row and column.
    static func read(_ bytes: [UInt8], file: String, _ options: ReadOptions) throws(ReadError) -> Disclosure {
        let reader = AccountLineCSVReader(unit: options.unit, byteLimit: options.limits.fileBytes)
        let (lines, warnings) = try reader.read(bytes: bytes, file: file)
        var disclosure = Disclosure(file: file, kind: .accountLines, diagnostics: warnings)
        disclosure.unit = common(lines.map(\.unit))
        disclosure.fiscalYear = common(lines.map(\.fiscalYear))
        disclosure.lines = lines.map { line in
            DisclosedLine(
                line: line, statedInitialBudget: line.initialBudget.amount.map(stated),
                statedAdjustedBudget: line.adjustedBudget.map(stated), statedActual: line.actual.map(stated),
                place: .table)
        }
        return disclosure
    }

    private static func stated(_ amount: Amount) -> StatedAmount {
        StatedAmount(amount: amount, unit: .yuan, decimals: 2)
    }

    /// The value that all share; `nil` where they differ.
    private static func common<Value: Equatable>(_ values: [Value]) -> Value? {
        guard let first = values.first, values.allSatisfy({ $0 == first }) else { return nil }
        return first
    }
}
