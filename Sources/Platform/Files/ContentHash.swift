import CNettle

/// A SHA-256 digest (FIPS 180-4) of a file's bytes or of the facts stored for it.
///
/// ```swift
/// ContentHash(of: Array("abc".utf8)).description   // "ba7816bf…"
/// ```
package struct ContentHash: Hashable, Sendable, CustomStringConvertible {
    /// The digest, 32 bytes.
    package let bytes: [UInt8]

    /// The digest of some bytes.
    package init(of content: some Sequence<UInt8>) {
        var digest = Digest()
        digest.update(Array(content))
        self = digest.finish()
    }

    /// The digest of a file, read in pieces.
    ///
    /// - Throws: `ReadError` when the file cannot be read.
    package init(ofFileAt path: String) throws(ReadError) {
        var digest = Digest()
        try OpenedFile(path).forEachPiece { digest.update($0) }
        self = digest.finish()
    }

    /// Takes a digest that was computed before.
    ///
    /// - Returns: `nil` unless there are 32 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == Int(SHA256_DIGEST_SIZE) else { return nil }
        self.bytes = bytes
    }

    /// Takes a digest as ``description`` writes it; `nil` for any other text.
    package init?(hexadecimal text: some StringProtocol) {
        guard text.utf8.count == 2 * Int(SHA256_DIGEST_SIZE) else { return nil }
        var bytes: [UInt8] = []
        var digits = text.utf8.makeIterator()
        while let high = digits.next(), let low = digits.next() {
            guard let high = Self.value(of: high), let low = Self.value(of: low) else { return nil }
            bytes.append(high << 4 | low)
        }
        self.bytes = bytes
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    /// The digest as 64 lower-case hexadecimal digits.
    package var description: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}

/// A SHA-256 digest while its input is still coming.
package struct Digest {
    private var context = sha256_ctx()

    /// Begins.
    package init() {
        nettle_sha256_init(&context)
    }

    /// Takes the next bytes.
    package mutating func update(_ bytes: [UInt8]) {
        nettle_sha256_update(&context, bytes.count, bytes)
    }

    /// The digest of everything given so far; the receiver must not be used afterwards.
    package mutating func finish() -> ContentHash {
        var bytes = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        nettle_sha256_digest(&context, bytes.count, &bytes)
        return ContentHash(digest: bytes)
    }
}

extension ContentHash {
    fileprivate init(digest: [UInt8]) {
        bytes = digest
    }
}
