import FinalAccounts

/// Text under construction as bytes, kept or handed on in pieces; formatting a million rows through `String` costs several
/// times as much.
package struct ByteText {
    package private(set) var buffer: [UInt8] = []
    private let write: (([UInt8]) throws -> Void)?
    /// Whether the JSON object being written has no member yet.
    var isAtFirstMember = false

    /// A text that is kept as a whole.
    package init() { write = nil }

    /// A text that is handed on in pieces of about 64 KB.
    package init(_ write: @escaping ([UInt8]) throws -> Void) {
        self.write = write
        buffer.reserveCapacity(Self.pieceSize + 4096)
    }

    /// What has gathered and was not handed on yet.
    package var text: String { String(decoding: buffer, as: UTF8.self) }

    /// Hands on what has gathered, if it is enough for a piece.
    package mutating func passOnFullPieces() throws {
        if buffer.count >= Self.pieceSize { try flush() }
    }

    /// Hands on everything.
    package mutating func flush() throws {
        guard let write else { return }
        if !buffer.isEmpty { try write(buffer) }
        buffer.removeAll(keepingCapacity: true)
    }

    package mutating func append(_ byte: UInt8) {
        buffer.append(byte)
    }

    mutating func append(repeating byte: UInt8, count: Int) {
        buffer.append(contentsOf: repeatElement(byte, count: count))
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        buffer.append(contentsOf: bytes)
    }

    package mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { buffer.append(contentsOf: $0) }
    }

    package mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { buffer.append(contentsOf: $0) }
    }

    /// A whole number.
    package mutating func append(_ value: Int) {
        if value < 0 { buffer.append(UInt8(ascii: "-")) }
        appendDigits(UInt64(value.magnitude))
    }

    /// An amount in yuan, every 分 shown and no trailing zeros: `12.3`, `-0.05`, `7`.
    package mutating func append(_ amount: Amount) {
        if amount.minorUnits < 0 { buffer.append(UInt8(ascii: "-")) }
        let (whole, fraction) = amount.minorUnits.magnitude.quotientAndRemainder(dividingBy: 100)
        appendDigits(whole)
        guard fraction != 0 else { return }
        buffer.append(UInt8(ascii: "."))
        buffer.append(UInt8(ascii: "0") + UInt8(fraction / 10))
        if fraction % 10 != 0 { buffer.append(UInt8(ascii: "0") + UInt8(fraction % 10)) }
    }

    private static let pieceSize = 1 << 16

    private mutating func appendDigits(_ value: UInt64) {
        let start = buffer.count
        var rest = value
        repeat {
            buffer.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        buffer[start...].reverse()
    }
}
