import Disclosures
import Platform

/// Reads documents, several at once, and hands them over in the order in which they were named.
package struct DocumentReading: Sendable {
    /// Reads one.
    package var reader: DisclosureReader
    private let read: DocumentLoader.Read

    /// - Parameter read: reads a document that was opened.
    package init(_ reader: DisclosureReader, read: @escaping DocumentLoader.Read = { try $0.read($1) }) {
        self.reader = reader
        self.read = read
    }

    /// Reads documents and makes something of each where it was read, so that no more than a few are ever held.
    ///
    /// - Parameters:
    ///   - paths: the documents, in the order of the results.
    ///   - make: makes a result of a document; runs in parallel with itself.
    ///   - take: takes each result, or why there is none, in order; what it throws ends the reading.
    package func run<Made: Sendable>(
        _ paths: [String], making make: @escaping @Sendable (Disclosure) throws -> Made,
        _ take: (String, Result<Made, any Error>) throws -> Void
    ) async throws {
        try await OrderedWork().run(paths) { [reader, read] path in
            Result { try make(read(reader, SourceFile(reading: path, limit: reader.options.limits.fileBytes))) }
        } take: {
            try take($0, $1)
        }
    }
}
