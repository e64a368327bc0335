import Interchange

/// An answer, whatever carries it.
package struct ServiceResponse: Sendable {
    package var status: Int
    package var headers: HeaderFields
    package var body: [UInt8]
    /// What goes on being sent behind the body, piece by piece; `nil` for an answer that is whole.
    package var events: AsyncStream<String>?

    package init(_ status: Int, headers: HeaderFields = HeaderFields(), body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// A text of some kind.
    package init(_ text: String, type: String, status: Int = 200) {
        self.init(status, headers: HeaderFields(["content-type": type]), body: Array(text.utf8))
    }

    /// A JSON value.
    init(_ status: Int, json: JSONValue, type: String = "application/json; charset=utf-8") {
        self.init(json.text(.indented) + "\n", type: type, status: status)
    }

    /// The body as text.
    package var text: String { String(decoding: body, as: UTF8.self) }
}
