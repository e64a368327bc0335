import CNettle
import Platform

/// A SHA-256 digest (FIPS 180-4) of a document's bytes or of the facts stored for it.
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
struct Digest {
    private var context = sha256_ctx()

    init() {
        nettle_sha256_init(&context)
    }

    mutating func update(_ bytes: [UInt8]) {
        nettle_sha256_update(&context, bytes.count, bytes)
    }

    /// The digest of everything given so far; the receiver must not be used afterwards.
    mutating func finish() -> ContentHash {
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
