import FinalAccounts
import OfficialForm

/// Rates, shares and changes in percent.
extension FigurePlacer {
    mutating func takePercentage(_ number: NumberToken, tokens: [ProseToken], index: Int, text: FoldedText) {
        if expectation == .explanation {
            result.explained.append(number)
            return
        }
        guard comparison == nil, let percentage = number.percentage else { return leaveOver(number) }
        if saysCompletion(number, text: text), let basis = basisOfCompletion(number) { expectation = .rate(basis) }
        if expectation == .share {
            settleFund(by: phrase.meaning(in: text))
            phrase = NounPhrase()
        } else {
            speak(text)
        }
        guard let spoken = speaker.topic, linePart == nil, !TopicResolver.isOnlyCounted(spoken) || expectation == .share
        else { return leaveOver(number) }
        var topic = pairTopic(spoken, tokens: tokens, index: index) ?? spoken
        if section == .performance, spoken == .evaluatedProjects || spoken == .averageScore, case .rate = expectation {
            topic = .projectEvaluation
        }
        course.say(of: speaker.noun, isShare: expectation == .share)
        switch expectation {
        case .share:
            add(topic, .share, .percentage(percentage), number)
            expectation = .statement
        case .rate(let basis):
            add(topic, Self.aspect(of: basis), .percentage(percentage), number)
            expectation = .statement
        case .change(let sign): placeRate(topic, percentage.signed(sign), number)
        default:
            guard let lastChange else {
                // A percentage that nothing announced ends what was spoken of: the head of its sentence is cut off.
                if speaker.isFresh, !isLocked { speaker = Speaker(noun: .none) }
                return leaveOver(number)
            }
            placeRate(topic, percentage.signed(lastChange), number)
        }
        if !NumberPairs.isPair(tokens, at: index) { lastChange = nil }
    }

    /// Whether a percentage says how much was completed and of nothing: 完成90%. What is said to be 完成预算的90% is of the
    /// budget, whichever that is.
    private func saysCompletion(_ number: NumberToken, text: FoldedText) -> Bool {
        expectation == .statement
            && Self.completions.contains { text.hasPrefix($0, at: number.range.lowerBound - $0.count) }
    }

    /// 年初预算10万元，决算9万元，完成90%: the budget that was stated just before, where the last figures of the sentence
    /// are the budget and the amount of what is spoken of.
    private func basisOfCompletion(_ number: NumberToken) -> BudgetBasis? {
        guard let spoken = speaker.measure, result.mentions.count >= 2 else { return nil }
        let last = result.mentions.suffix(2)
        guard last.allSatisfy({ $0.topic == spoken.topic && $0.subject == spoken.subject }),
            last.contains(where: { $0.aspect == .amount }),
            number.range.lowerBound - last[last.startIndex].range.lowerBound < 60
        else { return nil }
        return last.lazy.compactMap { Self.basis(of: $0.aspect) }.first
    }

    private static let completions = ["完成", "完成率", "完成率为", "执行率", "执行率为", "完成了", "完成预算", "完成预算的"]
        .map { Array($0.unicodeScalars) }

    private static func basis(of side: Aspect) -> BudgetBasis? {
        switch side {
        case .initialBudget: .initialBudget
        case .adjustedBudget: .adjustedBudget
        case .budget: .unspecified
        default: nil
        }
    }

    /// 基本支出…，占一般公共预算支出的84%: the whole says of which funds the part is.
    mutating func settleFund(by whole: NounPhrase.Meaning) {
        guard case .measure(.topic(let whole, _), _) = whole, case .measure(let topic, let subject) = speaker.noun,
            let settled = TopicResolver.part(topic, of: whole), settled != topic
        else { return }
        speaker.noun = .measure(settled, subject: subject)
        if let last = result.mentions.indices.last, result.mentions[last].topic == topic {
            result.mentions[last].topic = settled
        }
    }

    mutating func placeRate(_ topic: Topic, _ percentage: StatedPercentage, _ number: NumberToken) {
        guard let aspect = changeAspect(isRate: true), !isSaving(topic) else { return leaveOver(number) }
        add(topic, aspect, .percentage(percentage), number)
    }

    static func side(of basis: BudgetBasis) -> Aspect {
        switch basis {
        case .initialBudget: .initialBudget
        case .adjustedBudget: .adjustedBudget
        case .unspecified: .budget
        }
    }

    static func aspect(of basis: BudgetBasis) -> Aspect {
        switch basis {
        case .initialBudget: .rateOnInitialBudget
        case .adjustedBudget: .rateOnAdjustedBudget
        case .unspecified: .rateOnBudget
        }
    }
}
