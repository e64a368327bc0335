import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import Platform

/// Answers, in words, what cannot be taken apart as a request, and closes the connection: what follows on it may be anything.
///
/// Who asks in which language is not known then; it is that of the service.
final class UnreadableRequests: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let language: Language
    /// Requests that came and were not answered to their end: an answer now would be taken for that to one of them.
    private var open = 0
    private var isClosing = false

    init(language: Language) { self.language = language }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isClosing else { return }
        if case .head = unwrapInboundIn(data) { open += 1 }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        // An answer of kind 1xx has no end of its own.
        if case .end = unwrapOutboundIn(data) { open -= 1 }
        context.write(data, promise: promise)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? HTTPParserError, open == 0, !isClosing else {
            if !isClosing { context.fireErrorCaught(error) }
            return
        }
        isClosing = true
        let answer = Self.problem(error).response(in: language, request: "none")
        var headers = HTTPFields()
        for (name, value) in answer.headers.all {
            guard let name = HTTPField.Name(name) else { continue }
            headers.append(HTTPField(name: name, value: value))
        }
        headers[.connection] = "close"
        headers[.contentLength] = String(answer.body.count)
        let head = HTTPResponse(status: HTTPResponse.Status(code: answer.status), headerFields: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(ByteBuffer(bytes: answer.body))), promise: nil)
        let closed = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in closed.value.close(promise: nil) }
    }

    static func problem(_ error: HTTPParserError) -> Problem {
        guard error == .headerOverflow else {
            return Problem(
                .badRequest, Bilingual("请求的格式有误", "the request is none of HTTP/1.1"),
                Bilingual("请核对发送请求的程序或代理", "see to the program or proxy that made it"))
        }
        return Problem(
            .headTooLarge, Bilingual("地址或请求头过长", "the address or the head of the request is too long"),
            Bilingual("每一项请缩短到 16384 字节以内", "keep each line of it within 16384 bytes"))
    }
}
