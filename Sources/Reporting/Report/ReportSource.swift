import FinalAccounts

/// A document the figures of a report were read from.
package struct ReportSource: Hashable, Sendable {
    /// The file name.
    package let file: String
    /// The years it speaks of, ascending.
    package let years: [FiscalYear]
    /// Whether it was published or generated.
    package let origin: Origin
    /// How many lines were read.
    package let lines: Int
    /// The SHA-256 of its content, where the ledger keeps it.
    package let sha256: String?

    package init(file: String, years: [FiscalYear], origin: Origin, lines: Int, sha256: String? = nil) {
        self.file = file
        self.years = years
        self.origin = origin
        self.lines = lines
        self.sha256 = sha256
    }

    /// The sources named by account lines, in order of file name.
    package static func sources(of lines: some Sequence<AccountLine>) -> [ReportSource] {
        let named = Dictionary(grouping: lines.filter { $0.source != nil }) { $0.source?.file ?? "" }
        return named.sorted { $0.key < $1.key }.map { file, lines in
            ReportSource(
                file: file, years: Set(lines.map(\.fiscalYear)).sorted(),
                origin: lines.contains { $0.origin == .synthetic } ? .synthetic : .published, lines: lines.count)
        }
    }
}
