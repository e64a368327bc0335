import Foundation
import Glibc
import Testing

@testable import Batch

/// Answers every request with the same response, on a port of its own, until it is let go.
private final class OneAnswer: Sendable {
    let port: UInt16
    private let descriptor: Int32

    init(_ response: String) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = descriptor
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && listen(descriptor, 8) == 0
                    && getsockname(descriptor, $0, &length) == 0
            }
        }
        try #require(isBound)
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread {
            while case let client = accept(descriptor, nil, nil), client >= 0 {
                var request = [UInt8](repeating: 0, count: 1 << 16)
                _ = read(client, &request, request.count)
                _ = response.withCString { write(client, $0, response.utf8.count) }
                close(client)
            }
        }
    }

    deinit {
        shutdown(descriptor, Int32(SHUT_RDWR))
        close(descriptor)
    }
}

@Suite(
    "Webhooks", .disabled(if: !FileManager.default.isExecutableFile(atPath: "/usr/bin/curl"), "curl is not installed"))
struct WebhookTests {
    private func failure(answer status: String, header: String = "") throws -> String? {
        let server = try OneAnswer("HTTP/1.1 \(status)\r\n\(header)Content-Length: 0\r\nConnection: close\r\n\r\n")
        var told: String?
        // Brackets and braces are part of an address here, not a list of addresses.
        let channel = BatchNotification.Channel.webhook("http://127.0.0.1:\(server.port)/hook/{a,b}[1-3]")
        BatchEnd(job: "nightly", error: CancellationError(), exitCode: 70, language: .en).tell([
            BatchNotification(channel)
        ]) { event in
            if case .notified(_, let failure) = event { told = failure?.en }
        }
        return told
    }

    @Test("An answer of 200 to 299 is a delivery", arguments: ["200 OK", "204 No Content"])
    func delivered(status: String) throws {
        #expect(try failure(answer: status) == nil)
    }

    @Test(
        "Any other answer is none, and the reason is told",
        arguments: ["404 Not Found", "400 Bad Request", "301 Moved"])
    func refused(status: String) throws {
        let header = status.hasPrefix("3") ? "Location: http://127.0.0.1:1/elsewhere\r\n" : ""
        #expect(try failure(answer: status, header: header) == "was answered with status \(status.prefix(3))")
    }
}
