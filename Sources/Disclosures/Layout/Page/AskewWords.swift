/// Words that run askew over a page, as those of watermarks do: each letter stands a step further and a step higher.
enum AskewWords {
    /// More short words than a page with some words askew has; a page of many is one of tables.
    private static let most = 400

    /// Whether some words of a page may stand askew: three short ones in a row that is neither level nor upright.
    static func mayStand(on page: PDFPage) -> Bool {
        let short = page.words.filter { $0.scalars.count <= 2 }
        guard short.count >= 3, short.count <= most else { return false }
        let words = short.sorted { ($0.xMin, $0.yMin) < ($1.xMin, $1.yMin) }
        return zip(zip(words, words.dropFirst()), words.dropFirst(2)).contains { pair, third in
            // The first letter of a word that rises stands at its foot, of one that falls at its head.
            isRow(pair.0, pair.1, third, \.yMax) || isRow(pair.0, pair.1, third, \.yMin)
        }
    }

    private static func isRow(
        _ first: WordBox, _ second: WordBox, _ third: WordBox, _ edge: KeyPath<WordBox, Float>
    ) -> Bool {
        let steps = [(first, second), (second, third)].map {
            (x: $1.xMin - $0.xMin, y: $1[keyPath: edge] - $0[keyPath: edge])
        }
        guard steps.allSatisfy({ $0.x > 1 && $0.x < 4 * first.height && abs($0.y) > 1 }) else { return false }
        let slopes = steps.map { $0.y / $0.x }
        return abs(slopes[0] - slopes[1]) < 0.05 * abs(slopes[0])
    }

    /// The words that the second reading of some pages no longer has.
    static func missing(in level: [PDFPage], of all: [PDFPage]) -> [String] {
        zip(all, level).flatMap { whole, rest -> [String] in
            guard whole.words.count > rest.words.count else { return [] }
            let kept = Set(rest.words.map(Place.init))
            return whole.words.filter { !kept.contains(Place($0)) }.map { TableText.compact($0.scalars) }
        }
    }

    private struct Place: Hashable {
        var x: Float
        var y: Float

        init(_ word: WordBox) {
            x = word.xMin
            y = word.yMin
        }
    }
}
