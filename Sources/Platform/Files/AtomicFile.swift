/// Writes a file at once so that it is either there as a whole or not at all, as ``AtomicFileStream`` does piece by piece.
///
/// ```swift
/// try AtomicFile.write(text, to: "out/forecast.csv")
/// ```
package enum AtomicFile {
    /// Writes bytes to a path, replacing what stands there.
    ///
    /// - Throws: ``OutputError``.
    package static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
        try finishing(path) { stream throws(OutputError) in try stream.write(bytes) }
    }

    /// Writes a text as UTF-8.
    ///
    /// - Throws: ``OutputError``.
    package static func write(_ text: String, to path: String) throws(OutputError) {
        try write(Array(text.utf8), to: path)
    }

    /// Lets another writer make a file under a temporary name, then puts it in the target's place.
    ///
    /// - Parameters:
    ///   - path: the target.
    ///   - body: writes the file at the path it is given; that file exists already and is empty.
    /// - Throws: ``OutputError``; what `body` throws, after the temporary file is removed.
    package static func publish(
        _ path: String, _ body: (_ temporary: String) throws(OutputError) -> Void
    ) throws(OutputError) {
        try finishing(path) { stream throws(OutputError) in
            if let name = stream.temporary { return try body(name.path) }
            let folder = try TemporaryFolder()
            let file = try folder.write([], as: "output")
            try body(file)
            try stream.write(folder.read("output") ?? [])
        }
    }

    private static func finishing(
        _ path: String, _ body: (AtomicFileStream) throws(OutputError) -> Void
    ) throws(OutputError) {
        let stream = try AtomicFileStream(to: path)
        do throws(OutputError) {
            try body(stream)
        } catch {
            stream.discard()
            throw error
        }
        try stream.finish()
    }
}
