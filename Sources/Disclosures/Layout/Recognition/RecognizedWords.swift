/// Reads what tesseract prints as TSV: words with their boxes and how sure it is of each.
enum RecognizedWords {
    /// The words of a page, joined where no gap of a letter's width stands between them.
    ///
    /// - Parameters:
    ///   - output: the TSV.
    ///   - scale: points a pixel.
    static func words(_ output: [UInt8], scale: Float) -> [WordBox] {
        var words: [WordBox] = []
        var last: (line: String, top: Float)?
        for line in output.split(separator: 0x0A) {
            let cells = String(decoding: line, as: UTF8.self).split(separator: "\t", omittingEmptySubsequences: false)
            guard cells.count == 12, cells[0] == "5", let word = word(cells, scale: scale) else { continue }
            let place = cells[1...4].joined(separator: ".")
            if last?.line == place, let before = words.last, continues(before, word) {
                words[words.count - 1].scalars += word.scalars
                words[words.count - 1].xMax = word.xMax
                words[words.count - 1].yMin = min(before.yMin, word.yMin)
                words[words.count - 1].yMax = max(before.yMax, word.yMax)
                words[words.count - 1].confidence = min(before.confidence ?? 1, word.confidence ?? 1)
            } else {
                words.append(word)
            }
            last = (place, word.yMin)
        }
        return words
    }

    private static func word(_ cells: [Substring], scale: Float) -> WordBox? {
        guard let left = Float(cells[6]), let top = Float(cells[7]), let width = Float(cells[8]),
            let height = Float(cells[9]), let confidence = Float(cells[10]), confidence >= 0
        else { return nil }
        // Rests of rules are recognized as bars and quotation marks.
        let scalars = cells[11].unicodeScalars.filter {
            !"|‖_~`'‘’“”\\".unicodeScalars.contains($0) || cells[11].count > 2
        }
        guard !scalars.isEmpty else { return nil }
        return WordBox(
            xMin: left * scale, yMin: top * scale, xMax: (left + width) * scale, yMax: (top + height) * scale,
            scalars: Array(String(String.UnicodeScalarView(scalars)).unicodeScalars), confidence: confidence / 100)
    }

    private static func continues(_ before: WordBox, _ word: WordBox) -> Bool {
        let gap = word.xMin - before.xMax
        let height = max(before.height, word.height)
        guard let last = before.scalars.last, let first = word.scalars.first else { return false }
        let (left, right) = (ScalarFolding.fold(last), ScalarFolding.fold(first))
        // 9746. 50: the point takes the room of a letter.
        if left == "." || left == "," || right == "." || right == "," { return gap < 1.2 * height }
        if ScalarFolding.isDigit(left), ScalarFolding.isDigit(right) { return gap < 0.25 * height }
        if ScalarFolding.isDigit(left) != ScalarFolding.isDigit(right) { return gap < 0.4 * height }
        return gap < 0.9 * height
    }
}
