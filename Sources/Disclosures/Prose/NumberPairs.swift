import OfficialForm

/// Numbers that share one unit: 4125.00，4143.00万元, 23.50、38.28%, 较上年3.27减少0.09万元.
enum NumberPairs {
    /// The tokens with the unit of the last number of a pair given to the first.
    static func withUnits(_ tokens: [ProseToken]) -> [ProseToken] {
        var tokens = tokens
        for index in tokens.indices.dropLast(2) {
            guard case .number(var first) = tokens[index].kind, first.unit == .none,
                isStop(tokens[index + 1].kind) || isBase(first, tokens[index + 1].kind),
                case .number(let second) = tokens[index + 2].kind, isShared(second.unit),
                tokens[index + 1].range.lowerBound == first.range.upperBound,
                tokens[index + 2].range.lowerBound == tokens[index + 1].range.upperBound
            else { continue }
            first.unit = second.unit
            first.isThousands = second.isThousands
            tokens[index].kind = .number(first)
        }
        return tokens
    }

    /// Whether a number and the one behind the next token are a pair.
    static func isPair(_ tokens: [ProseToken], at index: Int) -> Bool {
        guard index + 2 < tokens.count, case .number(let first) = tokens[index].kind, isStop(tokens[index + 1].kind),
            case .number(let second) = tokens[index + 2].kind, first.unit == second.unit, isShared(first.unit)
        else { return false }
        return tokens[index + 1].range.lowerBound == first.range.upperBound
            && tokens[index + 2].range.lowerBound == tokens[index + 1].range.upperBound
    }

    /// Whether a number stands right before the direction in which it changed.
    private static func isBase(_ number: NumberToken, _ next: ProseToken.Kind) -> Bool {
        switch next {
        case .cue(.direction), .cue(.shortDirection): number.number.decimals > 0
        default: false
        }
    }

    private static func isStop(_ kind: ProseToken.Kind) -> Bool { kind == .comma || kind == .list }

    private static func isShared(_ unit: CountedUnit) -> Bool {
        switch unit {
        case .money, .percent: true
        default: false
        }
    }
}
