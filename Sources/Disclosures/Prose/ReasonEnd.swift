/// Where an explanation ends inside its sentence: at a clause that states a figure of the form again.
///
/// 主要原因是厉行节约，与上年相比减少1万元 goes on with a figure; 主要原因是项目减少，部分尾款未付 goes on explaining.
enum ReasonEnd {
    /// The index of the first token behind an explanation that is a statement; `nil` where the explanation goes on to
    /// the end of its sentence.
    ///
    /// - Parameter start: the index of the token that announces the explanation.
    static func index(in tokens: [ProseToken], after start: Int) -> Int? {
        let changeIsStated = statesChange(before: start, in: tokens)
        for index in tokens.indices where index > start {
            switch tokens[index].kind {
            case .period: return nil
            case .comma, .semicolon:
                let isNewSentence = tokens[index].kind == .semicolon
                if opensStatement(tokens, at: index + 1, isNewSentence: isNewSentence, changeIsStated: changeIsStated) {
                    return index + 1
                }
            default: break
            }
        }
        return nil
    }

    /// Whether the words at the beginning of a clause, without others between, announce a figure.
    private static func opensStatement(
        _ tokens: [ProseToken], at start: Int, isNewSentence: Bool, changeIsStated: Bool
    ) -> Bool {
        guard start < tokens.count, start > 0, tokens[start].range.lowerBound <= tokens[start - 1].range.upperBound
        else { return false }
        switch tokens[start].kind {
        case .cue(.asOf): return true
        case .cue(.rate): return start + 1 < tokens.count && isPercentage(tokens[start + 1])
        case .cue(.topic):
            guard start + 1 < tokens.count else { return false }
            if case .cue(.aspect) = tokens[start + 1].kind { return true }
            return isNewSentence && isAmount(tokens[start + 1])
        case .cue(.againstLastYear), .cue(.against):
            return !changeIsStated && announcesChange(tokens, from: start)
        default: return false
        }
    }

    /// 与上年相比减少1万元, 较2022年增加1万元: a direction and an amount, nothing else but the year and a comma.
    private static func announcesChange(_ tokens: [ProseToken], from start: Int) -> Bool {
        var isDirected = tokens[start].kind == .cue(.againstLastYear)
        var sawDirection = false
        for token in tokens[(start + 1)...].prefix(5) {
            switch token.kind {
            case .number(let number) where number.unit == .year: isDirected = true
            case .cue(.direction): sawDirection = true
            case .cue(.aspect(.previousAmount)), .cue(.bare), .cue(.nothing), .comma: continue
            case .number: return isDirected && sawDirection && isAmount(token)
            default: return false
            }
        }
        return false
    }

    /// Whether a change of what is spoken of is stated before the explanation.
    private static func statesChange(before start: Int, in tokens: [ProseToken]) -> Bool {
        for token in tokens[..<start].reversed() {
            switch token.kind {
            case .cue(.topic), .category: return false
            case .cue(.direction): return true
            default: continue
            }
        }
        return false
    }

    private static func isAmount(_ token: ProseToken) -> Bool {
        if case .number(let number) = token.kind, case .money = number.unit { true } else { false }
    }

    private static func isPercentage(_ token: ProseToken) -> Bool {
        if case .number(let number) = token.kind { number.unit == .percent } else { false }
    }
}
