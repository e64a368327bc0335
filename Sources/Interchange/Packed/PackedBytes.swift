/// Bytes that grow while a value and its parts, each with a container of its own, are written one behind the other.
final class PackedBytes {
    private(set) var content: [UInt8] = []

    func add(byte: UInt8) { content.append(byte) }

    /// Seven bits a byte, the lowest first: small numbers are one byte.
    func add(number: UInt64) {
        var rest = number
        while rest > 0x7F {
            content.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        content.append(UInt8(rest))
    }

    /// The sign in the lowest bit, so that small negative numbers are small as well.
    func add(signed number: Int64) { add(number: UInt64(bitPattern: number << 1 ^ number >> 63)) }

    func add(text: String) {
        var text = text
        text.withUTF8 { utf8 in
            add(number: UInt64(utf8.count))
            content.append(contentsOf: utf8)
        }
    }

    /// Leaves room for a count that is known later.
    ///
    /// - Returns: where.
    func addRoom() -> Int {
        content.append(contentsOf: [0, 0, 0, 0])
        return content.count - 4
    }

    func setCount(_ count: Int, at place: Int) {
        for byte in 0..<4 { content[place + byte] = UInt8(truncatingIfNeeded: count >> (8 * byte)) }
    }
}

/// Packed bytes on their way back into values.
final class PackedSource {
    private let content: [UInt8]
    private var position = 0

    init(_ content: [UInt8]) { self.content = content }

    var isAtEnd: Bool { position == content.count }

    static var broken: DecodingError {
        .dataCorrupted(.init(codingPath: [], debugDescription: "these bytes are no packed value"))
    }

    func byte() throws -> UInt8 {
        guard position < content.count else { throw Self.broken }
        defer { position += 1 }
        return content[position]
    }

    func number() throws -> UInt64 {
        var number: UInt64 = 0
        for shift in stride(from: 0, to: 64, by: 7) {
            let byte = try byte()
            number |= UInt64(byte & 0x7F) << UInt64(shift)
            if byte & 0x80 == 0 { return number }
        }
        throw Self.broken
    }

    func signed() throws -> Int64 {
        let number = try number()
        return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
    }

    func text() throws -> String {
        let count = try number()
        guard count <= UInt64(content.count - position) else { throw Self.broken }
        defer { position += Int(count) }
        return String(decoding: content[position..<position + Int(count)], as: UTF8.self)
    }

    /// The text that comes next, which stays to be read.
    func nextText() throws -> String {
        let start = position
        defer { position = start }
        return try text()
    }

    func count() throws -> Int {
        var count = 0
        for byte in 0..<4 { count |= Int(try self.byte()) << (8 * byte) }
        return count
    }
}
