import Platform

/// What is answered where a request cannot be done.
extension LedgerService {
    /// A problem as a page for a browser, which is led to the login where that helps, and as JSON for a program.
    func response(to problem: Problem, _ request: ServiceRequest, _ language: Language) -> ServiceResponse {
        var response = problem.response(in: language, request: request.id)
        let accepts = Negotiation.form(
            of: [("application/problem+json", false), ("text/html", true)], accept: request.headers["accept"])
        if accepts == true, !request.path.hasPrefix("/api/") {
            if problem.code == .unauthenticated, request.method.isSafe {
                let target = request.path + (request.query.isEmpty ? "" : "?" + request.query)
                return ServiceResponse(
                    303, headers: HeaderFields(["location": "/login?next=" + FormText.encoded(target)]))
            }
            let headers = response.headers.all.filter { $0.name == "retry-after" }
            response = ProblemPage(problem: problem, request: request.id, language: language).response
            for (name, value) in headers { response.headers.add(name, value) }
        }
        if problem.code == .unauthenticated { response.headers.add("www-authenticate", "Bearer realm=\"juesuan\"") }
        return response
    }

    /// The answer to what cannot be done at an address: what can.
    func refused(
        _ method: String, _ request: ServiceRequest, _ matches: [RouteTable.Match], _ language: Language
    ) -> ServiceResponse {
        let methods = Set(matches.map(\.route.method.rawValue)).union(
            matches.contains { $0.route.method == .get } ? ["HEAD"] : [])
        let allowed = methods.union(["OPTIONS"]).sorted().joined(separator: ", ")
        var response = ServiceResponse(204)
        if method != ServiceRequest.Method.options.rawValue {
            response = Problem(
                .methodNotAllowed,
                Bilingual(
                    "此地址不支持 \(method)", "\(method) is not done at this address"),
                Bilingual("可用的方法为 \(allowed)", "\(allowed) are")
            ).response(in: language, request: request.id)
        }
        response.headers.add("allow", allowed)
        return response
    }
}
