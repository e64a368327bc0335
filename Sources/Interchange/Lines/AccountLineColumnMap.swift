import FinalAccounts

/// Which columns of a file hold account lines, for files whose header is not that of the interface.
public struct AccountLineColumnMap: Hashable, Sendable, Codable {
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

extension AccountLineColumnMap {
    /// Takes names and headers by turns, and the year.
    public init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        let words = try container.decode([String].self)
        let pairs = stride(from: 0, to: words.count - 1, by: 2).map { (words[$0], words[$0 + 1]) }
        let year = try container.decode([FiscalYear].self).first
        guard let map = Self(headers: Dictionary(pairs) { first, _ in first }, fiscalYear: year) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no column of account lines")
        }
        self = map
    }

    /// Writes names and headers by turns, in order of name, and the year.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        try container.encode(headers.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] })
        try container.encode([fiscalYear].compactMap { $0 })
    }
}
