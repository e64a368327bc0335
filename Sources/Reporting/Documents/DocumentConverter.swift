import Disclosures
import Glibc
import Narration
import Platform

/// Turns documents into forms that other programs make: DOCX through LibreOffice or pandoc, PDF through Chromium.
///
/// The programs run with a bound on their time and are ended with all their children when they go beyond it; the file
/// they make is put in place whole or not at all.
package struct DocumentConverter: Sendable {
    /// How long a program may take, in seconds.
    package var seconds: Double

    package init(seconds: Double = 120) {
        self.seconds = seconds
    }

    // MARK: DOCX

    /// Writes an explanatory text as DOCX.
    ///
    /// LibreOffice keeps the fonts and indents of official documents; where only pandoc is installed, headings and
    /// paragraphs are kept and the looks are the word processor's own.
    ///
    /// - Throws: `OutputError`, of kind `unavailable` where neither is installed or both fail.
    package func writeDOCX(_ document: NarrativeDocument, to path: String) throws {
        let folder = try TemporaryFolder()
        try AtomicFile.write(
            document.html(blank: NarrativeWriter.blank).markup, to: folder.path + "/document.html")
        let attempts: [(program: String, arguments: [String])] = [
            (
                "soffice",
                [
                    "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--infilter=HTML (StarWriter)",
                    "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder.path, folder.path + "/document.html",
                ]
            ),
            (
                "pandoc",
                ["--from=html", "--to=docx", "--output=\(folder.path)/document.docx", folder.path + "/document.html"]
            ),
        ]
        try make(
            "document.docx", in: folder, by: attempts, at: path,
            absent: Bilingual("未安装 LibreOffice 或 pandoc", "neither LibreOffice nor pandoc is installed"),
            install: Bilingual(
                "请安装 libreoffice-writer 或 pandoc，或改为输出文本", "install libreoffice-writer or pandoc, or write text instead"
            ))
    }

    // MARK: PDF

    /// The names Chromium goes by.
    private static let browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]

    /// Prints a page as PDF.
    ///
    /// - Parameters:
    ///   - html: the page, with everything it needs in it.
    ///   - path: the PDF to be made.
    /// - Throws: `OutputError`, of kind `unavailable` where Chromium is not installed or fails.
    package func writePDF(html: String, to path: String) throws {
        let folder = try TemporaryFolder()
        try AtomicFile.write(html, to: folder.path + "/page.html")
        var arguments = [
            "--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer",
            "--user-data-dir=\(folder.path)/profile", "--virtual-time-budget=10000",
            "--print-to-pdf=\(folder.path)/page.pdf", "file://\(folder.path)/page.html",
        ]
        // Chromium's sandbox does not start for root; the page is the program's own and loads nothing.
        if geteuid() == 0 { arguments.insert("--no-sandbox", at: 0) }
        try make(
            "page.pdf", in: folder, by: Self.browsers.map { ($0, arguments) }, at: path,
            absent: Bilingual("未安装 Chromium", "Chromium is not installed"),
            install: Bilingual(
                "请安装 chromium，或用浏览器打印 HTML 报告", "install chromium, or print the HTML report from a browser"))
    }

    // MARK: Running

    private static let absent = Bilingual("未安装", "not installed")

    /// Runs a program.
    ///
    /// - Returns: `nil` when it ended well, else why not.
    private func run(_ program: String, _ arguments: [String]) -> Bilingual? {
        let process = ChildProcess(
            program: program, arguments: arguments, seconds: seconds, memory: 0, outputLimit: 1 << 20)
        guard let outcome = process.run() else { return Bilingual("系统无法启动该程序", "the system could not start it") }
        switch outcome.ending {
        case .exited(0): return nil
        case .notFound: return Self.absent
        case .timedOut: return Bilingual("超过 \(Int(seconds)) 秒", "took more than \(Int(seconds)) seconds")
        case .exited(let code): return Bilingual("以代码 \(code) 结束", "ended with code \(code)")
        case .killed(let signal): return Bilingual("被信号 \(signal) 终止", "was ended by signal \(signal)")
        case .printedTooMuch, .stopped, .notCutOff: return Bilingual("被中止", "was stopped")
        }
    }

    /// Has the first program that is installed and does its work make a file, and puts the file in place.
    private func make(
        _ file: String, in folder: borrowing TemporaryFolder, by attempts: [(program: String, arguments: [String])],
        at path: String, absent: Bilingual, install: Bilingual
    ) throws {
        var problems: [Bilingual] = []
        for (program, arguments) in attempts {
            let problem = run(program, arguments)
            if problem == nil, let bytes = folder.read(file) { return try AtomicFile.write(bytes, to: path) }
            if problem != Self.absent { problems.append((problem ?? Bilingual("没有生成文件", "made no file")).at(program)) }
        }
        throw OutputError(
            kind: .unavailable, path: path, reason: problems.isEmpty ? absent : problems.joined(Bilingual("，", ", ")),
            remedy: problems.isEmpty
                ? install
                : Bilingual(
                    "请手动运行该程序查看提示，或改用其他格式", "run the program by hand to see what it says, or choose another form"))
    }
}
