import FinalAccounts

/// Which columns of a file hold account lines, for files whose header is not that of the interface.
public struct AccountLineColumnMap: Hashable, Sendable {
    /// The header of each column that is read, by its name in the interface (`subject_code`, `actual`).
    public let headers: [String: String]
    /// The year of all lines, where no column holds it.
    public let fiscalYear: FiscalYear?

    /// The names that ``headers`` may give.
    public static let names: [String] = AccountLineColumn.allCases.map(\.rawValue)

    /// Creates a map; `nil` when a name is no column of the interface.
    public init?(headers: [String: String], fiscalYear: FiscalYear? = nil) {
        guard headers.keys.allSatisfy({ AccountLineColumn(rawValue: $0) != nil }) else { return nil }
        self.headers = headers
        self.fiscalYear = fiscalYear
    }

    /// The column that a header cell is.
    func column(of header: String) -> AccountLineColumn? {
        let folded = AccountLineColumn.unseen(header)
        return headers.first { AccountLineColumn.unseen($0.value) == folded }.flatMap {
            AccountLineColumn(rawValue: $0.key)
        }
    }
}
