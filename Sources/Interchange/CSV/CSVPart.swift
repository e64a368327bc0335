import FinalAccounts
import Platform

/// A stretch of whole rows.
struct CSVPart: Sendable {
    /// The bytes.
    var range: Range<Int>
    /// The line of the file that the first row stands on, counted from 1.
    var firstRow = 1
    /// The ends of lines in it.
    var rows = 0

    /// A stretch shorter than this is not worth a thread.
    private static let least = 1 << 20

    /// Cuts a file at ends of lines; one part where a quotation mark may hold a line end.
    static func parts(of bytes: [UInt8], from start: Int) -> [CSVPart] {
        let start = min(start, bytes.count)
        let wanted = max(min(Parallel().threads * 4, (bytes.count - start) / least), 1)
        guard wanted > 1, !bytes.contains(0x22) else {
            return [CSVPart(range: start..<bytes.count, rows: lineEnds(bytes, start..<bytes.count))]
        }
        var parts: [CSVPart] = []
        var (begin, row) = (start, 1)
        for number in 1...wanted where begin < bytes.count {
            let aim = max(begin, start + (bytes.count - start) / wanted * number)
            let end = number == wanted ? bytes.count : bytes[aim...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
            let rows = lineEnds(bytes, begin..<end)
            parts.append(CSVPart(range: begin..<end, firstRow: row, rows: rows))
            (begin, row) = (end, row + rows)
        }
        return parts
    }

    private static func lineEnds(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            var count = 0
            for place in range where bytes[place] == 0x0A { count &+= 1 }
            return count
        }
    }
}
