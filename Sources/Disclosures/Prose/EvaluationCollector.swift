import FinalAccounts
import OfficialForm

/// Gathers what the text says of each self-evaluation, wherever it says it.
struct EvaluationCollector {
    private(set) var evaluations: [Evaluation] = []
    private var current: EvaluationSubject?
    /// What the whole document evaluates, where its title says it.
    private let titled: EvaluationSubject?
    /// Whether the budget for the whole year of what the document evaluates was stated.
    private var hasAdjustedBudget = false

    init(of titled: EvaluationSubject? = nil) { self.titled = titled }

    /// A sentence about an evaluation and the numbers in it.
    struct Reading: Sendable {
        var range: Range<Int>
        var placed: PlacedNumbers
    }

    /// Reads the evaluations of a stretch and returns the sentences it read.
    mutating func read(
        _ span: Outline.Span, text: FoldedText, fiscalYear: Int?, plainSide: Aspect = .amount
    ) -> [Reading] {
        var readings: [Reading] = []
        var start = span.range.lowerBound
        while start < span.range.upperBound {
            let end = sentenceEnd(from: start, in: text, limit: span.range.upperBound)
            if let reading = read(
                start..<end, text: text, fiscalYear: fiscalYear, section: span.section, plainSide: plainSide)
            {
                readings.append(reading)
            }
            start = end
        }
        return readings
    }

    private mutating func read(
        _ range: Range<Int>, text: FoldedText, fiscalYear: Int?, section: Section, plainSide: Aspect
    ) -> Reading? {
        let tokens = ProseTokenizer.tokens(text, in: range)
        let named =
            EvaluationSubject.find(in: text, range, current: current)
            ?? titled.flatMap { $0.isSpokenOf(in: text, range, tokens) ? $0 : nil }
        guard let subject = named ?? (section == .performance ? current : nil) else { return nil }
        let parts = ScoredPart.find(in: text.scalars, range)
        if named == nil, parts.isEmpty, !tokens.contains(where: Self.statesExecution) { return nil }
        let topic: Topic = subject.kind == .overall ? .overallEvaluation : .projectEvaluation
        var placer = FigurePlacer(
            evaluation: topic, subject: subject.kind == .overall ? nil : subject.name, fiscalYear: fiscalYear,
            plainSide: plainSide)
        var placed = placer.place(tokens, in: text)
        if named?.announcesScore == true {
            let scores = score(tokens, text: text, topic: topic, of: subject)
            placed.mentions += scores
            placed.leftovers.removeAll { left in scores.contains { $0.range == left.range } }
        }
        guard !placed.mentions.isEmpty || !parts.isEmpty else { return nil }
        if subject == titled { settleRate(of: &placed.mentions) }
        current = subject
        let index = place(of: subject, page: text.page(at: range.lowerBound), quote: text.quote(range))
        merge(placed.mentions, into: &evaluations[index])
        evaluations[index].add(parts)
        return Reading(range: range, placed: placed)
    }

    /// 执行率95% of a project whose budget for the whole year was stated is the rate on that.
    private mutating func settleRate(of mentions: inout [Mention]) {
        if mentions.contains(where: { $0.aspect == .adjustedBudget }) { hasAdjustedBudget = true }
        guard hasAdjustedBudget else { return }
        for index in mentions.indices where mentions[index].aspect == .rateOnBudget {
            mentions[index].aspect = .rateOnAdjustedBudget
        }
    }

    private static func statesExecution(_ token: ProseToken) -> Bool {
        switch token.kind {
        case .cue(.rate), .cue(.aspect(.received)), .cue(.topic(.indicators)), .cue(.topic(.metIndicators)): true
        default: false
        }
    }

    /// The mark behind 自评得分.
    private func score(
        _ tokens: [ProseToken], text: FoldedText, topic: Topic, of subject: EvaluationSubject
    ) -> [Mention] {
        for token in tokens {
            guard case .number(let number) = token.kind, number.unit == .counter("分"),
                EvaluationSubject.isMark(before: number.range.lowerBound, in: text, ofDocument: subject == titled)
            else { continue }
            return [
                Mention(
                    topic: topic, subject: subject.kind == .overall ? nil : subject.name, aspect: .score,
                    value: .score(number.number), range: number.range)
            ]
        }
        return []
    }

    /// Where the evaluation of a subject is kept; its first mention gives its place.
    private mutating func place(of subject: EvaluationSubject, page: Int?, quote: String) -> Int {
        let found = evaluations.firstIndex {
            $0.kind == subject.kind && (subject.kind == .overall || $0.name == subject.name)
        }
        let index: Int
        if let found {
            index = found
        } else {
            evaluations.append(Evaluation(kind: subject.kind, name: subject.name, page: page, quote: quote))
            index = evaluations.count - 1
        }
        if evaluations[index].name.isEmpty { evaluations[index].name = subject.name }
        return index
    }

    /// Adds what is new.
    private func merge(_ mentions: [Mention], into evaluation: inout Evaluation) {
        for mention in mentions where mention.topic == .projectEvaluation || mention.topic == .overallEvaluation {
            set(mention, in: &evaluation)
        }
    }

    private func set(_ mention: Mention, in evaluation: inout Evaluation) {
        switch (mention.aspect, mention.value) {
        case (.adjustedBudget, .amount(let amount)): evaluation.budget = amount
        case (.budget, .amount(let amount)), (.initialBudget, .amount(let amount)):
            evaluation.budget = evaluation.budget ?? amount
        case (.amount, .amount(let amount)): evaluation.executed = evaluation.executed ?? amount
        case (.rateOnBudget, .percentage(let rate)), (.rateOnAdjustedBudget, .percentage(let rate)):
            evaluation.rate = evaluation.rate ?? rate
        case (.score, .score(let score)): evaluation.score = evaluation.score ?? score
        default: break
        }
    }

    private func sentenceEnd(from start: Int, in text: FoldedText, limit: Int) -> Int {
        let stop = text.scalars[start..<limit].firstIndex(of: "。").map { $0 + 1 } ?? limit
        let next = text.marks.index(atOrAfter: start + 1)
        var end = stop
        if next < text.marks.count { end = min(end, text.marks[next].start) }
        // A heading is a sentence of its own.
        if next > 0, let title = text.marks[next - 1].titleEnd, title > start { end = min(end, title) }
        return max(end, start + 1)
    }
}

extension Evaluation {
    /// Adds the parts of its mark that are not there yet; a part keeps what was said of it first.
    fileprivate mutating func add(_ scored: [ScoredPart]) {
        for part in scored where !parts.contains(where: { $0.name == part.name }) {
            parts.append(EvaluationPart(name: part.name, weight: part.weight, score: part.score))
        }
    }
}
