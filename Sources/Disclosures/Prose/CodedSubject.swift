import FinalAccounts
import OfficialForm

/// A subject that its code makes known, without the signs of the levels: 2010601行政运行500万元.
enum CodedSubject {
    /// The level of a functional code: 1 for 类 (3 digits), 2 for 款 (5), 3 for 项 (7).
    static func level(of code: String) -> Int? {
        guard code.first == "2" else { return nil }
        return switch code.utf8.count {
        case 3: 1
        case 5: 2
        case 7: 3
        default: nil
        }
    }

    /// The subject whose code begins at a position; `nil` unless an amount, or words that announce one, stand behind
    /// its name.
    static func mention(in text: FoldedText, at start: Int, limit: Int) -> SubjectMention? {
        let scalars = text.scalars
        if let leveled = leveled(in: text, at: start, limit: limit) { return leveled }
        guard scalars[start] == "2", start == 0 || !continues(scalars[start - 1]) else { return nil }
        let digits = scalars[start..<limit].prefix(8).prefix(while: ScalarFolding.isDigit)
        guard digits.count == 5 || digits.count == 7 else { return nil }
        let nameStart = digits.endIndex
        let end = nameEnd(in: text, from: nameStart, limit: limit)
        guard (2...40).contains(end - nameStart),
            UnitWords.list(for: scalars[nameStart]).allSatisfy({ !text.hasPrefix($0.scalars, at: nameStart) }),
            statesFigure(text, at: end, limit: limit, begins: start)
        else {
            return nil
        }
        let name = text.words(nameStart..<end)
        return SubjectMention(
            category: nil, section: digits.count == 5 ? name : nil, item: digits.count == 7 ? name : nil,
            code: text.quote(start..<nameStart), range: start..<end)
    }

    /// 213类03款01项行政运行: a code stated level by level, before the name or with the name of each level behind it.
    private static func leveled(in text: FoldedText, at start: Int, limit: Int) -> SubjectMention? {
        guard text.scalars[start] == "2",
            start == 0 || text.scalars[start - 1] == "." || !continues(text.scalars[start - 1])
        else { return nil }
        var position = start
        var code = ""
        var names: [String] = []
        for sign in levelSigns {
            let digits = text.scalars[position..<limit].prefix(4).prefix(while: ScalarFolding.isDigit)
            guard digits.count == (code.isEmpty ? 3 : 2),
                let end = sign.first(where: { text.hasPrefix($0, at: digits.endIndex) }).map({
                    digits.endIndex + $0.count
                })
            else {
                guard names.count == 2 else { return nil }
                break
            }
            code += text.quote(digits.startIndex..<digits.endIndex)
            let nameEnd = nameEnd(in: text, from: end, limit: limit)
            names.append(text.words(end..<nameEnd))
            position = nameEnd
        }
        guard let name = names.last, (2...40).contains(name.count),
            position < limit,
            ":，。".unicodeScalars.contains(text.scalars[position])
                || statesFigure(text, at: position, limit: limit, begins: position)
        else { return nil }
        func named(_ level: Int) -> String? {
            names.indices.contains(level) && !names[level].isEmpty ? names[level] : nil
        }
        return SubjectMention(
            category: named(0), section: named(1), item: named(2), code: code, range: start..<position)
    }

    private static let levelSigns = ["类", "款", "项"].map { sign in
        [sign, "(" + sign + ")", sign + "级"].map { Array($0.unicodeScalars) }
    }

    /// Whether a character makes the digits behind it part of something else.
    private static func continues(_ scalar: Unicode.Scalar) -> Bool {
        ScalarFolding.isAlphanumeric(scalar) || scalar == "." || scalar == "(" || scalar == "-"
    }

    /// Where a name ends: at a digit, a stop, or words that announce an amount.
    private static func nameEnd(in text: FoldedText, from start: Int, limit: Int) -> Int {
        var position = start
        while position < limit, position - start <= 40 {
            let scalar = text.scalars[position]
            if scalar.value < 0x80, scalar != "(", scalar != ")" { break }
            if scalar == "，" || scalar == "。" || scalar == "；" { break }
            if position > start, case .aspect = Lexicon.match(text, at: position, end: limit)?.cue { break }
            position += 1
        }
        return position
    }

    private static func statesFigure(_ text: FoldedText, at end: Int, limit: Int, begins start: Int) -> Bool {
        // The sign of a level is read with the name before it.
        guard end < limit, !signs.contains(where: { text.firstIndex(of: $0, in: start..<end) != nil }) else {
            return false
        }
        if ScalarFolding.isDigit(text.scalars[end]) {
            guard let number = NumberScanner.scan(text, at: end, end: limit).token else { return false }
            return number.amount != nil
        }
        if case .aspect = Lexicon.match(text, at: end, end: limit)?.cue { return true }
        let opensItem = text.marks.last(before: start + 1)?.end == start
        return opensItem && (text.scalars[end] == "。" || text.scalars[end] == ":" || text.scalars[end] == "，")
    }

    private static let signs = ["(项", "(款", "(类"].map { Array($0.unicodeScalars) }
}
