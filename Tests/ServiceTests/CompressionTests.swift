import Access
import Foundation
import Testing

@testable import Service

@Suite("Compressed answers")
struct CompressionTests {
    /// What a browser makes of gzip.
    private func opened(_ bytes: [UInt8]) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "gzip-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "a.gz")
        try Data(bytes).write(to: file)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", "--decompress", "--stdout", file.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self)
    }

    @Test(
        "A text between two parts that are not compressed is opened as the three",
        arguments: [(0, 0), (1, 0), (0, 1), (3_000, 40), (70_000, 140_000)])
    func parts(before: Int, behind: Int) throws {
        let text = (0..<5000).map { "行 \($0)\n" }.joined()
        let (head, foot) = (String(repeating: "h", count: before), String(repeating: "f", count: behind))
        let deflated = try #require(DeflatedText(Array(text.utf8)))
        #expect(deflated.size < text.utf8.count / 3)
        let bytes = deflated.gzip(between: Array(head.utf8), and: Array(foot.utf8))
        #expect(try opened(bytes) == head + text + foot)
    }

    @Test("What is short or does not get shorter is sent as it is")
    func ofNoUse() {
        var source = SystemRandomNumberGenerator()
        #expect(DeflatedText(Array("short".utf8)) == nil)
        #expect(DeflatedText((0..<4000).map { _ in UInt8.random(in: 0...255, using: &source) }) == nil)
    }

    @Test("Pages, tables and files are the same compressed, with a tag of their own that is known again")
    func answers() async throws {
        let sample = try await ServedSample()
        for target in [
            "/bodies/" + ServedSample.encoded(ServedSample.body),
            "/api/v1/compare?body=" + ServedSample.encoded(ServedSample.body),
            StyleSheet.address,
        ] {
            let plain = await sample.get(target)
            let packed = await sample.get(target, ["accept-encoding": "br, gzip;q=0.8"])
            #expect(
                plain.headers["content-encoding"] == nil && packed.headers["content-encoding"] == "gzip", "\(target)")
            #expect(try opened(packed.body) == plain.text && packed.body.count < plain.body.count / 2, "\(target)")
            #expect(packed.headers["vary"]?.contains("Accept-Encoding") == true)
            guard let tag = packed.headers["etag"] else { continue }
            #expect(tag != plain.headers["etag"])
            #expect(await sample.get(target, ["if-none-match": tag, "accept-encoding": "gzip"]).status == 304)
            #expect(await sample.get(target, ["accept-encoding": "gzip;q=0"]).body == plain.body)
        }
    }

    @Test("The secret of forms is never compressed with what others may write into a page")
    func secretsAreStored() async throws {
        let sample = try await ServedSample()
        let member = try sample.store.add("reader", role: .viewer, scope: .all)
        let session = try sample.store.beginSession(of: member, replacing: nil, at: Gate.now)
        let headers = HeaderFields(["cookie": Gate.cookie + "=" + session.text, "accept-encoding": "gzip"])
        let page = await sample.ask(.get, "/bodies/" + ServedSample.encoded(ServedSample.body), headers)
        #expect(page.headers["content-encoding"] == "gzip")
        let csrf = try #require(try opened(page.body).firstMatch(of: /name="csrf" value="([^"]+)"/)?.1)
        #expect(Data(page.body).firstRange(of: Data(csrf.utf8)) != nil)
        // Pages with forms of their own among the content are not compressed at all.
        #expect(await sample.ask(.get, "/uploads", headers).headers["content-encoding"] == nil)
    }
}
