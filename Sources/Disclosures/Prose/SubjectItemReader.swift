import FinalAccounts
import OfficialForm

/// Reads one item of the explanation into a subject line.
///
/// 年初预算为…，支出决算为…，完成年初预算的…。决算数大于预算数的主要原因是…
struct SubjectItemReader {
    let text: FoldedText
    let section: Section
    let fiscalYear: Int?
    let plainSide: Aspect

    /// What an item says.
    struct Statement: Sendable {
        var numbers = PlacedNumbers()
        var comparison: BudgetComparison?
        var reason: String?
        var purpose: String?
        var isUnbudgeted = false
        /// 全部是基本支出: the one kind that all of the amount is.
        var onlyPart: Topic?

        /// The first amount stated of an aspect.
        func amount(_ aspect: Aspect) -> StatedAmount? {
            for mention in numbers.mentions where mention.topic == .line && mention.aspect == aspect {
                if case .amount(let stated) = mention.value { return stated }
            }
            return nil
        }

        /// The part of the amount that is basic or project expenditure.
        func part(_ topic: Topic) -> Amount? {
            if let part = numbers.parts.first(where: { $0.topic == topic }) { return part.amount.amount }
            guard let all = onlyPart, let amount = amount(.amount) ?? amount(.budget) ?? amount(.initialBudget) else {
                return nil
            }
            return topic == all ? amount.amount : .zero
        }

        /// The first percentage stated of an aspect.
        func percentage(_ aspect: Aspect) -> StatedPercentage? {
            for mention in numbers.mentions where mention.topic == .line && mention.aspect == aspect {
                if case .percentage(let stated) = mention.value { return stated }
            }
            return nil
        }

        /// Whether the item states an amount of the subject at all.
        var hasAmounts: Bool { numbers.mentions.contains { $0.topic == .line } || isUnbudgeted }
    }

    /// Reads the words of an item.
    func read(_ item: SubjectItem) -> Statement {
        let tokens = ProseTokenizer.tokens(text, in: item.body)
        var statement = Statement()
        var reasons: [Range<Int>] = []
        var kept: [ProseToken] = []
        for sentence in sentences(tokens, in: item.body) {
            if let index = sentence.tokens.firstIndex(where: { $0.kind == .cue(.reason) }) {
                reasons.append(reason(in: sentence, from: index, behind: kept))
            } else if !reasons.isEmpty, !Self.makesStatement(sentence.tokens) {
                // The explanation goes on: its amounts are part of it.
                reasons.append(sentence.range)
                if kept.last?.kind == .period { kept.removeLast() }
            } else if statement.purpose == nil, let cue = sentence.tokens.first(where: { $0.kind == .cue(.purpose) }) {
                statement.purpose = Sentence.words(cue.range.upperBound..<sentence.range.upperBound, in: text)
            }
            if statement.comparison == nil { statement.comparison = comparison(sentence.tokens) }
            if isUnbudgeted(sentence) { statement.isUnbudgeted = true }
            if let only = onlyPart(sentence.range) { statement.onlyPart = only }
            kept += sentence.tokens
        }
        let name = item.mention.item ?? item.mention.section ?? item.mention.category ?? ""
        var placer = FigurePlacer(lineIn: section, fiscalYear: fiscalYear, subject: name, plainSide: plainSide)
        statement.numbers = placer.place(kept, in: text)
        let reason = reasons.map { Sentence.words($0, in: text) }.filter { !$0.isEmpty }.joined(separator: "。")
        statement.reason = reason.isEmpty ? nil : reason
        return statement
    }

    private struct SentenceTokens {
        var range: Range<Int>
        var tokens: [ProseToken]
    }

    /// The item cut at its full stops; every sentence keeps its own stop.
    private func sentences(_ tokens: [ProseToken], in body: Range<Int>) -> [SentenceTokens] {
        var result: [SentenceTokens] = []
        var start = body.lowerBound
        var current: [ProseToken] = []
        for token in tokens {
            current.append(token)
            guard token.kind == .period else { continue }
            result.append(SentenceTokens(range: start..<max(start, token.range.lowerBound), tokens: current))
            start = token.range.upperBound
            current = []
        }
        if start < body.upperBound { result.append(SentenceTokens(range: start..<body.upperBound, tokens: current)) }
        return result
    }

    /// The words of an explanation, from the one that announces it to its end.
    private func reason(
        in sentence: SentenceTokens, from index: Int, behind kept: [ProseToken]
    ) -> Range<Int> {
        let start = sentence.tokens[index].range.upperBound
        let tokens = kept + sentence.tokens
        guard let end = ReasonEnd.index(in: tokens, after: kept.count + index, text: text) else {
            return start..<max(start, sentence.range.upperBound)
        }
        return start..<max(start, tokens[end].range.lowerBound)
    }

    /// Whether a sentence states figures of the line, rather than going on explaining.
    private static func makesStatement(_ tokens: [ProseToken]) -> Bool {
        tokens.contains { token in
            switch token.kind {
            case .cue(.aspect), .cue(.shortAspect), .cue(.rate), .cue(.sameAsLastYear), .cue(.comparison): true
            case .cue(.year(.previous)): true
            default: false
            }
        }
    }

    private func comparison(_ tokens: [ProseToken]) -> BudgetComparison? {
        for token in tokens {
            if case .cue(.comparison(let found)) = token.kind { return found }
            if token.kind == .cue(.reason) { return nil }
        }
        return nil
    }

    /// Whether the sentence says that there was no budget: 该科目未申请年初财政拨款预算, 年初无预算.
    private func isUnbudgeted(_ sentence: SentenceTokens) -> Bool {
        let end = sentence.tokens.first { $0.kind == .cue(.reason) }?.range.lowerBound ?? sentence.range.upperBound
        var start = sentence.range.lowerBound
        for token in sentence.tokens where token.kind == .comma && token.range.lowerBound < end {
            if Self.deniesBudget(text.scalars[start..<token.range.lowerBound]) { return true }
            start = token.range.upperBound
        }
        return start < end && Self.deniesBudget(text.scalars[start..<end])
    }

    private static func deniesBudget(_ clause: ArraySlice<Unicode.Scalar>) -> Bool {
        guard clause.count <= 30, !clause.contains(where: ScalarFolding.isDigit) else { return false }
        let clause = String(String.UnicodeScalarView(clause))
        guard clause.holds("年初"), clause.holds("预算") else { return false }
        return ["未", "无", "没"].contains { clause.holds($0) }
    }

    private func onlyPart(_ range: Range<Int>) -> Topic? {
        for (words, topic) in [("基本支出", Topic.basicExpenditure), ("项目支出", .projectExpenditure)] {
            for lead in ["全部是", "全部为", "全部用于"]
            where text.firstIndex(of: Array((lead + words).unicodeScalars), in: range) != nil {
                return topic
            }
        }
        return nil
    }
}
