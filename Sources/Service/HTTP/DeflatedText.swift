import CZlib

/// A text compressed once, so that it can be sent many times, alone or between others that are not compressed.
///
/// What is secret in a page, its session's word for forms, stands in the parts around it that are sent as they are. It is never
/// compressed together with what somebody else may have put into the page, whose length would tell of it (BREACH).
struct DeflatedText: Sendable {
    /// Blocks of raw deflate (RFC 1951) that end on a whole byte and are not the last.
    private let blocks: [UInt8]
    private let checksum: UInt
    private let count: Int

    /// So few bytes are sent as they are.
    static let fewest = 1024

    /// Compresses a text; `nil` where that is of no use.
    init?(_ text: [UInt8]) {
        guard text.count >= Self.fewest, text.count < Int(Int32.max), let blocks = Self.deflate(text),
            blocks.count < text.count
        else { return nil }
        self.blocks = blocks
        checksum = crc32(0, text, UInt32(text.count))
        count = text.count
    }

    var size: Int { blocks.count }

    /// The whole as gzip (RFC 1952): what stands before it, the text, what stands behind it.
    func gzip(between head: [UInt8] = [], and foot: [UInt8] = []) -> [UInt8] {
        var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
        bytes.reserveCapacity(blocks.count + head.count + foot.count + 64)
        Self.store(head, into: &bytes)
        bytes += blocks
        Self.store(foot, into: &bytes)
        // An empty block that is the last.
        bytes += [1, 0, 0, 0xFF, 0xFF]
        let before = crc32_combine(crc32(0, head, UInt32(head.count)), checksum, count)
        let sum = crc32_combine(before, crc32(0, foot, UInt32(foot.count)), foot.count)
        for number in [UInt32(truncatingIfNeeded: sum), UInt32(truncatingIfNeeded: head.count + count + foot.count)] {
            withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
        }
        return bytes
    }

    /// Adds bytes as they are, in blocks of what one may hold.
    private static func store(_ text: [UInt8], into bytes: inout [UInt8]) {
        var rest = text[...]
        while !rest.isEmpty {
            let piece = rest.prefix(0xFFFF)
            rest = rest.dropFirst(piece.count)
            let length = UInt16(piece.count)
            bytes += [0, UInt8(length & 0xFF), UInt8(length >> 8), UInt8(~length & 0xFF), UInt8(~length >> 8)]
            bytes += piece
        }
    }

    private static func deflate(_ text: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        guard juesuan_deflate_begin(&stream, 6) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var text = text
        var done = false
        // What zlib may need, and what ends a block on a whole byte.
        let most = Int(deflateBound(&stream, UInt(text.count))) + 16
        let blocks = [UInt8](unsafeUninitializedCapacity: most) { space, count in
            text.withUnsafeMutableBufferPointer { given in
                stream.next_in = given.baseAddress
                stream.avail_in = UInt32(given.count)
                stream.next_out = space.baseAddress
                stream.avail_out = UInt32(most)
                done = CZlib.deflate(&stream, Z_FULL_FLUSH) == Z_OK && stream.avail_in == 0 && stream.avail_out > 0
            }
            count = most - Int(stream.avail_out)
        }
        return done ? blocks : nil
    }
}
