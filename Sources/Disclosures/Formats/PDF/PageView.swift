import Platform

/// One page of a PDF to be looked at: its picture, and where on it words stand. Drawn by poppler within limits.
package struct PageView: Sendable {
    /// A place on a page, in shares of its width and height from its upper left corner.
    package struct Box: Hashable, Sendable {
        package let x, y, width, height: Double
    }

    /// The picture as PNG.
    package let png: [UInt8]
    /// The picture's size in dots.
    package let width, height: Int

    /// Draws a page.
    ///
    /// - Parameters:
    ///   - page: counted from 1.
    ///   - bytes: the document.
    ///   - resolution: dots an inch.
    /// - Throws: ``ReadError`` where it is no PDF, has no such page, or goes beyond the limits.
    package init(
        page: Int, of bytes: [UInt8], file: String, resolution: Int = 96, limits: ReadLimits = ReadLimits()
    ) throws(ReadError) {
        png = try TemporaryFolder.with(bytes, as: "document.pdf", for: file) { path throws(ReadError) in
            let drawing = ChildProcess(
                program: "pdftoppm",
                arguments: [
                    "-r", String(resolution), "-f", String(page), "-l", String(page), "-png", "-singlefile", path,
                ],
                seconds: limits.recognitionSeconds, memory: limits.childMemoryBytes,
                outputLimit: limits.childOutputBytes)
            guard let drawn = drawing.run(), drawn.ending == .exited(0), !drawn.output.isEmpty else {
                throw ReadError(
                    .data, file: file, problem: Bilingual("第 \(page) 页无法绘制", "page \(page) could not be drawn"),
                    remedy: Bilingual("请核对页码和文件", "check the page's number and the file"))
            }
            return drawn.output
        }
        // The head of a PNG has its size, in sixteen to twenty-four.
        guard png.count > 24, png.starts(with: [0x89, 0x50, 0x4E, 0x47]) else {
            throw ReadError(
                .data, file: file, problem: Bilingual("第 \(page) 页无法绘制", "page \(page) could not be drawn"),
                remedy: Bilingual("请核对页码和文件", "check the page's number and the file"))
        }
        width = png[16..<20].reduce(0) { $0 << 8 | Int($1) }
        height = png[20..<24].reduce(0) { $0 << 8 | Int($1) }
    }

    /// Where a quote stands on a page: the boxes of its words; none where less than a part of it is found.
    ///
    /// - Throws: as ``init(page:of:file:resolution:limits:)`` does.
    package static func boxes(
        of quote: String, on page: Int, of bytes: [UInt8], file: String, limits: ReadLimits = ReadLimits()
    ) throws(ReadError) -> [Box] {
        let printed = try TemporaryFolder.with(bytes, as: "document.pdf", for: file) { path throws(ReadError) in
            let reading = ChildProcess(
                program: "pdftotext", arguments: ["-bbox-layout", "-f", String(page), "-l", String(page), path, "-"],
                seconds: limits.childSeconds, memory: limits.childMemoryBytes, outputLimit: limits.childOutputBytes)
            guard let read = reading.run(), read.ending == .exited(0) else {
                throw ReadError(
                    .data, file: file, problem: Bilingual("第 \(page) 页无法读取", "page \(page) could not be read"),
                    remedy: Bilingual("请核对页码和文件", "check the page's number and the file"))
            }
            return read.output
        }
        var parser = WordBoxParser(printed, firstPage: page)
        return parser.parse().first.map { QuoteFinder($0).boxes(of: quote) } ?? []
    }
}

/// Finds words on a page, whatever blanks and line ends stand between.
struct QuoteFinder {
    private let page: PDFPage
    /// Every letter of the page, and the word and the place in it that it has.
    private let letters: [Unicode.Scalar]
    private let places: [(word: Int, place: Int)]

    /// So much of a quote has to be found; shorter ones wholly.
    private static let least = 6

    init(_ page: PDFPage) {
        self.page = page
        var letters: [Unicode.Scalar] = []
        var places: [(Int, Int)] = []
        for (word, box) in page.words.enumerated() {
            for (place, scalar) in box.scalars.enumerated() where !scalar.properties.isWhitespace {
                letters.append(scalar)
                places.append((word, place))
            }
        }
        self.letters = letters
        self.places = places
    }

    /// The boxes of the words of a quote, or of the longest part of it that stands on the page.
    func boxes(of quote: String) -> [PageView.Box] {
        let wanted = quote.unicodeScalars.filter { !$0.properties.isWhitespace }
        let run = longestRun(of: Array(wanted))
        guard run.count >= min(wanted.count, Self.least), !run.isEmpty else { return [] }
        var boxes: [PageView.Box] = []
        for (word, run) in Dictionary(grouping: places[run], by: \.word).sorted(by: { $0.key < $1.key }) {
            let box = page.words[word]
            let letters = Float(max(box.scalars.count, 1))
            let first = run.map(\.place).min() ?? 0, last = run.map(\.place).max() ?? 0
            let left = box.xMin + box.width * Float(first) / letters
            let right = box.xMin + box.width * Float(last + 1) / letters
            boxes.append(
                PageView.Box(
                    x: Double(left / page.width), y: Double(box.yMin / page.height),
                    width: Double((right - left) / page.width), height: Double(box.height / page.height)))
        }
        return boxes
    }

    /// Where the longest part of some letters stands.
    private func longestRun(of wanted: [Unicode.Scalar]) -> Range<Int> {
        var best = 0..<0
        var row = [Int](repeating: 0, count: wanted.count + 1)
        for (place, letter) in letters.enumerated() {
            var before = 0
            for index in wanted.indices {
                let diagonal = before
                before = row[index + 1]
                row[index + 1] = wanted[index] == letter ? diagonal + 1 : 0
                if row[index + 1] > best.count { best = (place + 1 - row[index + 1])..<(place + 1) }
            }
        }
        return best
    }
}
