/// A table found by its rules: cells with their places on the page and in the table.
struct RuledTable: Sendable {
    /// A cell between rules.
    struct Cell: Sendable {
        /// What lies inside of its rules.
        var area: PixelArea
        var row: Int
        var column: Int
        var height: Int
        var width: Int
    }

    /// The cells row by row, blank ones too.
    var cells: [Cell]
    /// The table with its outer rules.
    var area: PixelArea
}

/// Finds the tables of a page by their rules.
///
/// Rules that run from side to side cut the page into bands; in a band, what is dark from its upper to its lower edge
/// is a rule that runs down. Bands that follow one another with such rules are a table, and neighbours without a rule
/// between them are one cell.
struct RuledTableFinder {
    /// A rule from side to side.
    private struct Rule {
        var y: Int
        var left: Int
        var right: Int
    }

    /// What lies between two rules.
    private struct Band {
        var top: Int
        var bottom: Int
        /// Where rules run down through it.
        var edges: [Int]
        /// Whether it has columns: two rules that run down, or one where the table is open at a side.
        var isTable = false
    }

    private let image: GrayImage
    private let rules: [Rule]
    /// Pixels an inch.
    private let resolution: Int
    private static let dark: UInt8 = 150

    private init(_ image: GrayImage, resolution: Int) {
        self.image = image
        self.resolution = resolution
        rules = Self.rules(of: image, resolution: resolution)
    }

    /// The tables of a page that stands straight, from top to bottom.
    static func tables(of image: GrayImage, resolution: Int) -> [RuledTable] {
        let finder = RuledTableFinder(image, resolution: resolution)
        var tables: [RuledTable] = []
        var bands: [Band] = []
        for band in finder.bands() + [Band(top: 0, bottom: 0, edges: [])] {
            if band.isTable, bands.last.map({ $0.bottom == band.top }) ?? true {
                bands.append(band)
                continue
            }
            if let table = finder.table(bands) { tables.append(table) }
            bands = band.isTable ? [band] : []
        }
        return tables
    }

    // MARK: Rules

    private static func rules(of image: GrayImage, resolution: Int) -> [Rule] {
        let length = resolution * 13 / 30
        let gap = max(2, resolution / 50)
        var rules: [Rule] = []
        image.pixels.withUnsafeBufferPointer { pixels in
            for y in 0..<max(0, image.height - 1) {
                let row = y * image.width
                var start = -1
                var last = -1
                var count = 0
                for x in 0...image.width {
                    let isDark =
                        x < image.width && (pixels[row + x] < dark || pixels[row + image.width + x] < dark)
                    if isDark {
                        if start < 0 { (start, count) = (x, 0) }
                        last = x
                        count += 1
                    } else if start >= 0, x - last > gap || x == image.width {
                        // Letters beside one another leave more gaps than a rule does.
                        if last - start >= length, count * 20 >= (last - start) * 19 {
                            rules.append(Rule(y: y, left: start, right: last + 1))
                        }
                        start = -1
                    }
                }
            }
        }
        return rules
    }

    /// The heights at which rules run, those a rule's own thickness apart being one.
    private func heights() -> [Int] {
        let apart = max(4, resolution / 17)
        var groups: [[Int]] = []
        for rule in rules {
            if let last = groups.last?.last, rule.y - last <= apart, let first = groups.last?.first,
                rule.y - first <= apart
            {
                groups[groups.count - 1].append(rule.y)
            } else {
                groups.append([rule.y])
            }
        }
        return groups.map { $0.reduce(0, +) / $0.count }
    }

    private func bands() -> [Band] {
        let heights = heights()
        let near = max(4, resolution / 15)
        return zip(heights, heights.dropFirst()).map { top, bottom in
            var band = Band(top: top, bottom: bottom, edges: [])
            let bounds = rules.filter { abs($0.y - top) < resolution / 12 || abs($0.y - bottom) < resolution / 12 }
            guard let left = bounds.map(\.left).min(), let right = bounds.map(\.right).max() else { return band }
            band.edges = edges(top: top, bottom: bottom, from: left, to: right)
            guard let first = band.edges.first, let last = band.edges.last else { return band }
            let openSides = (first - left > near ? 1 : 0) + (right - last > near ? 1 : 0)
            band.isTable = band.edges.count + openSides >= 2
            return band
        }
    }

