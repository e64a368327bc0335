import FinalAccounts
import Interchange
import OfficialForm
import Platform

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
        let (lines, ignored, doubts) = try read(
            utf8: try TextDecoding.utf8(bytes, file: file, limit: byteLimit), file: file)
        let warnings = ignored.map { name in
            Diagnostic(
                kind: .ignoredColumn, page: nil, quote: name,
                message: Bilingual(
                    "“\(name)”列不属于接口，未读取", "column '\(name)' is no part of the interface and was left out"))
        }
        return (lines, warnings + doubts.map { Diagnostic(kind: .sumDiffers, page: nil, quote: "", message: $0) })
    }

    /// Whether the first row of some bytes names enough columns of the interface to be account lines.
    public static func recognizes(_ bytes: [UInt8], columns: AccountLineColumnMap? = nil) -> Bool {
        guard let text = try? TextDecoding.utf8(Array(bytes.prefix(4096)), file: "", limit: 4096, isPrefix: true)
        else { return false }
        return recognizes(utf8: text, columns: columns)
    }
}

extension SubjectAmountCSVReader {
    /// Reads a file in any encoding that is recognized.
    ///
    /// - Throws: ``ReadError`` with row (the header is row 1).
    public func read(file: String) throws(ReadError) -> [SubjectAmount] {
        try read(utf8: try FigureText.utf8(file), file: file)
    }
}

extension StatedFigureCSVReader {
    /// Reads a file in any encoding that is recognized.
    ///
    /// - Throws: ``ReadError`` with row (the header is row 1).
    public func read(file: String) throws(ReadError) -> [StatedFigure] {
        try read(utf8: try FigureText.utf8(file), file: file)
    }
}

/// Opens files of figures: whatever encoding they come in, the readers of the interface get UTF-8.
package enum FigureText {
    package static func utf8(_ file: String) throws(ReadError) -> [UInt8] {
        let limit = ReadLimits().textBytes
        return try TextDecoding.utf8(SourceFile(reading: file, limit: limit).bytes, file: file, limit: limit)
    }
}
