import FinalAccounts
import OfficialForm

/// A change in money with its rate or with what it is held against, as the words behind a comparison state them.
struct StatedChange {
    let change: StatedAmount
    /// The rate, or the amount it changed from: 比2022年预算3.10万元减少0.25万元.
    private let proof: Proof

    private enum Proof {
        case rate(StatedPercentage)
        case base(Amount)
    }

    private static let farthest = 12

    /// The change announced from a token on; `nil` where no amount with a percentage behind it or a base before it follows
    /// a direction in its sentence.
    init?(_ tokens: [ProseToken], from start: Int) {
        var sign: Int?
        var found: StatedAmount?
        var base: Amount?
        for token in tokens[start...].prefix(Self.farthest) {
            switch token.kind {
            case .cue(.direction(let direction)), .cue(.shortDirection(let direction)): sign = sign ?? direction
            case .number(let number) where number.unit == .year: continue
            case .number(let number):
                if found == nil {
                    guard let amount = number.amount else { return nil }
                    guard let sign else {
                        guard base == nil else { return nil }
                        base = amount.amount
                        continue
                    }
                    found = amount.signed(sign)
                    if let base {
                        change = amount.signed(sign)
                        proof = .base(base)
                        return
                    }
                } else if let found, let rate = number.percentage, let sign {
                    change = found
                    proof = .rate(rate.signed(sign))
                    return
                } else {
                    return nil
                }
            case .period, .semicolon, .cue(.reason), .cue(.topic), .cue(.fund), .category: return nil
            default: continue
            }
        }
        return nil
    }

    /// Whether an amount that changed so changed from this base, or at this rate within the last digit of the percentage.
    func fits(_ amount: Amount) -> Bool {
        guard let before = before(amount), before > .zero else { return false }
        switch proof {
        case .base(let base): return before == base
        case .rate(let rate):
            let exact = StatedPercentage(of: change.amount, in: before, decimals: rate.decimals)
            return exact.map { abs($0.digits - rate.digits) <= 1 } ?? false
        }
    }

    private func before(_ amount: Amount) -> Amount? {
        do { return try amount.subtracting(change.amount) } catch { return nil }
    }
}
