import Disclosures
import FinalAccounts

/// A row of a table laid down as text, its label before its numbers, against the sentence that tells the same: 公务接待费
/// 214.50 186.95 -27.55 and 公务接待费186.95万元，比上年减少27.55万元.
struct LabelledRow {
    /// A change of the text and the one that the row shows.
    struct Difference {
        var label: String
        var cell: String
        var change: Fact.ID
    }

    static func differences(in text: TextIndex, _ facts: FactBase) -> [Difference] {
        facts.sentences.flatMap { sentence -> [Difference] in
            let numbers = sentence.numbers
            return numbers.indices.dropFirst().compactMap { index in
                let (amount, change) = (numbers[index - 1], numbers[index])
                guard amount.words.direction == nil, change.words.direction != nil, facts[amount.fact].isAmount,
                    facts[change.fact].isAmount, !change.words.contains(["；", ";", "其中"]),
                    amount.words.clause.count >= 4
                else { return nil }
                return difference(amount, change.fact, text, facts)
            }
        }
    }

    private static func difference(
        _ amount: FactSentence.Number, _ change: Fact.ID, _ text: TextIndex, _ facts: FactBase
    ) -> Difference? {
        let label = amount.words.clause
        guard case .amount(let unit) = facts[amount.fact].number.kind, facts[change].number.kind == .amount(unit),
            let own = facts[amount.fact].number.value.divided(by: Rational(unit.minorUnits)),
            let said = facts[change].number.value.divided(by: Rational(unit.minorUnits)),
            let before = own.minus(said)
        else { return nil }
        for place in text.ranges(of: label) where place.upperBound != amount.range.lowerBound {
            let row = numbers(at: place.upperBound, text)
            // The row has this year's amount and, beside it, one of which the change is another than the text says.
            guard row.count >= 3, let index = row.firstIndex(where: { $0.value == own }),
                !row.contains(where: { $0.value.magnitude == said.magnitude || $0.value == before })
            else { continue }
            for other in row.indices where other != index && abs(other - index) == 1 {
                guard let gap = own.minus(row[other].value), !gap.isZero,
                    let cell = row.first(where: { $0.value == gap })
                else { continue }
                return Difference(label: label, cell: cell.text, change: change)
            }
        }
        return nil
    }

    /// The numbers that follow one another from a position on, blanks, bars and signs between them; 1 055.70 is one number.
    private static func numbers(at position: Int, _ text: TextIndex) -> [(text: String, value: Rational)] {
        var words: [String] = []
        var end = position
        while end < text.count, end - position < 120 {
            let scalar = text[end]
            if ("0"..."9").contains(scalar) || scalar == "." || scalar == "," {
                let isNew = end == position || !isOfNumber(text[end - 1])
                if isNew { words.append(text[end - 1] == "-" && end > position ? "-" : "") }
                words[words.count - 1].unicodeScalars.append(scalar)
            } else if ![" ", "|", "-", "\t"].contains(scalar) {
                break
            }
            end += 1
        }
        var joined: [String] = []
        for word in words {
            // A group of three digits behind up to three is the rest of one number.
            let whole = word.prefix { $0 != "." }
            if let last = joined.last, whole.count == 3, word.contains("."), !word.opens(with: "-"),
                !last.contains("."),
                last.filter(\.isNumber).count <= 3
            {
                joined[joined.count - 1] = last + word
            } else {
                joined.append(word)
            }
        }
        return joined.compactMap { word in
            let isNegative = word.opens(with: "-")
            guard let number = DecimalText(isNegative ? String(word.dropFirst()) : word),
                let value = Rational(number.digits).times(.ten(toThe: -number.decimals))
            else { return nil }
            return (word, isNegative ? value.negated : value)
        }
    }

    private static func isOfNumber(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || scalar == "." || scalar == ","
    }
}
