import Disclosures
import FinalAccounts

/// A stretch of a self-evaluation that says what a part could score and did: 年度目标80分，自评得分72分.
struct ScoreMention: Sendable {
    /// The part: execution of the budget, or the targets.
    enum Part: Sendable {
        case execution, targets
    }

    var part: Part
    /// The project; `nil` for the body as a whole.
    var project: String?
    var full: Rational
    var score: Rational
    var range: Range<Int>

    /// All of them, in the document's order.
    static func all(in text: TextIndex) -> [ScoreMention] {
        let signs: [(String, Part)] = [("预算执行情况", .execution), ("年度目标", .targets), ("绩效目标完成情况", .targets)]
        return text.document.scoredParts(in: 0..<text.count).compactMap { scored in
            guard let (_, part) = signs.first(where: { scored.name.closes(with: $0.0) }) else { return nil }
            return ScoreMention(
                part: part, project: project(before: scored.range.lowerBound, text),
                full: StatedNumber(score: scored.weight).value, score: StatedNumber(score: scored.score).value,
                range: scored.range)
        }
    }

    /// `80分` at a position.
    static func points(at position: Int, _ text: TextIndex) -> (Rational, Int)? {
        var end = position
        while ("0"..."9").contains(text[end]) || text[end] == "." { end += 1 }
        guard end > position, text[end] == "分", let number = DecimalText(text.folded(position..<end)) else {
            return nil
        }
        return (StatedNumber(score: number).value, end + 1)
    }

    /// The project that the nearest announcement of a mark before a position is of.
    private static func project(before position: Int, _ text: TextIndex) -> String? {
        let bounds = max(0, position - 200)..<position
        guard let label = text.ranges(of: "自评得分", in: bounds).last else { return nil }
        let sentence = text.document.sentence(around: label)
        let words = text.folded(sentence.lowerBound..<label.lowerBound)
        guard let end = words.firstRange(of: "项目"), let start = words.firstRange(of: "年度") else { return nil }
        return start.upperBound < end.lowerBound ? String(words[start.upperBound..<end.lowerBound]) : nil
    }
}

extension String {
    /// Where words first stand.
    func firstRange(of words: String) -> Range<String.Index>? {
        var index = startIndex
        while index < endIndex {
            if self[index...].opens(with: words) { return index..<self.index(index, offsetBy: words.count) }
            index = self.index(after: index)
        }
        return nil
    }
}
