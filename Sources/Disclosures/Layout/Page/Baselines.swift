/// Sets the words of all fonts on one baseline.
///
/// A word's box is as high as its font declares, and stands where the font says, not where the letters are: a number
/// in another font may seem to stand in the line above. Poppler knows the baselines and sets words on lines by them,
/// but only words that stand close together. From those it is learnt how far the boxes of each height are off; boxes
/// whose heights have the same relation are of the same fonts in another size.
struct Baselines {
    /// Boxes of one height, in hundredths of a point.
    private typealias Kind = Int

    /// How far the boxes of one kind stand below those of another that stand on the same lines.
    private struct Gap {
        var upper: Kind
        var lower: Kind
        /// In points; 0 where it is no more than letters of two fonts differ.
        var height: Float
        var count: Int
    }

    private var counts: [Kind: Int] = [:]
    /// Whether some font declares a height that is far from that of its letters.
    private var hasOddFonts = false
    private var gaps: [Gap] = []
    /// How far each kind stands below where it should.
    private var offsets: [Kind: Float] = [:]

    /// Moves the words of all fonts to the height of those of the commonest.
    static func align(_ pages: inout [PDFPage]) {
        var baselines = Baselines(pages)
        guard baselines.counts.count <= Self.mostKinds else { return }
        guard baselines.hasOddFonts || baselines.gaps.contains(where: { $0.height != 0 }) else { return }
        baselines.settle(pages)
        for page in pages.indices {
            for word in pages[page].words.indices {
                let offset = baselines.offsets[Self.kind(pages[page].words[word])] ?? 0
                pages[page].words[word].yMin -= offset
                pages[page].words[word].yMax -= offset
            }
        }
    }

    /// More heights than a disclosure has: recognized text gives every word its own.
    private static let mostKinds = 200

    private static func kind(_ word: WordBox) -> Kind {
        // A box of a hostile page may be higher than any number.
        Int(min(word.height, 10_000) * 100 + 0.5)
    }

    private static func isOdd(_ word: WordBox) -> Bool {
        // Dots and the like are narrower than letters.
        word.letters >= 2 && word.scalars.allSatisfy { $0.value >= 0x2E80 || ScalarFolding.isDigit($0) }
            && !(0.7 * word.letterSize...1.7 * word.letterSize).contains(word.height)
    }

    private struct Neighbours: Hashable {
        var upper: Kind
        var lower: Kind
    }

    private init(_ pages: [PDFPage]) {
        var heights: [Neighbours: [(gap: Float, size: Float)]] = [:]
        for page in pages {
            var last: (word: WordBox, kind: Kind)?
            for word in page.words {
                let kind = Self.kind(word)
                if let count = counts[kind] {
                    counts[kind] = count + 1
                } else {
                    counts[kind] = 1
                    hasOddFonts = hasOddFonts || Self.isOdd(word)
                }
                if let last, last.kind != kind, let line = last.word.line, line == word.line {
                    let gap = word.centerY - last.word.centerY
                    let size = min(word.letterSize, last.word.letterSize)
                    let isFirst = last.kind < kind
                    let neighbours = Neighbours(
                        upper: isFirst ? last.kind : kind, lower: isFirst ? kind : last.kind)
                    heights[neighbours, default: []].append((isFirst ? gap : -gap, size))
                }
                last = (word, kind)
            }
        }
        gaps = heights.map { neighbours, found in
            let middle = found.sorted { $0.gap < $1.gap }[found.count / 2]
            let isFar = abs(middle.gap) > 0.15 * middle.size
            return Gap(
                upper: neighbours.upper, lower: neighbours.lower, height: isFar ? middle.gap : 0, count: found.count)
        }.sorted { ($0.count, $0.upper, $0.lower) > ($1.count, $1.upper, $1.lower) }
    }

    /// Goes from the commonest kind to those that stand on lines with it, by the surest gaps first; then to the
    /// commonest that is left.
    private mutating func settle(_ pages: [PDFPage]) {
        for kind in counts.keys.sorted(by: { (counts[$0] ?? 0, $0) > (counts[$1] ?? 0, $1) })
        where offsets[kind] == nil {
            offsets[kind] = offsets.isEmpty ? 0 : likeOffset(of: kind) ?? commonOffset(of: kind, on: pages)
            while let next = gaps.first(where: { (offsets[$0.upper] == nil) != (offsets[$0.lower] == nil) }) {
                if let known = offsets[next.upper] {
                    offsets[next.lower] = known + next.height
                } else if let known = offsets[next.lower] {
                    offsets[next.upper] = known - next.height
                }
            }
        }
    }

    /// The offset of a kind that stands on no line with a known one: that of the same fonts in another size.
    private func likeOffset(of kind: Kind) -> Float? {
        for (other, known) in offsets.sorted(by: { (counts[$0.key] ?? 0, $0.key) > (counts[$1.key] ?? 0, $1.key) }) {
            for gap in gaps where gap.height != 0 {
                if Self.isLike(kind, other, gap.upper, gap.lower) {
                    return known - gap.height * Float(kind) / Float(gap.upper)
                }
                if Self.isLike(kind, other, gap.lower, gap.upper) {
                    return known + gap.height * Float(kind) / Float(gap.lower)
                }
            }
        }
        return nil
    }

    /// The distances that are looked at for one kind.
    private static let mostDistances = 4000

    /// The offset of a kind from the words of known ones that stand nearest: rows of a table have one distance from
    /// the numbers of a column to the words of another, whatever their fonts.
    private func commonOffset(of kind: Kind, on pages: [PDFPage]) -> Float {
        var distances: [Float] = []
        var size: Float = 0
        for page in pages where distances.count < Self.mostDistances {
            let mine = page.words.filter { Self.kind($0) == kind }
            guard let first = mine.first else { continue }
            size = max(size, first.letterSize)
            let others = page.words.compactMap { word in offsets[Self.kind(word)].map { word.centerY - $0 } }.sorted()
            for word in mine where distances.count < Self.mostDistances {
                let begin = others.partitioningIndex { $0 >= word.centerY - 1.2 * size }
                distances += others[begin...].prefix(40).prefix { $0 <= word.centerY + 1.2 * size }.map {
                    word.centerY - $0
                }
            }
        }
        distances.sort()
        var best: (count: Int, offset: Float) = (0, 0)
        for (place, distance) in distances.enumerated() {
            let end = distances.partitioningIndex { $0 > distance + 0.2 * size }
            if end - place > best.count { best = (end - place, distances[(place + end) / 2]) }
        }
        let level = distances.count { abs($0) < 0.15 * size }
        return best.count >= 3 && 3 * best.count > 4 * level ? best.offset : 0
    }

    private static func isLike(_ kind: Kind, _ other: Kind, _ first: Kind, _ second: Kind) -> Bool {
        guard kind > 0, other > 0, first > 0, second > 0 else { return false }
        let ratio = Float(kind) * Float(second) / (Float(other) * Float(first))
        return abs(ratio - 1) < 0.01
    }
}
