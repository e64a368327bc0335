import Platform

/// A form with a file (RFC 7578), as a browser sends it: its fields, and the one file.
struct MultipartForm {
    /// A file that was chosen.
    struct File: Sendable {
        let name: String
        let bytes: [UInt8]
    }

    private(set) var fields: [(name: String, value: String)] = []
    private(set) var file: File?

    /// So many parts are enough for every form of ours.
    private static let mostParts = 20

    /// Takes a form apart.
    ///
    /// - Parameter type: the line at the request's head that names what stands between its parts.
    /// - Throws: ``Problem`` for what is no such form.
    init(_ body: [UInt8], type: String) throws(Problem) {
        guard let mark = type.split(separator: ";").map(\.trimmed).first(where: { $0.hasPrefix("boundary=") }) else {
            throw Self.broken
        }
        let boundary = Array(("--" + mark.dropFirst("boundary=".count).filter { $0 != "\"" }).utf8)
        guard (3...80).contains(boundary.count) else { throw Self.broken }
        var place = try Self.find(boundary, in: body, from: 0)
        var count = 0
        while true {
            var begin = place + boundary.count
            if body[begin...].starts(with: Array("--".utf8)) { return }
            guard body[begin...].starts(with: Array("\r\n".utf8)), count < Self.mostParts else { throw Self.broken }
            begin += 2
            place = try Self.find(Array("\r\n".utf8) + boundary, in: body, from: begin)
            try take(body[begin..<place])
            place += 2
            count += 1
        }
    }

    private static let broken = Problem(
        .badRequest, Bilingual("表单不完整", "the form is not whole"), Bilingual("请重新提交", "send it again"))

    private static func find(_ wanted: [UInt8], in body: [UInt8], from start: Int) throws(Problem) -> Int {
        guard let first = wanted.first, body.count >= wanted.count else { throw broken }
        var place = start
        let end = body.count - wanted.count
        while place <= end {
            if body[place] == first, body[place..<(place + wanted.count)].elementsEqual(wanted) { return place }
            place += 1
        }
        throw broken
    }

    private mutating func take(_ part: ArraySlice<UInt8>) throws(Problem) {
        let bytes = Array(part)
        let gap = try Self.find(Array("\r\n\r\n".utf8), in: bytes, from: 0)
        guard let head = String(validating: bytes[..<gap], as: UTF8.self) else { throw Self.broken }
        let lines = head.split(whereSeparator: \.isNewline)
        guard let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
            let name = Self.value("name", in: line)
        else { throw Self.broken }
        let content = Array(bytes[(gap + 4)...])
        if let file = Self.value("filename", in: line) {
            if !content.isEmpty { self.file = File(name: file, bytes: content) }
        } else if let text = String(validating: content, as: UTF8.self) {
            fields.append((name, text))
        }
    }

    /// The value of `name="value"`; browsers write a quotation mark in it as `%22`.
    private static func value(_ name: String, in line: Substring) -> String? {
        guard let start = line.firstRange(of: "; " + name + "=\"")?.upperBound else { return nil }
        return String(line[start...].prefix { $0 != "\"" }).replacing("%22", with: "\"")
    }
}
