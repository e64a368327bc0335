/// A word on a page and where it stands, in points from the upper left corner.
struct WordBox: Sendable {
    var xMin: Float
    var yMin: Float
    var xMax: Float
    var yMax: Float
    var scalars: [Unicode.Scalar]
    /// How sure the recognition of a scanned word is, from 0 to 1; `nil` for text.
    var confidence: Float?

    var centerX: Float { (xMin + xMax) / 2 }
    var centerY: Float { (yMin + yMax) / 2 }
    var height: Float { yMax - yMin }
    var width: Float { xMax - xMin }

    /// Cuts the height down to that of the letters.
    ///
    /// Fonts declare heights of up to three times their letters. A Chinese character is as high as it is wide, and
    /// other letters are about half as wide, so the width tells the size.
    mutating func trimToLetters() {
        let widths = scalars.reduce(Float(0)) { $0 + ($1.value >= 0x2E80 ? 1 : 0.5) }
        let size = 1.15 * width / max(0.5, widths)
        guard size > 1, height > size else { return }
        let center = centerY
        yMin = center - size / 2
        yMax = center + size / 2
    }

    /// Whether the word is a sign for nothing: `-`, `—`.
    var isBlankSign: Bool {
        let text = TableText.folded(scalars)
        return !text.isEmpty && TableText.isBlank(text)
    }

    /// How much of the narrower of two words the other covers from side to side, from 0 to 1.
    func overlap(_ other: WordBox) -> Float {
        let shared = min(xMax, other.xMax) - max(xMin, other.xMin)
        return max(0, shared) / max(0.1, min(width, other.width))
    }
}
