import Interchange
import Platform

/// Makes lines and grids of a document of any form, told by its content.
struct DocumentOpener {
    var limits: ReadLimits
    /// Whether scanned pages are recognized.
    var recognition = ReadOptions.Recognition.off
    /// How many programs may read one document side by side.
    var processes = 1

    /// Which columns of a file of account lines hold what.
    var columns: AccountLineColumnMap?

    /// What a document was found to be.
    enum Form: Hashable, Sendable {
        case pdf, workbook, document, oldWorkbook, oldDocument, foreignWorkbook, foreignDocument, html, csv, text

        /// What it is called.
        var name: Bilingual {
            switch self {
            case .pdf: Bilingual("PDF 文件", "a PDF")
            case .workbook: Bilingual("XLSX 工作簿", "an XLSX workbook")
            case .document: Bilingual("DOCX 文档", "a DOCX document")
            case .oldWorkbook: Bilingual("旧版工作簿（XLS）", "an old workbook (XLS)")
            case .oldDocument: Bilingual("旧版文档（DOC、WPS）", "an old document (DOC, WPS)")
            case .foreignWorkbook: Bilingual("其他软件的工作簿", "a workbook of another program")
            case .foreignDocument: Bilingual("其他软件的文档", "a document of another program")
            case .html: Bilingual("网页（HTML）", "an HTML page")
            case .csv: Bilingual("文本表格（CSV）", "a table in text form (CSV)")
            case .text: Bilingual("纯文本", "plain text")
            }
        }
    }

    /// Opens a document.
    ///
    /// - Parameter path: where it lies on disk; `nil` when it is only in memory.
    /// - Throws: ``ReadError``.
    func open(
        _ bytes: [UInt8], file: String, path: String?
    ) throws(ReadError) -> (content: DocumentContent, form: Form) {
        switch DocumentFormat.detect(bytes) {
        case .pdf:
            let words = try PDFText(limits: limits, processes: processes).pages(of: bytes, path: path, file: file)
            let read = try PageRecognition(recognition: recognition, limits: limits).pages(
                words.pages, bytes: bytes, path: path, file: file)
            var content = PDFContent.content(of: read.pages, recognized: read.recognized)
            content.recognizedPages = Set(read.recognized.keys)
            content.diagnostics += words.diagnostics + read.diagnostics
            return (content, .pdf)
        case .container: return try container(bytes, file: file)
        case .compound: return try compound(bytes, file: file)
        case .foreign(_, let ending, let target): return try converted(bytes, ending: ending, to: target, file: file)
        case .html: return (try HTMLContent.content(of: bytes, file: file, limits: limits), .html)
        case .text: return try text(bytes, file: file)
        case .picture(let name):
            throw ReadError(
                .data, file: file, problem: Bilingual("文件是图片（\(name)）", "the file is a picture (\(name))"),
                expected: Bilingual("含文字的文件", "a document with text"),
                remedy: Bilingual(
                    "请提供原文件，或扫描页的 PDF 并指定 --ocr auto",
                    "give the document itself, or a PDF of its scanned pages and --ocr auto"))
        case .archive(let name):
            throw ReadError(
                .data, file: file, problem: Bilingual("文件是压缩包（\(name)）", "the file is an archive (\(name))"),
                expected: Bilingual("公开文件", "a document"),
                remedy: Bilingual("请解压后提供其中的文件", "unpack it and give what is in it"))
        }
    }

    private func text(_ bytes: [UInt8], file: String) throws(ReadError) -> (DocumentContent, Form) {
        let text = try TextDecoding.utf8(bytes, file: file, limit: limits.textBytes)
        if TableCSV.recognizes(text) { return (try TableCSV.content(of: text, file: file, limits: limits), .csv) }
        return (PlainTextContent.content(of: PlainText.lines(TextDecoding.scalars(text))), .text)
    }

    // MARK: Containers

    private func container(_ bytes: [UInt8], file: String) throws(ReadError) -> (DocumentContent, Form) {
        var container = try ZipContainer(bytes, file: file, limits: limits)
        let main = try PackageRelationships.mainPart(of: &container, file: file) ?? ""
        if main.opens(with: "word/") || container.names.contains("word/document.xml") {
            return (try WordContent.content(of: &container, file: file, limits: limits), .document)
        }
        if main.closes(with: ".bin") { return try converted(bytes, ending: "xlsb", to: .workbook, file: file) }
        if main.opens(with: "xl/") || container.names.contains("xl/workbook.xml") {
            let workbook = try WorkbookReader(limits: limits).read(&container, file: file)
            return (Self.content(of: workbook, columns: columns), .workbook)
        }
        if let type = try container.part("mimetype").map({ String(decoding: $0.prefix(100), as: UTF8.self) }) {
            if type.closes(with: "opendocument.spreadsheet") {
                return try converted(bytes, ending: "ods", to: .workbook, file: file)
            }
            if type.closes(with: "opendocument.text") {
                return try converted(bytes, ending: "odt", to: .document, file: file)
            }
        }
        throw ReadError(
            .data, file: file, problem: Bilingual("文件是 ZIP 压缩包，不是文档", "the file is a ZIP archive and no document"),
            expected: Bilingual("XLSX 或 DOCX 文件", "an XLSX or DOCX file"),
            remedy: Bilingual("请解压后提供其中的文件", "unpack it and give what is in it"))
    }

    private static func content(of workbook: Workbook, columns: AccountLineColumnMap?) -> DocumentContent {
        let lines = AccountLineSheet.csv(of: workbook, columns: columns)
        guard lines.isEmpty else {
            var content = DocumentContent(lines: [])
            content.accountLines = lines
            return content
        }
        return WorkbookContent.content(of: workbook)
    }

    private func compound(_ bytes: [UInt8], file: String) throws(ReadError) -> (DocumentContent, Form) {
        switch CompoundFile.content(bytes) {
        case .document: return try converted(bytes, ending: "doc", to: .document, file: file)
        case .workbook: return try converted(bytes, ending: "xls", to: .workbook, file: file)
        case .encrypted:
            throw ReadError(
                .data, file: file, problem: Bilingual("文件已加密", "the document is encrypted"),
                expected: Bilingual("无需密码即可打开的文件", "a document that opens without a password"),
                remedy: Bilingual("请先去除密码", "remove the password first"))
        case .other:
            throw ReadError(
                .data, file: file,
                problem: Bilingual(
                    "是旧版办公文件，但既非文档也非工作簿，或不完整",
                    "it is an old office file, but neither a document nor a workbook, or cut off"),
                expected: Bilingual(".doc、.xls 或 .wps 文件", "a .doc, .xls or .wps file"),
                remedy: Bilingual("请用办公软件打开后重新保存", "open it in an office program and save it again"))
        }
    }

    private func converted(
        _ bytes: [UInt8], ending: String, to target: OfficeConversion.Target, file: String
    ) throws(ReadError) -> (DocumentContent, Form) {
        let converted = try OfficeConversion(limits: limits).convert(bytes, ending: ending, to: target, file: file)
        var container = try ZipContainer(converted, file: file, limits: limits)
        switch target {
        case .document:
            let content = try WordContent.content(of: &container, file: file, limits: limits)
            return (content, ending == "doc" ? .oldDocument : .foreignDocument)
        case .workbook:
            let workbook = try WorkbookReader(limits: limits).read(&container, file: file)
            return (Self.content(of: workbook, columns: columns), ending == "xls" ? .oldWorkbook : .foreignWorkbook)
        }
    }
}
