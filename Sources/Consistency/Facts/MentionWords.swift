import Disclosures
import FinalAccounts
import OfficialForm

/// What the words before a figure of the text say of it, beyond its measure: whether they name the measure at all, of
/// which year it is, and of what else.
struct MentionWords: Hashable, Sendable {
    /// What is left of the words when the measure's own and those that only introduce a number are taken away: two
    /// mentions with different rests are of different things.
    let rest: String
    /// Which money the sentence says it is of, and of which of the body's units: 财政拨款支出…，其中：基本支出….
    let scope: [String]

    /// - Returns: `nil` where the sentence does not name the measure before the figure, or names another year: of what
    ///   the figure is, is then inferred, and it is held against no other mention.
    init?(_ figure: StatedFigure, in disclosure: Disclosure) {
        guard let range = figure.range else { return nil }
        let text = disclosure.text
        let sentence = text.sentence(around: range)
        let start = max(sentence.lowerBound, range.lowerBound - 160)
        let before = String(String.UnicodeScalarView(text.folded[start..<range.lowerBound]))
        let named = Self.phrases(of: figure)
        let of = named.reduce(before) { $0.without($1) }
        scope = Self.scopes.filter { of.holds($0) } + Self.unit(before: range.lowerBound, text)
        for clause in Self.clauses(text, start..<range.lowerBound) {
            let words = String(String.UnicodeScalarView(text.folded[clause]))
            if let year = Self.year(in: words), year != disclosure.fiscalYear?.number { return nil }
            guard let phrase = named.first(where: { words.holds($0) }) else {
                // 支出决算为 goes on with what the clause before named; any other words name something else.
                guard Self.neutral(words, disclosure).isEmpty else { return nil }
                continue
            }
            guard let name = words.range(of: phrase, options: .backwards) else { return nil }
            rest = Self.neutral(words.replacingCharacters(in: name, with: ""), disclosure)
            return
        }
        return nil
    }

    private static let scopes = ["财政拨款", "一般公共预算", "政府性基金", "国有资本", "本级", "非税", "单位资金", "专户", "结转"]

    /// The part of the document that a heading opens for a unit or office: 二、街道综合行政执法队.
    private static func unit(before position: Int, _ text: DocumentText) -> [String] {
        guard let title = text.span(at: position)?.title else { return [] }
        return bodies.contains { title.closes(with: $0) } ? [title] : []
    }

    private static let bodies = ["队", "局", "处", "中心", "站", "所", "办", "院", "校", "馆", "委", "本级", "机关"]

    /// All words for the measure, the longest first, those included that mean it in some parts of the form only.
    private static func phrases(of figure: StatedFigure) -> [String] {
        let topic = figure.measure.topic
        let shifted = FormMeasure.all.filter { $0.meanings[figure.section] == topic }.flatMap(\.phrases)
        let subject = figure.subject.map { [SubjectNames.stem($0)] } ?? []
        return (topic.form.phrases + shifted + subject).filter { !$0.isEmpty }.sorted {
            ($0.utf8.count, $1) > ($1.utf8.count, $0)
        }
    }

    /// The clauses of a stretch from the last to the first; a number ends one.
    private static func clauses(_ text: DocumentText, _ range: Range<Int>) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var end = range.upperBound
        for position in range.reversed() {
            let scalar = text.folded[position]
            guard stops.contains(scalar), !isInNumber(position, text), !isOfLevel(position, text) else { continue }
            if position + 1 < end { result.append(position + 1..<end) }
            end = position
            if scalar == "；" || scalar == ";" || scalar == "。" { return result }
        }
        if range.lowerBound < end { result.append(range.lowerBound..<end) }
        return result
    }

    private static let stops: Set<Unicode.Scalar> = ["，", ",", "；", ";", ":", "：", "。", "(", ")"]

    /// Whether a bracket is that of a level: 社会保障和就业支出(类).
    private static func isOfLevel(_ position: Int, _ text: DocumentText) -> Bool {
        let inside = text.folded[position] == "(" ? position + 1 : position - 1
        return text.folded.indices.contains(inside) && ["类", "款", "项"].contains(text.folded[inside])
    }

    private static func isInNumber(_ position: Int, _ text: DocumentText) -> Bool {
        let digits: ClosedRange<Unicode.Scalar> = "0"..."9"
        return position > 0 && position + 1 < text.folded.count && digits.contains(text.folded[position - 1])
            && digits.contains(text.folded[position + 1])
    }

    private static func year(in words: String) -> Int? {
        guard let mark = words.range(of: "年") else { return nil }
        guard let year = Int(words[..<mark.lowerBound].suffix(4)), FiscalYear.plausible.contains(year) else {
            return nil
        }
        return year
    }

    /// The words without what introduces any figure of the body's year.
    private static func neutral(_ words: String, _ disclosure: Disclosure) -> String {
        var rest = words.without("(类)").without("(款)").without("(项)")
        rest = String(String.UnicodeScalarView(rest.unicodeScalars.filter { !marks.contains($0) }))
        // 十九、住房保障支出: the number of a row or of an item.
        if let mark = rest.range(of: "、"), rest[..<mark.lowerBound].allSatisfy({ "一二三四五六七八九十".contains($0) }) {
            rest = String(rest[mark.upperBound...])
        }
        if let year = year(in: rest) { rest = rest.without("\(year)") }
        let unit = disclosure.unit.map { [$0.name] } ?? []
        for word in unit + introductions { rest = rest.without(word) }
        return rest
    }

    private static let marks: Set<Unicode.Scalar> = ["\"", "“", "”", "(", ")", "（", "）", " "]
    private static let introductions = [
        "财政拨款", "本年度", "本部门", "本单位", "我单位", "我部门", "我局", "我委", "我办", "全年", "当年", "年初", "年度", "部门", "单位", "万元", "亿元",
        "决算", "预算", "支出", "经费", "费用", "共计", "安排", "完成", "实现", "其中", "包括", "实际", "为", "是", "共", "计",
        "元", "年", "数", "额", "的", "各", "均", "费", "总",
    ]
}
