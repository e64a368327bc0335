/// Finds the subjects that a text names by their levels.
struct SubjectScanner {
    private let text: FoldedText
    private let range: Range<Int>
    /// Wider levels named before, for texts that do not repeat them with each item.
    private var category: String?
    private var section: String?

    init(_ text: FoldedText, range: Range<Int>) {
        self.text = text
        self.range = range
    }

    /// One level's name and sign: `财政事务（款）`.
    private struct Part {
        var level: Int
        var name: String
        var code: String?
        var start: Int
        var end: Int
    }

    /// All subjects named in the range, in order.
    mutating func scan() -> [SubjectMention] {
        var mentions: [SubjectMention] = []
        var group: [Part] = []
        var position = range.lowerBound
        while position < range.upperBound {
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
            group.append(Part(level: sign.level, name: name, code: code ?? sign.code, start: start, end: sign.end))
            position = sign.end
        }
        flush(&group, into: &mentions)
        return mentions
    }

    private mutating func flush(_ group: inout [Part], into mentions: inout [SubjectMention]) {
        defer { group = [] }
        guard let first = group.first, let last = group.last, !last.name.isEmpty else { return }
        for part in group {
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
                category: category, section: last.level >= 2 ? section : nil, item: item, code: last.code,
                range: first.start..<last.end))
    }

    /// `(类)`, `(201类)`, `(款级)`: the level it stands for.
    private func levelSign(at start: Int) -> (level: Int, code: String?, end: Int)? {
        let scalars = text.scalars
        var position = start + 1
        while position < range.upperBound, ScalarFolding.isDigit(scalars[position]), position - start < 9 {
            position += 1
        }
        let code = position > start + 1 ? text.quote(start + 1..<position) : nil
        guard position + 1 < range.upperBound else { return nil }
        let level: Int
        switch scalars[position] {
        case "类": level = 1
        case "款": level = 2
        case "项": level = 3
        default: return nil
        }
        position += 1
        if scalars[position] == "级" { position += 1 }
        guard position < range.upperBound, scalars[position] == ")" else { return nil }
        return (level, code, position + 1)
    }

    /// Whether the stretch between two level signs is one name.
    private func isName(_ range: Range<Int>) -> Bool {
        guard !range.isEmpty, range.count <= 40 else { return false }
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
            start -= 1
        }
        return start
    }

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
        var name = Substring(text.quote(range))
        let edges: Set<Character> = ["\"", "“", "”", "、", "-", "－", "—", " ", "·", "/", "《", "》", "【", "】"]
        func trim() {
            while let first = name.first, edges.contains(first), !Self.opensInside(name) { name.removeFirst() }
            while let last = name.last, edges.contains(last), !Self.closesInside(name) { name.removeLast() }
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
}

extension [OutlineMark] {
    /// The last mark that begins before a position.
    func last(before position: Int) -> OutlineMark? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].start < position { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : self[low - 1]
    }
}
