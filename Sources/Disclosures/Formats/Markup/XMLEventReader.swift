import CXML2
import Platform

/// Reads XML one event at a time: no network, no document type, no entities but the five of XML itself.
///
/// Names are local names; what stands in another namespace under the same name is told apart by the callers' places.
struct XMLEventReader: ~Copyable {
    /// What stands next in a document.
    enum Event: Equatable {
        case start(String)
        case end(String)
        case text(String)
    }

    /// Why XML could not be read.
    struct Failure: Error, Hashable {
        var line: Int
        var problem: Bilingual
    }

    private let reader: xmlTextReaderPtr
    private let copy: UnsafeMutablePointer<CChar>
    private var pendingEnd: String?

    /// Opens a document.
    ///
    /// - Throws: ``Failure`` where there is no memory for it.
    init(_ bytes: [UInt8]) throws(Failure) {
        // The reader refers to the bytes for as long as it lives.
        copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count + 1)
        for index in bytes.indices { copy[index] = CChar(bitPattern: bytes[index]) }
        copy[bytes.count] = 0
        xmlInitParser()
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_NOCDATA.rawValue
        guard let opened = xmlReaderForMemory(copy, Int32(clamping: bytes.count), nil, nil, Int32(options)) else {
            copy.deallocate()
            throw Failure(line: 0, problem: Bilingual("内存不足", "no memory for it"))
        }
        reader = opened
    }

    deinit {
        xmlFreeTextReader(reader)
        copy.deallocate()
    }

    /// The next event; `nil` at the end.
    ///
    /// - Throws: ``Failure`` for what is not well-formed, and for document types and entities.
    mutating func next() throws(Failure) -> Event? {
        if let name = pendingEnd {
            pendingEnd = nil
            return .end(name)
        }
        while true {
            let status = xmlTextReaderRead(reader)
            if status == 0 { return nil }
            guard status == 1 else {
                throw failure(Bilingual("XML 格式有误或不完整", "it is not well-formed XML, or is cut off"))
            }
            switch xmlReaderTypes(UInt32(bitPattern: xmlTextReaderNodeType(reader))) {
            case XML_READER_TYPE_ELEMENT:
                let name = localName
                if xmlTextReaderIsEmptyElement(reader) == 1 { pendingEnd = name }
                return .start(name)
            case XML_READER_TYPE_END_ELEMENT: return .end(localName)
            case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA, XML_READER_TYPE_SIGNIFICANT_WHITESPACE,
                XML_READER_TYPE_WHITESPACE:
                if let value = xmlTextReaderConstValue(reader) { return .text(Self.string(value)) }
            case XML_READER_TYPE_DOCUMENT_TYPE:
                throw failure(Bilingual("含有文档类型声明，其中可能有实体", "it declares a document type, which may hold entities"))
            case XML_READER_TYPE_ENTITY_REFERENCE: throw failure(Bilingual("引用了实体", "it refers to an entity"))
            default: break
            }
        }
    }

    /// An attribute of the element that was begun last, by its name with prefix.
    func attribute(_ name: String) -> String? {
        guard xmlTextReaderMoveToAttribute(reader, name) == 1 else { return nil }
        defer { xmlTextReaderMoveToElement(reader) }
        return xmlTextReaderConstValue(reader).map(Self.string)
    }

    /// All attributes of the element that was begun last, by their local names.
    func attributes() -> [String: String] {
        var result: [String: String] = [:]
        while xmlTextReaderMoveToNextAttribute(reader) == 1 {
            if let value = xmlTextReaderConstValue(reader) { result[localName] = Self.string(value) }
        }
        xmlTextReaderMoveToElement(reader)
        return result
    }

    private var localName: String { xmlTextReaderConstLocalName(reader).map(Self.string) ?? "" }

    private func failure(_ problem: Bilingual) -> Failure {
        Failure(line: Int(xmlTextReaderGetParserLineNumber(reader)), problem: problem)
    }

    private static func string(_ pointer: UnsafePointer<xmlChar>) -> String { String(cString: pointer) }
}

extension XMLEventReader.Failure {
    /// The error for a part of a container.
    func error(file: String, part: String) -> ReadError {
        ReadError(
            .data, file: file, place: Bilingual("“\(part)”部分第 \(line) 行", "part \(part), line \(line)"),
            problem: problem,
            expected: Bilingual("办公软件所写的 XML", "XML as office programs write it"),
            remedy: Bilingual("请用办公软件打开后重新保存", "open it in an office program and save it again"))
    }
}
