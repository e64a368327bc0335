import Platform

/// Makes the words of pages, as poppler gives them, fit to be put into lines.
///
/// Sideways pages are turned, words that are no part of what the page says left out and said, sheets of two pages
/// split, and the words of all fonts set on one baseline.
struct PageWords {
    private(set) var pages: [PDFPage]
    private(set) var diagnostics: [Diagnostic] = []

    /// Prepares pages.
    ///
    /// - Parameters:
    ///   - pages: the pages as printed.
    ///   - askew: words that were left out before because they stand askew.
    ///   - complaints: what the program that found the words complained of.
    init(_ pages: [PDFPage], leftOut askew: [String] = [], complaints: [String] = []) {
        self.pages = pages
        pass(complaints)
        level()
        leaveOutUpright(askew)
        Baselines.align(&self.pages)
        for page in self.pages.indices {
            for word in self.pages[page].words.indices { self.pages[page].words[word].fitToLetters() }
        }
        let furniture = PageFurniture(self.pages)
        self.pages = furniture.pages
        say(furniture.texts, Bilingual("多数页同一位置的文字", "words that stand at the same place on most pages"))
        splitSheets()
    }

    /// The most complaints that are passed on one by one.
    private static let mostComplaints = 5

    private mutating func pass(_ complaints: [String]) {
        var seen: Set<String> = []
        for complaint in complaints where seen.insert(complaint).inserted && seen.count <= Self.mostComplaints {
            diagnostics.append(
                Diagnostic(
                    kind: .complaint, page: nil, quote: complaint,
                    message: Bilingual(
                        "poppler 对该文件有提示，请查看是否有缺漏", "poppler complains of the file; look whether something is missing"))
            )
        }
    }

    /// Turns pages that stand on their side, those of which it cannot be told which way as the others are.
    private mutating func level() {
        let directions = pages.map(PageDirection.init)
        let known = directions.filter { $0 == .up || $0 == .down }
        let usual: PageDirection? =
            known.isEmpty ? nil : 2 * known.count(where: { $0 == .down }) >= known.count ? .down : .up
        for (index, direction) in directions.enumerated() where direction != .level {
            guard direction != .unknown || usual != nil else {
                refuse(index)
                continue
            }
            pages[index] = pages[index].turned(from: direction == .unknown ? usual ?? direction : direction)
        }
    }

    private mutating func refuse(_ index: Int) {
        diagnostics.append(
            Diagnostic(
                kind: .unreadablePart, page: pages[index].number, quote: "",
                message: Bilingual(
                    "该页文字侧放，无法判断方向", "the words of the page stand on their side and do not say which way they run")))
        pages[index].words = []
    }

    private mutating func leaveOutUpright(_ askew: [String]) {
        var texts = askew
        for index in pages.indices where pages[index].words.contains(where: \.standsUpright) {
            texts += pages[index].words.filter(\.standsUpright).map { TableText.compact($0.scalars) }
            pages[index].words.removeAll(where: \.standsUpright)
        }
        say(texts, Bilingual("水印等不水平的文字", "words that are not level, as those of watermarks,"))
    }

    private mutating func splitSheets() {
        guard let split = PageSheets.split(pages) else { return }
        pages = split
        diagnostics.append(
            Diagnostic(
                kind: .leftOut, page: nil, quote: "",
                message: Bilingual(
                    "每张纸上有两页，按单页计数，文件的每页计为两页",
                    "two pages stand on each sheet; they are counted one by one, two for each page of the file")))
    }

    private mutating func say(_ texts: [String], _ what: Bilingual) {
        guard !texts.isEmpty else { return }
        var seen: Set<String> = []
        let different = texts.filter { seen.insert($0).inserted }
        diagnostics.append(
            Diagnostic(
                kind: .leftOut, page: nil, quote: different.prefix(12).joined(separator: " "),
                message: what + Bilingual("，未读取", " were left out")))
    }
}
