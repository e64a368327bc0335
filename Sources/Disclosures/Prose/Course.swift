import FinalAccounts
import OfficialForm

/// What a sentence has stated so far, in order: what words without a noun of their own may go on about.
struct Course {
    private struct Step {
        var noun: Speaker.Noun
        var amount: Amount
        /// Whether a share was said of it.
        var hasShare = false
        /// Whether a change or a rate was said of it.
        var hasOwn = false
        /// Whether it was joined to the one before by 、.
        var isListed: Bool
    }

    private var steps: [Step] = []
    /// Where the parts begin that are being listed.
    private var listStart = 0
    /// What the first 其中 was said of.
    private var outermost: Speaker.Noun?
    /// What the last 其中 was said of.
    private(set) var whole: Speaker.Noun?
    /// Whether a noun was named.
    var isNamed = false
    /// Whether parts of what was counted are counted: 其中省市检查64批次、512人次.
    var countsParts = false

    var isEmpty: Bool { steps.isEmpty && !isNamed }

    /// Whether an amount was stated.
    var hasAmounts: Bool { !steps.isEmpty }

    /// Adds an amount that was stated.
    mutating func state(_ noun: Speaker.Noun, _ amount: Amount, isListed: Bool) {
        listed = nil
        guard steps.last?.noun != noun else { return }
        steps.append(Step(noun: noun, amount: amount, isListed: isListed))
    }

    /// Whether an amount of a noun was stated.
    func hasStated(_ noun: Speaker.Noun) -> Bool { steps.contains { $0.noun == noun } }

    /// Whether a change and its rate are true of the amount that was stated of a noun.
    func fits(_ change: StatedChange, _ noun: Speaker.Noun) -> Bool {
        steps.contains { $0.noun == noun && change.fits($0.amount) }
    }

    /// Marks that something was said of a noun: how large a share it is, or how it changed.
    mutating func say(of noun: Speaker.Noun, isShare: Bool = false) {
        guard let index = steps.lastIndex(where: { $0.noun == noun }) else { return }
        if isShare { steps[index].hasShare = true } else { steps[index].hasOwn = true }
    }

    /// Begins the parts of a whole.
    mutating func include(in noun: Speaker.Noun) {
        outermost = outermost ?? noun
        whole = noun
        listStart = steps.count
    }

    /// The whole of the list that has just ended: what goes on without a noun goes on about it.
    private(set) var listed: Speaker.Noun?

    /// Begins a new list.
    mutating func part() {
        let parts = steps[min(listStart, steps.count)...]
        listed = parts.count >= 2 && (parts.dropFirst().allSatisfy(\.isListed) || isWhole(parts)) ? whole : nil
        listStart = steps.count
        countsParts = false
    }

    /// Whether parts of which only amounts were stated add up to their whole: the list is over.
    private func isWhole(_ parts: ArraySlice<Step>) -> Bool {
        guard let whole, let sum = steps.last(where: { $0.noun == whole })?.amount else { return false }
        guard parts.allSatisfy({ !$0.hasOwn && !$0.hasShare && $0.noun != whole }) else { return false }
        do { return try Amount.sum(parts.map(\.amount)) == sum } catch { return false }
    }

    /// What a change belongs to that is said behind several parts of which nothing was said: the whole where they are
    /// strung together by 、, nothing where it may be the last of them as well.
    ///
    /// - Returns: `nil` where the change is that of the noun that was stated last.
    func afterList() -> Speaker.Noun? {
        let parts = steps[min(listStart, steps.count)...]
        guard parts.count >= 2, let last = parts.last, parts.allSatisfy({ !$0.hasOwn && !$0.hasShare }),
            parts.contains(where: { $0.amount != last.amount })
        else { return nil }
        if parts.dropFirst().allSatisfy(\.isListed) { return whole ?? Speaker.Noun.none }
        return whole == nil ? nil : Speaker.Noun.none
    }

    /// The one noun of which a change and its rate are true: its amount less the change, and the rate, say so.
    ///
    /// 收入总计412.66万元，其中年初结转14.14万元，较上年减少43.64万元，下降9.56%: the total's, as no other amount fell so.
    func noun(of change: StatedChange) -> Speaker.Noun? {
        // What was stated last goes on being spoken of, where it fits as well.
        guard let last = steps.last, !change.fits(last.amount) else { return nil }
        let fitting = steps.filter { !$0.hasOwn && change.fits($0.amount) }
        guard let first = fitting.first, fitting.allSatisfy({ $0.noun == first.noun }) else { return nil }
        return first.noun
    }

    /// What the next sentence goes on about when it names no noun; `nil` where that is the noun stated last.
    func afterSentence() -> Speaker.Noun? {
        guard let first = steps.first, let last = steps.last, !last.hasOwn else { return nil }
        let others = steps.filter { $0.noun != last.noun }
        if let outermost {
            let wasSaid = steps.contains { $0.noun == outermost && $0.hasOwn }
            return wasSaid ? (others.isEmpty ? nil : Speaker.Noun.none) : outermost
        }
        guard others.contains(where: { $0.amount != last.amount }) else { return nil }
        let isWhole = steps.dropFirst().allSatisfy { Self.isPart($0.noun, of: first.noun) }
        return isWhole && !first.hasOwn ? first.noun : Speaker.Noun.none
    }

    /// Whether a measure is, by the form, a part of another.
    private static func isPart(_ noun: Speaker.Noun, of whole: Speaker.Noun) -> Bool {
        guard case .measure(let part, _) = noun, case .measure(let whole, _) = whole else { return false }
        var next = part.form.whole
        while let topic = next {
            if topic == whole { return true }
            next = topic.form.whole
        }
        return false
    }
}
