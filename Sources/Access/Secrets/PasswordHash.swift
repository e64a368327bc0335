import CArgon2
import Platform

/// A password as it is kept: argon2id (RFC 9106) with a salt of its own, in the text form of the reference implementation.
package struct PasswordHash: Hashable, Sendable {
    /// `$argon2id$v=19$m=19456,t=2,p=1$…`
    package let text: String

    /// 19 MiB, two passes, one lane: a guess costs an attacker as much memory as it costs us.
    private static let (memory, passes, lanes) = (UInt32(19_456), UInt32(2), UInt32(1))
    private static let (saltBytes, hashBytes) = (16, 32)
    /// Shorter passwords are guessed, longer ones cost more than they are worth.
    package static let lengths = 10...200

    /// Takes one that was kept.
    package init(text: String) { self.text = text }

    /// Hashes a password.
    ///
    /// - Throws: ``AccessError`` for one that is too short or too long, or where there is no memory.
    package init(_ password: String) throws(AccessError) {
        guard Self.lengths.contains(password.count), password.utf8.count <= 1024 else {
            throw AccessError(
                .invalid,
                Bilingual(
                    "密码应为 \(Self.lengths.lowerBound) 至 \(Self.lengths.upperBound) 个字符",
                    "a password has \(Self.lengths.lowerBound) to \(Self.lengths.upperBound) characters"),
                Bilingual("请另选密码", "choose another one"))
        }
        var generator = SystemRandomNumberGenerator()
        let salt = (0..<Self.saltBytes).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        let bytes = Array(password.utf8)
        var encoded = [CChar](repeating: 0, count: 256)
        let code = argon2id_hash_encoded(
            Self.passes, Self.memory, Self.lanes, bytes, bytes.count, salt, salt.count, Self.hashBytes, &encoded,
            encoded.count)
        guard code == ARGON2_OK.rawValue else {
            throw AccessError(
                .store, Bilingual("无法处理密码（\(code)）", "the password could not be hashed (\(code))"),
                Bilingual("请释放内存后重试", "free memory and try again"))
        }
        text = String(decoding: encoded.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether a password is the one that was hashed.
    package func fits(_ password: String) -> Bool {
        guard password.utf8.count <= 1024 else { return false }
        let bytes = Array(password.utf8)
        return argon2id_verify(text, bytes, bytes.count) == ARGON2_OK.rawValue
    }

    /// One that no password fits and that costs as much to try: names that nobody has take as long as others.
    package static let ofNobody = PasswordHash(
        text: "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
}
