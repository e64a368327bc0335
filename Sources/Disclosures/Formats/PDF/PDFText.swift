import FinalAccounts
import Platform

/// Gets the words of a PDF from poppler, run as a child process within limits.
struct PDFText {
    var limits: ReadLimits
    /// How many processes may read parts of one document side by side.
    var processes = 1

    /// The pages with their words, and what was left out or complained of.
    ///
    /// - Parameters:
    ///   - bytes: the document.
    ///   - path: where it lies on disk; `nil` when it is only in memory.
    ///   - file: the name for errors.
    /// - Throws: ``ReadError`` for encrypted, broken, too long files and where poppler or its data is missing.
    func pages(of bytes: [UInt8], path: String?, file: String) throws(ReadError) -> PageWords {
        try checkEnd(bytes, file: file)
        do {
            let shares = PageShares.shares(of: bytes, between: processes, limit: limits.pages)
            if let path { return try levelPages(shares, path: path, file: file) }
            return try TemporaryFolder.with(bytes, for: file) { path throws(ReadError) in
                try levelPages(shares, path: path, file: file)
            }
        } catch {
            // What poppler says of a file it cannot open names the reason seldom.
            guard error.kind == .data, bytes.firstRange(of: Array("/Encrypt".utf8)) != nil else { throw error }
            throw Self.encrypted(file)
        }
    }

    /// What one or more runs of poppler gave.
    private struct Printed {
        var pages: [PDFPage] = []
        var complaints: [String] = []
    }

    /// Reads the pages, and where words seem to stand askew a second time without those.
    private func levelPages(_ shares: [ClosedRange<Int>], path: String, file: String) throws(ReadError) -> PageWords {
        var printed = try pages(shares, path: path, file: file)
        var askew: [String] = []
        if printed.pages.contains(where: AskewWords.mayStand) {
            let level = try pages(shares, path: path, file: file, options: ["-nodiag"])
            askew = AskewWords.missing(in: level.pages, of: printed.pages)
            printed.pages = level.pages
        }
        return PageWords(printed.pages, leftOut: askew, complaints: printed.complaints)
    }

    private func pages(
        _ shares: [ClosedRange<Int>], path: String, file: String, options: [String] = []
    ) throws(ReadError) -> Printed {
        let parts: [Printed] = try Parallel(threads: shares.count).map(shares.count) {
            (part: Int) throws(ReadError) -> Printed in
            try self.pages(of: shares[part], path: path, file: file, options: options)
        }
        let printed = Printed(pages: parts.flatMap(\.pages), complaints: parts.flatMap(\.complaints))
        guard !printed.pages.isEmpty else {
            throw ReadError(
                .data, file: file, problem: Bilingual("PDF 没有页面", "the PDF has no pages"),
                expected: Bilingual("公开文件", "a disclosure"), remedy: Bilingual("请重新获取该文件", "fetch it again"))
        }
        return printed
    }

    private func pages(
        of share: ClosedRange<Int>, path: String, file: String, options: [String]
    ) throws(ReadError) -> Printed {
        var seen = share.lowerBound - 1
        let process = ChildProcess(
            program: "pdftotext",
            arguments: ["-bbox-layout"] + options
                + ["-f", String(share.lowerBound), "-l", String(share.upperBound), Self.plain(path), "-"],
            seconds: limits.childSeconds, memory: limits.childMemoryBytes, outputLimit: limits.childOutputBytes)
        let outcome = process.run { output, new in
            seen += Self.countPages(output, new)
            return seen > limits.pages
        }
        guard let outcome else {
            throw ReadError(
                .inputOutput, file: file, problem: Bilingual("无法启动进程", "no process could be started"),
                remedy: Bilingual("请释放内存或文件描述符", "free memory or descriptors"))
        }
        // The document ends before this share.
        if share.lowerBound > 1, outcome.ending == .exited(Self.wrongRange) { return Printed() }
        try check(outcome, file: file)
        var parser = WordBoxParser(outcome.output, firstPage: share.lowerBound)
        return Printed(pages: parser.parse(), complaints: try Self.complaints(outcome.errors, file: file))
    }

