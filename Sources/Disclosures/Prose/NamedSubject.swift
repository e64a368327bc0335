import FinalAccounts
import OfficialForm

/// A subject that neither signs of levels nor a code make known: by its path in quotation marks, or by a sentence that
/// states its amount and whether that is basic or project expenditure.
enum NamedSubject {
    /// “一般公共服务支出-统计信息事务-专项普查活动”科目43.83万元: a path with a sign between its levels.
    static func path(in text: FoldedText, at start: Int, limit: Int) -> SubjectMention? {
        guard text.scalars[start] == "\"" else { return barePath(in: text, at: start, limit: limit) }
        let longest = min(limit, start + 80)
        guard let close = text.scalars[(start + 1)..<longest].firstIndex(of: "\"") else { return nil }
        let names = text.words(start + 1..<close).split(whereSeparator: { "-－—–/".contains($0) }).map(String.init)
        guard names.count == 2 || names.count == 3, names.allSatisfy({ (2...40).contains($0.count) }) else {
            return nil
        }
        var end = close + 1
        for word in ["科目", "支出", "预算"].map({ Array($0.unicodeScalars) }) where text.hasPrefix(word, at: end) {
            end += word.count
        }
        guard end < limit, statesAmount(text, at: end, limit: limit) != nil else { return nil }
        return SubjectMention(
            category: names.count == 3 ? names[0] : nil, section: names.count == 3 ? names[1] : names[0],
            item: names.last, code: nil, range: start..<end)
    }

    /// 教育支出-普通教育-小学教育13642万元: a path that begins with a category's name, without quotation marks.
    private static func barePath(in text: FoldedText, at start: Int, limit: Int) -> SubjectMention? {
        guard start == 0 || begins(text, at: start) || !isNamePart(text.scalars[start - 1]),
            let category = CategoryNames.opening(in: text, at: start, limit: limit),
            category < limit, dashes.contains(text.scalars[category])
        else { return nil }
        var end = category
        // 公共安全支出—法院—“两庭”建设
        while end < limit, end - start < 80, isNamePart(text.scalars[end]) || inPaths.contains(text.scalars[end]) {
            end += 1
        }
        let names = text.words(start..<end).split(whereSeparator: { "-－—–".contains($0) }).map(String.init)
        guard names.count == 3, names.allSatisfy({ (2...40).contains($0.count) }), end < limit,
            statesAmount(text, at: end, limit: limit) != nil || text.scalars[end] == ":"
        else { return nil }
        return SubjectMention(category: names[0], section: names[1], item: names[2], code: nil, range: start..<end)
    }

    private static let dashes: Set<Unicode.Scalar> = ["-", "－", "—", "–"]
    private static let inPaths = dashes.union(["\""])

    /// 事业运行935315.07元，其中：基本支出…: the words from the beginning of a sentence to its amount.
    ///
    /// - Parameter beginsItem: whether a line with an item's number begins here.
    static func item(in text: FoldedText, at start: Int, limit: Int, beginsItem: Bool) -> SubjectMention? {
        guard beginsItem || begins(text, at: start) else { return nil }
        var end = start
        while end < limit, end - start <= 32, isNamePart(text.scalars[end]) { end += 1 }
        guard (4...32).contains(end - start), end < limit, ScalarFolding.isDigit(text.scalars[end]),
            let amountEnd = statesAmount(text, at: end, limit: limit),
            isFollowedByKind(text, at: amountEnd, limit: limit),
            !isMeasure(text, start..<end)
        else { return nil }
        return SubjectMention(category: nil, section: nil, item: text.words(start..<end), code: nil, range: start..<end)
    }

    /// Whether a sentence begins here.
    private static func begins(_ text: FoldedText, at position: Int) -> Bool {
        guard position > 0 else { return true }
        switch text.scalars[position - 1] {
        case "。", "；", ";", ":": return true
        default: return false
        }
    }

    private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
        (0x4E00...0x9FFF).contains(scalar.value) || scalar == "(" || scalar == ")" || scalar == "、"
    }

    /// Whether words are a measure of the form, or lead to one, rather than the name of a subject.
    private static func isMeasure(_ text: FoldedText, _ range: Range<Int>) -> Bool {
        if isOfFormAlone(text.words(range)) { return true }
        var position = range.lowerBound
        while position < range.upperBound {
            guard let (cue, length) = Lexicon.match(text, at: position, end: range.upperBound) else {
                position += 1
                continue
            }
            switch cue {
            // 运行 alone is the end of many a subject's name.
            case .topic where length <= 2: position += length
            // 累计支出 is all that was spent.
            case .bare
            where NounWords.significant(range.lowerBound..<position, in: text, isBehindNoun: false) == nil:
                return true
            case .topic, .plannedTotal, .fund, .appropriation, .share, .direction, .reason, .purpose, .rate: return true
            default: position += length
            }
        }
        return CategoryNames.name(in: text, range) != nil
    }

    /// 支出决算, 本年收入合计: nothing of a name is left when the words of totals are taken away.
    private static func isOfFormAlone(_ words: String) -> Bool {
        let rest = totals.reduce(words) { $0.replacing($1, with: "") }
        return rest.isEmpty
    }

    private static let totals = [
        "本年", "当年", "全年", "年度", "年终", "年末", "收入", "支出", "决算", "预算", "总计", "合计", "总额", "总数", "数", "总",
    ]

    /// Where an amount that stands at a position ends; `nil` where none does.
    private static func statesAmount(_ text: FoldedText, at position: Int, limit: Int) -> Int? {
        guard position < limit, ScalarFolding.isDigit(text.scalars[position]),
            let number = NumberScanner.scan(text, at: position, end: limit).token, number.amount != nil
        else { return nil }
        return number.range.upperBound
    }

    private static func isFollowedByKind(_ text: FoldedText, at position: Int, limit: Int) -> Bool {
        let end = min(limit, position + 14)
        guard position < end else { return false }
        let words = String(String.UnicodeScalarView(text.scalars[position..<end]))
        return kinds.contains { words.opens(with: $0) }
    }

    private static let kinds = ["，", ","].flatMap { stop in
        ["其中:基本支出", "其中:项目支出", "其中基本支出", "其中项目支出", "全部是基本支出", "全部是项目支出", "全部为基本支出", "全部为项目支出", "全部用于基本支出"].map {
            stop + $0
        }
    }
}
