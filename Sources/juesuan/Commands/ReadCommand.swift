import ArgumentParser
import Disclosures
import FinalAccounts
import Foundation
import Reporting

/// `juesuan read`: documents → figures on stdout.
struct ReadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Show what a disclosure says: subject lines, stated figures, evaluations. (读取)",
        discussion: """
            Example:

              juesuan read 2023年度部门决算.pdf
              juesuan read --format json disclosures/ > figures.json
            """)

    @Argument(help: "Documents, or folders of documents.")
    var documents: [String]

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let paths = try DocumentPaths.expand(documents)
        let reader = reading.reader
        let printer = DocumentPrinter(
            format: output.format, renderer: output.renderer(amounts: .chinese),
            tables: DisclosureTables(language: output.spokenLanguage))
        var results = ReadResults(printer: printer, isStreamed: output.output == nil)
        try await OrderedWork.run(paths, into: &results) { path in
            Result { try printer.page(of: reader.read(file: path)) }
        }
        try finish(results)
    }

    private func finish(_ results: ReadResults) throws {
        if results.counts.isEmpty, let first = results.failures.first { throw first }
        if output.output == nil {
            try StandardStream.output.write(results.printer.closing)
        } else {
            try output.write(results.text + results.printer.closing)
        }
        results.failures.forEach { StandardStream.report(FailureReport.failure(for: $0)?.message ?? "\($0)") }
        for count in results.counts { try StandardStream.error.write(count + "\n") }
        if reading.strict, results.unplaced > 0 {
            throw CommandFailure(.data, "\(results.unplaced) figures could not be placed, and --strict was given")
        }
        if !results.failures.isEmpty { throw ExitCode(ExitStatus.findings.rawValue) }
    }
}

/// Prints documents as they are read, and keeps what is said at the end.
private struct ReadResults: OrderedConsumer {
    let printer: DocumentPrinter
    /// Whether documents go straight to standard output; a file is written as a whole.
    let isStreamed: Bool
    var text = ""
    var counts: [String] = []
    var unplaced = 0
    var failures: [any Error] = []

    mutating func consume(_ path: String, _ result: Result<DocumentPrinter.Page, any Error>) throws {
        switch result {
        case .success(let page):
            try put((counts.isEmpty ? printer.opening : printer.separator) + page.text)
            counts.append(page.count)
            unplaced += page.unplaced
        case .failure(let error): failures.append(error)
        }
    }

    private mutating func put(_ words: String) throws {
        if isStreamed { try StandardStream.output.write(words) } else { text += words }
    }
}
