import Access
import FinalAccounts
import HTTPTypes
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import Platform
import Workbench

/// Carries requests over HTTP to the service and its answers back.
package struct WebServer: Sendable {
    private let service: LedgerService
    private let logger: Logger

    /// What a connection may do without anything being heard of it, in seconds; how long a body may be on its way.
    private static let (idleSeconds, bodySeconds) = (Int64(60), 60.0)

    package init(_ service: LedgerService) {
        self.service = service
        var logger = Logger(label: "juesuan") { _ in JSONLogHandler() }
        logger.logLevel = Logger.Level(rawValue: service.settings.logLevel.rawValue) ?? .info
        self.logger = logger
    }

    /// Serves until it is told to stop by SIGTERM or SIGINT, and then answers what it has taken in.
    ///
    /// - Throws: why it cannot listen.
    package func run() async throws {
        let settings = service.settings
        let invitation = try service.firstInvitation()
        if service.wasUpdated { logger.notice("the ledger was of an older version and was brought up to date") }
        let application = Application(
            responder: CallbackResponder<PeerContext> { request, context in try await respond(to: request, context) },
            server: try channels(),
            configuration: ApplicationConfiguration(address: .hostname(settings.host, port: settings.port)),
            onServerRunning: { channel in
                // A stream that goes on would keep the service from stopping.
                channel.closeFuture.whenComplete { _ in service.surroundings.streams.end() }
                announce(port: channel.localAddress?.port ?? settings.port, invitation: invitation)
            }, logger: logger)
        try await application.runService()
        logger.info("stopped")
    }

    /// What speaks on a connection: HTTP, behind TLS where there is a certificate.
    private func channels() throws -> HTTPServerBuilder {
        var decoder = HTTP1Channel.Configuration.DecoderConfiguration()
        (decoder.maxHeaderFieldSize, decoder.maxHeaderListSize, decoder.maxHeaderFieldCount) = (16 << 10, 64 << 10, 100)
        let http = HTTPServerBuilder.http1(
            configuration: HTTP1Channel.Configuration(
                additionalChannelHandlers: [UnreadableRequests(language: service.settings.language)],
                idleTimeout: .seconds(Self.idleSeconds), httpDecoderConfiguration: decoder))
        guard let certificate = service.settings.certificateFile, let key = service.settings.privateKeyFile else {
            return http
        }
        return try .tls(http, tlsConfiguration: try ServerCertificate(certificate: certificate, key: key).configuration)
    }

    /// Says where it listens: to a person on standard output, to programs in the log.
    ///
    /// - Parameter invitation: the secret by which the first administrator comes in, which no log has.
    private func announce(port: Int, invitation: Secret?) {
        let host = service.settings.host.contains(":") ? "[\(service.settings.host)]" : service.settings.host
        let address = "\(service.settings.isEncrypted ? "https" : "http")://\(host):\(port)/"
        logger.info("listening", metadata: ["address": .string(address), "version": .string(Version.current)])
        var line = Bilingual("服务地址：", "listening on ") + Bilingual(verbatim: address)
        if let invitation {
            let link = (service.settings.origin.map { $0 + "/" } ?? address) + "invitations/" + invitation.text
            line =
                line
                + Bilingual(
                    "\n首位管理员请在三天内打开此链接设定密码（仅一次有效）：",
                    "\nthe first administrator chooses a password at this link, once, within three days: ")
                + Bilingual(verbatim: link)
        }
        // Who started it may have closed its output; the log has the address.
        do throws(OutputError) {
            try StandardStream.output.write(line.text(in: service.settings.language) + "\n")
        } catch {}
    }

    private func respond(to request: Request, _ context: PeerContext) async throws -> Response {
        let metrics = service.surroundings.metrics
        metrics.begin()
        let begun = ContinuousClock.now
        let id = Self.number(of: request)
        let (answer, route) = await answer(request, id: id, peer: peer(of: request, context))
        let took = begun.duration(to: .now)
        let seconds = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
        metrics.end(route: route, status: answer.status, seconds: seconds)
        if answer.status >= 500 || logger.logLevel <= .debug {
            logger.log(
                level: answer.status >= 500 ? .error : .debug, "answered",
                metadata: [
                    "request": .string(id), "method": .string(request.method.rawValue), "route": .string(route),
                    "status": .stringConvertible(answer.status), "seconds": .stringConvertible(seconds),
                ])
        }
        return Self.response(answer)
    }

    private func answer(
        _ request: Request, id: String, peer: String
    ) async -> (ServiceResponse, String) {
        let language = service.settings.language
        guard let target = request.head.path, target.hasPrefix("/") else {
            let problem = Problem(
                .badRequest, Bilingual("不支持此请求", "such requests are not answered"),
                Bilingual("请用以 / 开头的地址", "use an address that begins with /"))
            return (problem.response(in: language, request: id), "none")
        }
        let method = ServiceRequest.Method(rawValue: request.method.rawValue)
        var headers = HeaderFields()
        for field in request.headers { headers.add(field.name.canonicalName, field.value) }
        var known = ServiceRequest(
            method ?? .get, target, authority: request.head.authority ?? "", headers: headers, id: id, peer: peer)
        do {
            if let method, !method.isSafe {
                known.body = try await Self.body(of: request, atMost: service.mostBodyBytes(of: known))
            }
        } catch {
            return (Problem(error, isReading: false, hiding: "").response(in: language, request: id), "none")
        }
        return await service.answer(known, unknown: method == nil ? request.method.rawValue : nil)
    }

    /// Who sent a request: the connection's other end, or whom a proxy on this machine names, where one was said to be there.
    private func peer(of request: Request, _ context: PeerContext) -> String {
        guard service.settings.origin != nil, !service.settings.isEncrypted,
            ServingSettings.isLoopback(context.peer), let name = HTTPField.Name("x-forwarded-for"),
            // The last one was added by the proxy; those before it are what its client said.
            let last = request.headers[values: name].last?.split(separator: ",").last?.trimmed,
            (1...45).contains(last.utf8.count), last.utf8.allSatisfy({ Self.isOfAddress($0) })
        else { return context.peer }
        return last
    }

    /// Whether a byte may stand in an address of the network.
    private static func isOfAddress(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20) || byte == 0x2E || byte == 0x3A
    }

    /// All of a body that keeps within bounds of size and time.
    private static func body(of request: Request, atMost mostBodyBytes: Int) async throws -> [UInt8] {
        let end = ContinuousClock.now + .seconds(bodySeconds)
        var bytes: [UInt8] = []
        for try await piece in request.body {
            guard bytes.count + piece.readableBytes <= mostBodyBytes else {
                throw Problem(
                    .tooLarge,
                    Bilingual("内容超过 \(mostBodyBytes) 字节", "the content has more than \(mostBodyBytes) bytes"),
                    Bilingual("请缩小后重试", "send less"))
            }
            guard ContinuousClock.now < end else {
                throw Problem(
                    .timeout, Bilingual("内容未能及时送达", "the content took too long to arrive"),
                    Bilingual("请重试", "try again"))
            }
            bytes += piece.readableBytesView
        }
        return bytes
    }

    private static func response(_ answer: ServiceResponse) -> Response {
        var headers = HTTPFields()
        for (name, value) in answer.headers.all {
            guard let name = HTTPField.Name(name) else { continue }
            headers.append(HTTPField(name: name, value: value))
        }
        if let events = answer.events {
            let body = ResponseBody { writer in
                for await text in events { try await writer.write(ByteBuffer(string: text)) }
                try await writer.finish(nil)
            }
            return Response(status: HTTPResponse.Status(code: answer.status), headers: headers, body: body)
        }
        return Response(
            status: HTTPResponse.Status(code: answer.status), headers: headers,
            body: answer.body.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
    }

    /// The number by which a request is found in logs: the one it brings along, if that is nothing but a number, else one of ours.
    private static func number(of request: Request) -> String {
        if let given = HTTPField.Name("x-request-id").flatMap({ request.headers[$0] }),
            (1...64).contains(given.utf8.count),
            given.utf8.allSatisfy({
                $0 < 0x80
                    && (Character(Unicode.Scalar($0)).isLetter || Character(Unicode.Scalar($0)).isNumber
                        || $0 == UInt8(ascii: "-"))
            })
        {
            return given
        }
        return String(UInt64.random(in: 1...(.max)), radix: 16) + String(UInt64.random(in: 1...(.max)), radix: 16)
    }
}

/// A connection's end of a request.
private struct PeerContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The address of who sent it.
    let peer: String

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? ""
    }
}
