import Dispatch
import Platform
import Synchronization

/// Reads pages that are pictures: poppler draws them, tesseract reads them, two at a time, each within limits.
struct PageRecognizer {
    var limits: ReadLimits
    /// Dots an inch that pages are drawn with.
    private static let resolution = 300
    private static let mostCells = 2_000

    /// What recognition found.
    struct Outcome: Sendable {
        /// The pages that were read.
        var pages: [Int: RecognizedPage] = [:]
        /// The pages that could not be read, and why.
        var failures: [Int: Bilingual] = [:]
    }

    /// Whether tesseract and its Chinese model are installed; what to install where not.
    func missing() -> Bilingual? {
        let process = ChildProcess(
            program: "tesseract", arguments: ["--list-langs"], seconds: 10, memory: 0, outputLimit: 1 << 16)
        guard let outcome = process.run(), outcome.ending != .notFound else {
            return Bilingual(
                "未安装 tesseract，请安装：apt install tesseract-ocr tesseract-ocr-chi-sim",
                "tesseract is not installed; apt install tesseract-ocr tesseract-ocr-chi-sim")
        }
        // Old versions list languages on standard error.
        let languages = String(decoding: outcome.output, as: UTF8.self) + outcome.errors
        return languages.holds("chi_sim")
            ? nil
            : Bilingual(
                "tesseract 缺少中文模型，请安装：apt install tesseract-ocr-chi-sim",
                "tesseract has no model for Chinese; apt install tesseract-ocr-chi-sim")
    }

    /// Reads some pages of a file.
    func read(_ pages: [Int], of path: String, file: String) -> Outcome {
        let result = Mutex(Outcome())
        let next = Mutex(0)
        let deadline = ContinuousClock.now + .seconds(limits.conversionSeconds)
        DispatchQueue.concurrentPerform(iterations: min(2, pages.count)) { _ in
            while true {
                let index = next.withLock { next in
                    next += 1
                    return next - 1
                }
                guard index < pages.count else { return }
                let page = pages[index]
                do throws(ReadError) {
                    let read = try recognized(page, of: path, file: file, until: deadline)
                    result.withLock { $0.pages[page] = read }
                } catch {
                    result.withLock { $0.failures[page] = error.problem }
                }
            }
        }
        return result.withLock { $0 }
    }

    private func recognized(
        _ page: Int, of path: String, file: String, until deadline: ContinuousClock.Instant
    ) throws(ReadError) -> RecognizedPage {
        try expectTime(until: deadline, file)
        var image = try drawn(page, of: path, file: file)
        guard !image.isBlank else { return RecognizedPage(words: []) }
        image.stretch()
        let lean = PageSkew.angle(of: image)
        if abs(lean) >= 0.03 { image = image.straightened(by: lean) }
        var tables = RuledTableFinder.tables(of: image, resolution: Self.resolution)
        // No page of a disclosure has as many; each cell costs time.
        if tables.reduce(0, { $0 + $1.cells.count }) > Self.mostCells { tables = [] }
        let recognizer = TableRecognizer(image: image, tables: tables, resolution: Self.resolution, page: page)
        func read(
            _ picture: GrayImage, _ script: TableRecognizer.Script
        ) throws(ReadError) -> [WordBox] {
            try expectTime(until: deadline, file)
            return try words(in: picture, script, scale: 1, page: page, file: file)
        }
        let found = try recognizer.recognized(read: read)
        for table in tables { image.erase(table.area) }
        // A third of an inch is longer than any stroke of a letter.
        image.eraseRules(longerThan: Self.resolution / 3)
        guard tables.isEmpty else {
            return RecognizedPage(words: try recognizer.recognizedText(around: image, read: read), tables: found)
        }
        let scale = 72 / Float(Self.resolution)
        return RecognizedPage(words: try words(in: image, scale: scale, page: page, file: file))
    }

    private func drawn(_ page: Int, of path: String, file: String) throws(ReadError) -> GrayImage {
        let drawing = ChildProcess(
            program: "pdftoppm",
            arguments: [
                "-r", String(Self.resolution), "-f", String(page), "-l", String(page), "-gray", PDFText.plain(path),
            ],
            seconds: limits.recognitionSeconds, memory: limits.childMemoryBytes, outputLimit: limits.childOutputBytes)
        guard let drawn = drawing.run(), drawn.ending == .exited(0), let image = GrayImage(graymap: drawn.output) else {
            throw failure(Bilingual("第 \(page) 页无法绘制", "page \(page) could not be drawn"), file)
        }
        return image
    }

    /// The words of a picture.
    private func words(
        in image: GrayImage, _ script: TableRecognizer.Script = .words, scale: Float, page: Int, file: String
    ) throws(ReadError) -> [WordBox] {
        try TemporaryFolder.with(image.graymap, for: file) { picture throws(ReadError) in
            let reading = ChildProcess(
                program: "tesseract",
                arguments: [picture, "-", "--dpi", String(Self.resolution), "--psm", "6"] + Self.model(script) + [
                    "tsv"
                ],
                seconds: limits.recognitionSeconds, memory: 0, outputLimit: limits.childOutputBytes,
                // Two pages are read at a time; more threads would only wait for one another.
                environment: ["OMP_THREAD_LIMIT": "1"])
            guard let read = reading.run(), read.ending == .exited(0) else {
                // The model for digits comes with tesseract, but need not be there.
                if script == .digits { return [] }
                throw failure(
                    Bilingual("第 \(page) 页文字识别失败或超时", "character recognition of page \(page) failed or took too long"),
                    file)
            }
            return RecognizedWords.words(read.output, scale: scale)
        }
    }

    private func expectTime(until deadline: ContinuousClock.Instant, _ file: String) throws(ReadError) {
        guard ContinuousClock.now < deadline else {
            throw failure(
                Bilingual(
                    "文件的文字识别超过 \(Int(limits.conversionSeconds)) 秒",
                    "character recognition of the document took more than \(Int(limits.conversionSeconds)) s"), file)
        }
    }

    private static func model(_ script: TableRecognizer.Script) -> [String] {
        switch script {
        case .words: ["-l", "chi_sim"]
        case .digits: ["-l", "eng", "-c", "tessedit_char_whitelist=0123456789.,-"]
        }
    }

    private func failure(_ problem: Bilingual, _ file: String) -> ReadError {
        ReadError(.data, file: file, problem: problem, remedy: Bilingual("请查看该页", "look at the page"))
    }
}
