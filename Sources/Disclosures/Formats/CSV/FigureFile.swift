import FinalAccounts
import Interchange
import OfficialForm
import Platform

/// Opens files of figures: whatever encoding they come in, the readers of the interface get UTF-8.
enum FigureFile {
    /// What a reader makes of some bytes.
    ///
    /// - Throws: ``ReadError`` for bytes that are no text, and for what the reader does not take.
    static func read<Value>(
        _ bytes: [UInt8], file: String, limit: Int = ReadLimits().textBytes,
        _ read: ([UInt8]) throws(InterchangeError) -> Value
    ) throws(ReadError) -> Value {
        let text = try TextDecoding.utf8(bytes, file: file, limit: limit)
        do {
            return try read(text)
        } catch {
            throw ReadError(
                .data, file: error.file, place: error.place, problem: error.problem, expected: error.expected,
                remedy: error.remedy)
        }
    }
}

extension AccountLineCSVReader {
    /// The lines of a file in its order, and a diagnostic for every column that was left out.
    public typealias Reading = (lines: [AccountLine], warnings: [Diagnostic])

    /// Reads a file in any encoding that is recognized.
    ///
    /// - Throws: ``ReadError`` with row (the header is row 1) and column.
    public func read(file: String, byteLimit: Int = ReadLimits().fileBytes) throws(ReadError) -> Reading {
        try read(bytes: SourceFile(reading: file, limit: byteLimit).bytes, file: file, byteLimit: byteLimit)
    }

    /// Reads CSV that is already in memory, in any encoding that is recognized.
    ///
    /// - Throws: ``ReadError`` with row (the header is row 1) and column.
    public func read(
        bytes: [UInt8], file: String, byteLimit: Int = ReadLimits().fileBytes
    ) throws(ReadError) -> Reading {
        let (lines, ignored) = try FigureFile.read(bytes, file: file, limit: byteLimit) {
            text throws(InterchangeError) in try read(utf8: text, file: file)
        }
        let warnings = ignored.map { name in
            Diagnostic(
                kind: .ignoredColumn, page: nil, quote: name,
                message: "column '\(name)' is no part of the interface and was left out")
        }
        return (lines, warnings)
    }

    /// Whether the first row of some bytes names enough columns of the interface to be account lines.
    public static func recognizes(_ bytes: [UInt8]) -> Bool {
        guard let text = try? TextDecoding.utf8(Array(bytes.prefix(4096)), file: "", limit: 4096, isPrefix: true)
        else { return false }
        return recognizes(utf8: text)
    }
}

extension SubjectAmountCSVReader {
    /// Reads a file in any encoding that is recognized.
    ///
    /// - Throws: ``ReadError`` with row (the header is row 1).
    public func read(file: String) throws(ReadError) -> [SubjectAmount] {
        let bytes = try SourceFile(reading: file, limit: ReadLimits().textBytes).bytes
        return try FigureFile.read(bytes, file: file) { text throws(InterchangeError) in
            try read(utf8: text, file: file)
        }
    }
}

extension StatedFigureCSVReader {
    /// Reads a file in any encoding that is recognized.
    ///
    /// - Throws: ``ReadError`` with row (the header is row 1).
    public func read(file: String) throws(ReadError) -> [StatedFigure] {
        let bytes = try SourceFile(reading: file, limit: ReadLimits().textBytes).bytes
        return try FigureFile.read(bytes, file: file) { text throws(InterchangeError) in
            try read(utf8: text, file: file)
        }
    }
}
