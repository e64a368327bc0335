import Access
import Platform
import Workbench

/// By which name a request came, and from which site.
extension LedgerService {
    /// A page of another site could have its name lead to this machine and read what is answered: it would be asked for by that
    /// name, which is not one of these.
    static func names(_ settings: ServingSettings) -> Set<String>? {
        var names: Set<String> = ["localhost", "127.0.0.1", "[::1]"]
        if let origin = settings.origin {
            names.insert(String(origin.dropFirst("https://".count).prefix { $0 != "/" && $0 != ":" }).lowercased())
        }
        names.insert(settings.host.contains(":") ? "[\(settings.host)]" : settings.host.lowercased())
        // A certificate is of a name already: a browser led here by another one does not go on.
        return (settings.allowsPlainRemote || settings.isEncrypted) && settings.origin == nil ? nil : names
    }

    func checkName(_ request: ServiceRequest) throws(Problem) {
        // RFC 9112, 3.2: the first name is the request's authority; a second one may be what a proxy went by.
        guard request.headers["host"] == nil else {
            throw Problem(
                .badRequest, Bilingual("请求写了不止一个主机名", "the request has more than one Host"),
                Bilingual("只写一个主机名", "give one Host"))
        }
        guard let names else { return }
        // The port is whatever leads here.
        let host =
            request.authority.hasPrefix("[")
            ? String(request.authority.prefix { $0 != "]" }) + "]" : String(request.authority.prefix { $0 != ":" })
        guard names.contains(host.lowercased()) else {
            throw Problem(
                .misdirected, Bilingual("本服务不使用名称“\(host)”", "this service does not go by the name '\(host)'"),
                Bilingual("请使用启动时给出的地址", "use the address it was started with"))
        }
    }

    /// Sees that a browser was not led here by another site: what changes something comes from a page of ours and brings along
    /// what only such a page knows. A program shows a token, which no browser sends by itself.
    func checkOrigin(
        _ request: ServiceRequest, _ identity: Identity?, _ fields: inout [(name: String, value: String)]
    ) throws(Problem) {
        let given = fields.first { $0.name == "csrf" }?.value ?? request.headers["x-csrf-token"]
        fields.removeAll { $0.name == "csrf" }
        if case .token? = identity?.proof { return }
        if let site = request.headers["sec-fetch-site"], !["same-origin", "none"].contains(site) {
            throw Problem.forgedForm
        }
        if let origin = request.headers["origin"], Self.host(of: origin) != request.authority.lowercased() {
            throw Problem.forgedForm
        }
        guard case .session(let csrf)? = identity?.proof else { return }
        guard let given, Secret.areEqual(given, csrf) else { throw Problem.forgedForm }
    }

    /// The name and port of `https://name:port`.
    private static func host(of origin: String) -> String {
        origin.lowercased().split(separator: "/", maxSplits: 2).last.map(String.init) ?? ""
    }
}
