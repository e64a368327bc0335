import FinalAccounts
import Interchange
import OfficialForm
import Platform

/// Reads a document of any kind into a ``Disclosure``.
///
/// ```swift
/// let reader = DisclosureReader()
/// let disclosure = try reader.read(file: "2023年度部门决算.pdf")
/// for line in disclosure.lines { print(line.line.subject.name, line.statedActual?.text ?? "") }
/// ```
///
/// The reader holds no state: one value may be used by many tasks at once. Reading blocks the calling
/// thread, and for PDF waits for a child process.
public struct DisclosureReader: Sendable {
    /// What the reader was told.
    public var options: ReadOptions
    /// Gives the classification, which vouches for the codes and names of scanned tables; asked where there are any.
    public var subjects: @Sendable () -> SubjectCatalog?

    /// Creates a reader.
    ///
    /// - Parameters:
    ///   - options: what the reader is told.
    ///   - subjects: gives the classification; without it a scanned row stands where two tables read it alike.
    public init(
        options: ReadOptions = ReadOptions(), subjects: @escaping @Sendable () -> SubjectCatalog? = { nil }
    ) {
        self.options = options
        self.subjects = subjects
    }

    /// Reads a file.
    ///
    /// - Throws: ``ReadError``, whose kind says which exit code it asks for.
    public func read(file: String) throws(ReadError) -> Disclosure {
        try read(SourceFile(reading: file, limit: options.limits.fileBytes))
    }

    /// Reads a file that was opened.
    ///
    /// - Throws: ``ReadError``.
    package func read(_ file: SourceFile) throws(ReadError) -> Disclosure {
        try read(bytes: file.bytes, file: file.path, path: file.path)
    }

    /// Reads a document that is already in memory.
    ///
    /// - Parameters:
    ///   - bytes: the document.
    ///   - file: the name that appears in results and errors; its ending is only a hint.
    /// - Throws: ``ReadError``.
    public func read(bytes: [UInt8], file: String) throws(ReadError) -> Disclosure {
        try read(bytes: bytes, file: file, path: nil)
    }

    /// Whether the beginning of a CSV is that of a table of a disclosure rather than of account lines.
    ///
    /// - Parameter withTitle: whether the title of one of the nine tables must stand over it.
    public static func recognizesTable(_ bytes: [UInt8], withTitle: Bool) -> Bool {
        guard let text = try? TextDecoding.utf8(bytes, file: "", limit: bytes.count, isPrefix: true) else {
            return false
        }
        return TableCSV.recognizes(text) && (!withTitle || TableCSV.hasTitle(text))
    }

    private func read(bytes: [UInt8], file: String, path: String?) throws(ReadError) -> Disclosure {
        if AccountLineCSVReader.recognizes(bytes, columns: options.columns) {
            return try AccountLineDisclosure.read([(sheet: nil, bytes: bytes)], file: file, options)
        }
        let document = try DocumentOpener(
            limits: options.limits, recognition: options.recognition, processes: options.processes,
            columns: options.columns
        ).open(
            bytes, file: file, path: path)
        if !document.content.accountLines.isEmpty {
            let sheets = document.content.accountLines.map { (sheet: String?.some($0.sheet), bytes: $0.bytes) }
            return try AccountLineDisclosure.read(sheets, file: file, options)
        }
        var disclosure = try read(document.content, file: file)
        if let diagnostic = WrongEnding.diagnostic(file: file, form: document.form) {
            disclosure.diagnostics.insert(diagnostic, at: 0)
        }
        // A figure's range is a place in the text.
        if !options.keepsText { for index in disclosure.figures.indices { disclosure.figures[index].range = nil } }
        return disclosure
    }

    /// What tables that name no year are read as: a year that none of their heads can mean. They have figures and no lines.
    private static let yearless = FiscalYear(FiscalYear.plausible.upperBound)

