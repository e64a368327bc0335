import OfficialForm

/// Where an explanation ends inside its sentence: at a clause that states a figure of the form again.
///
/// 主要原因是厉行节约，与上年相比减少1万元 goes on with a figure; 主要原因是项目减少，部分尾款未付 goes on explaining.
enum ReasonEnd {
    /// The index of the first token behind an explanation that is a statement; `nil` where the explanation goes on to
    /// the end of its sentence.
    ///
    /// - Parameter start: the index of the token that announces the explanation.
    static func index(in tokens: [ProseToken], after start: Int, text: FoldedText) -> Int? {
        let changeIsStated = statesChange(before: start, in: tokens)
        for index in tokens.indices where index > start {
            switch tokens[index].kind {
            case .period: return nil
            case .comma, .semicolon:
                let isNumbered = isOrdinal(tokens, index + 1, text)
                let isNewSentence = tokens[index].kind == .semicolon || isIncluding(tokens, index + 1) || isNumbered
                let first = firstWord(of: tokens, behind: isNumbered ? index + 2 : index, text: text)
                if opensStatement(tokens, at: first, isNewSentence: isNewSentence, changeIsStated: changeIsStated) {
                    return index + 1
                }
            default: break
            }
        }
        return nil
    }

    /// Whether what is called a reason is nothing but changes of measures: 主要是基本支出增加3万元，项目支出减少5万元。
    static func statesChanges(_ tokens: [ProseToken], after start: Int, text: FoldedText) -> Bool {
        var index = start + 1
        var count = 0
        while index + 2 < tokens.count {
            switch tokens[index].kind {
            case .cue(.topic), .cue(.fund), .cue(.appropriation): break
            default: return false
            }
            index += 1
            if case .cue(.bare) = tokens[index].kind { index += 1 }
            switch index < tokens.count ? tokens[index].kind : .period {
            case .cue(.aspect), .cue(.shortAspect): index += 1
            default: break
            }
            guard index + 1 < tokens.count, case .cue(.direction) = tokens[index].kind, isAmount(tokens[index + 1])
            else {
                return false
            }
            count += 1
            index += 2
            guard index < tokens.count else { return true }
            switch tokens[index].kind {
            case .period, .semicolon: return true
            case .comma, .list: index += 1
            default: return false
            }
        }
        return false
    }

    /// Whether the words at the beginning of a clause, without others between, announce a figure.
    private static func opensStatement(
        _ tokens: [ProseToken], at start: Int, isNewSentence: Bool, changeIsStated: Bool
    ) -> Bool {
        guard start < tokens.count else { return false }
        if countsThings(tokens, from: start, isNewSentence: isNewSentence) { return true }
        switch tokens[start].kind {
        case .cue(.asOf): return true
        case .cue(.rate): return start + 1 < tokens.count && isPercentage(tokens[start + 1])
        case .cue(.topic), .cue(.fund), .cue(.plannedTotal), .category:
            return namesAmount(tokens, behind: start, isNewSentence: isNewSentence)
        case .cue(.bare) where isNewSentence: return namesRate(tokens, behind: start)
        case .cue(.against), .cue(.sameAsLastYear):
            return (!changeIsStated || isNewSentence) && announcesChange(tokens, from: start)
        default: return false
        }
    }

    /// 国内公务接待3批次, 1个团组2人次; behind a semicolon also ；单价50万元以上的通用设备2台: counts of what the form counts.
    private static func countsThings(_ tokens: [ProseToken], from start: Int, isNewSentence: Bool) -> Bool {
        var sawTopic = false
        var sawCount = false
        for token in tokens[start...].prefix(isNewSentence ? 8 : 3) {
            switch token.kind {
            case .cue(.topic(let topic)):
                guard TopicResolver.isCounted(topic) else { return false }
                sawTopic = true
            case .number(let number):
                if number.isThreshold { continue }
                guard case .counter = number.unit else { return false }
                sawCount = true
            case .words where isNewSentence, .open where isNewSentence, .close where isNewSentence: continue
            default: return sawTopic && sawCount
            }
            if sawTopic, sawCount { return true }
        }
        return false
    }

