import Disclosures
import Interchange
import Reporting

/// Turns one disclosure into the text that `read` prints of it, and puts the texts of many together.
///
/// Every document is printed when its turn comes, so that no more than a few are ever held.
struct DocumentPrinter: Sendable {
    /// What is printed of one document.
    struct Page: Sendable {
        var text: String
        /// The closing line: figures placed, figures left over.
        var count: String
        var unplaced: Int
    }

    let format: OutputFormat
    let renderer: TableRenderer
    let tables: DisclosureTables

    /// The text of one document.
    func page(of disclosure: Disclosure) -> Page {
        Page(
            text: format == .json ? json(disclosure) : renderer.render(tables.tables(for: disclosure), as: format),
            count: tables.count(of: disclosure), unplaced: disclosure.unplacedCount)
    }

    /// What stands before the first document.
    var opening: String {
        format == .json ? "{\n  \"documents\" : [\n" : renderer.writesCodesAsText ? CSVDialect.mark : ""
    }

    /// What stands between two documents.
    var separator: String {
        switch format {
        case .json: ",\n"
        default: "\n"
        }
    }

    /// What stands behind the last document.
    var closing: String { format == .json ? "\n  ]\n}\n" : "" }

    private func json(_ disclosure: Disclosure) -> String {
        "    " + disclosure.json(in: renderer.language).text(.spaced, depth: 2)
    }
}
