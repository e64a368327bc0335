@testable import Disclosures

/// Pages as `pdftotext -bbox-layout` prints them, put together word by word.
struct PrintedPages {
    /// A font: how far its declared heights reach above and below the baseline, in sizes.
    struct Font {
        var ascent: Float
        var descent: Float

        /// What most Chinese fonts declare.
        static let usual = Font(ascent: 0.86, descent: 0.14)
    }

    /// A word of one font, set from a point of its baseline.
    struct Word {
        var text: String
        var x: Float
        var baseline: Float
        var size: Float = 12
        var font = Font.usual
    }

    var width: Float = 595
    var height: Float = 842
    /// The lines of each page, each of the words that poppler sees beside one another.
    var pages: [[[Word]]] = []

    /// The words as the reader takes them.
    var words: PageWords { PageWords(parsed) }

    var parsed: [PDFPage] {
        var parser = WordBoxParser(Array(xhtml { $0 }.utf8))
        return parser.parse()
    }

    /// The same pages printed on their side, the words running down or up.
    func sideways(down: Bool) -> [PDFPage] {
        var turned = self
        (turned.width, turned.height) = (height, width)
        let text = turned.xhtml { box in
            down
                ? (height - box.yMax, box.xMin, height - box.yMin, box.xMax)
                : (box.yMin, width - box.xMax, box.yMax, width - box.xMin)
        }
        var parser = WordBoxParser(Array(text.utf8))
        return parser.parse()
    }

    private typealias Box = (xMin: Float, yMin: Float, xMax: Float, yMax: Float)

    private func xhtml(_ place: (Box) -> Box) -> String {
        pages.map { lines in
            let body = lines.map { line in
                "<line xMin=\"0\" yMin=\"0\" xMax=\"0\" yMax=\"0\">\n" + line.map { element($0, place) }.joined()
                    + "</line>\n"
            }
            return "<page width=\"\(width)\" height=\"\(height)\">\n" + body.joined() + "</page>\n"
        }.joined()
    }

    private func element(_ word: Word, _ place: (Box) -> Box) -> String {
        let letters = word.text.unicodeScalars.reduce(Float(0)) { $0 + ($1.value >= 0x2E80 ? 1 : 0.5) }
        let box = place(
            (
                word.x, word.baseline - word.font.ascent * word.size, word.x + letters * word.size,
                word.baseline + word.font.descent * word.size
            ))
        return
            "<word xMin=\"\(box.xMin)\" yMin=\"\(box.yMin)\" xMax=\"\(box.xMax)\" yMax=\"\(box.yMax)\">\(word.text)</word>\n"
    }
}

extension PageWords {
    /// The lines of the pages, each word by word.
    var lines: [String] {
        pages.flatMap { page in
            VisualLine.lines(of: page).map { line in
                line.words.map { String(String.UnicodeScalarView($0.scalars)) }.joined(separator: " ")
            }
        }
    }
}
