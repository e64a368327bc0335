import Platform

/// Makes lines and grids of a word processor's document (DOCX).
enum WordContent {
    /// The content of a container.
    ///
    /// - Throws: ``ReadError`` with the part of the container.
    static func content(
        of container: inout ZipContainer, file: String, limits: ReadLimits
    ) throws(ReadError) -> DocumentContent {
        let main = try PackageRelationships.mainPart(of: &container, file: file) ?? "word/document.xml"
        guard let bytes = try container.part(main) else {
            throw ReadError(
                .data, file: file, problem: Bilingual("文件中没有文档", "the container holds no document"),
                expected: Bilingual("DOCX 文件", "a DOCX file"),
                remedy: Bilingual("请用办公软件打开后另存为 .docx", "open it in an office program and save it as .docx"))
        }
        let relationships = try PackageRelationships(of: main, in: &container, file: file)
        var numbering = WordNumbering()
        if let name = relationships.target(ofType: "numbering"), let part = try container.part(name) {
            do { numbering = try WordNumbering(part) } catch { throw error.error(file: file, part: name) }
        }
        if let name = relationships.target(ofType: "styles"), let part = try container.part(name) {
            do { try numbering.readStyles(part) } catch { throw error.error(file: file, part: name) }
        }
        let blocks: [DocumentBlock]
        do {
            var parser = WordParser(numbering: numbering, limit: limits.cells)
            blocks = try parser.parse(bytes)
        } catch {
            throw error.error(file: file, part: main)
        }
        return try BlockContent.content(of: blocks, file: file, limits: limits)
    }
}
