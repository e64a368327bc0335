import Platform

/// Works on records as they come and writes the answers in their order, several at once and never more than a few held.
package struct RecordStream: Sendable {
    /// How answers are written.
    package let format: StreamFormat
    /// Why something failed, for the answer: its kind, and one sentence.
    package let explain: @Sendable (any Error) -> (kind: ErrorKind, sentence: String)

    package init(
        format: StreamFormat, explain: @escaping @Sendable (any Error) -> (kind: ErrorKind, sentence: String)
    ) {
        self.format = format
        self.explain = explain
    }

    /// What came of all records.
    package struct Outcome: Hashable, Sendable {
        /// The kinds of failure that occurred.
        package fileprivate(set) var failures: Set<ErrorKind> = []
        /// Whether something at error level was found.
        package fileprivate(set) var hasErrors = false
        /// How many records there were, and how many of them failed.
        package fileprivate(set) var (records, failed) = (0, 0)
    }

    private struct Item: Sendable {
        let number: Int
        let line: LineInput.Line
    }

    private struct Written: Sendable {
        var text: String
        var failure: ErrorKind?
        var hasErrors = false
    }

    /// So many records, and about so many bytes of them, are taken in before their answers go out.
    private static let (batch, batchBytes) = (256, 8 << 20)
    /// A record may hold a document of the largest size that is read, in Base64.
    package static let longestRecord = 1 << 28

    /// Runs the stream to its end.
    ///
    /// - Parameters:
    ///   - input: where records come from.
    ///   - write: takes the answers.
    ///   - work: answers one record; runs in parallel with itself.
    /// - Throws: what reading the stream or `write` throws; a record that fails is answered with its error.
    package func run(
        _ input: inout LineInput, write: (String) throws -> Void,
        _ work: @escaping @Sendable (StreamRecord) throws -> StreamAnswer
    ) async throws -> Outcome {
        var outcome = Outcome()
        while true {
            let lines = try input.next(atMost: Self.batch, bytes: Self.batchBytes)
            guard !lines.isEmpty else { return outcome }
            let items = lines.filter { $0 != .text([]) }.enumerated().map { place, line in
                Item(number: outcome.records + place + 1, line: line)
            }
            outcome.records += items.count
            var text = ""
            try await OrderedWork().run(items) {
                written($0, by: work)
            } take: { _, written in
                text += written.text
                if let kind = written.failure {
                    outcome.failures.insert(kind)
                    outcome.failed += 1
                }
                if written.hasErrors { outcome.hasErrors = true }
                guard text.utf8.count > Self.batchBytes else { return }
                try write(text)
                text = ""
            }
            if !text.isEmpty { try write(text) }
        }
    }

    private func written(_ item: Item, by work: (StreamRecord) throws -> StreamAnswer) -> Written {
        var key = String(item.number)
        do {
            guard case .text(let line) = item.line else {
                throw StreamRecord.Refusal(
                    key: key, problem: Bilingual("记录超过 256 MB", "the record is longer than 256 MB"))
            }
            let record = try StreamRecord(line, number: item.number)
            key = record.key
            let answer = try work(record)
            return Written(text: format.text(key, answer), hasErrors: answer.hasErrors)
        } catch {
            if let refusal = error as? StreamRecord.Refusal { key = refusal.key }
            let (kind, sentence) = explain(error)
            return Written(text: format.text(key, kind: kind.rawValue, problem: sentence), failure: kind)
        }
    }
}
