import Platform

/// A secret that was drawn at random, as it is handed out once, and the digest by which it is known again: only that is kept.
package struct Secret: Sendable {
    /// The secret: 43 letters for 256 bits, behind a word that says what it is for.
    package let text: String

    /// Draws one.
    ///
    /// - Parameter purpose: the word it begins with, by which scanners of secrets find one that got out.
    package init(_ purpose: String = "") {
        var generator = SystemRandomNumberGenerator()
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        var drawn: [UInt8] = []
        for _ in 0..<43 { drawn.append(letters[Int(generator.next() & 63)]) }
        text = purpose + String(decoding: drawn, as: UTF8.self)
    }

    /// What is kept of it.
    package var digest: ContentHash { Self.digest(of: text) }

    /// What is kept of a secret. A secret of 256 bits cannot be found by trying, so that a fast digest is enough.
    package static func digest(of text: String) -> ContentHash { ContentHash(of: text.utf8) }

    /// Another secret that follows from one and tells nothing of it: what forms of a session have to bring along.
    package static func derived(from text: String, for purpose: String) -> String {
        ContentHash(of: (purpose + "\u{1F}" + text).utf8).description
    }

    /// Whether two texts are the same, in a time that does not tell where they differ.
    package static func areEqual(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
