import ArgumentParser
import Disclosures
import FinalAccounts
import Platform
import Reporting
import Workbench

/// `juesuan read`: documents → figures on stdout.
struct ReadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Show what a disclosure says: subject lines, stated figures, evaluations. (读取)",
        discussion: """
            Example:

              juesuan read 2023年度部门决算.pdf
              juesuan read --format json disclosures/ > figures.json
              juesuan read --amount-unit wan lines.csv
              find disclosures -name '*.pdf' | juesuan read --stdin > figures.ndjson
            """)

    @Argument(help: "Documents, or folders of documents.")
    var documents: [String] = []

    @Option(
        help: "Unit of the amounts in CSV files of account lines: yuan, qian, wan, million, yi or none (plain numbers)."
    )
    var amountUnit: AmountUnit = .yuan

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var stream: StreamOptions
    @OptionGroup var output: OutputOptions

    func validate() throws { try stream.check(isGiven: documents, what: "documents to read") }

    func run() async throws {
        if stream.isAsked { return try await runStream() }
        let paths = try DocumentPaths.expand(documents)
        var reader = try reading.reader(for: paths.count)
        reader.options.amountUnit = amountUnit
        output.overwriting.makeWay(for: output.output)
        let printer = DocumentPrinter(
            format: try output.textFormat(), renderer: output.renderer(amounts: .chinese),
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
        var reader = try reading.reader(for: .max)
        reader.options.amountUnit = amountUnit
        let tables = DisclosureTables(language: output.spokenLanguage)
        let isCSV = output.chosen == .csv
        let read = reading.read(for: .max)
        let isStrict = reading.strict
        try await stream.run(output, columns: tables.streamColumns) { [reader] record in
            let disclosure = try read(reader, try record.file(limit: reader.options.limits.fileBytes))
            if isStrict, disclosure.unplacedCount > 0 { throw ReadingOptions.unplaced(disclosure.unplacedCount) }
            guard !isCSV, case .object(let members) = disclosure.json else {
                return StreamAnswer(.rows(tables.streamed(disclosure), .chinese))
            }
            return StreamAnswer(.objects([members]))
        }
    }

    private func report(_ results: ReadResults) throws {
        results.failures.forEach { StandardStream.report(FailureReport.message(for: $0)) }
        for count in results.counts { try StandardStream.error.write(VisibleText.singleLine(count) + "\n") }
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
        switch result {
        case .success(let page):
            try sink.write((counts.isEmpty ? printer.opening : printer.separator) + page.text)
            counts.append(page.count)
            unplaced += page.unplaced
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
