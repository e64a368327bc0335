import Access
import FinalAccounts
import Interchange
import Ledger
import Platform
import Reporting
import Workbench

/// The service without anything that carries requests: takes one, finds its route, answers it.
package struct LedgerService: Sendable {
    let settings: ServingSettings
    /// All that can be asked for.
    package let table: RouteTable
    let surroundings: Surroundings
    /// Whether the ledger was of an older version of the program and was brought up to date.
    let wasUpdated: Bool
    private let threads: WorkThreads
    /// The names it may be addressed by; `nil` where any will do.
    let names: Set<String>?

    /// Answers that are kept have so many bytes at most.
    private static let cacheBytes = 128 << 20

    /// Loads what is needed.
    ///
    /// - Parameter read: reads documents; `nil` for within bounds in processes of their own.
    /// - Throws: why the ledger or the program's data cannot be read.
    package init(_ settings: ServingSettings, read: DocumentLoader.Read? = nil) throws {
        self.settings = settings
        wasUpdated = try Ledger.bringUpToDate(at: settings.ledger)
        surroundings = Surroundings(
            ledger: try ServedLedger(settings, read: read), watch: LedgerWatch(settings.ledger),
            cache: ResultCache(mostBytes: Self.cacheBytes), gate: Gate(store: try AccessStore(at: settings.accessFile)),
            uploads: UploadStore(ledger: settings.ledger))
        _ = try surroundings.watch.version()
        threads = WorkThreads(count: max(2, Parallel.cores))
        table = RouteTable(
            LedgerRoutes.routes + AnalysisRoutes.routes + DraftRoutes.routes + DraftWorkRoutes.routes
                + MemberRoutes.routes + OwnRoutes.routes
                + EditionRoutes.routes + UploadRoutes.routes + EntryRoutes.routes + PageRoutes.routes
                + LedgerPageRoutes.routes + DraftPageRoutes.routes + FindingRoutes.routes
                + FindingPageRoutes.routes + SearchRoutes.routes + EventRoutes.routes)
        names = Self.names(settings)
    }

    /// The secret of the link by which the first administrator chooses a password; `nil` where somebody has one already.
    ///
    /// - Throws: `AccessError`.
    func firstInvitation() throws(AccessError) -> Secret? { try surroundings.gate.store.inviteFirst(at: Gate.now) }

    /// The bytes that the body of a request may have: more than usual where its route takes documents and lets its sender in.
    func mostBodyBytes(of request: ServiceRequest) -> Int {
        // What is wrong with the request is said when it is answered.
        guard let matches = try? table.matches(request.path),
            let match = matches.first(where: { $0.route.method == request.method }),
            match.route.mostBytes > Route.usualBytes,
            let identity = try? surroundings.gate.identity(of: request),
            (try? match.route.admission.check(identity, body: nil)) != nil
        else { return Route.usualBytes }
        return match.route.mostBytes
    }

    /// Answers a request, whatever it is; never fails.
    ///
    /// - Parameter unknown: what is to be done, where that is nothing that is done anywhere here.
    /// - Returns: the answer, and the route's address for what counts them.
    package func answer(
        _ request: ServiceRequest, unknown: String? = nil
    ) async -> (response: ServiceResponse, route: String) {
        var (response, route): (ServiceResponse, String)
        let language = spoken(request)
        var template = "none"
        do {
            (response, route) = (try await found(request, unknown, language, &template), template)
        } catch {
            let problem = Problem(error, isReading: request.method.isSafe, hiding: settings.ledger)
            (response, route) = (self.response(to: problem, request, language), template)
        }
        if request.method == .head {
            response.headers.set("content-length", String(response.body.count))
            response.body = []
        }
        for (name, value) in Self.protections where response.headers[name] == nil { response.headers.add(name, value) }
        if settings.isEncrypted || settings.origin != nil {
            response.headers.set("strict-transport-security", "max-age=31536000")
        }
        response.headers.set("x-request-id", request.id)
        return (response, route)
    }

    /// What every answer says to a browser: show it as what it is, in no frame, and let it load nothing.
    private static let protections: KeyValuePairs<String, String> = [
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
        "x-content-type-options": "nosniff", "referrer-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin", "cache-control": "no-store",
    ]

    private func spoken(_ request: ServiceRequest) -> Language {
        let asked = request.fields?.first { $0.name == "language" }.flatMap { Language(rawValue: $0.value) }
        let kept = request.headers["cookie"]?.split(separator: ";").map(\.trimmed).first { $0.hasPrefix("language=") }
            .flatMap { Language(rawValue: String($0.dropFirst("language=".count))) }
        return asked ?? kept ?? Negotiation.language(request.headers["accept-language"]) ?? settings.language
    }

    private func found(
        _ request: ServiceRequest, _ unknown: String?, _ language: Language, _ template: inout String
    ) async throws -> ServiceResponse {
        try checkName(request)
        let matches = try table.matches(request.path)
        guard let first = matches.first else { throw Problem.noSuchPage }
        template = first.route.template
        let wanted: ServiceRequest.Method = request.method == .head ? .get : request.method
        guard unknown == nil, let match = matches.first(where: { $0.route.method == wanted }) else {
            return refused(unknown ?? request.method.rawValue, request, matches, language)
        }
        guard var fields = request.fields else {
            throw Problem(
                .badRequest, Bilingual("参数中的转义有误", "a parameter has an escape that is none"),
                Bilingual("请用 UTF-8 的百分号编码", "write UTF-8 in percent escapes"))
        }
        // What a person left blank in a form is not said.
        if match.route.kind == .page { fields.removeAll { $0.value.isEmpty } }
        let identity = try surroundings.gate.identity(of: request)
        let body = (match.fields + fields).first { $0.name == "body" }?.value
        try match.route.admission.check(identity, body: body)
        var (brought, file): ([(name: String, value: String)], MultipartForm.File?) = ([], nil)
        if !request.method.isSafe, !match.route.takesBytes { (brought, file) = try RequestBody.content(of: request) }
        if !request.method.isSafe {
            try checkOrigin(request, match.route.admission == .anyone ? nil : identity, &brought)
        }
        let arguments = try Arguments(match.fields + fields + brought, for: match.route.parameters)
        let call = Call(
            request: request, arguments: arguments, language: language, identity: identity, file: file,
            surroundings: surroundings,
            table: table)
        return try await surroundings.repeats.answer(
            request, of: match.route.keepsAnswer ? identity?.member.id : nil, in: surroundings.gate.store
        ) { try await answer(call, match.route) }
    }

    // MARK: Answers

    private func answer(_ call: Call, _ route: Route) async throws -> ServiceResponse {
        let form = try form(call, route)
        guard route.isOfLedger else {
            let answer = try await threads.run { try route.work(call) }
            if case .response(let response) = answer {
                return route.kind == .page ? speaking(call, response) : response
            }
            if case .page(let title, let content) = answer {
                var response = frame(title, call, content).response()
                response = speaking(call, response)
                return response
            }
            let entry = writer(call, route, form, nil, version: nil).entry(for: answer)
            return ServiceResponse(200, headers: entry.headers, body: entry.bytes)
        }
        let version = try surroundings.watch.version()
        let piece = try piece(call, route, in: version)
        let key = [
            version.description, route.operation, form.rawValue, call.language.rawValue, call.scope,
            call.arguments.canonical,
        ].joined(separator: "\n")
        let mark = route.kind == .page ? key + "\n" + (call.identity?.proof).debugDescription : key
        let state = ContentHash(of: (surroundings.ledger.identity.description + mark).utf8).description.prefix(32)
        let isCompressed = Negotiation.takesGzip(call.request.headers["accept-encoding"])
        // What is sent in another coding is another sequence of bytes and has a tag of its own (RFC 9110, 8.8.3.3).
        let tags = (plain: "\"\(state)\"", compressed: "\"\(state)-gzip\"")
        var headers = HeaderFields([
            "etag": isCompressed ? tags.compressed : tags.plain, "cache-control": "private, no-cache",
            "vary": Self.varies,
        ])
        if let known = call.request.headers["if-none-match"],
            Self.names(tags.plain, in: known) || Self.names(tags.compressed, in: known)
        {
            // A browser takes the lines at the head of this answer for those of the page it has kept (RFC 9111, 3.2).
            var unchanged = ServiceResponse(304, headers: headers)
            if route.kind == .page { frame("", call).addHeaders(to: &unchanged) }
            return unchanged
        }
        let entry: ResultCache.Entry
        if let known = surroundings.cache.known(key) {
            entry = known
        } else {
            entry = try await surroundings.cache.entry(key, of: version) { [threads] in
                try await threads.run {
                    writer(call, route, form, piece, version: version).entry(for: try route.work(call))
                }
            }
        }
        let deflated = isCompressed ? entry.deflated : nil
        if deflated != nil {
            headers.add("content-encoding", "gzip")
        } else {
            headers.set("etag", tags.plain)
        }
        guard let title = entry.title else {
            for (name, value) in entry.headers.all { headers.add(name, value) }
            return ServiceResponse(200, headers: headers, body: deflated?.gzip() ?? entry.bytes)
        }
        let frame = frame(title, call)
        let (head, foot) = frame.bytesAround
        var response = ServiceResponse(
            200, headers: HeaderFields(["content-type": "text/html; charset=utf-8"]),
            body: deflated?.gzip(between: head, and: foot) ?? head + entry.bytes + foot)
        frame.addHeaders(to: &response)
        for (name, value) in headers.all { response.headers.set(name, value) }
        return speaking(call, response)
    }

    /// The frame of a page, for whom it is sent to.
    private func frame(_ title: String, _ call: Call, _ content: HTML = .empty) -> PageFrame {
        let kept = (call.request.fields ?? []).filter { $0.name != "language" }.map {
            FormText.encoded($0.name) + "=" + FormText.encoded($0.value)
        }
        return PageFrame(
            language: call.language, title: title, identity: call.identity,
            address: call.request.path + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&")), content: content)
    }

    /// The answer with the language noted that was chosen on a page, so that the next has it too.
    private func speaking(_ call: Call, _ response: ServiceResponse) -> ServiceResponse {
        guard let language = call.arguments["language"] else { return response }
        var response = response
        response.headers.add("set-cookie", "language=\(language); Path=/; SameSite=Lax; Max-Age=31536000")
        return response
    }

    private static let varies = "Accept, Accept-Encoding, Accept-Language, Authorization, Cookie"

    /// Whether a list of tags has one, or stands for all.
    private static func names(_ tag: String, in list: String) -> Bool {
        list.split(separator: ",").contains { item in
            let item = item.trimmed
            return item == "*" || (item.hasPrefix("W/") ? String(item.dropFirst(2)) : item) == tag
        }
    }

    private func form(_ call: Call, _ route: Route) throws(Problem) -> Form {
        if let form: Form = call.arguments.choice("format") { return form }
        guard !route.forms.isEmpty else { return .json }
        guard let form = Negotiation.form(of: route.forms, accept: call.request.headers["accept"]) else {
            let types = route.forms.map(\.type).listed()
            throw Problem(
                .notAcceptable, Bilingual("没有所要求的格式", "there is no such form of it"),
                Bilingual("可用的格式为 \(types.zhHans)", "its forms are \(types.en)"))
        }
        return form
    }

    private func piece(_ call: Call, _ route: Route, in version: ContentHash) throws(Problem) -> AnswerWriter.Piece? {
        guard route.isPaged else { return nil }
        let first = try call.arguments["cursor"].map { text throws(Problem) in try Cursor(text, in: version).row } ?? 0
        guard first > 0 || call.arguments["limit"] != nil else { return nil }
        return AnswerWriter.Piece(first: first, count: call.arguments.count("limit") ?? Self.usualPiece)
    }

    private static let usualPiece = 1000

    private func writer(
        _ call: Call, _ route: Route, _ form: Form, _ piece: AnswerWriter.Piece?, version: ContentHash?
    ) -> AnswerWriter {
        AnswerWriter(language: call.language, form: form, piece: piece) { row in
            let kept = (call.request.fields ?? []).filter { $0.name != "cursor" }
            let cursor = version.map { Cursor(row: row, version: $0).text } ?? String(row)
            let fields = (kept + [("cursor", cursor)]).map {
                FormText.encoded($0.name) + "=" + FormText.encoded($0.value)
            }
            return call.request.path + "?" + fields.joined(separator: "&")
        }
    }
}
