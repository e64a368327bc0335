/// Cells of a table set one under another, so that recognition reads them as lines of one column.
///
/// On the page, lines of neighbouring cells stand at all heights; read as a page, words of a cell are lost or joined
/// with those beside them. Set under one another every line belongs to one cell, and a cell without ink is blank for
/// sure.
struct CellMontage {
    /// A picture and which cell stands where in it.
    struct Sheet: Sendable {
        var image: GrayImage
        /// The cells with their upper and lower ends.
        var places: [(cell: Int, top: Int, bottom: Int)]
    }

    private(set) var sheets: [Sheet] = []
    /// Recognition does not take pictures higher than 32,767 pixels.
    private static let mostHeight = 12_000

    /// Sets the cells of a page.
    ///
    /// - Parameters:
    ///   - image: the page.
    ///   - areas: the cells between their rules.
    ///   - resolution: pixels an inch.
    init(_ image: GrayImage, areas: [PixelArea], resolution: Int) {
        let inset = max(2, resolution / 60)
        let gap = resolution / 9
        var parts: [(cell: Int, image: GrayImage)] = []
        for (index, area) in areas.enumerated() {
            let inner = PixelArea(
                left: area.left + inset, top: area.top + inset, right: area.right - inset, bottom: area.bottom - inset)
            if let part = image.part(inner).trimmed(resolution: resolution) { parts.append((index, part)) }
        }
        var next = parts[...]
        while !next.isEmpty {
            var height = gap
            var count = 0
            for part in next {
                guard count == 0 || height + part.image.height + gap <= Self.mostHeight else { break }
                height += part.image.height + gap
                count += 1
            }
            sheets.append(Self.sheet(Array(next.prefix(count)), height: height, gap: gap))
            next = next.dropFirst(count)
        }
    }

    private static func sheet(_ parts: [(cell: Int, image: GrayImage)], height: Int, gap: Int) -> Sheet {
        let width = (parts.map(\.image.width).max() ?? 0) + 2 * gap
        var sheet = Sheet(image: GrayImage(width: width, height: height), places: [])
        var top = gap
        for part in parts {
            sheet.image.set(part.image, left: gap, top: top)
            sheet.places.append((part.cell, top - gap / 2, top + part.image.height + gap / 2))
            top += part.image.height + gap
        }
        return sheet
    }
}

extension GrayImage {
    /// The part that holds ink, or `nil` where there are specks at most.
    func trimmed(resolution: Int) -> GrayImage? {
        guard width > 4, height > 4 else { return nil }
        var columns = Array(repeating: 0, count: width)
        var rows = Array(repeating: 0, count: height)
        let ink = inkPlaces()
        for place in ink {
            columns[place.x] += 1
            rows[place.y] += 1
        }
        guard ink.count >= resolution * resolution / 4_500 else { return nil }
        // What is left of a rule at the edge is no ink.
        var area = PixelArea(left: 0, top: 0, right: width, bottom: height)
        let most = max(2, resolution / 50)
        for _ in 0..<most {
            if rows[area.top] * 2 > width { area.top += 1 }
            if rows[area.bottom - 1] * 2 > width { area.bottom -= 1 }
            if columns[area.left] * 2 > height { area.left += 1 }
            if columns[area.right - 1] * 2 > height { area.right -= 1 }
        }
        while area.top < area.bottom, rows[area.top] == 0 { area.top += 1 }
        while area.bottom > area.top, rows[area.bottom - 1] == 0 { area.bottom -= 1 }
        while area.left < area.right, columns[area.left] == 0 { area.left += 1 }
        while area.right > area.left, columns[area.right - 1] == 0 { area.right -= 1 }
        guard area.width > 0, area.height > 0 else { return nil }
        return part(PixelArea(left: area.left - 3, top: area.top - 3, right: area.right + 3, bottom: area.bottom + 3))
    }
}
