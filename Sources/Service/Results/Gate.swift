import Access
import Foundation
import Platform

/// Lets people and programs in by what they show, and notes what they do.
struct Gate: Sendable {
    /// The cookie of a session: the browser keeps it to this very address, out of reach of scripts, and sends it with no form of
    /// another site.
    static let cookie = "__Host-juesuan"

    let store: AccessStore
    let throttle = LoginThrottle()

    /// Seconds since 1970.
    static var now: Int { Int(Date().timeIntervalSince1970) }

    /// Who asks; `nil` where nothing is shown.
    ///
    /// - Throws: ``Problem`` for a token or session that holds no more, `AccessError`.
    func identity(of request: ServiceRequest) throws -> Identity? {
        if let header = request.headers["authorization"] {
            let parts = header.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "bearer",
                let identity = try store.identity(ofToken: String(parts[1]), at: Self.now)
            else { throw Problem.badToken }
            return identity
        }
        return try Self.session(of: request).flatMap { try store.identity(ofSession: $0, at: Self.now) }
    }

    /// The secret of a request's session; `nil` without one.
    static func session(of request: ServiceRequest) -> String? {
        request.headers["cookie"]?.split(separator: ";").map(\.trimmed).first { $0.hasPrefix(cookie + "=") }.map {
            String($0.dropFirst(cookie.count + 1))
        }
    }

    /// The line that gives a browser its session.
    static func giving(_ secret: String) -> String {
        "\(cookie)=\(secret); Path=/; Secure; HttpOnly; SameSite=Lax"
    }

    /// The line that takes it away.
    static let taking = "\(cookie)=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0"

    /// Notes what was done.
    func note(_ action: String, of subject: String, by who: String, in request: ServiceRequest) throws(AccessError) {
        try store.note(
            action, of: subject, by: who, request: request.id, peer: request.peer, at: Date().ISO8601Format())
    }
}

extension Problem {
    static let badToken = Problem(
        .unauthenticated, Bilingual("令牌无效、已到期或已撤销", "the token is none, or holds no more"),
        Bilingual("请另建令牌", "make another one"))
    static let notLoggedIn = Problem(
        .unauthenticated, Bilingual("尚未登录", "nobody is logged in"),
        Bilingual("请登录，或在 Authorization 中给出令牌", "log in, or show a token as 'Authorization: Bearer …'"))
    static func needs(_ role: Role) -> Problem {
        Problem(
            .forbidden, Bilingual("需要“\(role.name.zhHans)”权限", "this takes the role '\(role.name.en)'"),
            Bilingual("请联系管理员", "ask an administrator"))
    }
    static let foreignBody = Problem(
        .forbidden, Bilingual("没有该单位的权限", "this body is not among yours"),
        Bilingual("可用的单位见 /api/v1/bodies", "/api/v1/bodies lists yours"))
    static let severalBodies = Problem(
        .forbidden, Bilingual("没有全部单位的权限", "not all bodies are yours"),
        Bilingual("请用参数 body 指明单位", "name one with 'body'"))
    static let forgedForm = Problem(
        .forbidden, Bilingual("表单已失效，或来自其他网站", "the form is too old, or of another site"),
        Bilingual("请重新打开页面后再试", "open the page again and repeat it"))
}
