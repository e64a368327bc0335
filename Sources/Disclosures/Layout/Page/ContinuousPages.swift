/// Heights of words of many pages on one axis, as if the pages stood below one another without margins.
///
/// A row that a page break cuts then stands together again: the first line of a page follows the last of the page
/// before at the distance of wrapped lines.
struct ContinuousPages {
    private var offsets: [Int: Float] = [:]
    /// The heights at which pages begin, but for the first, ascending.
    private(set) var cuts: [Float] = []

    /// - Parameters:
    ///   - words: each word's page with the height of its middle.
    ///   - pitch: the distance from line to line.
    init(_ words: some Sequence<(page: Int, y: Float)>, pitch: Float) {
        var bounds: [Int: ClosedRange<Float>] = [:]
        for word in words {
            let old = bounds[word.page] ?? word.y...word.y
            bounds[word.page] = min(old.lowerBound, word.y)...max(old.upperBound, word.y)
        }
        var next: Float = 0
        for (page, bound) in bounds.sorted(by: { $0.key < $1.key }) {
            offsets[page] = next - bound.lowerBound
            if next > 0 { cuts.append(next - pitch / 2) }
            next += bound.upperBound - bound.lowerBound + pitch
        }
    }

    /// The height on the common axis.
    func height(_ y: Float, page: Int) -> Float { y + (offsets[page] ?? 0) }
}
