import Disclosures
import FinalAccounts
import Ledger
import Reporting

/// What a ledger keeps beside its lines, as a report shows it: stated totals and the documents themselves.
struct LedgerFigures {
    /// The amounts stated for the year, the first mention of each measure.
    let amounts: [Measure: Amount]
    /// The content hashes, by file name.
    let hashes: [String: String]

    /// Reads them for one body and year.
    init(ledger: Ledger, unit: BudgetUnit, year: FiscalYear) throws {
        var amounts: [Measure: Amount] = [:]
        var hashes: [String: String] = [:]
        for document in try ledger.documents() {
            hashes[document.fileName] = document.contentHash.description
            guard document.unit == unit, document.fiscalYear == year else { continue }
            for record in try ledger.figures(of: document) where record.unit == "yuan" && record.qualifier.isEmpty {
                guard let measure = Measure(name: record.measure), amounts[measure] == nil else { continue }
                amounts[measure] = try Amount(parsing: record.value, unit: .yuan)
            }
        }
        self.amounts = amounts
        self.hashes = hashes
    }

    /// Sources with the hashes the ledger has for them.
    func hashed(_ sources: [ReportSource]) -> [ReportSource] {
        sources.map { source in
            ReportSource(
                file: source.file, years: source.years, origin: source.origin, lines: source.lines,
                sha256: hashes[source.file])
        }
    }
}
