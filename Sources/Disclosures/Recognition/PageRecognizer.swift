import Dispatch
import Synchronization

/// Reads pages that are pictures: poppler draws them, tesseract reads them, two at a time, each within limits.
struct PageRecognizer {
    var limits: ReadLimits
    /// Dots an inch that pages are drawn with.
    private static let resolution = 300

    /// What recognition found.
    struct Outcome: Sendable {
        /// The words of each page that was read.
        var words: [Int: [WordBox]] = [:]
        /// The pages that could not be read, and why.
        var failures: [Int: String] = [:]
    }

    /// Whether tesseract and its Chinese model are installed; what to install where not.
    func missing() -> String? {
        let process = ChildProcess(
            program: "tesseract", arguments: ["--list-langs"], seconds: 10, memory: 0, outputLimit: 1 << 16)
        guard let outcome = process.run(), outcome.ending != .notFound else {
            return "tesseract is not installed; apt install tesseract-ocr tesseract-ocr-chi-sim"
        }
        // Old versions list languages on standard error.
        let languages = String(decoding: outcome.output, as: UTF8.self) + outcome.errors
        return languages.contains("chi_sim")
            ? nil : "tesseract has no model for Chinese; apt install tesseract-ocr-chi-sim"
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
                guard ContinuousClock.now < deadline else {
                    result.withLock {
                        $0.failures[page] =
                            "character recognition of the document took more than \(Int(limits.conversionSeconds)) s"
                    }
                    continue
                }
                do throws(ReadError) {
                    let words = try words(onPage: page, of: path, file: file)
                    result.withLock { $0.words[page] = words }
                } catch {
                    result.withLock { $0.failures[page] = error.problem }
                }
            }
        }
        return result.withLock { $0 }
    }

    private func words(onPage page: Int, of path: String, file: String) throws(ReadError) -> [WordBox] {
        let drawing = ChildProcess(
            program: "pdftoppm",
            arguments: [
                "-r", String(Self.resolution), "-f", String(page), "-l", String(page), "-gray", PDFText.plain(path),
            ],
            seconds: limits.recognitionSeconds, memory: limits.childMemoryBytes, outputLimit: limits.childOutputBytes)
        guard let drawn = drawing.run(), drawn.ending == .exited(0), var image = GrayImage(graymap: drawn.output) else {
            throw failure("page \(page) could not be drawn", file)
        }
        guard !image.isBlank else { return [] }
        // A third of an inch is longer than any stroke of a letter.
        image.eraseRules(longerThan: Self.resolution / 3)
        return try TemporaryFile.with(image.graymap, file: file) { picture throws(ReadError) in
            let reading = ChildProcess(
                program: "tesseract",
                arguments: [picture, "-", "-l", "chi_sim", "--dpi", String(Self.resolution), "--psm", "6", "tsv"],
                seconds: limits.recognitionSeconds, memory: 0, outputLimit: limits.childOutputBytes)
            guard let read = reading.run(), read.ending == .exited(0) else {
                throw failure("character recognition of page \(page) failed or took too long", file)
            }
            return RecognizedWords.words(read.output, scale: 72 / Float(Self.resolution))
        }
    }

    private func failure(_ problem: String, _ file: String) -> ReadError {
        ReadError(.data, file: file, problem: problem, remedy: "look at the page")
    }
}
