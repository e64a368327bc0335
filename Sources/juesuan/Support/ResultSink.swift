import Platform
import Reporting

/// Where a result goes that is written piece by piece: standard output, or a file that appears when it is whole.
struct ResultSink {
    /// The file; `nil` for standard output.
    let path: String?
    private var stream: AtomicFileStream?

    init(path: String?) {
        self.path = path
    }

    /// Adds a text; the first one opens the file.
    mutating func write(_ text: String) throws {
        guard let path else { return try StandardStream.output.write(text) }
        let stream = try stream ?? AtomicFileStream(to: path)
        self.stream = stream
        try stream.write(text)
    }

    /// Puts the file in its place.
    mutating func finish() throws {
        let stream = stream
        self.stream = nil
        try stream?.finish()
    }

    /// Drops what was written to the file.
    mutating func discard() {
        stream?.discard()
        stream = nil
    }
}
