import Foundation
import Platform
import Testing

@testable import Ledger

@Suite("Content hash")
struct ContentHashTests {
    /// The digests of FIPS 180-4's example messages.
    @Test(
        "The digests of the standard's examples come out",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                String(repeating: "a", count: 1_000_000),
                "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
            ),
        ])
    func examples(message: String, digest: String) {
        #expect(ContentHash(of: message.utf8).description == digest)
    }

    @Test("A file's digest is that of its bytes, however many pieces it is read in")
    func file() throws {
        let folder = try TemporaryFolder()
        let content = String(repeating: "决算", count: 200_000)
        try Data(content.utf8).write(to: URL(filePath: folder.file("a")))
        #expect(try ContentHash(ofFileAt: folder.file("a")) == ContentHash(of: content.utf8))
    }

    @Test("A file that cannot be read is named in the error")
    func unreadable() {
        #expect(throws: ReadError.self) { try ContentHash(ofFileAt: "/nonexistent/file") }
    }
}
