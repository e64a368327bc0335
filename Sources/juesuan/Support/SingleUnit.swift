import FinalAccounts

/// The one body that a command works on.
enum SingleUnit {
    /// The body of all lines of a year.
    ///
    /// - Throws: ``CommandFailure`` when there are several.
    static func of(_ lines: [AccountLine], in year: FiscalYear) throws -> BudgetUnit {
        let units = Set(lines.lazy.filter { $0.fiscalYear == year }.map(\.unit)).sorted()
        guard let unit = units.first, units.count == 1 else {
            let names = units.prefix(5).map(\.name).joined(separator: ", ")
            throw CommandFailure(
                .usage,
                "\(units.count) bodies have lines of \(year) (\(names)\(units.count > 5 ? ", …" : "")); choose one with --unit"
            )
        }
        return unit
    }
}
