import Platform

/// Decides which pages are recognized from their pictures, and has it done.
struct PageRecognition {
    var recognition: ReadOptions.Recognition
    var limits: ReadLimits

    /// The pages of a PDF with the words of scanned ones recognized, as far as the options ask for it.
    ///
    /// - Returns: the pages, what was read of those that were recognized, and a diagnostic for each that was not.
    /// - Throws: ``ReadError`` where recognition was demanded and is not installed.
    func pages(
        _ pages: [PDFPage], bytes: [UInt8], path: String?, file: String
    ) throws(ReadError) -> (pages: [PDFPage], recognized: [Int: RecognizedPage], diagnostics: [Diagnostic]) {
        let wanted = pages.filter { recognition == .always || $0.words.isEmpty }.map(\.number)
        guard !wanted.isEmpty else { return (pages, [:], []) }
        guard recognition != .off else {
            return (pages, [:], wanted.map { Self.unread($0, Bilingual("文字识别已关闭", "recognition is off")) })
        }
        let recognizer = PageRecognizer(limits: limits)
        if let missing = recognizer.missing() {
            guard recognition != .always else {
                throw ReadError(
                    .unavailable, file: file, problem: Bilingual("无法识别页面", "pages cannot be recognized"),
                    remedy: missing)
            }
            return (pages, [:], wanted.map { Self.unread($0, missing) })
        }
        let outcome: PageRecognizer.Outcome
        if let path {
            outcome = recognizer.read(wanted, of: path, file: file)
        } else {
            outcome = try TemporaryFolder.with(bytes, for: file) { path throws(ReadError) in
                recognizer.read(wanted, of: path, file: file)
            }
        }
        var pages = pages
        for index in pages.indices {
            if let page = outcome.pages[pages[index].number] { pages[index].words = page.words }
        }
        let diagnostics = outcome.failures.sorted { $0.key < $1.key }.map { Self.unread($0.key, $0.value) }
        let read = outcome.pages.filter { !$0.value.words.isEmpty || !$0.value.tables.isEmpty }
        return (pages, read, diagnostics)
    }

    private static func unread(_ page: Int, _ why: Bilingual) -> Diagnostic {
        Diagnostic(
            kind: .unreadablePart, page: page, quote: "",
            message: Bilingual("该页没有文字，可能是图片；", "the page has no text and may be a picture; ") + why)
    }
}
