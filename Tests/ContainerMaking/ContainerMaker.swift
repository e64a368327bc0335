import CZip
import Foundation

/// Makes ZIP containers part by part, well-made and hostile ones alike.
package struct ContainerMaker {
    /// libzip could not write it.
    package struct Failure: Error {}

    /// Begins an empty container.
    package init() {}

    /// The parts so far.
    package private(set) var parts: [(name: String, bytes: [UInt8])] = []

    /// Adds a part of text.
    package mutating func add(_ name: String, _ text: String) { parts.append((name, Array(text.utf8))) }

    /// Adds a part of bytes.
    package mutating func add(_ name: String, bytes: [UInt8]) { parts.append((name, bytes)) }

    /// The container's bytes.
    package func bytes() throws -> [UInt8] {
        let path = NSTemporaryDirectory() + "/container-\(UUID().uuidString).zip"
        defer { try? FileManager.default.removeItem(atPath: path) }
        guard let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, nil) else { throw Failure() }
        var copies: [UnsafeMutableRawPointer] = []
        defer { copies.forEach { $0.deallocate() } }
        for part in parts {
            let copy = UnsafeMutableRawPointer.allocate(byteCount: max(1, part.bytes.count), alignment: 1)
            copies.append(copy)
            part.bytes.withUnsafeBytes {
                if let base = $0.baseAddress { copy.copyMemory(from: base, byteCount: $0.count) }
            }
            guard let source = zip_source_buffer(archive, copy, zip_uint64_t(part.bytes.count), 0),
                zip_file_add(archive, part.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8)) >= 0
            else {
                zip_discard(archive)
                throw Failure()
            }
        }
        guard zip_close(archive) == 0 else {
            zip_discard(archive)
            throw Failure()
        }
        return try Array(Data(contentsOf: URL(fileURLWithPath: path)))
    }
}

extension ContainerMaker {
    /// Adds the list of what each part is, by the last words of its type, which office programs insist on.
    package mutating func addTypes(_ types: [(part: String, type: String)]) {
        let list = types.map {
            "<Override PartName=\"\($0.part)\" ContentType=\"application/vnd.openxmlformats-officedocument.\($0.type)+xml\"/>"
        }.joined()
        add(
            "[Content_Types].xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\(list)</Types>"
        )
    }

    /// A workbook of sheets given as XML inside of `worksheet`.
    package static func workbook(
        _ sheets: [(name: String, state: String, xml: String)], strings: [String] = [], styles: String = "",
        date1904: Bool = false
    ) -> ContainerMaker {
        let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let list = "http://schemas.openxmlformats.org/package/2006/relationships"
        var maker = ContainerMaker()
        maker.addTypes(
            [
                ("/xl/workbook.xml", "spreadsheetml.sheet.main"),
                ("/xl/sharedStrings.xml", "spreadsheetml.sharedStrings"),
                ("/xl/styles.xml", "spreadsheetml.styles"),
            ]
                + sheets.indices.map { ("/xl/worksheets/sheet\($0 + 1).xml", "spreadsheetml.worksheet") })
        maker.add(
            "_rels/.rels",
            "\(head)<Relationships xmlns=\"\(list)\"><Relationship Id=\"r1\" Type=\"\(types)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        )
        var entries = ""
        var relationships = ""
        for (index, sheet) in sheets.enumerated() {
            entries +=
                "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" state=\"\(sheet.state)\" r:id=\"s\(index)\"/>"
            relationships +=
                "<Relationship Id=\"s\(index)\" Type=\"\(types)/worksheet\" Target=\"worksheets/sheet\(index + 1).xml\"/>"
            maker.add(
                "xl/worksheets/sheet\(index + 1).xml", "\(head)<worksheet xmlns=\"\(main)\">\(sheet.xml)</worksheet>")
        }
        relationships +=
            "<Relationship Id=\"x\" Type=\"\(types)/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
            + "<Relationship Id=\"y\" Type=\"\(types)/styles\" Target=\"styles.xml\"/>"
        maker.add(
            "xl/workbook.xml",
            "\(head)<workbook xmlns=\"\(main)\" xmlns:r=\"\(types)\"><workbookPr date1904=\"\(date1904 ? 1 : 0)\"/><sheets>\(entries)</sheets></workbook>"
        )
        maker.add(
            "xl/_rels/workbook.xml.rels", "\(head)<Relationships xmlns=\"\(list)\">\(relationships)</Relationships>")
        maker.add(
            "xl/sharedStrings.xml",
            "\(head)<sst xmlns=\"\(main)\">\(strings.map { "<si>\($0)</si>" }.joined())</sst>")
        maker.add("xl/styles.xml", "\(head)<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>")
        return maker
    }
}
