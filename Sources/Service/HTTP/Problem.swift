import Interchange
import Platform

/// Why a request was not answered as it wished, as RFC 9457 tells it.
struct Problem: ExplainedError, Hashable {
    /// What sort of problem, for programs; its number among those of HTTP.
    enum Code: String, Hashable, Sendable, CaseIterable {
        case badRequest = "bad-request"
        case badParameter = "bad-parameter"
        case unauthenticated
        case forbidden
        case notFound = "not-found"
        case methodNotAllowed = "method-not-allowed"
        case notAcceptable = "not-acceptable"
        case timeout = "request-timeout"
        case conflict
        case preconditionFailed = "precondition-failed"
        case tooLarge = "content-too-large"
        case unsupportedMediaType = "unsupported-media-type"
        case misdirected
        case unprocessable = "unprocessable-content"
        case tooMany = "too-many-requests"
        case headTooLarge = "request-head-too-large"
        case `internal` = "internal-error"
        case unavailable = "service-unavailable"

        var status: Int {
            switch self {
            case .badRequest, .badParameter: 400
            case .unauthenticated: 401
            case .forbidden: 403
            case .notFound: 404
            case .methodNotAllowed: 405
            case .notAcceptable: 406
            case .timeout: 408
            case .conflict: 409
            case .preconditionFailed: 412
            case .tooLarge: 413
            case .unsupportedMediaType: 415
            case .misdirected: 421
            case .unprocessable: 422
            case .tooMany: 429
            case .headTooLarge: 431
            case .internal: 500
            case .unavailable: 503
            }
        }

        var title: Bilingual {
            switch self {
            case .badRequest: Bilingual("请求有误", "bad request")
            case .badParameter: Bilingual("参数有误", "bad parameter")
            case .unauthenticated: Bilingual("尚未登录", "not logged in")
            case .forbidden: Bilingual("没有权限", "not allowed")
            case .notFound: Bilingual("没有找到", "not found")
            case .methodNotAllowed: Bilingual("不支持此操作", "method not allowed")
            case .notAcceptable: Bilingual("没有所要求的格式", "no such form")
            case .timeout: Bilingual("请求超时", "request timed out")
            case .conflict: Bilingual("与他人的改动冲突", "conflict")
            case .preconditionFailed: Bilingual("内容已改变", "changed meanwhile")
            case .tooLarge: Bilingual("内容过大", "content too large")
            case .unsupportedMediaType: Bilingual("不支持的内容格式", "unsupported media type")
            case .misdirected: Bilingual("不是本服务的地址", "not this service's address")
            case .unprocessable: Bilingual("内容无法处理", "content cannot be processed")
            case .tooMany: Bilingual("请求过于频繁", "too many requests")
            case .headTooLarge: Bilingual("请求头过长", "request head too long")
            case .internal: Bilingual("程序出错", "internal error")
            case .unavailable: Bilingual("暂时无法提供服务", "not available now")
            }
        }
    }

    let code: Code
    let problem: Bilingual
    let remedy: Bilingual
    /// Seconds after which trying again may help.
    var retryAfter: Int?
    /// What programs are told besides.
    var members: [String: JSONValue] = [:]

    init(_ code: Code, _ problem: Bilingual, _ remedy: Bilingual, retryAfter: Int? = nil) {
        self.code = code
        self.problem = problem
        self.remedy = remedy
        self.retryAfter = retryAfter
    }

    var location: Bilingual? { nil }

    var kind: ErrorKind {
        switch code {
        case .internal: .internalFault
        case .unavailable, .tooMany: .busy
        case .notFound: .noInput
        case .unprocessable, .conflict, .preconditionFailed: .data
        default: .usage
        }
    }

    /// The body of the answer.
    ///
    /// - Parameter request: the number by which the log has the request.
    func json(in language: Language, request: String) -> JSONValue {
        .object(
            members.merging([
                "type": .string("urn:juesuan:problem:" + code.rawValue),
                "title": .string(code.title.text(in: language)), "status": .integer(code.status),
                "detail": .string(problem.text(in: language)), "remedy": .string(remedy.text(in: language)),
                "instance": .string("urn:juesuan:request:" + request),
            ]) { _, own in own })
    }

    /// The answer to a program.
    func response(in language: Language, request: String) -> ServiceResponse {
        var response = ServiceResponse(
            code.status, json: json(in: language, request: request), type: "application/problem+json; charset=utf-8")
        response.headers.add("content-language", language.rawValue)
        if let retryAfter { response.headers.add("retry-after", String(retryAfter)) }
        return response
    }
}

extension Problem {
    static let noSuchPage = Problem(
        .notFound, Bilingual("没有此地址", "there is nothing at this address"),
        Bilingual("可用的地址见 /api/v1/openapi.json", "/api/v1/openapi.json lists what there is"))
}
