import FinalAccounts

/// The body a text speaks of, told by how often a name stands before or behind the year of the accounts.
struct BodyMentions {
    private var counts: [String: Int] = [:]

    init(_ text: FoldedText, year: Int) {
        let pattern = Array("\(year)年".unicodeScalars)
        var position = 0
        while let found = text.firstIndex(of: pattern, in: position..<text.scalars.count) {
            position = found + pattern.count
            var end = position
            if text.hasPrefix(["度"], at: end) { end += 1 }
            let weight = found < 200 ? 3 : 1
            if let name = Self.name(before: found, in: text) { counts[name, default: 0] += weight }
            if let name = Self.name(from: end, in: text) { counts[name, default: 0] += weight }
        }
    }

    /// The name that stands most often; of equals the longest.
    var name: String? {
        counts.max { ($0.value, $0.key.count, $0.key) < ($1.value, $1.key.count, $1.key) }?.key
    }

    /// The words right before a year, from the last stop, line or number of the outline on.
    private static func name(before end: Int, in text: FoldedText) -> String? {
        var start = end
        let next = text.lineStarts.partitioningIndex { $0 > end }
        let line = next > 0 ? text.lineStarts[next - 1] : 0
        // A title may break between the name and the year.
        let lowest = line == end && next > 1 ? text.lineStarts[next - 2] : line
        while start > max(lowest, end - 30), isNamePart(text.scalars[start - 1]) { start -= 1 }
        if let mark = text.marks.last(before: end), mark.end > start { start = mark.end }
        return plausible(text.quote(start..<max(start, end)))
    }

    /// The words behind a year, up to what the accounts are called by.
    private static func name(from start: Int, in text: FoldedText) -> String? {
        var end = start
        while end < min(text.scalars.count, start + 30), isNamePart(text.scalars[end]) {
            if closings.contains(where: { text.hasPrefix($0, at: end) }) { break }
            end += 1
        }
        guard end > start, closings.contains(where: { text.hasPrefix($0, at: end) }) else { return nil }
        return plausible(text.quote(start..<end))
    }

    private static let closings = [
        "部门决算", "单位决算", "部门预算", "单位预算", "\"三公", "三公", "一般公共预算", "财政拨款", "决算", "预算", "收入", "支出", "部门", "单位", "本年",
    ].map { Array($0.unicodeScalars) }

    private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
        (0x4E00...0x9FFF).contains(scalar.value) || scalar == "(" || scalar == ")" || scalar == "·"
    }

    /// A name that ends as bodies' names do, without words that lead to it.
    private static func plausible(_ words: String) -> String? {
        var name = Substring(words)
        for lead in ["经汇总", "关于", "根据", "按照", "其中", "关于公开", "公开"] where name.opens(with: lead) {
            name = name.dropFirst(lead.count)
        }
        for tail in ["部门", "单位", "本级", "机关"]
        where name.closes(with: tail) && name.count > tail.count + 3 && tail != "机关" {
            name = name.dropLast(tail.count)
        }
        guard (3...30).contains(name.count), let last = name.last, endings.contains(last) else { return nil }
        guard !generic.contains(where: { name.opens(with: $0) }), !name.holds("年") else { return nil }
        return String(name)
    }

    private static let generic = [
        "我", "本", "该", "各", "全", "与", "比", "较", "由", "市级", "县级", "省级", "区级", "按", "因", "从", "自", "截至", "以", "将", "在",
        "为",
    ]

    private static let endings: Set<Character> = Set("局委院部办校所站会厅处署馆台社团队库园室镇乡街区县市省村场庭府宫心关协联学庙")
}
