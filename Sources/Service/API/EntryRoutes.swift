import Access
import FinalAccounts
import Platform

/// How people come in and go.
enum EntryRoutes {
    private static let next = Parameter("next", .text, Bilingual("登录后的去处", "where to go on"))
    private static let secret = Parameter("secret", .secret, in: .path, Bilingual("链接中的密钥", "the secret of the link"))
    private static let password = Parameter(
        "password", .secret, in: .body, Bilingual("密码", "the password"), isRequired: true)

    static let routes: [Route] = [
        Route(
            "/login", "showLogin", Bilingual("登录页", "The page to log in"), .page, isOfLedger: false, admission: .anyone,
            parameters: [next]
        ) { call in .response(EntryPage(language: call.language).login(next: place(call.arguments["next"]))) },
        Route(
            "/login", "logIn", Bilingual("登录", "Log in"), .page, method: .post, isOfLedger: false, admission: .anyone,
            parameters: [
                Parameter("name", .text, in: .body, Bilingual("名称", "the name"), isRequired: true), password,
                Parameter("next", .text, in: .body, Bilingual("登录后的去处", "where to go on")),
            ], work: logIn),
        Route(
            "/logout", "logOut", Bilingual("退出", "Log out"), .page, method: .post, isOfLedger: false,
            admission: .member(.viewer)
        ) { call in
            if let session = Gate.session(of: call.request) {
                try call.gate.store.endSession(session)
                try call.note("logout", of: "")
            }
            return .response(
                ServiceResponse(303, headers: HeaderFields(["location": "/login", "set-cookie": Gate.taking])))
        },
        Route(
            "/invitations/{secret}", "showInvitation", Bilingual("设定密码的页面", "The page to choose a password"), .page,
            isOfLedger: false, admission: .anyone, parameters: [secret]
        ) { call in
            let secret = call.arguments["secret"] ?? ""
            guard let member = try call.gate.store.invited(by: secret, at: Gate.now) else { throw Problem.noInvitation }
            return .response(EntryPage(language: call.language).invitation(for: member.name, secret: secret))
        },
        Route(
            "/invitations/{secret}", "acceptInvitation", Bilingual("设定密码", "Choose a password"), .page,
            method: .post, isOfLedger: false, admission: .anyone,
            parameters: [
                secret, password,
                Parameter("again", .secret, in: .body, Bilingual("再次输入的密码", "the password once more")),
                Parameter("name", .text, in: .body, Bilingual("名称", "the name")),
            ], work: accept),
        Route(
            PageIcon.file.address, "showIcon", Bilingual("页面图标", "The sign of the pages"), .text("image/svg+xml"),
            isOfLedger: false, admission: .anyone
        ) { .response(PageIcon.file.response(to: $0.request)) },
        Route(
            StyleSheet.address, "showStyle", Bilingual("页面样式", "How pages look"), .text("text/css"), isOfLedger: false,
            admission: .anyone
        ) { .response(StyleSheet.file.response(to: $0.request)) },
    ]

    /// An address of ours; what leads elsewhere leads to the first page instead.
    private static func place(_ next: String?) -> String {
        guard let next, next.hasPrefix("/"), !next.hasPrefix("//"), !next.contains("\\") else { return "/" }
        return next
    }

    private static func logIn(_ call: Call) throws -> Answer {
        let (name, peer, now) = (call.arguments["name"] ?? "", call.request.peer, Gate.now)
        let next = place(call.arguments["next"])
        do throws(Problem) {
            try call.gate.throttle.check(name: name, peer: peer, at: now)
        } catch {
            var response = EntryPage(language: call.language, problem: error).login(next: next, name: name)
            response.headers.add("retry-after", String(error.retryAfter ?? 60))
            return .response(response)
        }
        let member = try call.gate.store.member(named: name, password: call.arguments["password"] ?? "")
        call.gate.throttle.note(name: name, peer: peer, succeeded: member != nil, at: now)
        guard let member else {
            // Whether the name is one is told to nobody but the log.
            try call.gate.note("login.failed", of: name, by: "", in: call.request)
            let problem = Problem(
                .unauthenticated, Bilingual("名称或密码不对", "the name or the password is wrong"),
                Bilingual("请重试，或向管理员索取新的链接", "try again, or ask an administrator for a new link"))
            return .response(EntryPage(language: call.language, problem: problem).login(next: next, name: name))
        }
        let secret = try call.gate.store.beginSession(of: member, replacing: Gate.session(of: call.request), at: now)
        try call.gate.note("login", of: "", by: member.name, in: call.request)
        return .response(
            ServiceResponse(
                303, headers: HeaderFields(["location": next, "set-cookie": Gate.giving(secret.text)])))
    }

    private static func accept(_ call: Call) throws -> Answer {
        let (secret, password) = (call.arguments["secret"] ?? "", call.arguments["password"] ?? "")
        guard let member = try call.gate.store.invited(by: secret, at: Gate.now) else { throw Problem.noInvitation }
        do {
            guard call.arguments["again"] == password else {
                throw Problem(
                    .badRequest, Bilingual("两次输入的密码不同", "the two passwords differ"),
                    Bilingual("请重新输入", "type them again"))
            }
            _ = try call.gate.store.accept(secret, password: password, at: Gate.now)
        } catch {
            let problem = Problem(error, isReading: false, hiding: call.ledger.path)
            return .response(
                EntryPage(language: call.language, problem: problem).invitation(for: member.name, secret: secret))
        }
        try call.gate.note("password.set", of: "", by: member.name, in: call.request)
        return .response(ServiceResponse(303, headers: HeaderFields(["location": "/login"])))
    }
}

extension Problem {
    static let noInvitation = Problem(
        .notFound, Bilingual("此链接已失效", "this link holds no more"),
        Bilingual("请向管理员索取新的链接", "ask an administrator for another"))
}
