import Platform

/// Makes lines and grids of an HTML page.
enum HTMLContent {
    /// The content of a page in any encoding.
    ///
    /// - Throws: ``ReadError`` for bytes in no known encoding, and for more cells than the limit.
    static func content(of bytes: [UInt8], file: String, limits: ReadLimits) throws(ReadError) -> DocumentContent {
        let text = try HTMLEncoding.utf8(bytes, file: file, limit: limits.textBytes)
        var tree: HTMLTree
        do {
            tree = try HTMLTree(text)
        } catch {
            throw ReadError(
                .data, file: file, place: Bilingual("第 \(error.line) 行", "line \(error.line)"), problem: error.problem,
                expected: Bilingual("HTML 网页", "an HTML page"),
                remedy: Bilingual("请核对该文件，可能是恶意文件", "check what the file is; it may be made to hurt"))
        }
        var walker = HTMLBlocks(limit: limits.cells)
        tree.walk { event in walker.take(event) }
        guard !walker.isBeyondLimit else {
            throw ReadError(
                .data, file: file,
                problem: Bilingual("各表单元格超过 \(limits.cells) 个", "its tables have more than \(limits.cells) cells"),
                expected: Bilingual("公开文件", "a disclosure"), remedy: Bilingual("请核对文件内容", "check what the file is"))
        }
        var content = try BlockContent.content(of: walker.finish(), file: file, limits: limits)
        content.pageTitle = walker.pageTitle
        return content
    }
}
