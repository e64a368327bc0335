/// A word on a page and where it stands, in points from the upper left corner.
struct WordBox: Sendable {
    var xMin: Float
    var yMin: Float
    var xMax: Float
    var yMax: Float
    var scalars: [Unicode.Scalar]
    /// How sure the recognition of a scanned word is, from 0 to 1; `nil` for text.
    var confidence: Float?
    /// Which of the lines of its page poppler sets it on; `nil` where it does not say.
    var line: Int32?

    var centerX: Float { (xMin + xMax) / 2 }
    var centerY: Float { (yMin + yMax) / 2 }
    var height: Float { yMax - yMin }
    var width: Float { xMax - xMin }

    /// How wide its letters are together, in letters of Chinese: other letters are about half as wide.
    var letters: Float { scalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 1 : 0.5) } }

    /// The size of its letters: a Chinese character is as high as it is wide, so the width tells it.
    var letterSize: Float { width / max(0.5, letters) }

    /// Sets the height to that of the letters.
    ///
    /// Fonts declare heights of up to three times their letters, or of a quarter of them.
    mutating func fitToLetters() {
        let size = letterSize
        guard size > 1, height > 1.15 * size || height < 0.5 * size else { return }
        let center = centerY
        let fitting = height < size ? size : 1.15 * size
        yMin = center - fitting / 2
        yMax = center + fitting / 2
    }

    /// Whether the word is a sign for nothing: `-`, `—`.
    var isBlankSign: Bool {
        let text = TableText.folded(scalars)
        return !text.isEmpty && TableText.isBlank(text)
    }

    /// Whether the word is the number of an item, 1. or 12.: no amount, though digits are all it has.
    var isItemNumber: Bool { scalars.last == "." && scalars.count <= 3 }

    /// How much of the narrower of two words the other covers from side to side, from 0 to 1.
    func overlap(_ other: WordBox) -> Float {
        let shared = min(xMax, other.xMax) - max(xMin, other.xMin)
        return max(0, shared) / max(0.1, min(width, other.width))
    }
}
