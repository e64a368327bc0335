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
        var read = ReadDocuments()
        try await OrderedWork.run(paths, into: &read) { path in
            Result { try reader.read(file: path) }
        }
        try report(read.disclosures, read.failures)
    }

    private func report(_ disclosures: [Disclosure], _ failures: [any Error]) throws {
        if disclosures.isEmpty, let first = failures.first { throw first }
        try output.write(rendered(disclosures))
        failures.forEach { StandardStream.report(FailureReport.failure(for: $0)?.message ?? "\($0)") }
        for disclosure in disclosures {
            try StandardStream.error.write(
                DisclosureTables(language: output.spokenLanguage).count(of: disclosure) + "\n")
        }
        let unplaced = disclosures.reduce(0) { $0 + $1.unplacedCount }
        if reading.strict, unplaced > 0 {
            throw CommandFailure(.data, "\(unplaced) figures could not be placed, and --strict was given")
        }
        if !failures.isEmpty { throw ExitCode(ExitStatus.findings.rawValue) }
    }

    private func rendered(_ disclosures: [Disclosure]) throws -> String {
        if output.format == .json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
            return String(decoding: try encoder.encode(ReadOutput(disclosures)), as: UTF8.self) + "\n"
        }
        let maker = DisclosureTables(language: output.spokenLanguage)
        let renderer = output.renderer(amounts: .chinese)
        return renderer.render(disclosures.flatMap(maker.tables), as: output.format)
    }
}

/// The documents that were read, and why others could not be.
private struct ReadDocuments: OrderedConsumer {
    var disclosures: [Disclosure] = []
    var failures: [any Error] = []

    mutating func consume(_ path: String, _ result: Result<Disclosure, any Error>) {
        switch result {
        case .success(let disclosure): disclosures.append(disclosure)
        case .failure(let error): failures.append(error)
        }
    }
}
