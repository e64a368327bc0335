/// Cuts comma-separated bytes into cells without copying them, as ``CSVDialect`` says.
package struct CSVScanner {
    /// One cell: where its bytes stand, without quotation marks and surrounding blanks.
    package struct Cell {
        package var start: Int
        package var end: Int
        /// Whether doubled quotation marks are left in it.
        var hasEscapes: Bool

        package var isEmpty: Bool { start >= end }

        /// Where the bytes stand.
        var range: Range<Int> { start..<max(start, end) }

        /// The cell as text, doubled quotation marks made single.
        func text(in bytes: [UInt8]) -> String {
            if !isEmpty, bytes[start] == CSVDialect.disarming, CSVDialect.isDisarmed(bytes[range]) {
                return Cell(start: start + 1, end: end, hasEscapes: hasEscapes).decoded(from: bytes)
            }
            return decoded(from: bytes)
        }

        private func decoded(from bytes: [UInt8]) -> String {
            guard hasEscapes else { return String(decoding: bytes[range], as: UTF8.self) }
            var single: [UInt8] = []
            var isFirst = false
            for byte in bytes[range] {
                isFirst = byte == 0x22 && !isFirst
                if byte != 0x22 || isFirst { single.append(byte) }
            }
            return String(decoding: single, as: UTF8.self)
        }
    }

    /// A quotation mark that is never closed.
    package struct UnclosedQuote: Error {
        /// The row it opens in.
        package var row: Int
    }

    private let bytes: [UInt8]
    private let delimiter: UInt8
    private let end: Int
    private var position: Int
    /// The line of the file the last row began on, counted from 1.
    package private(set) var row = 0
    private var nextRow: Int

    /// Reads all of some bytes behind their byte order mark.
    package init(_ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")) {
        let start = CSVDialect.start(of: bytes)
        self.init(bytes, in: CSVPart(range: start..<max(start, bytes.count)), delimiter: delimiter)
    }

    /// Reads a part of some bytes.
    init(_ bytes: [UInt8], in part: CSVPart, delimiter: UInt8) {
        self.bytes = bytes
        self.delimiter = delimiter
        position = part.range.lowerBound
        end = part.range.upperBound
        nextRow = part.firstRow
    }

    /// Reads the next row that is not empty into `cells`; false at the end.
    package mutating func next(into cells: inout [Cell]) throws(UnclosedQuote) -> Bool {
        while position < end {
            row = nextRow
            cells.removeAll(keepingCapacity: true)
            try readRow(into: &cells)
            nextRow += 1
            if cells.count > 1 || cells.first?.isEmpty == false { return true }
        }
        return false
    }

    /// A cell as text, doubled quotation marks made single.
    package func text(of cell: Cell) -> String { cell.text(in: bytes) }

    private mutating func readRow(into cells: inout [Cell]) throws(UnclosedQuote) {
        let count = end
        while true {
            var start = position
            while start < count, bytes[start] == 0x20 || (bytes[start] == 0x09 && delimiter != 0x09) { start += 1 }
            if start < count, bytes[start] == 0x22 {
                cells.append(try quoted(from: start + 1))
            } else {
                var end = start
                while end < count, bytes[end] != delimiter, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
                position = end
                while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
                cells.append(Cell(start: start, end: end, hasEscapes: false))
            }
            guard position < count else { return }
            if bytes[position] == delimiter {
                position += 1
                continue
            }
            endLine()
            return
        }
    }

    private mutating func endLine() {
        if bytes[position] == 0x0D {
            position += 1
            if position < end, bytes[position] == 0x0A { position += 1 }
        } else {
            position += 1
        }
    }

    /// Reads a cell whose opening quotation mark stands before `start`.
    private mutating func quoted(from start: Int) throws(UnclosedQuote) -> Cell {
        var end = start
        var hasEscapes = false
        while true {
            guard end < self.end else { throw UnclosedQuote(row: row) }
            if bytes[end] == 0x22 {
                guard end + 1 < self.end, bytes[end + 1] == 0x22 else { break }
                hasEscapes = true
                end += 2
                continue
            }
            if bytes[end] == 0x0A { nextRow += 1 }
            end += 1
        }
        position = end + 1
        while position < self.end, bytes[position] != delimiter, bytes[position] != 0x0A, bytes[position] != 0x0D {
            position += 1
        }
        return Cell(start: start, end: end, hasEscapes: hasEscapes)
    }
}
