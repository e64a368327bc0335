/// Looks through the tags of a page before the parser does, for what would take it hours.
struct HTMLTagScan {
    /// More attributes than any element of a page has; the parser compares each with all before it.
    private static let mostAttributes = 1000

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var line = 1

    /// The line of a tag with more attributes than are read; `nil` where there is none.
    static func tooManyAttributes(_ bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { buffer in
            var scan = HTMLTagScan(bytes: buffer)
            return scan.run()
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    private mutating func run() -> Int? {
        while position < bytes.count {
            guard bytes[position] == 0x3C, position + 1 < bytes.count, Self.isLetter(bytes[position + 1]) else {
                advance()
                continue
            }
            let start = position + 1
            if attributes() > Self.mostAttributes { return line }
            for raw in ["script", "style"] where begins(raw, at: start) { skip(to: raw) }
        }
        return nil
    }

    /// Goes to the end of a tag and counts what stands between blanks or has a value.
    private mutating func attributes() -> Int {
        var (words, values) = (0, 0)
        var isBlank = false
        while position < bytes.count, bytes[position] != 0x3E, max(words, values) <= Self.mostAttributes {
            let byte = bytes[position]
            if byte == 0x3D { values += 1 }
            if byte <= 0x20 || byte == 0x2F {
                isBlank = true
            } else if isBlank {
                words += 1
                isBlank = false
            }
            advance()
            if byte == 0x22 || byte == 0x27 {
                while position < bytes.count, bytes[position] != byte { advance() }
                if position < bytes.count { advance() }
            }
        }
        return max(words, values)
    }

    /// What a script or a style holds are no tags.
    private mutating func skip(to name: String) {
        while position + 1 < bytes.count {
            if bytes[position] == 0x3C, bytes[position + 1] == 0x2F, begins(name, at: position + 2) { return }
            advance()
        }
        position = bytes.count
    }

    private func begins(_ name: String, at start: Int) -> Bool {
        let name = Array(name.utf8)
        guard start + name.count <= bytes.count else { return false }
        return name.indices.allSatisfy { bytes[start + $0] | 0x20 == name[$0] }
    }

    private mutating func advance() {
        if bytes[position] == 0x0A { line += 1 }
        position += 1
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
