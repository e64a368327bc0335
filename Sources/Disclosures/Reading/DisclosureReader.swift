import FinalAccounts

/// Reads a document of any kind into a ``Disclosure``.
///
/// ```swift
/// let reader = DisclosureReader()
/// let disclosure = try reader.read(file: "2023年度部门决算.txt")
/// for line in disclosure.lines { print(line.line.subject.name, line.statedActual?.text ?? "") }
/// ```
///
/// The reader holds no state: one value may be used by many tasks at once. Reading blocks the calling
/// thread, and for PDF waits for a child process.
public struct DisclosureReader: Sendable {
    /// What the reader was told.
    public var options: ReadOptions

    /// Creates a reader.
    public init(options: ReadOptions = ReadOptions()) {
        self.options = options
    }

    /// Reads a file.
    ///
    /// - Throws: ``ReadError``, whose kind says which exit code it asks for.
    public func read(file: String) throws(ReadError) -> Disclosure {
        let bytes = try FileBytes.read(file, limit: options.limits.fileBytes)
        return try read(bytes: bytes, file: file)
    }

    /// Reads a document that is already in memory.
    ///
    /// - Parameters:
    ///   - bytes: the document.
    ///   - file: the name that appears in results and errors; its ending is only a hint.
    /// - Throws: ``ReadError``.
    public func read(bytes: [UInt8], file: String) throws(ReadError) -> Disclosure {
        let text = try TextDecoding.decode(bytes, file: file, limit: options.limits.textBytes)
        return try read(lines: PlainText.lines(text), file: file)
    }

    /// Makes a disclosure of the lines of a document.
    func read(lines: [TextLine], file: String) throws(ReadError) -> Disclosure {
        let text = FoldedText(lines: lines)
        let outline = Outline(text)
        let identity = DocumentIdentity(text, outline: outline)
        var disclosure = Disclosure(
            file: file, unit: identity.unit ?? options.unit, fiscalYear: identity.fiscalYear ?? options.fiscalYear,
            headings: outline.headings, pageCount: lines.last?.page, text: DocumentText(text, outline: outline))
        if identity.isBlankForm {
            disclosure.kind = .blankForm
            return disclosure
        }
        guard let year = disclosure.fiscalYear else {
            throw ReadError(
                .data, file: file, problem: "the document names no fiscal year", expected: "words like 2023年度部门决算",
                remedy: "check that this is a disclosure of final accounts, or give the year")
        }
        var reader = ProseReader(
            file: file, text: text, outline: outline, unit: disclosure.unit ?? BudgetUnit(""), fiscalYear: year)
        let findings = reader.read()
        disclosure.lines = findings.lines
        disclosure.figures = findings.figures
        disclosure.evaluations = findings.evaluations
        disclosure.diagnostics = findings.diagnostics
        guard !disclosure.lines.isEmpty || !disclosure.figures.isEmpty else {
            throw ReadError(
                .data, file: file, problem: "no figures of final accounts in it",
                expected: "the explanation or the tables of a 部门决算", remedy: "check that this is the right document")
        }
        return disclosure
    }
}