    /// What poppler complained of.
    ///
    /// - Throws: ``ReadError`` where it cannot read Chinese letters for want of its data.
    static func complaints(_ errors: String, file: String) throws(ReadError) -> [String] {
        guard !errors.isEmpty else { return [] }
        if errors.contains("Missing language pack") {
            throw ReadError(
                .unavailable, file: file,
                problem: Bilingual(
                    "其字符所依的编码表 poppler 没有，文字将全部丢失",
                    "its letters are set by a table that poppler does not have, and would all be lost"),
                remedy: Bilingual("请安装：apt install poppler-data", "apt install poppler-data"))
        }
        return errors.split(separator: "\n").map(String.init)
    }

    /// What pdftotext exits with for pages that a document does not have.
    private static let wrongRange: Int32 = 99

    /// A path that no program takes for an option.
    static func plain(_ path: String) -> String { path.opens(with: "/") ? path : "./" + path }

    /// A PDF ends with %%EOF; one that does not was cut off.
    private func checkEnd(_ bytes: [UInt8], file: String) throws(ReadError) {
        guard bytes.suffix(4096).firstRange(of: Array("%%EOF".utf8)) != nil else {
            throw ReadError(
                .data, file: file, problem: Bilingual("PDF 不完整，缺少结尾", "the PDF is cut off: its end is missing"),
                expected: Bilingual("文件末尾的 %%EOF", "%%EOF at the end"),
                remedy: Bilingual("请重新获取该文件", "fetch it again"))
        }
    }

    private static func countPages(_ output: [UInt8], _ new: Range<Int>) -> Int {
        let mark = Array("<page ".utf8)
        var count = 0
        // A mark may have been cut by the end of the piece before.
        var position = max(0, new.lowerBound - mark.count + 1)
        while position + mark.count <= new.upperBound {
            if output[position] == mark[0], output[position + 1] == mark[1], output[position + 2] == mark[2],
                output[position + 5] == mark[5]
            {
                count += 1
                position += mark.count
            } else {
                position += 1
            }
        }
        return count
    }

    private func check(_ outcome: ChildProcess.Outcome, file: String) throws(ReadError) {
        switch outcome.ending {
        case .exited(0): return
        case .stopped:
            throw ReadError(
                .data, file: file,
                problem: Bilingual("PDF 超过 \(limits.pages) 页", "the PDF has more than \(limits.pages) pages"),
                expected: Bilingual("公开文件", "a disclosure"), remedy: Bilingual("请拆分该文件", "split it"))
        case .notFound, .notCutOff:
            throw ReadError(
                .unavailable, file: file, problem: Bilingual("未安装 pdftotext", "pdftotext is not installed"),
                remedy: Bilingual("请安装：apt install poppler-utils", "apt install poppler-utils"))
        case .timedOut:
            throw ReadError(
                .data, file: file,
                problem: Bilingual(
                    "读取文字超过 \(Int(limits.childSeconds)) 秒",
                    "reading its text took more than \(Int(limits.childSeconds)) s"),
                remedy: Bilingual("请核对该文件，可能是恶意文件", "check the file; it may be made to hurt"))
        case .printedTooMuch, .killed:
            throw ReadError(
                .data, file: file,
                problem: Bilingual("读取文字超出内存或输出的限度", "reading its text went beyond the bounds of memory or output"),
                remedy: Bilingual("请核对该文件，可能是恶意文件", "check the file; it may be made to hurt"))
        case .exited(let code): throw failure(code, outcome.errors, file: file)
        }
    }

    private func failure(_ code: Int32, _ errors: String, file: String) -> ReadError {
        if errors.holds("password") || errors.holds("encrypt") || code == 3 {
            return Self.encrypted(file)
        }
        let detail =
            errors.split(separator: "\n").first.map { Bilingual("（“\($0)”）", " (\($0))") }
            ?? Bilingual(verbatim: "")
        return ReadError(
            .data, file: file, problem: Bilingual("PDF 已损坏\(detail.zhHans)", "the PDF is damaged\(detail.en)"),
            expected: Bilingual("PDF 文件", "a PDF"), remedy: Bilingual("请重新获取该文件", "fetch it again"))
    }

    private static func encrypted(_ file: String) -> ReadError {
        ReadError(
            .data, file: file, problem: Bilingual("PDF 已加密", "the PDF is encrypted"),
            expected: Bilingual("无需密码即可打开的 PDF", "a PDF that opens without a password"),
            remedy: Bilingual("请先去除密码", "remove the password first"))
    }
}
