import Disclosures
import FinalAccounts
import OfficialForm

/// The running text with the ways rules search it.
struct TextIndex: Sendable {
    let document: DocumentText
    /// Where each character stands, for searches by the first character.
    private let positions: [Unicode.Scalar: [Int]]

    init(_ document: DocumentText) {
        self.document = document
        positions = Dictionary(grouping: document.folded.indices) { document.folded[$0] }
    }

    /// The number of characters.
    var count: Int { document.folded.count }

    /// The folded character at a position; a blank beyond the ends.
    subscript(_ position: Int) -> Unicode.Scalar {
        document.folded.indices.contains(position) ? document.folded[position] : " "
    }

    /// Every place of the words, in order. Words are in the folded form: ASCII brackets and digits, `"`.
    func ranges(of words: String, in bounds: Range<Int>? = nil) -> [Range<Int>] {
        let pattern = Array(words.unicodeScalars)
        guard let first = pattern.first, let starts = positions[first] else { return [] }
        let bounds = bounds ?? 0..<count
        var result: [Range<Int>] = []
        for start in starts where start >= bounds.lowerBound && start + pattern.count <= bounds.upperBound {
            if hasPrefix(pattern, at: start) { result.append(start..<start + pattern.count) }
        }
        return result
    }

    /// Whether the words stand somewhere in a range.
    func contains(_ words: String, in bounds: Range<Int>? = nil) -> Bool { !ranges(of: words, in: bounds).isEmpty }

    /// Whether the words begin at a position.
    func hasPrefix(_ words: String, at position: Int) -> Bool { hasPrefix(Array(words.unicodeScalars), at: position) }

    private func hasPrefix(_ pattern: [Unicode.Scalar], at position: Int) -> Bool {
        guard position >= 0, position + pattern.count <= count else { return false }
        for offset in pattern.indices where document.folded[position + offset] != pattern[offset] { return false }
        return true
    }

    /// The folded characters of a range.
    func folded(_ range: Range<Int>) -> String {
        var result = String.UnicodeScalarView()
        result.append(contentsOf: document.folded[range.clamped(to: 0..<count)])
        return String(result)
    }

    /// The printed sentence around a range, cut to a readable length.
    ///
    /// Lines of titles and tables have no full stops: there the line is quoted.
    func quote(around range: Range<Int>) -> String {
        let sentence = document.sentence(around: range)
        let section = document.section(at: range.lowerBound)
        if sentence.count > Self.longest / 2, section == .tables || section == .other {
            let line = line(at: range.lowerBound)
            if range.upperBound <= line.upperBound, !folded(line).holds("，") { return document.quote(line) }
        }
        return document.quote(self.sentence(around: range))
    }

    /// The sentence around a range; of a long one the clauses next to the range.
    func sentence(around range: Range<Int>) -> Range<Int> {
        let sentence = document.sentence(around: range)
        guard sentence.count > Self.longest else { return sentence }
        let start = max(sentence.lowerBound, range.lowerBound - Self.longest / 2)
        let end = min(sentence.upperBound, max(range.upperBound, start + Self.longest))
        return start..<end
    }

    private static let longest = 160

    /// The printed line that holds a position.
    func line(at position: Int) -> Range<Int> {
        let starts = document.lineStarts
        let next = starts.partitioningIndex { $0 > position }
        let start = next > 0 ? starts[next - 1] : 0
        return start..<(next < starts.count ? starts[next] : count)
    }

    /// The stretches of a section.
    func spans(of section: Section) -> [DocumentText.Span] { document.spans.filter { $0.section == section } }

    /// The number whose digits begin at a position, and where it ends; `nil` when none does.
    func integer(at position: Int) -> (value: Int, end: Int)? {
        var value = 0
        var end = position
        while end < count, end - position < 9, ("0"..."9").contains(document.folded[end]) {
            value = value * 10 + Int(document.folded[end].value - 0x30)
            end += 1
        }
        return end > position ? (value, end) : nil
    }
}
