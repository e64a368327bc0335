import Foundation
import LinearAlgebra

/// What keeps a matrix from being read or written.
struct FileFailure: Error {
    let path: String
}

/// Writes the entries column by column.
func write(_ matrix: Matrix, to path: String) throws {
    guard let file = fopen(path, "wb") else { throw FileFailure(path: path) }
    defer { fclose(file) }
    let written = matrix.withUnsafeBufferPointer { fwrite($0.baseAddress, 8, $0.count, file) }
    guard written == matrix.count else { throw FileFailure(path: path) }
}

/// Reads entries column by column straight into the matrix.
func read(_ path: String, rows: Int, columns: Int) throws -> Matrix {
    guard let file = fopen(path, "rb") else { throw FileFailure(path: path) }
    defer { fclose(file) }
    var count = 0
    let matrix = Matrix(rows: rows, columns: columns) { count = fread($0.baseAddress, 8, $0.count, file) }
    guard count == rows * columns else { throw FileFailure(path: path) }
    return matrix
}

/// The largest resident size the process has had, as Linux counts it.
func peakResidentBytes() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    for line in status.split(separator: "\n") where line.hasPrefix("VmHWM:") {
        if let kilobytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Int($0) }) {
            return kilobytes * 1024
        }
    }
    throw FileFailure(path: "/proc/self/status")
}
