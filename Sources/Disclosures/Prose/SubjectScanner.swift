import FinalAccounts

/// Finds the subjects that a text names by their levels.
struct SubjectScanner {
    private let text: FoldedText
    private let range: Range<Int>
    /// Wider levels named before, for texts that do not repeat them with each item.
    private var category: String?
    private var section: String?
    /// The pieces of code that were stated with them: 213类, 03款.
    private var codes: [Int: String] = [:]

    init(_ text: FoldedText, range: Range<Int>) {
        self.text = text
        self.range = range
        // The heading over a section stands outside its range.
        if let mark = text.marks.last(before: range.lowerBound), mark.titleEnd == range.lowerBound {
            takeHeading(mark)
        }
    }

    /// All subjects named in a text, stretch by stretch.
    static func subjects(in text: FoldedText, _ outline: Outline) -> [DocumentText.NamedSubject] {
        outline.spans.flatMap { span in
            var scanner = SubjectScanner(text, range: span.range)
            return scanner.scan().map {
                DocumentText.NamedSubject(
                    names: [$0.category, $0.section, $0.item].compactMap(\.self), range: $0.range)
            }
        }
    }

    /// One level's name and sign: `财政事务（款）`.
    private struct Part {
        var level: Int
        var name: String
        var code: String?
        var start: Int
        var end: Int
        /// Whether a code stands in the place of the sign: 行政运行（2010601）.
        var isCoded = false
    }

    /// All subjects named in the range, in order.
    mutating func scan() -> [SubjectMention] {
        var mentions: [SubjectMention] = []
        var group: [Part] = []
        var position = range.lowerBound
        // Where the next mark stands: a search from every position took longer than all the rest.
        var next = text.marks.partitioningIndex { $0.start >= position }
        while position < range.upperBound {
            while next < text.marks.count, text.marks[next].start < position { next += 1 }
            if next < text.marks.count, text.marks[next].start == position { takeHeading(text.marks[next]) }
            if let coded = CodedSubject.mention(in: text, at: position, limit: range.upperBound) {
                flush(&group, into: &mentions)
                mentions.append(coded)
                position = coded.range.upperBound
                continue
            }
            if let named = NamedSubject.path(in: text, at: position, limit: range.upperBound)
                ?? NamedSubject.item(
                    in: text, at: position, limit: range.upperBound,
                    beginsItem: next > 0 && text.marks[next - 1].end == position)
            {
                flush(&group, into: &mentions)
                mentions.append(named)
                position = named.range.upperBound
                continue
            }
            guard text.scalars[position] == "(", let sign = levelSign(at: position) else {
                position += 1
                continue
            }
            let continuesGroup = group.last.map { $0.level < sign.level && isName($0.end..<position) } ?? false
            if !continuesGroup {
                flush(&group, into: &mentions)
            }
            let start = continuesGroup ? group.last?.end ?? position : nameStart(before: position)
            let (name, code) = cleaned(start..<position)
            group.append(
                Part(
                    level: sign.level, name: name, code: code ?? sign.code, start: start, end: sign.end,
                    isCoded: sign.isCoded))
            position = sign.end
        }
        flush(&group, into: &mentions)
        return mentions
    }

    /// A heading that is a category's name alone stands over the items below it.
    private mutating func takeHeading(_ mark: OutlineMark) {
        guard let end = mark.titleEnd, let name = CategoryNames.name(in: text, mark.end..<end) else { return }
        category = name
        section = nil
    }

    private mutating func flush(_ group: inout [Part], into mentions: inout [SubjectMention]) {
        defer { group = [] }
        guard let first = group.first, let last = group.last, !last.name.isEmpty else { return }
        // A code alone does not say under which of the wider levels before it stands.
        if group.count == 1, first.isCoded, first.level > 1 {
            category = nil
            section = nil
        }
        for part in group {
            takeCode(part)
            switch part.level {
            case 1:
                category = part.name
                section = nil
            case 2: section = part.name
            default: break
            }
        }
        let item = last.level == 3 ? last.name : nil
        mentions.append(
            SubjectMention(
                category: category, section: last.level >= 2 ? section : nil, item: item, code: code(of: last),
                range: first.start..<last.end))
    }

    private mutating func takeCode(_ part: Part) {
        codes[part.level] = part.code
        for level in part.level + 1..<4 { codes[level] = nil }
    }

    /// The code of a level; one that is stated piece by piece, each beside its level, is put together.
    private func code(of part: Part) -> String? {
        guard let code = part.code, code.utf8.count == 2, part.level > 1 else { return part.code }
        let pieces = (1...part.level).compactMap { codes[$0] }
        let whole = pieces.joined()
        return pieces.count == part.level && CodedSubject.level(of: whole) == part.level ? whole : nil
    }

