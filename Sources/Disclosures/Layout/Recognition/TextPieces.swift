/// Finds the pieces of text that stand outside of tables: lines, cut where the gap is wide, as between the body on the
/// left of a caption and the unit on its right.
enum TextPieces {
    /// The areas of the pieces from top to bottom, on each line from left to right.
    static func areas(of image: GrayImage, resolution: Int) -> [PixelArea] {
        let ink = image.inkPlaces()
        let rows = runs(ink.map(\.y), size: image.height, least: 3, gap: resolution / 60)
        var areas: [PixelArea] = []
        var byRow: [[Int]] = Array(repeating: [], count: rows.count)
        var row = 0
        for place in ink {
            while row < rows.count, rows[row].upperBound <= place.y { row += 1 }
            if row < rows.count, rows[row].contains(place.y) { byRow[row].append(place.x) }
        }
        for (row, columns) in zip(rows, byRow) where row.count >= resolution / 25 {
            for piece in runs(columns, size: image.width, least: 1, gap: max(row.count * 2, resolution / 5)) {
                areas.append(
                    PixelArea(
                        left: piece.lowerBound - 8, top: row.lowerBound - 8, right: piece.upperBound + 8,
                        bottom: row.upperBound + 8))
            }
        }
        return areas
    }

    /// The stretches in which places lie, no gap in them wider than `gap`.
    private static func runs(_ places: [Int], size: Int, least: Int, gap: Int) -> [Range<Int>] {
        var counts = Array(repeating: 0, count: size)
        for place in places { counts[place] += 1 }
        var runs: [Range<Int>] = []
        for index in counts.indices where counts[index] >= least {
            if let last = runs.last, index - last.upperBound <= gap {
                runs[runs.count - 1] = last.lowerBound..<(index + 1)
            } else {
                runs.append(index..<(index + 1))
            }
        }
        return runs
    }
}

extension GrayImage {
    /// The places of dark pixels that are no specks, row by row.
    func inkPlaces() -> [(x: Int, y: Int)] {
        guard width > 2, height > 2 else { return [] }
        var places: [(x: Int, y: Int)] = []
        pixels.withUnsafeBufferPointer { pixels in
            for y in 1..<(height - 1) {
                for x in 1..<(width - 1) where pixels[y * width + x] < 150 {
                    // A pixel of a stroke has others beside it, a speck has none.
                    var beside = 0
                    for dy in -1...1 {
                        for dx in -1...1 where pixels[(y + dy) * width + x + dx] < 150 { beside += 1 }
                    }
                    if beside >= 4 { places.append((x, y)) }
                }
            }
        }
        return places
    }
}
