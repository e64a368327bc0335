import FinalAccounts

/// That one of two documents prints the same accounts more coarsely: tables in yuan beside a text in 万元.
///
/// It is told from the documents as wholes, so that one corrected amount that happens to be round is never taken for a
/// rounded one: nearly every amount of the finer document has digits that the coarser prints nowhere.
struct Precision {
    /// What one of the coarser document's last digit is worth, in 分; 0 where neither is coarser.
    private let step: Int64
    /// Whether the first of the two documents is the coarser.
    private let isFirstCoarser: Bool
    private static let leastEvidence = 5

    init(_ first: [AccountLine], _ second: [AccountLine]) {
        let (first, second) = (Self.amounts(of: first), Self.amounts(of: second))
        let (firstStep, secondStep) = (Self.step(of: first), Self.step(of: second))
        isFirstCoarser = firstStep > secondStep
        let step = max(firstStep, secondStep)
        let fine = isFirstCoarser ? second : first
        let finer = fine.count { $0 % step != 0 }
        let isEvident =
            firstStep != secondStep && step >= 100 && min(first.count, second.count) >= Self.leastEvidence
            && finer * 5 >= fine.count * 4
        self.step = isEvident ? step : 0
    }

    /// Whether the two state one amount, exactly or to the coarser's precision.
    func agree(_ first: Amount, _ second: Amount) -> Bool {
        if first == second { return true }
        guard step > 0 else { return false }
        let (difference, overflow) = first.minorUnits.subtractingReportingOverflow(second.minorUnits)
        return !overflow && difference.magnitude * 2 <= UInt64(step)
    }

    /// Whether the second document prints more digits than the first.
    var isSecondFiner: Bool { step > 0 && isFirstCoarser }
    /// Whether the first document prints more digits than the second.
    var isFirstFiner: Bool { step > 0 && !isFirstCoarser }

    private static func amounts(of lines: [AccountLine]) -> [Int64] {
        lines.flatMap { line in AmountField.allCases.compactMap { $0.amount(of: line)?.minorUnits } }.filter { $0 != 0 }
    }

    private static func step(of amounts: [Int64]) -> Int64 {
        var step: Int64 = 1_000_000
        for amount in amounts {
            while step > 1, amount % step != 0 { step /= 10 }
            if step == 1 { break }
        }
        return step
    }
}