    /// `(类)`, `(201类)`, `(款级)`, `(2010601)`: the level it stands for.
    private func levelSign(at start: Int) -> (level: Int, code: String?, end: Int, isCoded: Bool)? {
        let scalars = text.scalars
        var position = start + 1
        while position < range.upperBound, ScalarFolding.isDigit(scalars[position]), position - start < 9 {
            position += 1
        }
        let code = position > start + 1 ? text.quote(start + 1..<position) : nil
        guard position < range.upperBound, position + 1 < range.upperBound || text.scalars[position] == ")" else {
            return nil
        }
        let level: Int
        switch scalars[position] {
        case "类": level = 1
        case "款": level = 2
        case "项": level = 3
        case ")":
            guard let code, let level = CodedSubject.level(of: code), level > 1 || isExpenditure(before: start) else {
                return nil
            }
            return (level, code, position + 1, true)
        default: return nil
        }
        position += 1
        if scalars[position] == "级" { position += 1 }
        guard position < range.upperBound, scalars[position] == ")" else { return nil }
        return (level, code, position + 1, false)
    }

    private func isExpenditure(before position: Int) -> Bool {
        position >= 2 && text.scalars[position - 1] == "出" && text.scalars[position - 2] == "支"
    }

    /// Whether the stretch between two level signs is one name.
    private func isName(_ range: Range<Int>) -> Bool {
        guard !range.isEmpty, range.count <= 40 else { return false }
        // A category may stand over its items as a heading.
        let next = text.marks.index(atOrAfter: range.lowerBound)
        if next < text.marks.count, text.marks[next].start < range.upperBound { return false }
        return !text.scalars[range].contains { Self.endsPhrase($0) }
    }

    private static func endsPhrase(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "。", "；", ";", "，", ",", ":", "%": true
        default: false
        }
    }

    /// Goes back to where the words of the widest level begin.
    private func nameStart(before end: Int) -> Int {
        let scalars = text.scalars
        let lowest = max(range.lowerBound, end - 60)
        let marked = text.marks.last(before: end)?.end ?? lowest
        var start = end
        while start > lowest, start > marked {
            let scalar = scalars[start - 1]
            if Self.endsPhrase(scalar) || scalar == "." { break }
            if scalar == "、", start >= 2, ScalarFolding.isDigit(scalars[start - 2]) { break }
            if scalar == ")", isItemNumber(endingAt: start) { break }
            if start < end, Self.headingEnds.contains(where: { text.hasPrefix($0, at: start - 2) }) { break }
            start -= 1
        }
        return start
    }

    /// What headings end with, for a heading that no stop parts from the name under it.
    private static let headingEnds = ["情况", "说明", "如下", "其中"].map { Array($0.unicodeScalars) }

    /// Whether `(3)` or `3)` ends here.
    private func isItemNumber(endingAt end: Int) -> Bool {
        var position = end - 2
        let digitsEnd = position
        while position >= range.lowerBound, ScalarFolding.isDigit(text.scalars[position]) { position -= 1 }
        return position < digitsEnd
    }

    /// Marks that stand in pairs.
    private static let pairs: [Character: Character] = ["“": "”", "\"": "\"", "《": "》", "【": "】"]

    /// Whether the mark at the front belongs to the name: what it opens is closed inside, as in “两庭”建设.
    private static func opensInside(_ name: Substring) -> Bool {
        guard let first = name.first, let close = pairs[first] else { return false }
        return name.dropFirst().dropLast().contains(close)
    }

    /// Whether the mark at the end belongs to the name: what it closes was opened inside.
    private static func closesInside(_ name: Substring) -> Bool {
        guard let last = name.last, let open = pairs.first(where: { $0.value == last })?.key else { return false }
        return name.dropFirst().dropLast().contains(open)
    }

    /// The name without quotation marks, numbering and code, and the code.
    private func cleaned(_ range: Range<Int>) -> (name: String, code: String?) {
        var name = Substring(text.words(range))
        func trim() {
            while let first = name.unicodeScalars.first, Self.isEdge(first), !Self.opensInside(name) {
                name.removeFirst()
            }
            while let last = name.unicodeScalars.last, Self.isEdge(last), !Self.closesInside(name) { name.removeLast() }
        }
        trim()
        var code: String?
        let leading = name.prefix { $0.isASCII && $0.isNumber }
        if leading.count >= 3 {
            code = String(leading)
            name = name.dropFirst(leading.count)
        }
        let trailing = name.reversed().prefix { $0.isASCII && $0.isNumber }
        if trailing.count >= 3 {
            code = String(trailing.reversed())
            name = name.dropLast(trailing.count)
        }
        trim()
        return (String(name), code)
    }

    /// What may stand around a name without being part of it.
    private static func isEdge(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "“", "”", "、", "-", "－", "—", " ", "·", "/", "《", "》", "【", "】": true
        default: false
        }
    }
}

extension [OutlineMark] {
    /// The last mark that begins before a position.
    func last(before position: Int) -> OutlineMark? {
        let next = partitioningIndex { $0.start >= position }
        return next == 0 ? nil : self[next - 1]
    }
}
