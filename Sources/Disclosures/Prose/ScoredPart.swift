import FinalAccounts
import OfficialForm

/// A part of a mark in running text, with what it could score and did: 年度目标80分，自评得分72分.
package struct ScoredPart: Hashable, Sendable {
    /// What is marked, as far as its clause names it: 当年年度目标.
    package var name: String
    package var weight: DecimalText
    package var score: DecimalText
    /// From the name to the score.
    package var range: Range<Int>

    /// The parts that a stretch of folded characters states, in order.
    static func find(in scalars: [Unicode.Scalar], _ range: Range<Int>) -> [ScoredPart] {
        var parts: [ScoredPart] = []
        var open: (name: Range<Int>, weight: NumberToken)?
        var last = range.lowerBound
        for number in NumberScanner.numbers(scalars, in: range) where number.unit == .counter("分") {
            let clause = clause(before: number.range.lowerBound, from: last, in: scalars)
            last = number.range.upperBound
            guard scores.contains(where: { scalars[clause].suffix($0.count).elementsEqual($0) }) else {
                open = name(of: clause, in: scalars).map { ($0, number) }
                continue
            }
            if let part = open, number.range.lowerBound - part.weight.range.upperBound <= furthest {
                parts.append(
                    ScoredPart(
                        name: String(String.UnicodeScalarView(scalars[part.name])), weight: part.weight.number,
                        score: number.number, range: part.name.lowerBound..<number.range.upperBound))
            }
            open = nil
        }
        return parts
    }

    /// How far a score may stand behind its points: the rate that it rests on stands between.
    private static let furthest = 60
    private static let scores = ["得分", "得分为", "得分:", "得"].map { Array($0.unicodeScalars) }

    /// The words of a number's own clause.
    private static func clause(before position: Int, from lowest: Int, in scalars: [Unicode.Scalar]) -> Range<Int> {
        var start = position
        while start > lowest, !stops.contains(scalars[start - 1]) { start -= 1 }
        return start..<position
    }

    private static let stops: Set<Unicode.Scalar> = ["。", "；", ";", "，", ",", "、", ")"]

    /// The name of the part that a clause before its points names; `nil` where it names nothing that is marked.
    private static func name(of clause: Range<Int>, in scalars: [Unicode.Scalar]) -> Range<Int>? {
        var range = clause
        for lead in leads where scalars[range].starts(with: lead) {
            range = range.lowerBound + lead.count..<range.upperBound
        }
        for label in labels where scalars[range].suffix(label.count).elementsEqual(label) {
            range = range.lowerBound..<range.upperBound - label.count
        }
        guard (2...longestName).contains(range.count), !scalars[range].contains(where: ScalarFolding.isDigit) else {
            return nil
        }
        let name = String(String.UnicodeScalarView(scalars[range]))
        return FormWordings.markedParts.contains { name.holds($0) } ? range : nil
    }

    private static let longestName = 16
    private static let leads = ["其中:", "其中"].map { Array($0.unicodeScalars) }
    private static let labels = ["为", ":", "共", "占", "(", "分值", "权重", "满分", "标准分"].map { Array($0.unicodeScalars) }
}

extension DocumentText {
    /// The parts of marks that a stretch states, in order.
    package func scoredParts(in range: Range<Int>) -> [ScoredPart] { ScoredPart.find(in: folded, range) }
}