    private static func isIncluding(_ tokens: [ProseToken], _ index: Int) -> Bool {
        index < tokens.count && tokens[index].kind == .cue(.including)
    }

    /// Whether a clause begins with a number of an outline: ，三、2023年公务接待费预算.
    private static func isOrdinal(_ tokens: [ProseToken], _ index: Int, _ text: FoldedText) -> Bool {
        guard index + 1 < tokens.count, case .list = tokens[index + 1].kind else { return false }
        // ；2、公务用车运行费预算18万元
        if case .number(let number) = tokens[index].kind {
            return number.unit == .none && tokens[index].range.count <= 2
        }
        guard case .words = tokens[index].kind, tokens[index].range.count == 1 else { return false }
        return "一二三四五六七八九十".unicodeScalars.contains(text.scalars[tokens[index].range.lowerBound])
    }

    /// The first word of a clause that is not 其中 or a colon.
    private static func firstWord(of tokens: [ProseToken], behind stop: Int, text: FoldedText) -> Int {
        var index = stop + 1
        while index < tokens.count {
            switch tokens[index].kind {
            case .cue(.including), .cue(.year): index += 1
            case .words where NounWords.significant(tokens[index].range, in: text, isBehindNoun: false) == nil:
                index += 1
            case .number(let number) where number.unit == .year: index += 1
            default: return index
            }
        }
        return index
    }

    /// ；支出完成年初预算99.2%: a rate right behind its noun.
    private static func namesRate(_ tokens: [ProseToken], behind start: Int) -> Bool {
        guard start + 2 < tokens.count, case .cue(.rate) = tokens[start + 1].kind else { return false }
        return isPercentage(tokens[start + 2])
    }

    /// Whether a side or an amount follows a measure at once.
    private static func namesAmount(_ tokens: [ProseToken], behind start: Int, isNewSentence: Bool) -> Bool {
        if isNewSentence, namesRate(tokens, behind: start) { return true }
        var sawSide = isNewSentence
        if case .cue(.plannedTotal) = tokens[start].kind { sawSide = true }
        for token in tokens[(start + 1)...].prefix(6) {
            switch token.kind {
            case .cue(.aspect), .cue(.shortAspect): sawSide = true
            case .cue(.against), .cue(.sameAsLastYear), .cue(.direction): return isNewSentence
            case .cue(.bare), .cue(.year), .words, .open, .close: continue
            // ；接待费同口径比上年减少2万元
            case .cue(.likeForLike) where isNewSentence: continue
            case .number(let number) where number.unit == .year: continue
            // 对个人和家庭的补助(303)1618万元
            case .number(let number) where number.unit == .none && number.number.decimals == 0: continue
            case .number: return sawSide && isAmount(token)
            default: return false
            }
        }
        return false
    }

    /// 与上年相比减少1万元, 较2022年增加1万元: a direction and an amount, nothing else but the year and a comma.
    private static func announcesChange(_ tokens: [ProseToken], from start: Int) -> Bool {
        var isDirected = tokens[start].kind == .cue(.sameAsLastYear)
        var sawDirection = false
        for token in tokens[(start + 1)...].prefix(8) {
            switch token.kind {
            case .number(let number) where number.unit == .year: isDirected = true
            case .cue(.year), .cue(.compared), .cue(.aspect): isDirected = true
            case .cue(.direction), .cue(.shortDirection), .cue(.economy): sawDirection = true
            case .cue(.shortAspect), .cue(.bare), .cue(.nothing), .comma, .words: continue
            // 与上年决算相比，收、支总计各减少677万元: what changed may be named between.
            case .cue(.topic) where isDirected && !sawDirection: continue
            // 较2021年度决算数451.36万元增加: the amount that the change is held against.
            case .number where isDirected && !sawDirection && isAmount(token): continue
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