    /// Makes a disclosure of the lines and grids of a document.
    func read(_ content: DocumentContent, file: String) throws(ReadError) -> Disclosure {
        let text = FoldedText(lines: content.lines)
        let outline = Outline(text)
        let titles = DocumentTitles(text, outline: outline)
        let identity = DocumentIdentity(text, titles: titles, outline: outline)
        let tables = StatedTables(content)
        let sort = DocumentSort(
            text, titles: titles, outline: outline, tablesPlan: tables.isPlan,
            hasMainTables: content.grids.contains { $0.kind != .threePublic })
        if let first = tables.bodies.first, let last = tables.bodies.last {
            throw ReadError(
                .data, file: file,
                problem: Bilingual(
                    "文件含多个单位的表：\(first)、\(last)", "it holds the tables of several bodies: \(first), \(last)"),
                expected: Bilingual("一个单位的公开文件", "the disclosure of one body"),
                remedy: Bilingual("请将各单位的表分别存为文件", "save the tables of each body as a file of its own"))
        }
        let tableYear = tables.year(isPlan: sort.isPlan)
        var disclosure = Disclosure(
            file: file, unit: identity.unit ?? options.unit ?? DocumentIdentity.unit(ofTitle: content.pageTitle),
            fiscalYear: identity.fiscalYear ?? options.fiscalYear ?? tableYear
                ?? DocumentIdentity.year(ofTitle: content.pageTitle),
            headings: outline.headings, diagnostics: content.diagnostics,
            pageCount: content.pageCount ?? content.lines.last?.page,
            text: options.keepsText
                ? DocumentText(text, outline: outline, subjects: SubjectScanner.subjects(in: text, outline))
                : DocumentText())
        if disclosure.fiscalYear == nil, let year = identity.assumedYear { assume(year, titles, of: &disclosure) }
        disclosure.otherTables = content.otherTables.map(\.table)
        disclosure.formTables = content.formTables.map { $0.table.keeping(Set($0.rows)) }
        let left = disclosure.fiscalYear.map { tables.otherYears(than: $0).map(\.place) } ?? []
        let grids = content.grids.indices.filter { !left.contains($0) }.map { content.grids[$0] }
        readTables(grids, isExcerpt: tables.isExcerpt, plans: sort.isPlan, into: &disclosure)
        if !content.recognizedPages.isEmpty {
            // A table whose unit no caption says may be in any.
            let isUnitKnown = grids.contains { $0.unit != nil }
            disclosure.confirmTables(
                isRuled: grids.map { $0.isRuled && isUnitKnown }, subjects: subjects())
        }
        if identity.isBlankForm, !disclosure.tables.contains(where: \.hasAmounts) {
            disclosure.kind = .blankForm
            return disclosure
        }
        disclosure.kind = sort.kind
        if disclosure.fiscalYear == nil {
            disclosure.diagnostics.append(
                Diagnostic(
                    kind: .unreadablePart, page: nil, quote: titles.first,
                    message: Bilingual(
                        "文件未写明年度，只能读取数据，不能形成科目",
                        "the document names no fiscal year; without one it has figures and no lines")))
        }
        var stated = tables.read(
            TableStatements.Context(
                file: file, unit: disclosure.unit ?? BudgetUnit(""),
                fiscalYear: disclosure.fiscalYear ?? Self.yearless, plainSide: sort.plainSide,
                formTopics: sort.nouns.formTopics))
        if disclosure.fiscalYear == nil {
            disclosure.diagnostics += (stated.lines ?? []).compactMap(\.withoutYear)
            stated.lines = nil
        }
        // What tables state is no prose.
        let kept = tables.proseLines(outOf: content.lines)
        let prose = kept.map { FoldedText(lines: $0.map { content.lines[$0] }) }
        let loneNumbers = try readProse(
            prose ?? text, outline: prose.map { Outline($0) } ?? outline, sort: sort,
            tables: stated, into: &disclosure)
        if let kept, let prose {
            for index in disclosure.figures.indices {
                disclosure.figures[index].range = disclosure.figures[index].range.flatMap {
                    text.range(of: $0, in: prose, madeOf: kept)
                }
            }
        }
        disclosure.confirmText(on: content.recognizedPages)
        readIndicators(content, text: text, into: &disclosure)
        if disclosure.evaluations.allSatisfy(\.indicators.isEmpty) {
            disclosure.diagnostics += loneNumbers
            if content.isShort {
                disclosure.diagnostics += tables.unread(content.otherTables)
            }
        }
        if !disclosure.holdsFigures, disclosure.unplacedCount > 0 { disclosure.kind = .other }
        guard disclosure.holdsFigures || disclosure.kind == .other && disclosure.unplacedCount > 0 else {
            let unread = disclosure.diagnostics.first { $0.kind == .unplacedFigure || $0.kind == .formulaWithoutValue }
            throw ReadError(
                .data, file: file,
                problem: Bilingual("文件中没有决算数据", "no figures of final accounts in it")
                    + (unread.map { Bilingual("（\($0.message.zhHans)）", " (\($0.message.en))") }
                        ?? Bilingual(verbatim: "")),
                expected: Bilingual("部门决算的说明或报表", "the explanation or the tables of final accounts (“部门决算”)"),
                remedy: Bilingual("请核对是否为正确的文件", "check that this is the right document"))
        }
        return disclosure
    }

    private func assume(_ year: FiscalYear, _ titles: DocumentTitles, of disclosure: inout Disclosure) {
        disclosure.fiscalYear = year
        disclosure.diagnostics.append(
            Diagnostic(
                kind: .assumedYear, page: nil, quote: titles.first,
                message: Bilingual(
                    "文件未写明年度，按发布日期视为\(year)年",
                    "the document names no fiscal year; by the day it was put out it was taken to be of \(year)")))
    }

