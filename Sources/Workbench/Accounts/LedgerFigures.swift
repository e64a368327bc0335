import FinalAccounts
import Ledger
import Narration
import OfficialForm
import Reporting

/// What a ledger keeps beside a body's lines: its documents and the figures stated in those of one year.
package struct LedgerFigures {
    /// The amounts stated for the year, the first mention of each measure.
    package let amounts: [Measure: Amount]
    /// The figures stated for the year, in the documents' order.
    package let records: [FigureRecord]
    /// The documents of the year.
    package let documents: [StoredDocument]
    /// The content hashes of all documents of the body, by file name.
    package let hashes: [String: String]

    /// Reads them for one body and year.
    package init(ledger: Ledger, unit: BudgetUnit, year: FiscalYear) throws {
        var amounts: [Measure: Amount] = [:]
        var hashes: [String: String] = [:]
        var records: [FigureRecord] = []
        var documents: [StoredDocument] = []
        let kinds = DocumentKind.allCases
        let found = try ledger.documents(of: unit)
        // What accounts state goes before what a plan or a statement beside them does.
        for document in kinds.flatMap({ kind in found.filter { $0.kind == kind } }) {
            hashes[document.fileName] = document.contentHash.description
            guard document.unit == unit, document.fiscalYear == year else { continue }
            documents.append(document)
            records += try ledger.figures(of: document)
        }
        for record in records where record.unit == "yuan" && record.qualifier.isEmpty {
            guard let measure = Measure(name: record.measure), amounts[measure] == nil else { continue }
            amounts[measure] = try Amount(parsing: record.value, unit: .yuan)
        }
        self.amounts = amounts
        self.records = records
        self.documents = documents
        self.hashes = hashes
    }

    /// The stated figures, as the composer prints amounts; those of measures this version does not know are left out.
    package func figures(composer: DisclosureComposer) throws(AmountError) -> [StatedFigure] {
        var figures: [StatedFigure] = []
        for record in records {
            if let figure = try StoredFigure.figure(record, composer: composer) { figures.append(figure) }
        }
        return figures
    }

    /// Sources with the hashes the ledger has for them.
    package func hashed(_ sources: [ReportSource]) -> [ReportSource] {
        sources.map { source in
            ReportSource(
                file: source.file, years: source.years, origin: source.origin, lines: source.lines,
                sha256: hashes[source.file])
        }
    }
}
