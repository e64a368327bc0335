import Disclosures
import FinalAccounts

/// The costs that the text lists (主要包括…) against the breakdown of basic expenditure.
struct CostList: Sendable {
    /// The names listed, with where they stand.
    private(set) var names: [(name: String, range: Range<Int>)] = []
    /// Which half of the table the list is of.
    let isPersonnel: Bool
    let range: Range<Int>

    /// The lists of a document: behind 人员经费 and behind 公用经费.
    static func lists(in text: TextIndex) -> [CostList] {
        text.spans(of: .basicExpenditure).flatMap { span in
            ["主要包括:", "主要包括", "包括:"].lazy.map { text.ranges(of: $0, in: span.range) }.first { !$0.isEmpty }?
                .compactMap { list(behind: $0, in: span.range, text) } ?? []
        }
    }

    private static func list(behind cue: Range<Int>, in bounds: Range<Int>, _ text: TextIndex) -> CostList? {
        let before = text.folded(max(bounds.lowerBound, cue.lowerBound - 40)..<cue.lowerBound)
        let personnel = before.lastPosition(of: "人员经费") ?? before.lastPosition(of: "人员支出")
        let operating = before.lastPosition(of: "公用经费") ?? before.lastPosition(of: "公用支出")
        guard personnel != nil || operating != nil else { return nil }
        var end = cue.upperBound
        while end < bounds.upperBound, text[end] != "。", text[end] != "；" { end += 1 }
        var list = CostList(isPersonnel: (personnel ?? -1) > (operating ?? -1), range: cue.upperBound..<end)
        var start = cue.upperBound
        var depth = 0
        for position in cue.upperBound...end {
            switch text[position] {
            case "(": depth += 1
            case ")": depth -= 1
            default: break
            }
            let isEnd =
                position == end
                || (depth == 0 && (text[position] == "、" || text[position] == "，" || text[position] == ","))
            guard isEnd else { continue }
            if position > start { list.names.append((text.folded(start..<position), start..<position)) }
            start = position + 1
        }
        return list
    }

    private init(isPersonnel: Bool, range: Range<Int>) {
        self.isPersonnel = isPersonnel
        self.range = range
    }

    /// The name without what lists add or leave out: 支出 or 等 at the end.
    static func key(_ name: String) -> String {
        var key = SubjectNames.normalized(name)
        for ending in ["等支出", "等", "支出", "费用", "费"] where key.closes(with: ending) && key.count > ending.count + 1 {
            key = String(key.dropLast(ending.count))
        }
        return key
    }
}

extension String {
    fileprivate func lastPosition(of words: String) -> Int? {
        let (own, pattern) = (Array(unicodeScalars), Array(words.unicodeScalars))
        guard own.count >= pattern.count else { return nil }
        return (0...(own.count - pattern.count)).last { own[$0..<$0 + pattern.count].elementsEqual(pattern) }
    }
}
