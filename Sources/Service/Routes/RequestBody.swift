import Foundation
import Platform

/// What a request brings along, as names and values: a flat object of JSON, or a form.
enum RequestBody {
    /// Between the items of a list.
    static let separator = "\u{1F}"

    private enum Value: Decodable {
        case text(String), list([String]), cells([String: String]), absent

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .absent
            } else if let flag = try? container.decode(Bool.self) {
                self = .text(String(flag))
            } else if let number = try? container.decode(Int.self) {
                self = .text(String(number))
            } else if let list = try? container.decode([String].self) {
                self = .list(list)
            } else if let cells = try? container.decode([String: String].self) {
                self = .cells(cells)
            } else {
                self = .text(try container.decode(String.self))
            }
        }
    }

    /// The fields of a body, and the file of a form that has one.
    ///
    /// - Throws: as ``fields(of:)`` does.
    static func content(
        of request: ServiceRequest
    ) throws(Problem) -> (fields: [(name: String, value: String)], file: MultipartForm.File?) {
        let type = request.headers["content-type"] ?? ""
        guard type.lowercased().hasPrefix("multipart/form-data") else { return (try fields(of: request), nil) }
        let form = try MultipartForm(request.body, type: type)
        return (form.fields.filter { !$0.value.trimmed.isEmpty }, form.file)
    }

    /// The fields of a body; a list is one text with ``separator`` between its items.
    ///
    /// - Throws: ``Problem`` for a body that is neither.
    static func fields(of request: ServiceRequest) throws(Problem) -> [(name: String, value: String)] {
        guard !request.body.isEmpty else { return [] }
        let type = request.headers["content-type"]?.prefix { $0 != ";" }.trimmed.lowercased()
        switch type {
        case "application/json":
            let members: [String: Value]
            do {
                members = try JSONDecoder().decode([String: Value].self, from: Data(request.body))
            } catch {
                throw Problem(
                    .badRequest, Bilingual("内容不是 JSON 对象", "the content is no flat object of JSON"),
                    Bilingual("请按 /api/v1/openapi.json 填写", "write it as /api/v1/openapi.json says"))
            }
            var fields: [(name: String, value: String)] = []
            for (name, value) in members.sorted(by: { $0.key < $1.key }) {
                switch value {
                case .text(let text): fields.append((name, text))
                case .list(let items): fields.append((name, items.joined(separator: separator)))
                case .cells(let cells):
                    fields += cells.sorted { $0.key < $1.key }.map { (name + ":" + $0.key, $0.value) }
                case .absent: break
                }
            }
            return fields
        case "application/x-www-form-urlencoded":
            guard let text = String(validating: request.body, as: UTF8.self), let fields = FormText.fields(of: text)
            else {
                throw Problem(
                    .badRequest, Bilingual("表单的编码有误", "the form's encoding is wrong"),
                    Bilingual("请用 UTF-8", "write it in UTF-8"))
            }
            // What a person left blank is not said, but for a cell, which they emptied; the lines of a text field are a list.
            return fields.filter { !$0.value.trimmed.isEmpty || $0.name.contains(":") }
        default:
            throw Problem(
                .unsupportedMediaType, Bilingual("不支持的内容格式", "such content is not read"),
                Bilingual("请发送 application/json 或表单", "send application/json or a form"))
        }
    }
}
