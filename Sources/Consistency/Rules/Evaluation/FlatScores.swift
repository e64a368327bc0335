import Disclosures
import FinalAccounts

/// The points and scores of an evaluation's table that was laid down as text: 筛查人数 ≥600人 580人 20 18.5 … 总分 100 96.5.
struct FlatScores {
    /// What the table adds up to and what it says.
    struct Result {
        var sum: Rational
        var total: Rational
        var range: Range<Int>
    }

    /// The tables whose points add up to the full mark and whose scores do not add up to the total.
    static func differences(in text: TextIndex) -> [Result] {
        ["总分", "合计", "总计"].flatMap { text.ranges(of: $0) }.compactMap { label in
            let tail = tokens(label.upperBound..<min(text.count, label.upperBound + 24), text)
            guard tail.count >= 2, let full = tail[0].value, full == .hundred, let total = tail[1].value,
                total <= .hundred, case let head = start(before: label.lowerBound, text)
            else { return nil }
            guard let sum = sum(of: pairs(tokens(head..<label.lowerBound, text))), sum != total else { return nil }
            return Result(sum: sum, total: total, range: label.lowerBound..<tail[1].end)
        }
    }

    /// The scores of the last rows whose points make the full mark.
    private static func sum(of pairs: [(points: Rational, score: Rational)]) -> Rational? {
        var (points, scores) = (Rational.zero, Rational.zero)
        for (count, pair) in pairs.reversed().enumerated() {
            guard let full = points.plus(pair.points), let score = scores.plus(pair.score) else { return nil }
            (points, scores) = (full, score)
            if points >= .hundred { return points == .hundred && count >= 2 ? scores : nil }
        }
        return nil
    }

    /// The table begins behind the total of the one before it, within reach.
    private static func start(before position: Int, _ text: TextIndex) -> Int {
        let bounds = max(0, position - longest)..<position
        return ["总分", "分值"].compactMap { text.ranges(of: $0, in: bounds).first?.upperBound }.min() ?? position
    }

    private static let longest = 2_400

    /// A number of the text, or words between numbers.
    private struct Token {
        var value: Rational?
        /// Whether a percent sign stands behind it, or a sign such as ≥ before it.
        var isBare = true
        var isPercent = false
        var end: Int
    }

    private static func tokens(_ range: Range<Int>, _ text: TextIndex) -> [Token] {
        var tokens: [Token] = []
        var position = range.lowerBound
        while position < range.upperBound {
            guard isDigit(text[position]) else {
                // A blank or a bar stands between numbers; anything else parts them.
                if ![" ", "|", "\t"].contains(text[position]), tokens.last?.value != nil {
                    tokens.append(Token(value: nil, end: position))
                }
                position += 1
                continue
            }
            let start = position
            while position < range.upperBound, isDigit(text[position]) || text[position] == "." { position += 1 }
            let isPercent = text[position] == "%"
            let isCompared = ["≥", "≤", ">", "<", "=", "-", ",", "/"].contains(text[start - 1])
            tokens.append(
                Token(
                    value: DecimalText(text.folded(start..<position)).map { StatedNumber(score: $0).value },
                    isBare: !isPercent && !isCompared, isPercent: isPercent, end: position))
            if isPercent { position += 1 }
        }
        return tokens
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// Two bare numbers in a row, the second not above the first; a rate may stand between them.
    private static func pairs(_ tokens: [Token]) -> [(points: Rational, score: Rational)] {
        var pairs: [(points: Rational, score: Rational)] = []
        var index = 0
        while index + 1 < tokens.count {
            guard tokens[index].isBare, let points = tokens[index].value, points <= .hundred, !points.isZero else {
                index += 1
                continue
            }
            let next = tokens[index + 1].isPercent && index + 2 < tokens.count ? index + 2 : index + 1
            if tokens[next].isBare, let score = tokens[next].value, score <= points {
                pairs.append((points, score))
                index = next + 1
            } else {
                index += 1
            }
        }
        return pairs
    }
}
