import FinalAccounts
import Narration
import OfficialForm
import Platform

/// Stated figures of which those give way that contradict others.
struct SettledFigures {
    /// The figures as the text takes them.
    private(set) var figures: [StatedFigure]
    /// What was made of which, one sentence each.
    private(set) var remarks: [Bilingual] = []
    /// Those that have been put right once; what is wrong then, too, is left out.
    private var corrected: Set<Measure> = []

    init(_ stated: [StatedFigure]) {
        figures = stated
    }

    /// Notes what was worked out from lines otherwise than it is stated.
    mutating func note(_ written: [StatedFigure]) {
        for (stated, used) in zip(figures, written)
        where stated.measure == used.measure && stated.value != used.value {
            let (name, printed) = (Self.name(of: stated), stated.value.printed)
            remark(
                Bilingual(
                    "\(name.zhHans)列示为\(printed)，文中按各科目合计写作\(used.value.printed)",
                    "\(name.en) is stated as '\(printed)'; the text has '\(used.value.printed)', which its lines come to"
                ))
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
                let (name, printed) = (Self.name(of: figures[place]), figures[place].value.printed)
                if let right = contradiction.computed, contradiction.stated != nil,
                    let value = Self.value(right, like: figures[place].value, stated: contradiction.stated ?? ""),
                    corrected.insert(figures[place].measure).inserted
                {
                    remark(
                        Bilingual(
                            "\(name.zhHans)列示为\(printed)，文中按其他数据推算写作\(value.printed)",
                            "\(name.en) is stated as '\(printed)'; the text has '\(value.printed)', which follows from the others"
                        ))
                    figures[place].value = value
                } else {
                    remark(
                        Bilingual(
                            "\(name.zhHans)\(printed)与其他数据矛盾，未写入",
                            "\(name.en), '\(printed)', contradicts other figures and was left out"))
                    figures.remove(at: place)
                }
            }
        }
        return isChanged
    }

    /// The mentions of the figure that stands in a sentence as the one that is wrong, or all that stand in it where none does. Of
    /// several measures with one value it is the one that the sentence names, by the longest of its words: a part of a fund has the
    /// name of the whole in its own. Where it names none or several of them, none gives way: a figure that is right must not pay
    /// for another.
    private func places(of contradiction: StatedContradiction) -> [Int] {
        let wrong = contradiction.stated.map(Self.unsigned)
        let equal = figures.indices.filter { Self.unsigned(figures[$0].value.printed) == wrong }
        guard !equal.isEmpty else {
            return figures.indices.filter {
                Self.stands(Self.unsigned(figures[$0].value.printed), in: contradiction.quote)
            }
        }
        let kinds = Set(equal.map { Kind(figures[$0]) })
        let lengths = kinds.map { (kind: $0, length: $0.nameLength(in: contradiction.quote)) }
        let longest = lengths.map(\.length).max() ?? 0
        let named = lengths.filter { $0.length == longest && longest > 0 }.map(\.kind)
        guard let only = kinds.count == 1 ? kinds.first : named.first, kinds.count == 1 || named.count == 1 else {
            return []
        }
        return equal.filter { Kind(figures[$0]) == only }
    }

    /// Which figure it is, whatever its value.
    private struct Kind: Hashable {
        let measure: Measure
        let subject: String?

        init(_ figure: StatedFigure) {
            measure = figure.measure
            subject = figure.subject
        }

        /// How long the longest of the form's words for it is that a sentence has; 0 where it has none.
        func nameLength(in sentence: String) -> Int {
            FormMeasure.all.filter { $0.topic == measure.topic }.flatMap(\.phrases)
                .filter { sentence.contains($0) }.map(\.count).max() ?? 0
        }
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

    private mutating func remark(_ sentence: Bilingual) {
        if !remarks.contains(sentence) { remarks.append(sentence) }
    }

    private static func name(of figure: StatedFigure) -> Bilingual {
        figure.measure.words + (figure.subject.map { Bilingual("（\($0)）", " (\($0))") } ?? Bilingual(verbatim: ""))
    }
}
