import ArgumentParser
import Disclosures
import FinalAccounts
import Workbench

/// How documents are read.
struct ReadingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The body, for documents that do not name one.", valueName: "name"))
    var bodyName: String?

    @Option(help: ArgumentHelp("The fiscal year, for documents that do not name one.", valueName: "year"))
    var fiscalYear: FiscalYear?

    @Option(help: "Character recognition of scanned pages: auto (pages without text), off, or always.")
    var ocr: ReadOptions.Recognition = .auto

    @Option(
        help: ArgumentHelp(
            "Which columns of CSV files and workbooks of account lines hold what.", valueName: "map.yaml"))
    var columns: String?

    @Flag(help: "Fail when a figure could not be placed.")
    var strict = false

    /// A reader that does as told.
    ///
    /// - Parameter count: how many documents there are; several are read side by side, of one the pages are.
    ///
    /// - Throws: ``CommandFailure`` or `WorkbenchError` for a map of columns that cannot be read.
    func reader(for count: Int) throws -> DisclosureReader {
        DisclosureReader(
            options: ReadOptions(
                unit: bodyName.map { BudgetUnit($0) }, fiscalYear: fiscalYear, recognition: ocr,
                columns: try columns.map { try ColumnMapFile.read($0) }, processes: count == 1 ? 2 : 1),
            subjects: { try? DataFolder.subjects(joinsCodes: false) })
    }
}

extension ReadOptions.Recognition: ExpressibleByArgument {}
