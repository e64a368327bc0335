import Platform

/// Reads the cells of a workbook (XLSX), with the values its formulas had when it was saved.
///
/// ```swift
/// let workbook = try WorkbookReader().read(file: "budget.xlsx")
/// ```
public struct WorkbookReader: Sendable {
    /// Bounds on what a workbook may cost.
    public var limits: ReadLimits

    /// Creates a reader.
    public init(limits: ReadLimits = ReadLimits()) {
        self.limits = limits
    }

    /// Reads a file.
    ///
    /// - Throws: ``ReadError`` with the part of the container.
    public func read(file: String) throws(ReadError) -> Workbook {
        try read(bytes: SourceFile(reading: file, limit: limits.fileBytes).bytes, file: file)
    }

    /// Reads a workbook that is already in memory.
    ///
    /// - Throws: ``ReadError`` with the part of the container.
    public func read(bytes: [UInt8], file: String) throws(ReadError) -> Workbook {
        var container = try ZipContainer(bytes, file: file, limits: limits)
        return try read(&container, file: file)
    }

    /// A sheet as the workbook's list names it.
    private struct Entry {
        var name: String
        var isHidden: Bool
        var relationship: String
    }

    func read(_ container: inout ZipContainer, file: String) throws(ReadError) -> Workbook {
        let main = try PackageRelationships.mainPart(of: &container, file: file) ?? "xl/workbook.xml"
        guard let list = try container.part(main) else {
            throw ReadError(
                .data, file: file, problem: Bilingual("文件中没有工作簿", "the container holds no workbook"),
                expected: Bilingual("XLSX 文件", "an XLSX file"),
                remedy: Bilingual("请用办公软件打开后另存为 .xlsx", "open it in an office program and save it as .xlsx"))
        }
        let relationships = try PackageRelationships(of: main, in: &container, file: file)
        let (entries, from1904) = try parsing(main, file) { () throws(XMLEventReader.Failure) in try Self.entries(list)
        }
        var strings: [String] = []
        if let name = relationships.target(ofType: "sharedStrings"), let part = try container.part(name) {
            strings = try parsing(name, file) { () throws(XMLEventReader.Failure) in
                try SharedStrings.read(part, limit: limits.cells)
            }
        }
        var styles = WorkbookStyles()
        if let name = relationships.target(ofType: "styles"), let part = try container.part(name) {
            styles = try parsing(name, file) { () throws(XMLEventReader.Failure) in try WorkbookStyles(part) }
        }
        var sheets: [WorkbookSheet] = []
        var left = limits.cells
        var textLeft = limits.textBytes
        for entry in entries {
            guard let name = relationships.target(of: entry.relationship), name.holds("sheet"),
                let part = try container.part(name)
            else { continue }
            let sheet = try parsing(name, file) { () throws(XMLEventReader.Failure) in
                var parser = SheetParser(
                    name: entry.name, isHidden: entry.isHidden, strings: strings, styles: styles,
                    countsFrom1904: from1904, limit: left, textLeft: textLeft)
                let sheet = try parser.parse(part)
                textLeft = parser.textLeft
                return sheet
            }
            left -= sheet.cells.count
            sheets.append(sheet)
        }
        return Workbook(sheets: sheets)
    }

    private func parsing<Result>(
        _ part: String, _ file: String, _ body: () throws(XMLEventReader.Failure) -> Result
    ) throws(ReadError) -> Result {
        do {
            return try body()
        } catch {
            throw error.error(file: file, part: part)
        }
    }

    private static func entries(
        _ bytes: [UInt8]
    ) throws(XMLEventReader.Failure) -> (sheets: [Entry], from1904: Bool) {
        var reader = try XMLEventReader(bytes)
        var entries: [Entry] = []
        var from1904 = false
        while let event = try reader.next() {
            switch event {
            case .start("workbookPr"):
                from1904 = reader.attribute("date1904") == "1" || reader.attribute("date1904") == "true"
            case .start("sheet"):
                let attributes = reader.attributes()
                guard let name = attributes["name"], let id = attributes["id"] else { continue }
                let state = attributes["state"] ?? "visible"
                entries.append(Entry(name: name, isHidden: state != "visible", relationship: id))
            default: break
            }
        }
        return (entries, from1904)
    }
}
