import FinalAccounts
import Interchange
import Platform

/// The description of the interface (OpenAPI 3.1), made of the table of routes: there is no route that it has not, and none that
/// it has in vain.
struct OpenAPIDocument {
    let routes: [Route]
    let language: Language

    /// The whole document.
    var value: JSONValue {
        var paths: [String: [String: JSONValue]] = [:]
        for route in routes where route.isOfInterface {
            paths[route.template, default: [:]][route.method.rawValue.lowercased()] = operation(route)
        }
        return .object([
            "openapi": .string("3.1.0"),
            "info": .object([
                "title": .string(language.words("决算服务", "Juesuan service")), "version": .string(Version.current),
                "description": .string(
                    language.words(
                        "账本的内容与分析结果；数字与命令行相同。金额为十进制文本，单位为元。",
                        "What a ledger holds and what is worked out from it, to the figures of the commands. Amounts are decimal texts in yuan."
                    )),
                "license": .object(["name": .string("Apache-2.0"), "identifier": .string("Apache-2.0")]),
            ]),
            "servers": .array([.object(["url": .string("/")])]),
            "paths": .object(paths.mapValues { .object($0) }),
            "security": .array([.object(["token": .array([])])]),
            "components": .object([
                "schemas": .object(["Problem": Self.problem, "Row": Self.row]),
                "securitySchemes": .object([
                    "token": .object(["type": .string("http"), "scheme": .string("bearer")])
                ]),
            ]),
        ])
    }

    private func operation(_ route: Route) -> JSONValue {
        .members([
            "operationId": .string(route.operation), "summary": .string(route.summary.text(in: language)),
            "parameters": .array(route.parameters.filter { $0.place != .body }.map { $0.openAPI(in: language) }),
            "requestBody": body(of: route),
            "security": route.admission == .anyone ? .array([]) : nil,
            "responses": .object([
                success(of: route): answer(of: route),
                "304": plain(Bilingual("自上次以来没有变化", "nothing has changed since")),
                "default": .object([
                    "description": .string(language.words("未能答复的原因", "why there is no answer")),
                    "content": .object([
                        "application/problem+json": .object([
                            "schema": .object(["$ref": .string("#/components/schemas/Problem")])
                        ])
                    ]),
                ]),
            ]),
        ])
    }

    /// What the route takes along; `nil` where nothing.
    private func body(of route: Route) -> JSONValue? {
        let fields = route.parameters.filter { $0.place == .body }
        if route.takesBytes {
            let bytes: JSONValue = .object(["type": .string("string"), "format": .string("binary")])
            return .object([
                "required": .boolean(true),
                "content": .object(["application/octet-stream": .object(["schema": bytes])]),
            ])
        }
        guard !fields.isEmpty else { return nil }
        let schema: JSONValue = .object([
            "type": .string("object"), "additionalProperties": .boolean(false),
            "properties": .object(Dictionary(fields.map { ($0.name, $0.schema) }) { first, _ in first }),
            "required": .array(fields.filter(\.isRequired).map { .string($0.name) }),
        ])
        return .object([
            "required": .boolean(fields.contains(where: \.isRequired)),
            "content": .object(["application/json": .object(["schema": schema])]),
        ])
    }

    private func success(of route: Route) -> String {
        switch (route.method, route.kind) {
        case (_, .nothing): "204"
        case (.post, .json): "201"
        default: "200"
        }
    }

    private func plain(_ words: Bilingual) -> JSONValue { .object(["description": .string(words.text(in: language))]) }

    private func answer(of route: Route) -> JSONValue {
        var headers: [String: JSONValue] = ["ETag": Self.header]
        if route.isPaged { headers["Link"] = Self.header }
        return .object([
            "description": .string(route.summary.text(in: language)),
            "headers": .object(route.isOfLedger ? headers : [:]), "content": .object(content(of: route.kind)),
        ])
    }

    private static let header: JSONValue = .object(["schema": .object(["type": .string("string")])])

    private func content(of kind: Route.Kind) -> [String: JSONValue] {
        let text: JSONValue = .object(["schema": .object(["type": .string("string")])])
        switch kind {
        case .tables(let names): return ["application/json": .object(["schema": Self.tables(names)]), "text/csv": text]
        case .lines:
            return ["application/json": .object(["schema": Self.lists(["lines"])]), "text/csv": text]
        case .json: return ["application/json": .object(["schema": .object(["type": .string("object")])])]
        // A stream of events is no text of a form.
        case .text("text/event-stream"): return ["text/event-stream": .object([:])]
        case .text(let type) where type.hasPrefix("text/"): return [type: text]
        // A picture or a workbook: bytes, which generators of clients tell by the format.
        case .text(let type):
            return [type: .object(["schema": .object(["type": .string("string"), "format": .string("binary")])])]
        case .page: return ["text/html": text]
        case .nothing: return [:]
        }
    }

    private static func tables(_ names: [String]) -> JSONValue {
        let notes: JSONValue = .object(["type": .string("array"), "items": .object(["type": .string("string")])])
        guard case .object(var schema) = lists(names), case .object(var members)? = schema["properties"] else {
            return .object([:])
        }
        members["notes"] = notes
        schema["properties"] = .object(members)
        return .object(schema)
    }

    private static func lists(_ names: [String]) -> JSONValue {
        let list: JSONValue = .object([
            "type": .string("array"), "items": .object(["$ref": .string("#/components/schemas/Row")]),
        ])
        return .object([
            "type": .string("object"),
            "properties": .object(Dictionary(names.map { ($0, list) }) { first, _ in first }),
            "required": .array(names.prefix(1).map { .string($0) }),
        ])
    }

    private static let row: JSONValue = .object([
        "type": .string("object"),
        "additionalProperties": .object([
            "type": .array(["string", "number", "null", "array"].map { .string($0) }),
            // Generators of clients leave out a list that does not say of what.
            "items": .object([:]),
        ]),
    ])

    private static let problem: JSONValue = .object([
        "type": .string("object"),
        "properties": .object(
            Dictionary(
                ["type", "title", "detail", "remedy", "instance"].map { ($0, .object(["type": .string("string")])) }
            ) {
                first, _ in first
            }.merging(["status": .object(["type": .string("integer")])]) { first, _ in first }),
        "required": .array(["type", "title", "status", "detail", "remedy", "instance"].map { .string($0) }),
    ])
}
