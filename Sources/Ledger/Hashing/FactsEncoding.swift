import FinalAccounts
import Platform

/// Values on their way into a digest, in an encoding that no two lists of values share.
///
/// Numbers are 64 bits, lowest byte first; a text is its number of UTF-8 bytes and these; a value that may be missing has
/// a byte 0 or 1 before it.
struct FactsEncoding {
    private var digest = Digest()
    private var buffer: [UInt8] = []
    private static let pieceSize = 1 << 16

    init() {
        buffer.reserveCapacity(Self.pieceSize + 4096)
    }

    /// The digest of everything added; the receiver must not be used afterwards.
    mutating func finish() -> ContentHash {
        flush()
        return digest.finish()
    }

    /// Digests what has gathered, if it is enough for a piece.
    mutating func digestFullPieces() {
        if buffer.count >= Self.pieceSize { flush() }
    }

    mutating func add(_ hash: ContentHash) {
        buffer += hash.bytes
    }

    mutating func add(_ flag: Bool) {
        buffer.append(flag ? 1 : 0)
    }

    mutating func add(_ value: Int64) {
        withUnsafeBytes(of: value.littleEndian) { buffer.append(contentsOf: $0) }
    }

    mutating func add(_ value: Int64?) {
        add(value != nil)
        if let value { add(value) }
    }

    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            add(Int64(bytes.count))
            buffer.append(contentsOf: bytes)
        }
    }

    mutating func add(_ text: String?) {
        add(text != nil)
        if let text { add(text) }
    }

    mutating func add(_ subject: Subject) {
        add(subject.code)
        add(Int64(subject.level.depth))
        add(Int64(subject.names.count))
        for name in subject.names { add(name) }
    }

    private mutating func flush() {
        digest.update(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}
