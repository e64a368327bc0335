import FinalAccounts

/// Text under construction as bytes, handed on in pieces; formatting a million rows through `String` costs several
/// times as much.
struct ByteText {
    private var buffer: [UInt8] = []
    private let write: ([UInt8]) throws -> Void
    /// Whether the JSON object being written has no member yet.
    var isAtFirstMember = false

    init(_ write: @escaping ([UInt8]) throws -> Void) {
        self.write = write
        buffer.reserveCapacity(Self.pieceSize + 4096)
    }

    /// Hands on what has gathered, if it is enough for a piece.
    mutating func passOnFullPieces() throws {
        if buffer.count >= Self.pieceSize { try flush() }
    }

    /// Hands on everything.
    mutating func flush() throws {
        if !buffer.isEmpty { try write(buffer) }
        buffer.removeAll(keepingCapacity: true)
    }

    mutating func append(_ byte: UInt8) {
        buffer.append(byte)
    }

    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { buffer.append(contentsOf: $0) }
    }

    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { buffer.append(contentsOf: $0) }
    }

    /// A text as a CSV field (RFC 4180): quoted where it holds a comma, a quote or a line break.
    mutating func appendField(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            let needsQuotes = bytes.contains { [UInt8(ascii: ","), UInt8(ascii: "\""), 10, 13].contains($0) }
            guard needsQuotes else { return buffer.append(contentsOf: bytes) }
            buffer.append(UInt8(ascii: "\""))
            for byte in bytes {
                if byte == UInt8(ascii: "\"") { buffer.append(byte) }
                buffer.append(byte)
            }
            buffer.append(UInt8(ascii: "\""))
        }
    }

    /// A text as a JSON string (RFC 8259).
    mutating func appendJSON(_ text: String) {
        let hexadecimal = Array("0123456789abcdef".utf8)
        buffer.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { bytes in
            for byte in bytes {
                switch byte {
                case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                    buffer.append(UInt8(ascii: "\\"))
                    buffer.append(byte)
                case 0..<0x20:
                    buffer.append(contentsOf: "\\u00".utf8)
                    buffer.append(hexadecimal[Int(byte >> 4)])
                    buffer.append(hexadecimal[Int(byte & 15)])
                default:
                    buffer.append(byte)
                }
            }
        }
        buffer.append(UInt8(ascii: "\""))
    }

    /// A whole number.
    mutating func append(_ value: Int) {
        if value < 0 { buffer.append(UInt8(ascii: "-")) }
        appendDigits(UInt64(value.magnitude))
    }

    /// An amount in yuan, every 分 shown and no trailing zeros: `12.3`, `-0.05`, `7`.
    mutating func append(_ amount: Amount) {
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
