import ContainerMaking

extension FormFiles {
    /// A word processor's document with a table for each, merged cells as it writes them.
    package func document(paragraphs: [String] = []) throws -> [UInt8] {
        var body = (["\(unit)\(year)年度部门决算"] + paragraphs).map(Self.paragraph).joined()
        body += contents {
            Self.paragraph($0)
        } row: {
            "<w:tr>" + $0.map { "<w:tc>\(Self.paragraph($0))</w:tc>" }.joined() + "</w:tr>"
        } table: {
            "<w:tbl>\($0)</w:tbl>"
        }
        for (sheet, isFirst) in pieces {
            if !style.titleInside, isFirst || style.tableBreak == .title {
                body += ([sheet.title] + captionLines(sheet)).map(Self.paragraph).joined()
            }
            body += table(sheet, isFirst: isFirst)
            // Tables that touch are one.
            body += style.notesInside || sheet.notes.isEmpty ? "<w:p/>" : sheet.notes.map(Self.paragraph).joined()
        }
        return try Self.package(body).bytes()
    }

    private func table(_ sheet: FormSheet, isFirst: Bool) -> String {
        let cells = rows(of: sheet, isFirst: isFirst)
        let width = max(sheet.width, cells.map { $0.column + $0.width }.max() ?? 0)
        let height = cells.map { $0.row + $0.height }.max() ?? 0
        var xml = "<w:tbl><w:tblPr><w:tblW w:w=\"9000\" w:type=\"dxa\"/></w:tblPr><w:tblGrid>"
        xml += String(repeating: "<w:gridCol w:w=\"\(9000 / max(1, width))\"/>", count: width) + "</w:tblGrid>"
        for line in 0..<height {
            xml += "<w:tr>"
            var column = 0
            while column < width {
                let cell = cells.first { one in
                    one.column == column && one.row <= line && line < one.row + one.height
                }
                let merge = cell.map {
                    $0.height == 1 ? "" : $0.row == line ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>"
                }
                xml += "<w:tc><w:tcPr><w:tcW w:w=\"\(9000 / width * (cell?.width ?? 1))\" w:type=\"dxa\"/>"
                xml += "<w:gridSpan w:val=\"\(cell?.width ?? 1)\"/>\(merge ?? "")</w:tcPr>"
                xml += cell.map { $0.row == line ? Self.words($0.text) : "<w:p/>" } ?? "<w:p/>"
                xml += "</w:tc>"
                column += cell?.width ?? 1
            }
            xml += "</w:tr>"
        }
        return xml + "</w:tbl>"
    }

    private static func words(_ text: String) -> String {
        text.split(separator: "\n").map { paragraph(String($0)) }.joined()
    }

    /// A paragraph; word processors break text into runs wherever they like.
    package static func paragraph(_ text: String) -> String {
        let middle = text.index(text.startIndex, offsetBy: text.count / 2)
        let runs = [text[..<middle], text[middle...]].map {
            "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">\(escaped(String($0)))</w:t></w:r>"
        }
        return "<w:p>" + runs.joined() + "</w:p>"
    }

    /// The parts of a document whose body is given as XML.
    package static func package(_ body: String, numbering: String? = nil) -> ContainerMaker {
        let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#
        let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let list = "http://schemas.openxmlformats.org/package/2006/relationships"
        let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        var maker = ContainerMaker()
        maker.addTypes([("/word/document.xml", "wordprocessingml.document.main")])
        maker.add(
            "_rels/.rels",
            "\(head)<Relationships xmlns=\"\(list)\"><Relationship Id=\"r1\" Type=\"\(types)/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
        )
        maker.add("word/document.xml", "\(head)<w:document xmlns:w=\"\(main)\"><w:body>\(body)</w:body></w:document>")
        if let numbering {
            maker.add(
                "word/_rels/document.xml.rels",
                "\(head)<Relationships xmlns=\"\(list)\"><Relationship Id=\"n\" Type=\"\(types)/numbering\" Target=\"numbering.xml\"/></Relationships>"
            )
            maker.add("word/numbering.xml", "\(head)<w:numbering xmlns:w=\"\(main)\">\(numbering)</w:numbering>")
        }
        return maker
    }
}
