import FinalAccounts
import Narration
import OfficialForm

/// Stated figures of which those give way that contradict others.
struct SettledFigures {
    /// The figures as the text takes them.
    private(set) var figures: [StatedFigure]
    /// What was made of which, one sentence each.
    private(set) var remarks: [String] = []
    /// Those that have been put right once; what is wrong then, too, is left out.
    private var corrected: Set<Measure> = []

    init(_ stated: [StatedFigure]) {
        figures = stated
    }

    /// Notes what was worked out from lines otherwise than it is stated.
    mutating func note(_ written: [StatedFigure]) {
        for (stated, used) in zip(figures, written)
        where stated.measure == used.measure && stated.value != used.value {
            remark(
                "\(Self.name(of: stated)) is stated as \(stated.value.printed); the text has \(used.value.printed), which its lines come to"
            )
        }
    }

    /// Has stated figures give way to what was found.
    ///
    /// - Returns: whether any did; each does twice at most.
    mutating func settle(_ contradictions: [StatedContradiction]) -> Bool {
        var isChanged = false
        for contradiction in contradictions {
            let places = places(of: contradiction)
            for place in places.sorted(by: >) {
                isChanged = true
                if let right = contradiction.computed, contradiction.stated != nil,
                    let value = Self.value(right, like: figures[place].value, stated: contradiction.stated ?? ""),
                    corrected.insert(figures[place].measure).inserted
                {
                    remark(
                        "\(Self.name(of: figures[place])) is stated as \(figures[place].value.printed); the text has \(value.printed), which follows from the others"
                    )
                    figures[place].value = value
                } else {
                    remark(
                        "\(Self.name(of: figures[place])) = \(figures[place].value.printed) contradicts other figures and was left out"
                    )
                    figures.remove(at: place)
                }
            }
        }
        return isChanged
    }

    /// The mentions of the figure that stands in a sentence as the one that is wrong, or all that stand in it where none does. Of several
    /// measures with one value it is the first; where that was another's fault, the next round finds it.
    private func places(of contradiction: StatedContradiction) -> [Int] {
        let wrong = contradiction.stated.map(Self.unsigned)
        let named = figures.indices.filter { Self.unsigned(figures[$0].value.printed) == wrong }
        if let first = named.first {
            return named.filter {
                figures[$0].measure == figures[first].measure && figures[$0].subject == figures[first].subject
            }
        }
        return figures.indices.filter { Self.stands(Self.unsigned(figures[$0].value.printed), in: contradiction.quote) }
    }

    /// Whether a number stands in a text as it is, and not as a part of another.
    private static func stands(_ number: String, in text: String) -> Bool {
        text.ranges(of: number).contains { range in
            let before = text[..<range.lowerBound].last, after = text[range.upperBound...].first
            return !(before.map { $0.isNumber || $0 == "." } ?? false)
                && !(after.map { $0.isNumber || $0 == "." } ?? false)
        }
    }

    private static func unsigned(_ text: String) -> String {
        text.hasPrefix("-") ? String(text.dropFirst()) : text
    }

    /// A printed value in place of another of its kind, with that one's sign where the sentence says it in words.
    private static func value(_ text: String, like value: FigureValue, stated: String) -> FigureValue? {
        let isInWords = value.printed.hasPrefix("-") && !stated.hasPrefix("-")
        let text = isInWords ? "-" + text : text
        switch value {
        case .amount(let amount):
            guard text.hasSuffix(amount.unit.symbol),
                let right = try? StatedAmount(parsing: text.dropLast(amount.unit.symbol.count), unit: amount.unit)
            else { return nil }
            return .amount(right)
        case .percentage: return StatedPercentage(text.prefix { $0 != "%" }).map(FigureValue.percentage)
        case .count(_, let counter): return Int64(text.prefix { $0.isNumber }).map { .count($0, counter: counter) }
        case .score: return nil
        }
    }

    private mutating func remark(_ sentence: String) {
        if !remarks.contains(sentence) { remarks.append(sentence) }
    }

    private static func name(of figure: StatedFigure) -> String {
        figure.measure.name + (figure.subject.map { " (\($0))" } ?? "")
    }
}
