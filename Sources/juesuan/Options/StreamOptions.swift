import ArgumentParser
import Interchange
import Platform
import Reporting
import Workbench

/// Whether a command takes records from standard input and answers each as it comes.
struct StreamOptions: ParsableArguments {
    @Flag(
        name: .customLong("stdin"),
        help: ArgumentHelp(
            """
            从标准输入逐行读取记录：文件名，或含 key 和 path、content 或 lines 的 JSON 对象。按顺序逐条回答，格式为 NDJSON，\
            或在 --format csv 时为 CSV。
            """,
            """
            Take records from standard input, one a line: the name of a file, or a JSON object with key and path, content or \
            lines. Each is answered in its order, as NDJSON or, with --format csv, CSV.
            """))
    var isAsked = false

    @Flag(
        help: ArgumentHelp(
            "与 --stdin 和 CSV 同用：不写表头，便于合并各次回答。",
            "With --stdin and CSV: no row of headings, for answers that are put together."))
    var noHeader = false

    /// - Throws: `ValidationError` unless documents are given or a stream is asked for, and not both.
    func check(isGiven documents: [String], what: Bilingual) throws {
        if documents.isEmpty, !isAsked {
            throw
                ValidationError(Bilingual("请给出\(what.zhHans)，或 --stdin", "give \(what.en), or --stdin"))
        }
        if !documents.isEmpty, isAsked {
            throw
                ValidationError(
                    Bilingual("--stdin 只从标准输入读取文件", "--stdin takes documents from standard input alone"))
        }
    }

    /// Answers records to the end of the stream; the exit code is that of the worst.
    ///
    /// - Parameters:
    ///   - columns: those of CSV.
    ///   - work: answers one record; runs in parallel with itself.
    func run(
        _ output: OutputOptions, columns: [ReportColumn],
        _ work: @escaping @Sendable (StreamRecord) throws -> StreamAnswer
    ) async throws {
        let format = try format(output, columns)
        output.overwriting.makeWay(for: output.output)
        var sink = ResultSink(path: output.output)
        var input = LineInput(limit: RecordStream.longestRecord)
        do {
            try sink.write((output.forExcel ? CSVDialect.mark : "") + (noHeader ? "" : format.header))
            let outcome = try await RecordStream(format: format, explain: Self.explain).run(
                &input, write: { try sink.write($0) }, work)
            try sink.finish()
            StandardStream.remark(
                Bilingual(
                    "\(outcome.records) 条记录，\(outcome.failed) 条失败",
                    "\(outcome.records) records, \(outcome.failed) failed"))
            let codes = outcome.failures.map { ExitStatus($0) } + (outcome.hasErrors ? [.findings] : [])
            if let worst = codes.map(\.rawValue).max() { throw ExitCode(worst) }
        } catch {
            sink.discard()
            throw error
        }
    }

    private func format(_ output: OutputOptions, _ columns: [ReportColumn]) throws -> StreamFormat {
        switch output.chosen {
        case .csv: .csv(columns)
        case .json: .ndjson
        case .table where output.format == nil: .ndjson
        default:
            throw ValidationError(
                Bilingual("--stdin 的回答格式为 json（每行一个对象）或 csv", "--stdin answers in json (one object a line) or csv"))
        }
    }

    private static func explain(_ error: any Error) -> (kind: ErrorKind, sentence: String) {
        (FailureReport.failure(for: error)?.kind ?? .internalFault, Speech.words(FailureReport.message(for: error)))
    }
}
