import FinalAccounts
import OfficialForm

/// Cuts a stretch of text into the pieces that matter: phrases, numbers, subjects and stops.
struct ProseTokenizer {
    /// The pieces of a range, in order.
    ///
    /// - Parameter categories: subjects named inside the range that are to be read as categories.
    static func tokens(_ text: FoldedText, in range: Range<Int>, categories: [SubjectMention] = []) -> [ProseToken] {
        var result: [ProseToken] = []
        var position = range.lowerBound
        var nextCategory = categories.firstIndex { $0.range.lowerBound >= range.lowerBound } ?? categories.endIndex
        var nextMark = text.marks.index(atOrAfter: range.lowerBound)
        var titleEnd: Int?
        var nextShort = text.shortLineEnds.partitioningIndex { $0 > range.lowerBound }
        while position < range.upperBound {
            if let end = titleEnd, position >= end {
                result.append(ProseToken(kind: .period, range: position..<position))
                titleEnd = nil
            }
            if nextShort < text.shortLineEnds.count, position >= text.shortLineEnds[nextShort] {
                result.append(ProseToken(kind: .period, range: position..<position))
                while nextShort < text.shortLineEnds.count, text.shortLineEnds[nextShort] <= position { nextShort += 1 }
            }
            if nextCategory < categories.endIndex, categories[nextCategory].range.lowerBound <= position {
                let mention = categories[nextCategory]
                nextCategory += 1
                if mention.range.upperBound <= range.upperBound {
                    result.append(ProseToken(kind: .category(categoryName(mention, text)), range: mention.range))
                    position = mention.range.upperBound
                    continue
                }
            }
            while nextMark < text.marks.endIndex, text.marks[nextMark].start < position { nextMark += 1 }
            if nextMark < text.marks.endIndex, text.marks[nextMark].start == position {
                // The number of an item is no figure; a new item ends the sentence before it.
                result.append(ProseToken(kind: .period, range: position..<position))
                position = min(text.marks[nextMark].end, range.upperBound)
                titleEnd = text.marks[nextMark].titleEnd
                continue
            }
            position = step(text, at: position, end: range.upperBound, into: &result)
        }
        return NumberPairs.withUnits(result)
    }

    private static func step(
        _ text: FoldedText, at position: Int, end: Int, into result: inout [ProseToken]
    ) -> Int {
        let scalar = text.scalars[position]
        if let stop = stop(scalar) {
            result.append(ProseToken(kind: stop, range: position..<position + 1))
            return position + 1
        }
        if ScalarFolding.isDigit(scalar) {
            var (token, next) = NumberScanner.scan(text, at: position, end: end)
            // 单位均为万元: decimals that say nothing of their own are amounts in that unit.
            if let unit = text.unit, position >= unit.from, token?.unit == CountedUnit.none,
                token?.number.decimals ?? 0 > 0
            {
                token?.unit = .money(unit.unit)
            }
            if let token { result.append(ProseToken(kind: .number(token), range: token.range)) }
            return next
        }
        if scalar == "零", let zero = NumberScanner.zero(text, at: position, end: end) {
            result.append(ProseToken(kind: .number(zero), range: zero.range))
            return zero.range.upperBound
        }
        if let (cue, length) = Lexicon.match(text, at: position, end: end) {
            result.append(ProseToken(kind: .cue(cue), range: position..<position + length))
            return position + length
        }
        addWord(at: position, to: &result)
        return position + 1
    }

    /// Adds an unknown character to the words before it, or begins new ones.
    private static func addWord(at position: Int, to result: inout [ProseToken]) {
        if let last = result.last, last.kind == .words, last.range.upperBound == position {
            result[result.count - 1].range = last.range.lowerBound..<position + 1
        } else {
            result.append(ProseToken(kind: .words, range: position..<position + 1))
        }
    }

    private static func stop(_ scalar: Unicode.Scalar) -> ProseToken.Kind? {
        switch scalar {
        case "，", ",": .comma
        case "；", ";": .semicolon
        case "。": .period
        case "、": .list
        case "(": .open
        case ")": .close
        default: nil
        }
    }

    /// 教育（类）支出 and 教育支出（类） are both 教育支出.
    private static func categoryName(_ mention: SubjectMention, _ text: FoldedText) -> String {
        let name = mention.category ?? ""
        let expenditure: [Unicode.Scalar] = ["支", "出"]
        if !name.closes(with: "支出"), text.hasPrefix(expenditure, at: mention.range.upperBound) { return name + "支出" }
        return name
    }
}

extension [OutlineMark] {
    /// The index of the first mark at or after a position.
    func index(atOrAfter position: Int) -> Int {
        partitioningIndex { $0.start >= position }
    }
}
