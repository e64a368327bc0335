/// Reads the tables of a page that is a picture, cell by cell.
struct TableRecognizer {
    /// The page, standing straight.
    let image: GrayImage
    let tables: [RuledTable]
    /// Pixels an inch.
    let resolution: Int
    /// The page's number.
    let page: Int

    /// What a picture is read for.
    enum Script {
        case words
        /// Digits and their signs alone: a model of Chinese takes them for strokes.
        case digits
    }

    /// The tables with what was read in their cells.
    ///
    /// - Parameter read: reads the words of a picture, with their places in pixels.
    func recognized(
        read: (GrayImage, Script) throws(ReadError) -> [WordBox]
    ) throws(ReadError) -> [(top: Float, table: CellTable)] {
        let cells = tables.flatMap(\.cells)
        let areas = cells.map(\.area)
        var words = try self.words(of: Array(cells.indices), areas, .words, read)
        let numbers = words.filter { Self.holdsNumber($0.value) }.map(\.key).sorted()
        for (cell, digits) in try self.words(of: numbers, areas, .digits, read) {
            words[cell] = Self.better(words[cell] ?? [], digits)
        }
        var next = 0
        return tables.map { table in
            defer { next += table.cells.count }
            let read = table.cells.enumerated().compactMap { index, cell in
                words[next + index].map { Self.cell(cell, $0, page: page) }
            }
            return (
                Float(table.area.top) * 72 / Float(resolution), CellTable(cells: Self.withHeader(read), isRuled: true)
            )
        }
    }

    /// What stands outside of the tables, each piece of a line as a word, in points.
    ///
    /// - Parameters:
    ///   - rest: the page without its tables.
    ///   - read: reads the words of a picture, with their places in pixels.
    func recognizedText(
        around rest: GrayImage, read: (GrayImage, Script) throws(ReadError) -> [WordBox]
    ) throws(ReadError) -> [WordBox] {
        let areas = TextPieces.areas(of: rest, resolution: resolution)
        let outside = TableRecognizer(image: rest, tables: [], resolution: resolution, page: page)
        let words = try outside.words(of: Array(areas.indices), areas, .words, read)
        let scale = 72 / Float(resolution)
        return areas.enumerated().compactMap { index, area in
            guard let found = words[index], !found.isEmpty else { return nil }
            return WordBox(
                xMin: Float(area.left) * scale, yMin: Float(area.top) * scale, xMax: Float(area.right) * scale,
                yMax: Float(area.bottom) * scale, scalars: found.flatMap(\.scalars),
                confidence: found.compactMap(\.confidence).min())
        }
    }

    /// The words of some areas that hold ink.
    private func words(
        of places: [Int], _ areas: [PixelArea], _ script: Script,
        _ read: (GrayImage, Script) throws(ReadError) -> [WordBox]
    ) throws(ReadError) -> [Int: [WordBox]] {
        let montage = CellMontage(image, areas: places.map { areas[$0] }, resolution: resolution)
        var words: [Int: [WordBox]] = [:]
        for sheet in montage.sheets {
            for place in sheet.places { words[places[place.cell]] = [] }
            for word in try read(sheet.image, script) {
                let middle = Int(word.centerY)
                guard let place = sheet.places.first(where: { $0.top <= middle && middle < $0.bottom }) else {
                    continue
                }
                words[places[place.cell], default: []].append(word)
            }
        }
        return words
    }

    private static func text(_ words: [WordBox]) -> String {
        words.map { String(String.UnicodeScalarView($0.scalars)) }.joined()
    }

    /// Whether a cell may hold a number: a digit, and hardly a word beside it.
    private static func holdsNumber(_ words: [WordBox]) -> Bool {
        let text = text(words).unicodeScalars
        return text.isEmpty
            || text.contains { ScalarFolding.isDigit(ScalarFolding.fold($0)) } && text.count { $0.value >= 0x4E00 } <= 3
    }

    /// The reading for digits where it is a number in full; what the first reading found otherwise.
    private static func better(_ words: [WordBox], _ digits: [WordBox]) -> [WordBox] {
        guard let number = number(text(digits)) else { return words }
        let isAmount = number.holds(".") && DecimalPlaces.count(number) == 2
        let isCode = number.allSatisfy(\.isNumber)
        guard isAmount || isCode else { return words }
        let first = self.number(text(words))
        // Where both agree, the sureness of the first counts: that of the second knows no other letters.
        if first == number { return words }
        return isCode && first?.holds(".") == true ? words : digits
    }

    private static func cell(_ cell: RuledTable.Cell, _ words: [WordBox], page: Int) -> CellTable.Cell {
        let text = text(words)
        var result = CellTable.Cell(
            // There is ink: what could not be read is not blank.
            text: text.isEmpty ? "?" : number(text) ?? text, row: cell.row, column: cell.column, height: cell.height,
            width: cell.width)
        result.page = page
        result.confidence = Double(words.compactMap(\.confidence).min() ?? 0)
        return result
    }

    /// A number with the signs that recognition takes for its point and comma set right; sums tell whether it is.
    private static func number(_ text: String) -> String? {
        var digits = 0
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !ScalarFolding.isBlank(scalar) {
            switch ScalarFolding.fold(scalar) {
            case let folded where ScalarFolding.isDigit(folded):
                digits += 1
                result.append(folded)
            case ".", "。", "·", "．", ":": if result.last != "." { result.append(".") }
            case ",", "，", "、", "'", "‘", "’": if result.last != "," { result.append(",") }
            case "-", "—", "一", "–": result.append("-")
            default: return nil
            }
        }
        return digits > 0 && digits * 2 > result.count ? String(result) : nil
    }

    /// The rows above the first amount or code, with misread words of the form's header set right.
    private static func withHeader(_ cells: [CellTable.Cell]) -> [CellTable.Cell] {
        let body = cells.filter { cell in
            let scalars = Array(cell.text.unicodeScalars)
            return TableText.isNumber(scalars) && (scalars.contains(".") || scalars.count >= 3)
        }.map(\.row).min()
        return cells.map { cell in
            guard let body, cell.row < body else { return cell }
            var cell = cell
            cell.text = HeaderWords.likely(cell.text)
            return cell
        }
    }
}

/// Counts what stands behind the point of a number.
enum DecimalPlaces {
    static func count(_ number: String) -> Int {
        number.lastIndex(of: ".").map { number[number.index(after: $0)...].count } ?? 0
    }
}
