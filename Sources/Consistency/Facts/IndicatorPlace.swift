import Disclosures
import FinalAccounts
import OfficialForm

extension Indicator {
    /// The row as people read it: name, target, result, score.
    var row: String {
        let marks = weight.map { "（\($0.text)分）" } ?? ""
        return [name + marks, target.text, actual.text, score?.text].compactMap(\.self).joined(separator: " ")
    }

    /// Where the indicator stands.
    var place: Fact.Place { Fact.Place(page: page, quote: row, section: .performance, table: nil) }

    /// Target and result as numbers of the same thing; `nil` for words.
    var numbers: (target: Rational, actual: Rational)? {
        guard let wanted = target.number, let reached = actual.number, Self.isSame(target.unit, actual.unit) else {
            return nil
        }
        return (StatedNumber(score: wanted).value, StatedNumber(score: reached).value)
    }

    /// 次/年 and 次 count the same thing.
    private static func isSame(_ first: String?, _ second: String?) -> Bool {
        guard let first, let second else { return first == second }
        return first.opens(with: second) || second.opens(with: first)
    }

    /// Whether the indicator got all its marks; `nil` when weight or score is not stated.
    var hasFullMarks: Bool? { isUnmet.map { !$0 } }

    /// Whether the result misses the target, by the numbers or by words that deny it; `nil` where that cannot be said.
    var missesTarget: Bool? {
        if let numbers {
            switch target.comparison {
            case .atMost: return numbers.actual > numbers.target
            case .below: return numbers.actual >= numbers.target
            case .above: return numbers.actual <= numbers.target
            case .atLeast, .equal, nil: return numbers.actual < numbers.target
            }
        }
        let denials = ["未完成", "未达标", "未达到", "未实现", "不达标", "部分完成", "未落实", "未开展"]
        return denials.contains { actual.text.contains($0) } && !target.text.holds("未") ? true : nil
    }
}
