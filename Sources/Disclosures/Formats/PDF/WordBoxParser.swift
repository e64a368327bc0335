/// Reads what `pdftotext -bbox-layout` prints: pages, lines and words as XHTML, one element a line.
///
/// Reads bytes, not a tree: the form is fixed, and thousands of words go by in a millisecond.
struct WordBoxParser {
    private let bytes: [UInt8]
    private var position = 0
    private var pages: [PDFPage] = []
    private let firstPage: Int
    /// The number of the line that words stand on; `nil` where none has begun.
    private var line: Int32?

    /// - Parameter firstPage: the number of the first page among the bytes.
    init(_ bytes: [UInt8], firstPage: Int = 1) {
        self.bytes = bytes
        self.firstPage = firstPage
    }

    /// All pages in order.
    mutating func parse() -> [PDFPage] {
        while let tag = nextTag() {
            switch tag {
            case .page: beginPage()
            case .line: line = (line ?? -1) + 1
            case .word: addWord()
            }
        }
        return pages
    }

    private enum Tag { case page, line, word }

    /// Moves behind the next `<page `, `<line ` or `<word `.
    private mutating func nextTag() -> Tag? {
        while position + 6 < bytes.count {
            guard bytes[position] == 0x3C else {
                position += 1
                continue
            }
            let tag: Tag? = matches("word ") ? .word : matches("line ") ? .line : matches("page ") ? .page : nil
            position += 1
            if let tag {
                position += 5
                return tag
            }
        }
        return nil
    }

    private func matches(_ name: StaticString) -> Bool {
        name.withUTF8Buffer { buffer in
            for offset in 0..<buffer.count where bytes[position + 1 + offset] != buffer[offset] { return false }
            return true
        }
    }

    private mutating func beginPage() {
        let width = nextNumber()
        let height = nextNumber()
        pages.append(PDFPage(number: firstPage + pages.count, width: width, height: height, words: []))
        line = nil
    }

    private mutating func addWord() {
        let xMin = nextNumber()
        let yMin = nextNumber()
        let xMax = nextNumber()
        let yMax = nextNumber()
        while position < bytes.count, bytes[position] != 0x3E { position += 1 }
        position = min(position + 1, bytes.count)
        let start = position
        while position < bytes.count, bytes[position] != 0x3C { position += 1 }
        guard !pages.isEmpty, start < position else { return }
        let scalars = Self.text(bytes[start..<position])
        // A box turned inside out stands nowhere.
        guard !scalars.isEmpty, xMin.isFinite, yMin.isFinite, xMax.isFinite, yMax.isFinite, xMin <= xMax, yMin <= yMax
        else { return }
        pages[pages.count - 1].words.append(
            WordBox(xMin: xMin, yMin: yMin, xMax: xMax, yMax: yMax, scalars: scalars, line: line))
    }

    /// The next number in quotation marks; 0 where there is none before the tag ends.
    private mutating func nextNumber() -> Float {
        while position < bytes.count, bytes[position] != 0x22 {
            if bytes[position] == 0x3E { return 0 }
            position += 1
        }
        position += 1
        var value: Float = 0
        var scale: Float = 0
        var isNegative = false
        while position < bytes.count, bytes[position] != 0x22 {
            let byte = bytes[position]
            if byte == 0x2D {
                isNegative = true
            } else if byte == 0x2E {
                scale = 1
            } else if byte >= 0x30, byte <= 0x39, scale < 1_000_000 {
                value = value * 10 + Float(byte - 0x30)
                scale *= 10
            }
            position += 1
        }
        position += 1
        if scale > 1 { value /= scale }
        return isNegative ? -value : value
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
        let text = String(decoding: bytes, as: UTF8.self)
        guard bytes.contains(0x26) else { return Array(text.unicodeScalars) }
        return Array(MarkupEntities.decoded(text).unicodeScalars)
    }
}
