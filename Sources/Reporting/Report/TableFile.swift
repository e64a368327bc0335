import FinalAccounts
import Platform

/// Tables as a file for people: a workbook with a sheet for each, or a page.
package struct TableFile {
    private let tables: [ReportTable]
    private let renderer: TableRenderer

    /// - Parameter renderer: the language and how money is printed.
    package init(_ tables: [ReportTable], renderer: TableRenderer) {
        self.tables = tables
        self.renderer = renderer
    }

    /// Writes a workbook, whole or not at all; heads stay in view and have filters, codes are text.
    ///
    /// - Throws: ``OutputError`` when it cannot be written.
    package func write(workbook path: String) throws(OutputError) {
        let sheets = TableSheet(renderer: renderer)
        var names: Set<String> = []
        let made = tables.map { sheets.sheet(named: Self.name($0, unlike: &names), [$0]) }
        try SpreadsheetFile.write(Spreadsheet(title: heading, year: 0, sheets: made), to: path)
    }

    /// One page that needs nothing else.
    package var html: String { page(title: heading) }

    /// A page under a title of its own.
    package func page(title: String, subtitle: String = "") -> String {
        let inner = HTMLTable(renderer: renderer)
        let page = ReportPage(
            language: renderer.language, title: title, subtitle: subtitle, warnings: [],
            sections: tables.map { ReportPage.Section(id: $0.name, title: $0.title, body: inner.html($0)) },
            footer: renderer.language.words("由决算（juesuan）生成", "Made by juesuan"), options: [:], chartScript: nil,
            isList: true)
        return page.html.markup
    }

    private var heading: String { tables.first?.title ?? "" }

    /// A sheet's name has no more than 31 characters, none of some signs, and is the only one of its kind.
    private static func name(_ table: ReportTable, unlike names: inout Set<String>) -> String {
        let plain = String(table.title.filter { !"[]:*?/\\'：".contains($0) }.prefix(28))
        let base = plain.isEmpty ? table.name : plain
        var name = base
        var count = 2
        while !names.insert(name.lowercased()).inserted {
            name = "\(base) \(count)"
            count += 1
        }
        return name
    }
}