    /// Where a rule runs down through a band.
    private func edges(top: Int, bottom: Int, from left: Int, to right: Int) -> [Int] {
        let inset = max(2, resolution / 60)
        let rows = (top + inset)..<max(top + inset, bottom - inset)
        guard rows.count >= resolution / 30 else { return [] }
        let from = max(1, left - 4)
        let to = min(image.width - 1, right + 4)
        guard from < to else { return [] }
        var counts = Array(repeating: 0, count: to - from)
        image.pixels.withUnsafeBufferPointer { pixels in
            for y in rows {
                let row = y * image.width
                for x in from..<to
                where pixels[row + x] < Self.dark || pixels[row + x - 1] < Self.dark || pixels[row + x + 1] < Self.dark
                {
                    counts[x - from] += 1
                }
            }
        }
        var edges: [Int] = []
        var start = -1
        for index in 0...counts.count {
            let isRule = index < counts.count && counts[index] * 100 >= rows.count * 93
            if isRule {
                if start < 0 { start = index }
            } else if start >= 0 {
                // A dark patch is no rule.
                if index - start < resolution / 12 { edges.append(from + (start + index - 1) / 2) }
                start = -1
            }
        }
        return edges
    }

    // MARK: Cells

    private func table(_ bands: [Band]) -> RuledTable? {
        guard let first = bands.first, let last = bands.last else { return nil }
        let columns = columns(bands)
        guard bands.count >= 2, columns.count >= 3, let left = columns.first, let right = columns.last else {
            return nil
        }
        let near = max(4, resolution / 30)
        // Tables without rules at their sides end where their rules do.
        let isRuledDown = bands.map { band in
            columns.map { x in x == left || x == right || band.edges.contains { abs($0 - x) <= near } }
        }
        let isRuledAcross = (bands.map(\.top) + [last.bottom]).map { y in
            zip(columns, columns.dropFirst()).map { isRule(at: y, from: $0, to: $1) }
        }
        var table = RuledTable(
            cells: [], area: PixelArea(left: left - 4, top: first.top - 4, right: right + 5, bottom: last.bottom + 5))
        var taken = bands.map { _ in Array(repeating: false, count: columns.count - 1) }
        for row in bands.indices {
            for column in 0..<(columns.count - 1) where !taken[row][column] {
                var width = 1
                while column + width < columns.count - 1, !isRuledDown[row][column + width], !taken[row][column + width]
                {
                    width += 1
                }
                var height = 1
                while row + height < bands.count,
                    (column..<(column + width)).allSatisfy({ !isRuledAcross[row + height][$0] }),
                    (column + 1..<(column + width)).allSatisfy({ !isRuledDown[row + height][$0] })
                {
                    height += 1
                }
                for line in row..<(row + height) {
                    for place in column..<(column + width) { taken[line][place] = true }
                }
                table.cells.append(
                    RuledTable.Cell(
                        area: PixelArea(
                            left: columns[column], top: bands[row].top, right: columns[column + width],
                            bottom: bands[row + height - 1].bottom), row: row, column: column, height: height,
                        width: width))
            }
        }
        return table
    }

    /// Where the columns of a table meet, its outer edges included.
    private func columns(_ bands: [Band]) -> [Int] {
        let near = max(4, resolution / 30)
        var groups: [[Int]] = []
        for edge in bands.flatMap(\.edges).sorted() {
            if let last = groups.last?.last, edge - last <= near {
                groups[groups.count - 1].append(edge)
            } else {
                groups.append([edge])
            }
        }
        var columns = groups.map { $0[$0.count / 2] }
        guard let top = bands.first?.top, let bottom = bands.last?.bottom else { return columns }
        let own = rules.filter { $0.y >= top - near && $0.y <= bottom + near }
        if let left = own.map(\.left).min(), let first = columns.first, left < first - 2 * near {
            columns.insert(left, at: 0)
        }
        if let right = own.map(\.right).max(), let last = columns.last, right > last + 2 * near {
            columns.append(right)
        }
        return columns
    }

    private func isRule(at y: Int, from left: Int, to right: Int) -> Bool {
        let near = max(4, resolution / 17)
        var covered = 0
        for rule in rules where abs(rule.y - y) <= near {
            covered = max(covered, min(rule.right, right) - max(rule.left, left))
        }
        return covered * 4 >= (right - left) * 3
    }
}
