import FinalAccounts
import OfficialForm

/// Budget, executed amount and rate in the head of an evaluation whose text was copied out of its table.
enum CopiedExecution {
    /// Budget, executed amount and rate: the first line of numbers with a percentage behind 执行数.
    static func read(_ evaluation: inout Evaluation, from text: CellText, in range: Range<Int>) {
        guard let start = text.firstIndex(of: "执行数", in: range) else { return }
        let unit: AmountUnit = text.folded(range.lowerBound..<start).holds("(元)") ? .yuan : .wan
        var line: [String] = []
        for word in text.words(in: start..<range.upperBound) {
            if word.beginsLine { line = [] }
            line.append(text.folded(word.range))
            guard word.endsLine, let row = execution(line, unit: unit) else { continue }
            (evaluation.budget, evaluation.executed, evaluation.rate) = row
            return
        }
    }

    private static func execution(
        _ words: [String], unit: AmountUnit
    ) -> (StatedAmount, StatedAmount, StatedPercentage)? {
        guard let place = words.firstIndex(where: { $0.closes(with: "%") }),
            let rate = DecimalText(words[place].dropLast())
        else { return nil }
        let amounts = words[..<place].compactMap { try? StatedAmount(parsing: $0, unit: unit) }
        guard amounts.count >= 2 else { return nil }
        let percentage = StatedPercentage(digits: rate.digits, decimals: rate.decimals)
        // 年初预算数, 全年预算数, 全年执行数, 分值: all four are there, or the pair that makes the rate is.
        if amounts.count > 3 { return (amounts[1], amounts[2], percentage) }
        for executed in amounts.indices.dropFirst().reversed() {
            let budget = amounts[executed - 1]
            if makes(percentage, budget, amounts[executed]) { return (budget, amounts[executed], percentage) }
        }
        let executed = min(amounts.count - 1, amounts.count > 2 ? 2 : 1)
        return (amounts[executed - 1], amounts[executed], percentage)
    }

    /// Whether executed over budget is the percentage within half a unit of its last digit.
    private static func makes(_ rate: StatedPercentage, _ budget: StatedAmount, _ executed: StatedAmount) -> Bool {
        guard budget.amount.minorUnits > 0 else { return false }
        let computed = 100 * Double(executed.amount.minorUnits) / Double(budget.amount.minorUnits)
        var step = 1.0
        for _ in 0..<rate.decimals { step /= 10 }
        return abs(computed - Double(rate.digits) * step) <= max(step, 0.05)
    }
}