    private func readTables(
        _ grids: [TableGrid], isExcerpt: Bool, plans: Bool, into disclosure: inout Disclosure
    ) {
        var interpreter = TableInterpreter()
        interpreter.plans = plans
        interpreter.setting = disclosure.fiscalYear.map {
            TableHead.Setting(fiscalYear: $0.number, plainSide: plans ? .budget : .amount)
        }
        // A table that forgets to state its unit has that of the others.
        interpreter.defaultUnit = grids.compactMap(\.unit).first ?? .wan
        if grids.allSatisfy({ $0.unit == nil }), let first = grids.first {
            disclosure.diagnostics.append(
                Diagnostic(
                    kind: .assumedUnit, page: first.page, quote: first.title,
                    message: Bilingual(
                        "各表均未写明金额单位，按万元读取",
                        "no table states the unit of its amounts; they were read in units of 10,000 yuan (“万元”)")))
        }
        for grid in grids {
            let (table, diagnostics) = interpreter.table(of: grid)
            disclosure.tables.append(table)
            // What is read for itself says by itself what is left over.
            if !isExcerpt { disclosure.diagnostics += diagnostics }
        }
        disclosure.diagnostics += SisterTables.contradictions(in: disclosure.tables)
    }

    /// Joins the tables of self-evaluations with what the text says of them.
    private func readIndicators(_ content: DocumentContent, text: FoldedText, into disclosure: inout Disclosure) {
        let header = Array("二级指标".unicodeScalars)
        guard
            !content.otherTables.isEmpty || text.firstIndex(of: header, in: 0..<text.scalars.count) != nil
        else { return }
        var reader = EvaluationTableReader(content.lines, tables: content.otherTables)
        for evaluation in reader.read() { disclosure.join(evaluation) }
        disclosure.diagnostics += reader.diagnostics
    }

    /// - Returns: the numbers that are lines of their own, which a table of indicators may yet take.
    private func readProse(
        _ text: FoldedText, outline: Outline, sort: DocumentSort, tables: StatedTables.Findings,
        into disclosure: inout Disclosure
    ) throws(ReadError) -> [Diagnostic] {
        let unit = disclosure.unit ?? BudgetUnit("")
        let limit = options.limits.statements
        var reader = ProseReader(
            file: disclosure.file, text: text, outline: outline, unit: unit, fiscalYear: disclosure.fiscalYear,
            plainSide: sort.plainSide, nouns: sort.nouns,
            hasTables: !disclosure.tables.isEmpty, limit: limit)
        guard let findings = reader.read() else {
            throw ReadError(
                .data, file: disclosure.file,
                problem: Bilingual("文字中的金额和比例超过 \(limit) 个", "its text states more than \(limit) amounts and shares"),
                expected: Bilingual(
                    "一个单位一年的公开文件，通常只有数百个", "a disclosure of one body for one year, which states some hundreds"),
                remedy: Bilingual("请拆分该文件", "split it"))
        }
        let tableLines =
            tables.lines
            ?? disclosure.fiscalYear.map {
                TableLines(file: disclosure.file, unit: unit, fiscalYear: $0).lines(of: disclosure.tables)
            } ?? []
        let merged = LineMerger.merge(prose: findings.lines, tables: tableLines)
        disclosure.lines = merged.lines
        disclosure.figures = findings.figures + tables.figures
        disclosure.evaluations = findings.evaluations
        disclosure.remarks = findings.remarks
        disclosure.glossary = findings.glossary
        disclosure.bodies = BodyList.names(in: text)
        disclosure.diagnostics.removeAll {
            $0.kind == .unplacedFigure && findings.rows.contains(TableText.compact($0.quote.unicodeScalars))
        }
        disclosure.diagnostics += findings.diagnostics + merged.diagnostics + tables.diagnostics
        return findings.loneNumbers
    }
}

extension Disclosure {
    /// Whether anything of the accounts was found.
    var holdsFigures: Bool {
        !lines.isEmpty || !figures.isEmpty || !evaluations.isEmpty || tables.contains(where: \.hasAmounts)
            || diagnostics.contains { $0.kind == .unconfirmed }
    }
}

extension Disclosure {
    /// Adds what a table says of an evaluation; what the text stated first stays.
    mutating func join(_ table: Evaluation) {
        let found = evaluations.firstIndex {
            $0.kind == table.kind && (table.kind == .overall || $0.name == table.name)
        }
        guard let found else {
            var table = table
            if table.name.isEmpty, let unit { table.name = unit.name }
            evaluations.append(table)
            return
        }
        evaluations[found].indicators += table.indicators
        evaluations[found].parts += table.parts
        evaluations[found].budget = evaluations[found].budget ?? table.budget
        evaluations[found].executed = evaluations[found].executed ?? table.executed
        evaluations[found].rate = evaluations[found].rate ?? table.rate
        evaluations[found].score = evaluations[found].score ?? table.score
    }
}

extension DisclosureTable {
    /// Whether any cell holds an amount.
    var hasAmounts: Bool { rows.contains { $0.cells.contains { $0.amount != nil } } }
}
