import CXML2
import Platform

/// A page parsed as browsers forgive it, by libxml2: no network, nothing loaded, no script run.
struct HTMLTree: ~Copyable {
    /// What stands next in a page.
    enum Event {
        /// The `rowspan` and `colspan` of a cell are 1 where there are none.
        case start(name: String, rowSpan: Int, columnSpan: Int, isHidden: Bool)
        case end(name: String)
        case text(String)
    }

    private let document: htmlDocPtr

    /// Parses a page in UTF-8.
    ///
    /// - Throws: ``XMLEventReader/Failure`` for a page that cannot be made sense of.
    init(_ bytes: [UInt8]) throws(XMLEventReader.Failure) {
        if let line = Self.tooDeep(bytes) {
            throw XMLEventReader.Failure(line: line, problem: Bilingual("元素嵌套过深", "its elements are nested too deeply"))
        }
        if let line = HTMLTagScan.tooManyAttributes(bytes) {
            throw XMLEventReader.Failure(
                line: line, problem: Bilingual("某元素的属性过多", "an element has too many attributes"))
        }
        xmlInitParser()
        let options =
            HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_RECOVER.rawValue | HTML_PARSE_COMPACT.rawValue
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let parsed = bytes[start...].withUnsafeBytes { buffer in
            htmlReadMemory(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count), nil, "UTF-8",
                Int32(options))
        }
        guard let parsed else { throw XMLEventReader.Failure(line: 0, problem: Bilingual("不是 HTML", "it is no HTML")) }
        document = parsed
    }

    deinit { xmlFreeDoc(document) }

    /// Goes through the page in order.
    func walk(_ take: (Event) -> Void) {
        guard let root = xmlDocGetRootElement(document) else { return }
        var node: xmlNodePtr? = root
        while let current = node {
            let isElement = current.pointee.type == XML_ELEMENT_NODE
            if isElement {
                take(start(current))
            } else if current.pointee.type == XML_TEXT_NODE || current.pointee.type == XML_CDATA_SECTION_NODE,
                let content = current.pointee.content
            {
                take(.text(String(cString: content)))
            }
            if isElement, let child = current.pointee.children {
                node = child
                continue
            }
            if isElement { take(.end(name: name(current))) }
            node = next(after: current, root: root, take)
        }
    }

    /// The node behind one whose children are done.
    private func next(after node: xmlNodePtr, root: xmlNodePtr, _ take: (Event) -> Void) -> xmlNodePtr? {
        var current = node
        while current != root {
            if let sibling = current.pointee.next { return sibling }
            guard let parent = current.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else { return nil }
            take(.end(name: name(parent)))
            current = parent
        }
        return nil
    }

    private func start(_ node: xmlNodePtr) -> Event {
        var rowSpan = 1
        var columnSpan = 1
        var isHidden = false
        var attribute = node.pointee.properties
        while let current = attribute {
            let name = current.pointee.name.map { String(cString: $0) } ?? ""
            let value = current.pointee.children?.pointee.content.map { String(cString: $0) } ?? ""
            switch name {
            case "rowspan": rowSpan = span(value, limit: 65_534)
            case "colspan": columnSpan = span(value, limit: 1000)
            case "hidden": isHidden = true
            case "style": isHidden = isHidden || value.filter { $0 != " " }.lowercased().holds("display:none")
            default: break
            }
            attribute = current.pointee.next
        }
        return .start(name: name(node), rowSpan: rowSpan, columnSpan: columnSpan, isHidden: isHidden)
    }

    private func span(_ value: String, limit: Int) -> Int {
        min(limit, max(1, Int(value.filter { $0 != " " }) ?? 1))
    }

    private func name(_ node: xmlNodePtr) -> String {
        node.pointee.name.map { String(cString: $0).lowercased() } ?? ""
    }

    /// The line where more elements are open than any page has; the parser's time grows with their square.
    private static func tooDeep(_ bytes: [UInt8]) -> Int? {
        let void: Set<String> = [
            "br", "img", "hr", "input", "meta", "link", "col", "area", "base", "embed", "source", "wbr", "p", "li",
            "td", "tr", "th", "option", "dd", "dt",
        ]
        var depth = 0
        var line = 1
        var index = 0
        while index < bytes.count {
            defer { index += 1 }
            if bytes[index] == 0x0A { line += 1 }
            guard bytes[index] == 0x3C, index + 1 < bytes.count else { continue }
            if bytes[index + 1] == 0x2F {
                depth = max(0, depth - 1)
                continue
            }
            guard (bytes[index + 1] | 0x20) >= 0x61, (bytes[index + 1] | 0x20) <= 0x7A else { continue }
            let end =
                bytes[(index + 1)...].prefix(12).firstIndex { ($0 | 0x20) < 0x61 || ($0 | 0x20) > 0x7A } ?? index + 1
            let name = String(decoding: bytes[(index + 1)..<max(index + 1, end)].map { $0 | 0x20 }, as: UTF8.self)
            if !void.contains(name) { depth += 1 }
            if depth > 2000 { return line }
        }
        return nil
    }
}
