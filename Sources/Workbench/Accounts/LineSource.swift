import FinalAccounts
import Interchange
import Ledger
import Platform

/// Where account lines come from: a ledger, or CSV files without any ledger.
package struct LineSource: Sendable {
    /// The place.
    package enum Place: Sendable {
        case ledger(String)
        case files([String])
        /// A file that is in memory.
        case contents(SourceFile)
    }

    /// Where the lines are.
    package var place: Place
    /// The unit of amounts in files.
    package var amountUnit: AmountUnit
    /// How subject codes nest in files.
    package var scheme: SubjectScheme
    /// The one body that is wanted; `nil` for all.
    package var unit: BudgetUnit?
    /// The body of lines in files that have no column for it.
    package var unitOfLines: BudgetUnit?
    /// The day or moment the ledger is looked at from; `nil` for now.
    package var asOf: String?
    /// What is known of bodies that the accounts do not tell.
    package var bodies = BodyRegister()
    /// Which part of the lines is looked at, and by what they are told apart.
    package var selection = LineSelection()
    /// The last year that accounts may be of.
    package var latestYear: FiscalYear

    package init(
        _ place: Place, amountUnit: AmountUnit = .yuan, scheme: SubjectScheme = .china, unit: BudgetUnit? = nil,
        asOf: String? = nil, latestYear: FiscalYear
    ) {
        self.place = place
        self.amountUnit = amountUnit
        self.scheme = scheme
        self.unit = unit
        self.asOf = asOf
        self.latestYear = latestYear
    }

    /// Reads the lines.
    ///
    /// - Throws: ``WorkbenchError`` when there is none; the readers' errors otherwise.
    package func read() throws -> AccountLines {
        var found = AccountLines([])
        switch place {
        case .ledger(let path):
            // Lines of a body may stand under the names of those it took over from.
            found.lines = try opened(path).lines(of: bodies == BodyRegister() ? unit : nil)
        case .files(let paths):
            for path in paths { try add(SourceFile(reading: path), to: &found) }
            found.warnings += YearLikeness.findings(in: found.lines).map(\.sentence)
        case .contents(let file):
            try add(file, to: &found)
        }
        found.lines = bodies.joined(found.lines)
        if let unit { found.lines.removeAll { $0.unit != unit } }
        found.lines = selection.applied(to: found.lines)
        if found.lines.isEmpty { throw nothingFound }
        return found
    }

    private func add(_ source: SourceFile, to found: inout AccountLines) throws(ReadError) {
        let reader = AccountLineCSVReader(
            amountUnit: amountUnit, scheme: scheme, latestYear: latestYear, unit: unitOfLines)
        let file = try LineFile.read(source, by: reader)
        found.warnings += file.warnings.map { $0.at(source.path) }
        // The one file of most calls is not copied: it may hold a million lines.
        if found.lines.isEmpty { found.lines = file.lines } else { found.lines += file.lines }
    }

    /// What the ledger keeps beside the lines of a body and year; `nil` where there is no ledger.
    package func figures(of unit: BudgetUnit, year: FiscalYear) throws -> LedgerFigures? {
        guard case .ledger(let path) = place else { return nil }
        return try LedgerFigures(ledger: opened(path), unit: unit, year: year)
    }

    private func opened(_ path: String) throws -> Ledger {
        let ledger = try Ledger.open(at: path, readOnly: true)
        return try asOf.map { try ledger.asOf($0) } ?? ledger
    }

    private var nothingFound: WorkbenchError {
        let name =
            switch place {
            case .ledger(let path): path
            case .files(let paths): paths.joined(separator: ", ")
            case .contents(let file): file.path
            }
        guard let unit else {
            return WorkbenchError(
                .data, Bilingual("\(name)：没有科目数据", "\(name): no account lines"),
                advice: Bilingual("请先导入公开文件或 CSV 文件", "import a disclosure or a CSV file first"))
        }
        return WorkbenchError(
            .data, Bilingual("\(name)：没有“\(unit.name)”的科目数据", "\(name): no account lines of '\(unit.name)'"), .listUnits
        )
    }
}
