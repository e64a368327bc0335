import OfficialForm

/// Words that stand at the same place on most pages: running heads, what printers add above and below, watermarks.
///
/// Titles, captions, headers and labels of forms that take a page each stand at the same place on many pages too; they
/// are none. So furniture is what stands in the margin, above or below everything else, or lies over other words.
struct PageFurniture {
    /// The words that were left out, each once.
    private(set) var texts: [String] = []
    private(set) var pages: [PDFPage]
    private var counts: [Int: (pages: Int, last: Int)] = [:]
    /// Running heads that the first of their pages has kept: they may be all that names body and year.
    private var heads: Set<Int> = []

    /// Leaves out the furniture of some pages.
    init(_ pages: [PDFPage]) {
        self.pages = pages
        let filled = pages.count { !$0.words.isEmpty }
        guard filled >= 3 else { return }
        for page in pages {
            for word in page.words {
                let key = Self.key(word)
                let known = counts[key] ?? (0, -1)
                if known.last != page.number { counts[key] = (known.pages + 1, page.number) }
            }
        }
        let most = max(3, (filled * 2 + 4) / 5)
        let nearlyAll = max(4, (filled * 4 + 4) / 5)
        guard counts.contains(where: { $0.value.pages >= most }) else { return }
        for index in pages.indices { leaveOut(at: index, most: most, nearlyAll: nearlyAll) }
    }

    /// The words and the place of a word as one number; figures within words, as those of pages, do not count.
    private static func key(_ word: WordBox) -> Int {
        var hash = 5381
        let counts = word.scalars.contains { !ScalarFolding.isDigit($0) }
        for scalar in word.scalars {
            let isDigit = counts && ScalarFolding.isDigit(scalar)
            hash = (hash &* 33) ^ (isDigit ? 0x30 : Int(scalar.value))
        }
        for place in [word.xMin, word.yMin] { hash = (hash &* 33) ^ Int(max(-9999, min(9999, place)).rounded()) }
        return hash
    }

    private mutating func leaveOut(at index: Int, most: Int, nearlyAll: Int) {
        let words = pages[index].words
        let times = words.map { counts[Self.key($0)]?.pages ?? 0 }
        guard times.contains(where: { $0 >= most }) else { return }
        let repeated = words.indices.map { times[$0] >= most && !Self.isOfTable(words[$0]) }
        // What is left tells where head and foot of the page are.
        let others = words.indices.filter { !repeated[$0] && !Self.isPageNumber(words[$0], on: pages[index]) }
        let top = others.map { words[$0].yMin + 0.2 * words[$0].height }.min() ?? .infinity
        let bottom = others.map { words[$0].yMax - 0.2 * words[$0].height }.max() ?? -.infinity
        // Pages of more words than any disclosure has are looked at in the margins alone.
        let under =
            repeated.count { $0 } <= Self.mostRepeated && others.count <= Self.most ? others.map { words[$0] } : []
        var kept: [WordBox] = []
        for (place, word) in words.enumerated() {
            let isHead = word.yMax <= top && word.centerY < Self.margin
            let isFoot = word.yMin >= bottom && word.centerY > pages[index].height - Self.margin
            guard repeated[place],
                isHead || isFoot || times[place] >= nearlyAll && Self.isWatermark(word, over: under)
            else {
                kept.append(word)
                continue
            }
            if isHead, word.letters >= 4, heads.insert(Self.key(word)).inserted { kept.append(word) }
            let text = TableText.compact(word.scalars)
            if texts.count < 20, !texts.contains(text) { texts.append(text) }
        }
        pages[index].words = kept
    }

    /// How deep the margins of a page may be, in points.
    private static let margin: Float = 60
    /// The most words of a page that are held against those of a watermark, and the most of those.
    private static let most = 4000
    private static let mostRepeated = 500

    /// Whether a word lies over others, as those of watermarks do.
    private static func isWatermark(_ word: WordBox, over others: [WordBox]) -> Bool {
        others.contains { other in
            word.overlap(other) > 0.2 && min(word.yMax, other.yMax) - max(word.yMin, other.yMin) > 0.3 * other.height
        }
    }

    /// Titles, captions, headers and figures of tables that begin at the same place on every page.
    private static func isOfTable(_ word: WordBox) -> Bool {
        let folded = TableText.folded(word.scalars)
        return folded.holds("表") || CellCaption.opens(folded) || CellCaption.unit(folded) != nil
            || HeaderLabel.isPrefix(folded)
            || TableTitles.kind(folded) != nil || CellHeader.numberingLabels.contains(folded)
            || TableText.isNumber(word.scalars) && !(word.scalars.count == 4 && Int(folded) != nil)
    }

    private static func isPageNumber(_ word: WordBox, on page: PDFPage) -> Bool {
        word.scalars.count <= 4
            && word.scalars.allSatisfy { ScalarFolding.isDigit($0) || "-—–第页/共".unicodeScalars.contains($0) }
            && (word.centerY > 0.88 * page.height || word.centerY < 0.08 * page.height)
    }
}
