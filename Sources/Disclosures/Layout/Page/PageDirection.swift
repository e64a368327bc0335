/// Which way the words of a page run.
enum PageDirection {
    /// Level, from the top down, from the bottom up, upside down; of text that stands on its side without two words
    /// on a line it cannot be told which.
    case level, down, up, reversed, unknown

    /// Tells the direction of most words.
    init(of page: PDFPage) {
        var level: Float = 0
        var upright: Float = 0
        var ahead = 0
        var below = 0
        var last: WordBox?
        for word in page.words {
            if word.standsUpright {
                upright += word.letters
            } else if word.width > word.height {
                level += word.letters
            }
            if let last, let line = last.line, line == word.line {
                ahead += word.centerX < last.centerX ? -1 : 1
                below += word.centerY < last.centerY ? -1 : 1
            }
            last = word
        }
        if upright > max(10, level) {
            self = below == 0 ? .unknown : below > 0 ? .down : .up
        } else {
            self = ahead < 0 ? .reversed : .level
        }
    }
}

extension WordBox {
    /// Whether it stands on its side: several letters, higher than wide by more than any font declares.
    var standsUpright: Bool { letters >= 2.5 && height > 1.8 * width }
}

extension PDFPage {
    /// The page turned so that its words are level.
    func turned(from direction: PageDirection) -> PDFPage {
        var page = self
        switch direction {
        case .level, .unknown: return self
        case .reversed:
            page.words = words.map { $0.placed(width - $0.xMax, height - $0.yMax, width - $0.xMin, height - $0.yMin) }
            return page
        case .down:
            page.words = words.map { $0.placed($0.yMin, width - $0.xMax, $0.yMax, width - $0.xMin) }
        case .up:
            page.words = words.map { $0.placed(height - $0.yMax, $0.xMin, height - $0.yMin, $0.xMax) }
        }
        page.width = height
        page.height = width
        return page
    }
}

extension WordBox {
    fileprivate func placed(_ xMin: Float, _ yMin: Float, _ xMax: Float, _ yMax: Float) -> WordBox {
        var word = self
        (word.xMin, word.yMin, word.xMax, word.yMax) = (xMin, yMin, xMax, yMax)
        return word
    }
}
