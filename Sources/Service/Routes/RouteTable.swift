import Platform

/// All routes, by what they are found.
package struct RouteTable: Sendable {
    /// In the order of the description.
    package let routes: [Route]

    package init(_ routes: [Route]) { self.routes = routes }

    /// What an address leads to.
    struct Match: Sendable {
        let route: Route
        /// What stands in the places of the address's names.
        let fields: [(name: String, value: String)]
    }

    /// The routes of an address, whatever is to be done there.
    ///
    /// - Throws: ``Problem`` for an address with an escape that is none.
    func matches(_ path: String) throws(Problem) -> [Match] {
        let given = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst()
        var parts: [String] = []
        for part in given {
            guard let text = FormText.decoded(part) else {
                throw Problem(
                    .badRequest, Bilingual("地址中的转义有误", "the address has an escape that is none"),
                    Bilingual("请用 UTF-8 的百分号编码", "write UTF-8 in percent escapes"))
            }
            parts.append(text)
        }
        // An address may end in a stroke, as a root does.
        if parts.last?.isEmpty == true { parts.removeLast() }
        return routes.compactMap { route in
            Self.fields(of: parts, in: route.parts).map { Match(route: route, fields: $0) }
        }
    }

    private static func fields(of given: [String], in wanted: [Substring]) -> [(name: String, value: String)]? {
        guard given.count == wanted.count else { return nil }
        var fields: [(name: String, value: String)] = []
        for (part, pattern) in zip(given, wanted) {
            if pattern.hasPrefix("{") {
                guard !part.isEmpty else { return nil }
                fields.append((String(pattern.dropFirst().dropLast()), part))
            } else if part != pattern {
                return nil
            }
        }
        return fields
    }
}
