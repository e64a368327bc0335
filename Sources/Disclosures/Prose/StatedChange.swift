import FinalAccounts
import OfficialForm

/// A change in money with its rate, as the words behind a comparison state them.
struct StatedChange {
    let change: StatedAmount
    let rate: StatedPercentage

    private static let farthest = 12

    /// The change announced from a token on; `nil` where no amount and percentage follow a direction in its sentence.
    init?(_ tokens: [ProseToken], from start: Int) {
        var sign: Int?
        var found: StatedAmount?
        for token in tokens[start...].prefix(Self.farthest) {
            switch token.kind {
            case .cue(.direction(let direction)), .cue(.shortDirection(let direction)): sign = sign ?? direction
            case .number(let number) where number.unit == .year: continue
            case .number(let number):
                if found == nil {
                    guard let sign, let amount = number.amount else { return nil }
                    found = amount.signed(sign)
                } else if let found, let rate = number.percentage, let sign {
                    change = found
                    self.rate = rate.signed(sign)
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

    /// Whether an amount that changed so changed at this rate, within the last digit of the percentage.
    func fits(_ amount: Amount) -> Bool {
        guard let before = before(amount), before > .zero,
            let exact = StatedPercentage(of: change.amount, in: before, decimals: rate.decimals)
        else { return false }
        return abs(exact.digits - rate.digits) <= 1
    }

    private func before(_ amount: Amount) -> Amount? {
        do { return try amount.subtracting(change.amount) } catch { return nil }
    }
}
