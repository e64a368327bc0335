import Disclosures

extension SyntheticDocument {
    /// The document as a PDF with text, as an office program would export it.
    package func pdf() -> [UInt8] {
        var layout = PDFLayout()
        for block in blocks { layout.add(block) }
        return layout.finish()
    }

    /// The number of pages of the PDF.
    package var pageCount: Int {
        var layout = PDFLayout()
        for block in blocks { layout.add(block) }
        return layout.pageCount
    }
}

/// Sets paragraphs and tables on A4 pages.
private struct PDFLayout {
    private var canvas = PDFCanvas()
    private var y = 0.0
    private var isLandscape = false
    private var isPageOpen = false
    private let margin = 52.0
    private let size = 13.0

    private var width: Double { isLandscape ? 841.92 : 595.32 }
    private var height: Double { isLandscape ? 595.32 : 841.92 }
    var pageCount: Int { canvas.pageCount }

    mutating func add(_ block: SyntheticDocument.Block) {
        switch block {
        case .title(let words): draw(title: words)
        case .paragraph(let words): draw(paragraph: words)
        case .table(let table): draw(table)
        case .pageBreak: closePage()
        }
    }

    mutating func finish() -> [UInt8] {
        closePage()
        return canvas.data()
    }

    // MARK: Pages

    private mutating func openPage(landscape: Bool = false) {
        isLandscape = landscape
        canvas.addPage(width: width, height: height)
        isPageOpen = true
        y = margin + 10
    }

    private mutating func closePage() {
        guard isPageOpen else { return }
        let number = String(canvas.pageCount)
        canvas.draw(number, x: (width - PDFCanvas.width(number, size: 9)) / 2, y: height - 34, size: 9)
        isPageOpen = false
    }

    /// Makes room for so many points, on a new page where this one is full.
    private mutating func makeRoom(_ points: Double) {
        if isPageOpen, y + points > height - margin {
            let landscape = isLandscape
            closePage()
            openPage(landscape: landscape)
        } else if !isPageOpen {
            openPage()
        }
    }

    // MARK: Text

    private mutating func draw(title: String) {
        for line in lines(of: title, width: width - 2 * margin, size: 18) {
            makeRoom(34)
            canvas.draw(line, x: (width - PDFCanvas.width(line, size: 18)) / 2, y: y, size: 18)
            y += 34
        }
    }

    private mutating func draw(paragraph: String) {
        for line in lines(of: "　　" + paragraph, width: width - 2 * margin, size: size) {
            makeRoom(24)
            let words = line.drop { $0 == "　" }
            canvas.draw(String(words), x: margin + Double(line.count - words.count) * size, y: y, size: size)
            y += 24
        }
    }

    /// Breaks words where a line is full; a number stays whole, a full stop hangs over.
    private func lines(of words: String, width: Double, size: Double) -> [String] {
        var lines: [String] = []
        var line = ""
        for piece in pieces(of: words) {
            let isHanging = ["，", "。", "；", "、", "：", "）", "”", "%"].contains(piece)
            if !line.isEmpty, !isHanging, PDFCanvas.width(line + piece, size: size) > width {
                lines.append(line)
                line = ""
            }
            line += piece
        }
        return line.isEmpty ? lines : lines + [line]
    }

    private func pieces(of words: String) -> [String] {
        var pieces: [String] = []
        for character in words {
            let isDigit = character.isASCII && (character.isNumber || character == ".")
            if isDigit, let last = pieces.last?.last, last.isASCII && (last.isNumber || last == ".") {
                pieces[pieces.count - 1].append(character)
            } else {
                pieces.append(String(character))
            }
        }
        return pieces
    }

    // MARK: Tables

    private mutating func draw(_ table: SyntheticTable) {
        // A heading that stands alone on its page is that of the tables: the first follows below it.
        let followsTitle = isPageOpen && y < margin + 100 && !table.isLandscape
        if !followsTitle {
            closePage()
            openPage(landscape: table.isLandscape)
        }
        draw(title: table.title)
        let total = table.columns.reduce(0) { $0 + $1.width }
        let left = max(20, (width - total) / 2)
        canvas.draw("单位：万元", x: left + total - PDFCanvas.width("单位：万元", size: 10), y: y, size: 10)
        y += 18
        let edges = table.columns.reduce(into: [left]) { $0.append($0[$0.count - 1] + $1.width) }
        drawHeader(table, edges)
        for row in table.rows { draw(row, table.columns, edges) }
        y += 6
        for note in table.notes {
            for line in lines(of: note, width: total, size: 10) {
                makeRoom(16)
                canvas.draw(line, x: left, y: y, size: 10)
                y += 16
            }
        }
        closePage()
    }

    private mutating func drawHeader(_ table: SyntheticTable, _ edges: [Double]) {
        let tiers = table.header.map(\.tiers.upperBound).max() ?? 1
        var heights = Array(repeating: 18.0, count: tiers)
        let broken = table.header.map { cell in
            (cell, cell.text.split(separator: "\n").map(String.init))
        }
        for (cell, lines) in broken {
            let needed = Double(lines.count) * 13 + 5
            let have = heights[cell.tiers].reduce(0, +)
            if needed > have { heights[cell.tiers.upperBound - 1] += needed - have }
        }
        let tops = heights.reduce(into: [y]) { $0.append($0[$0.count - 1] + $1) }
        for (cell, lines) in broken {
            let (left, right) = (edges[cell.columns.lowerBound], edges[cell.columns.upperBound])
            let (top, bottom) = (tops[cell.tiers.lowerBound], tops[cell.tiers.upperBound])
            var lineY = (top + bottom) / 2 - Double(lines.count) * 6.5 + 1.5
            for line in lines {
                canvas.draw(line, x: (left + right - PDFCanvas.width(line, size: 10)) / 2, y: lineY, size: 10)
                lineY += 13
            }
        }
        y = tops[tiers]
    }

    private mutating func draw(_ row: [String], _ columns: [SyntheticTable.Column], _ edges: [Double]) {
        let broken = zip(row, columns).map { lines(of: $0, width: $1.width - 6, size: 10) }
        let rowHeight = Double(broken.map(\.count).max() ?? 1) * 13 + 6
        makeRoom(rowHeight)
        for (column, lines) in broken.enumerated() {
            var lineY = y + rowHeight / 2 - Double(lines.count) * 6.5 + 1.5
            for line in lines {
                let isRight = columns[column].alignment == .right
                let x = isRight ? edges[column + 1] - 3 - PDFCanvas.width(line, size: 10) : edges[column] + 3
                canvas.draw(line, x: x, y: lineY, size: 10)
                lineY += 13
            }
        }
        y += rowHeight
    }
}
