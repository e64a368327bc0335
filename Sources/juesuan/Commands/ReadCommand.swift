import ArgumentParser
import Disclosures
import FinalAccounts
import Platform
import Reporting
import Workbench

/// `juesuan read`: documents → figures on stdout.
struct ReadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        "read",
        Bilingual(
            "显示公开文件的内容：科目、数据、绩效评价。",
            "Show what a disclosure says: subject lines, stated figures, evaluations."),
        examples: [
            "juesuan read 2023年度部门决算.pdf",
            "juesuan read --format json disclosures/ > figures.json",
            "juesuan read --amount-unit wan lines.csv",
            "find disclosures -name '*.pdf' | juesuan read --stdin > figures.ndjson",
        ])

    @Argument(
        help: ArgumentHelp(
            "文件，或含文件的文件夹。", "Documents, or folders of documents.", valueName: Bilingual("文件", "documents")))
    var documents: [String] = []

    @Option(
        help: ArgumentHelp(
            "科目数据 CSV 的金额单位：yuan（元）、qian（千元）、wan（万元）、million（百万元）、yi（亿元）或 none（无单位的数）。",
            "Unit of the amounts in CSV files of account lines: yuan, qian, wan, million, yi or none (plain numbers).",
            valueName: Bilingual("单位", "unit"))
    )
    var amountUnit: AmountUnit = .yuan

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var stream: StreamOptions
    @OptionGroup var output: OutputOptions

    func validate() throws { try stream.check(isGiven: documents, what: Bilingual("要读取的文件", "documents to read")) }

    func run() async throws {
        if stream.isAsked { return try await runStream() }
        let paths = try DocumentPaths.expand(documents)
        var reader = try reading.reader(for: paths.count, keepsText: false)
        reader.options.amountUnit = amountUnit
        guard let format = output.chosen.text else { return try await writeFile(of: paths, reader) }
        output.overwriting.makeWay(for: output.output)
        let printer = DocumentPrinter(
            format: format, renderer: output.renderer(amounts: .chinese),
            tables: DisclosureTables(language: output.spokenLanguage))
        var results = ReadResults(printer: printer, sink: ResultSink(path: output.output))
        do {
            try await DocumentReading(reader, read: reading.read(for: paths.count)).run(paths, making: printer.page) {
                try results.take($1)
            }
            try results.finish()
        } catch {
            results.sink.discard()
            throw error
        }
        try report(results)
    }

    /// Reads the document of each record.
    private func runStream() async throws {
        var reader = try reading.reader(for: .max, keepsText: false)
        reader.options.amountUnit = amountUnit
        let language = output.spokenLanguage
        let tables = DisclosureTables(language: language)
        let isCSV = output.chosen == .csv
        let read = reading.read(for: .max)
        let isStrict = reading.strict
        try await stream.run(output, columns: tables.streamColumns) { [reader] record in
            let disclosure = try read(reader, try record.file(limit: reader.options.limits.fileBytes))
            if isStrict, disclosure.unplacedCount > 0 { throw ReadingOptions.unplaced(disclosure.unplacedCount) }
            guard !isCSV, case .object(let members) = disclosure.json(in: language) else {
                return StreamAnswer(.rows(tables.streamed(disclosure), .chinese))
            }
            return StreamAnswer(.objects([members]))
        }
    }

    /// Writes a workbook or a page with all tables of all documents.
    private func writeFile(of paths: [String], _ reader: DisclosureReader) async throws {
        let tables = DisclosureTables(language: output.spokenLanguage)
        var results = ReadResults(
            printer: DocumentPrinter(format: .csv, renderer: output.renderer(amounts: .chinese), tables: tables),
            sink: ResultSink(path: nil))
        var all: [ReportTable] = []
        try await DocumentReading(reader, read: reading.read(for: paths.count)).run(paths, making: { $0 }) {
            _, result in
            results.note(result.map { (tables.count(of: $0), $0.unplacedCount) })
            if case .success(let disclosure) = result { all += tables.tables(for: disclosure) }
        }
        if results.counts.isEmpty, let first = results.failures.first { throw first }
        try output.write(all, amounts: .chinese)
        try report(results)
    }

    private func report(_ results: ReadResults) throws {
        results.failures.forEach { StandardStream.report(FailureReport.message(for: $0)) }
        if Speech.loudness > .quiet {
            for count in results.counts { try StandardStream.error.write(VisibleText.singleLine(count) + "\n") }
        }
        if reading.strict, results.unplaced > 0 {
            throw ReadingOptions.unplaced(results.unplaced)
        }
        if !results.failures.isEmpty { throw ExitCode(ExitStatus.findings.rawValue) }
    }
}

/// Prints documents as they are read, and keeps what is said at the end.
private struct ReadResults {
    let printer: DocumentPrinter
    var sink: ResultSink
    var counts: [String] = []
    var unplaced = 0
    var failures: [any Error] = []

    mutating func take(_ result: Result<DocumentPrinter.Page, any Error>) throws {
        if case .success(let page) = result {
            try sink.write((counts.isEmpty ? printer.opening : printer.separator) + page.text)
        }
        note(result.map { ($0.count, $0.unplaced) })
    }

    /// Notes what was read of a document: its closing line and how many figures were left over.
    mutating func note(_ result: Result<(String, Int), any Error>) {
        switch result {
        case .success(let (count, left)):
            counts.append(count)
            unplaced += left
        case .failure(let error): failures.append(error)
        }
    }

    /// Ends the result; where no document could be read, the first failure is thrown and no file is made.
    mutating func finish() throws {
        if counts.isEmpty, let first = failures.first { throw first }
        try sink.write(printer.closing)
        try sink.finish()
    }
}
