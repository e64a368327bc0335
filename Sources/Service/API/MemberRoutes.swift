import Access
import FinalAccounts
import Interchange
import Platform
import Reporting

/// Who may do what: oneself, members, tokens, and what was done.
enum MemberRoutes {
    private static let number = Parameter(
        "member", .count(1...Int(Int32.max)), in: .path, Bilingual("用户编号", "the number of the member"))
    private static let role = Parameter(
        "role", .choice(Role.allCases.map(\.rawValue)), in: .body, Bilingual("权限", "the role"))
    private static let bodies = Parameter(
        "bodies", .texts, in: .body, Bilingual("可用的单位；不给时为全部", "the bodies; all of them where none is named"))

    static let routes: [Route] = [
        Route(
            "/api/v1/me", "showMyself", Bilingual("当前用户", "Who asks"), .json, isOfLedger: false,
            admission: .member(.viewer)
        ) { call in
            guard let identity = call.identity else { throw Problem.notLoggedIn }
            return .json(
                .members([
                    "name": .string(identity.member.name), "role": .string(identity.role.rawValue),
                    "bodies": identity.scope.names.map { .array($0.map { .string($0) }) },
                ]))
        },
        Route(
            "/api/v1/members", "listMembers", Bilingual("用户", "The members"), .tables(["members"]), isOfLedger: false,
            admission: .body(.administrator)
        ) { call in .tables([MemberTable.members(try call.gate.store.members(), call.language)], .chinese) },
        Route(
            "/api/v1/members", "addMember", Bilingual("添加用户，得到一次性链接", "Add a member and get a one-time link"),
            .json, method: .post, isOfLedger: false, admission: .body(.administrator),
            parameters: [
                Parameter("name", .text, in: .body, Bilingual("登录名", "the name to log in by"), isRequired: true),
                role.required, bodies,
            ]
        ) { call in
            let member = try call.gate.store.add(
                call.arguments["name"] ?? "", role: call.arguments.choice("role") ?? .viewer,
                scope: call.scopeGiven ?? .all)
            try call.note("member.add", of: "\(member.id) \(member.name) \(member.role.rawValue)")
            return try invitation(of: member, call, status: 201)
        },
        Route(
            "/api/v1/members/{member}", "changeMember",
            Bilingual("更改用户的权限、单位，或停用", "Change what a member may do, or keep them out"), .tables(["members"]),
            method: .patch, isOfLedger: false, admission: .body(.administrator),
            parameters: [
                number, role, bodies,
                Parameter("all_bodies", .flag, in: .body, Bilingual("全部单位", "all bodies")),
                Parameter("disabled", .flag, in: .body, Bilingual("停用", "whether they are kept out")),
            ]
        ) { call in
            let scope: Scope? = call.arguments.flag("all_bodies") ? .all : call.scopeGiven
            let member = try call.gate.store.change(
                call.memberNumber, role: call.arguments.choice("role"), scope: scope,
                isDisabled: call.arguments["disabled"].map { $0 == "true" })
            try call.note("member.change", of: "\(member.id) \(call.arguments.canonical)")
            return .tables([MemberTable.members([member], call.language)], .chinese)
        },
        Route(
            "/api/v1/members/{member}/invitations", "inviteMember",
            Bilingual("为用户另发一次性链接，用以设定密码", "Make another one-time link by which a member chooses a password"), .json,
            method: .post, isOfLedger: false, admission: .body(.administrator), parameters: [number]
        ) { call in
            guard let member = try call.gate.store.member(call.memberNumber) else {
                throw Problem(
                    .notFound, Bilingual("没有第 \(call.memberNumber) 号用户", "there is no member \(call.memberNumber)"),
                    Bilingual("编号见 /api/v1/members", "/api/v1/members lists their numbers"))
            }
            try call.note("member.invite", of: "\(member.id) \(member.name)")
            return try invitation(of: member, call, status: 201)
        },
        Route(
            "/api/v1/tokens", "listTokens", Bilingual("自己的令牌；管理员可见全部", "One's own tokens; an administrator sees all"),
            .tables(["tokens"]), isOfLedger: false, admission: .member(.viewer)
        ) { call in
            .tables([MemberTable.tokens(try call.gate.store.tokens(of: call.tokenOwner), call.language)], .chinese)
        },
        Route(
            "/api/v1/tokens", "addToken", Bilingual("为程序建立令牌；只显示一次", "Make a token for a program; it is shown once"),
            .json, method: .post, isOfLedger: false, admission: .member(.viewer),
            parameters: [
                Parameter("name", .text, in: .body, Bilingual("用途", "what it is for"), isRequired: true), role, bodies,
                Parameter(
                    "days", .count(1...366), in: .body, Bilingual("有效天数；默认为 90", "the days it holds; 90 by default")),
            ]
        ) { call in
            guard let identity = call.identity, case .session = identity.proof else {
                throw Problem(
                    .forbidden, Bilingual("令牌不能建立令牌", "a token makes no tokens"),
                    Bilingual("请登录后建立", "log in to make one"))
            }
            let (token, secret) = try call.gate.store.addToken(
                of: identity.member, named: call.arguments["name"] ?? "",
                role: call.arguments.choice("role") ?? .viewer, scope: call.scopeGiven ?? identity.scope,
                days: call.arguments.count("days") ?? 90, at: Gate.now)
            try call.note("token.add", of: "\(token.id) \(token.name) \(token.role.rawValue)")
            let value: JSONValue = .object([
                "token": .integer(Int(token.id)), "secret": .string(secret.text), "role": .string(token.role.rawValue),
                "expires": .integer(token.expiresAt),
            ])
            return .response(ServiceResponse(201, json: value))
        },
        Route(
            "/api/v1/tokens/{token}", "revokeToken", Bilingual("撤销令牌", "End a token"), .nothing,
            method: .delete, isOfLedger: false, admission: .member(.viewer),
            parameters: [
                Parameter("token", .count(1...Int(Int32.max)), in: .path, Bilingual("令牌编号", "the number of the token"))
            ]
        ) { call in
            let number = Int64(call.arguments.count("token") ?? 0)
            try call.gate.store.revokeToken(number, of: call.tokenOwner, at: Gate.now)
            try call.note("token.revoke", of: String(number))
            return .response(ServiceResponse(204))
        },
        Route(
            "/api/v1/audit", "listAudit", Bilingual("何人何时做了何事", "What was done, by whom and when"), .tables(["audit"]),
            isOfLedger: false, admission: .body(.administrator),
            parameters: [
                Parameter(
                    "last", .count(1...100_000), Bilingual("最近几条；默认为 200", "how many, the latest; 200 by default"))
            ]
        ) { call in
            let entries = try call.gate.store.audit(limit: call.arguments.count("last") ?? 200)
            let broken = try call.gate.store.firstBrokenAuditEntry()
            return .tables([MemberTable.audit(entries, broken: broken, call.language)], .chinese)
        },
    ]

    private static func invitation(of member: Member, _ call: Call, status: Int) throws -> Answer {
        let secret = try call.gate.store.invite(member.id, at: Gate.now)
        let value: JSONValue = .object([
            "member": .integer(Int(member.id)), "name": .string(member.name),
            "link": .string("/invitations/" + secret.text),
        ])
        return .response(ServiceResponse(status, json: value))
    }
}

extension Call {
    fileprivate var memberNumber: Int64 { Int64(arguments.count("member") ?? 0) }

    /// The bodies that are named in what the request brings along; `nil` where none is.
    fileprivate var scopeGiven: Scope? { arguments.list("bodies").map { .bodies(Set($0)) } }

    /// Whose tokens the caller sees; `nil` for everybody's.
    fileprivate var tokenOwner: Int64? {
        identity.flatMap { $0.role == .administrator && $0.scope == .all ? nil : $0.member.id }
    }
}
