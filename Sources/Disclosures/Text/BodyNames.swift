import FinalAccounts

/// The body a text speaks of: every name it is called by, weighed by where the name stands.
///
/// A heading of the form (丙县教育局概况) outweighs a caption (部门：丙县教育局), which outweighs the titles, which outweigh
/// how often a name stands beside the year of the accounts.
struct BodyNames {
    private var weights: [String: Int] = [:]
    private let text: FoldedText

    init(_ text: FoldedText, titles: DocumentTitles, outline: Outline, year: Int?) {
        self.text = text
        addHeadings(outline)
        addCaptions()
        addTitled()
        addTitles(titles)
        if let year { addMentions(beside: year) }
        addSubjects()
    }

    /// The name that weighs most; of equals the longest. An abbreviation gives way to the full name beside it.
    var name: String? {
        // A province at the head of every page is where the body is, unless it stands alone.
        let bodies = weights.filter { !Self.isProvince($0.key) }
        let best = (bodies.isEmpty ? weights : bodies).max {
            ($0.value, $0.key.count, $0.key) < ($1.value, $1.key.count, $1.key)
        }?.key
        // 青杨镇 is the town, 青杨镇人民政府 the body that spends for it, 丙县青杨镇人民政府 the same in full.
        if let best {
            let ends = Self.governments.map { best + $0 }
            let bodies = weights.keys.filter { name in ends.contains { name.closes(with: $0) } }
            if let body = bodies.max(by: { ($0.count, $0) < ($1.count, $1) }) { return body }
        }
        // 丙市司法局机关 at the head of a text that speaks of 丙市司法局.
        if let best, best.closes(with: "机关"), let bureau = best.dropLast(2).last, "局委厅院部".contains(bureau),
            isNamed(String(best.dropLast(2)))
        {
            return String(best.dropLast(2))
        }
        guard let best, BodyName.isAbbreviated(best) else { return best }
        return weights.keys.filter { BodyName.isAbbreviation(best, of: $0) }.max { ($0.count, $0) < ($1.count, $1) }
            ?? best
    }

    /// Whether the text has a name without 机关 behind it.
    private func isNamed(_ name: String) -> Bool {
        let words = Array(name.unicodeScalars)
        var position = 0
        while let found = text.firstIndex(of: words, in: position..<text.scalars.count) {
            position = found + words.count
            if !text.hasPrefix(["机", "关"], at: position) { return true }
        }
        return false
    }

    private static func isProvince(_ name: String) -> Bool {
        name.closes(with: "省") && name.count <= 4 || name.closes(with: "自治区") && name.count <= 8
    }

    private static let governments = ["人民政府", "办事处"]

    private mutating func add(_ name: String?, _ weight: Int) {
        if let name { weights[name, default: 0] += weight }
    }

    // MARK: Where names stand

    private mutating func addHeadings(_ outline: Outline) {
        for heading in outline.headings where heading.level == 0 {
            for suffix in ["概况", "基本情况", "简介"] where heading.title.closes(with: suffix) {
                add(BodyName.plausible(String(heading.title.dropLast(suffix.count)), isLabelled: true), 1000)
            }
        }
    }

    private mutating func addCaptions() {
        for label in [
            "单位名称:", "部门名称:", "部门(单位)名称:", "单位(部门)名称:", "编制单位:", "编报单位:", "填报单位:", "实施单位|", "部门:",
        ] {
            guard let start = text.firstIndex(of: Array(label.unicodeScalars), in: 0..<text.scalars.count) else {
                continue
            }
            // The label itself may be broken over two lines.
            let words = start + label.unicodeScalars.count
            let end = text.lineStarts.first(after: words - 1) ?? text.scalars.count
            add(BodyName.plausible(text.quote(words..<min(end, words + 60)), isLabelled: true), 200)
            if !weights.isEmpty { return }
        }
        // 单位: alone labels the body as often as the unit of the amounts; a line that begins with it tells which.
        let label = Array("单位:".unicodeScalars)
        for (index, start) in text.lineStarts.enumerated() where text.hasPrefix(label, at: start) {
            let end = index + 1 < text.lineStarts.count ? text.lineStarts[index + 1] : text.scalars.count
            guard let name = BodyName.plausible(text.quote(start + label.count..<end)) else { continue }
            return add(name, 150)
        }
        addSpenders()
    }

    /// Who spends for a project, as the table of its evaluation has it.
    private mutating func addSpenders() {
        for label in ["资金使用单位", "项目主管单位", "项目实施单位", "预算单位", "主管单位"] {
            guard let start = text.firstIndex(of: Array(label.unicodeScalars), in: 0..<text.scalars.count) else {
                continue
            }
            let words = start + label.unicodeScalars.count
            let line = text.lineStarts.first(after: words - 1) ?? text.scalars.count
            let name = text.quote(words..<min(line, words + 60)).drop { "|:：".contains($0) }
            if let name = BodyName.plausible(String(name)) { return add(name, 40) }
        }
    }

    /// The words before 2023年度部门决算 at the head of the document.
    private mutating func addTitled() {
        let head = 0..<min(text.scalars.count, 4000)
        for words in ["年度部门决算", "年度单位决算"] {
            guard let found = text.firstIndex(of: Array(words.unicodeScalars), in: head) else { continue }
            var end = found
            while end > 0, ScalarFolding.isDigit(text.scalars[end - 1]) || text.scalars[end - 1] == " " { end -= 1 }
            guard end > 0 else { continue }
            var start = end
            let lowest = lineStart(before: end)
            while start > lowest, end - start < 40, text.scalars[start - 1] != "。" { start -= 1 }
            if let mark = text.marks.last(before: end), mark.end > start { start = mark.end }
            // 根据预算法和区财政局对2015年度部门决算的批复: what a sentence says before it is no name of its own.
            let isTitle = !["批复", "的要求"].contains { text.quote(end..<min(text.scalars.count, end + 20)).holds($0) }
            return add(BodyName.plausible(text.quote(start..<end), isLabelled: isTitle), 100)
        }
    }

    /// Names that are a line of the title, or stand before 关于 in one.
    private mutating func addTitles(_ titles: DocumentTitles) {
        for line in titles.lines {
            let words = text.quote(line)
            let lead = words.components(separatedBy: "关于")
            if lead.count > 1, !lead[0].isEmpty {
                add(BodyName.plausible(lead[0]), 30)
            } else if let name = BodyName.plausible(words) {
                add(name, 30)
            } else {
                add(
                    Self.before(Self.topics, in: lead.count > 1 ? lead[1] : words).flatMap { BodyName.plausible($0) },
                    20)
            }
        }
    }

    /// What a title is about; the body stands before it: 关于丙县教育局财政拨款“三公”经费….
    private static let topics = [
        "财政拨款", "“三公”", "三公经费", "一般公共预算", "部门预算", "部门决算", "单位预算", "单位决算", "预算公开", "决算公开", "上半年", "政府采购",
    ]

    /// The words before the first of some words.
    private static func before(_ words: [String], in title: String) -> String? {
        words.compactMap { title.components(separatedBy: $0).first }.filter { $0.count < title.count }.min {
            $0.count < $1.count
        }
    }

    private mutating func addMentions(beside year: Int) {
        let numerals = String(year).compactMap { $0.wholeNumberValue }.map { Array("〇一二三四五六七八九")[$0] }
        addMentions(of: Array("\(year)年".unicodeScalars))
        addMentions(of: Array("\(String(numerals))年".unicodeScalars))
    }

    private mutating func addMentions(of pattern: [Unicode.Scalar]) {
        var position = 0
        // A disclosure names its year a few hundred times; a text that does nothing else is not gone through.
        var left = 2000
        while left > 0, let found = text.firstIndex(of: pattern, in: position..<text.scalars.count) {
            left -= 1
            position = found + pattern.count
            var end = position
            if text.hasPrefix(["度"], at: end) { end += 1 }
            let isTitle = found < 40
            add(name(before: found), isTitle ? 10 : found < 200 ? 3 : 1)
            add(name(from: end), isTitle ? 10 : found < 200 ? 3 : 1)
        }
    }

    /// Names that a sentence begins with or that something was arranged for: 丙县民政局所属事业单位6个, 安排丙县民政局出国团组0个.
    private mutating func addSubjects() {
        let titleEnds = text.marks.compactMap(\.titleEnd)
        for position in text.scalars.indices
        where begins(at: position) || titleEnds.first(after: position - 1) == position {
            // No name goes on from a heading into the line below it.
            let limit = min(text.scalars.count, position + 30, titleEnds.first(after: position) ?? .max)
            var end = position
            while end < limit, BodyName.isPart(text.scalars[end]) {
                end += 1
                guard end - position > 3,
                    Self.followers.holds(at: end, of: text) || Self.announcing.holds(at: end, of: text)
                        || saysWhat(at: end) || isDay(at: end)
                else {
                    continue
                }
                let name = BodyName.plausible(text.quote(position..<end))
                if let name, !BodyName.isAbbreviated(name), !tellsOfOthers(name, at: end) {
                    add(name, 1)
                    break
                }
            }
        }
    }

    /// Whether words say what kind of body the name before them is of: 丙市第二小学是市教育局直属的事业单位.
    private func saysWhat(at position: Int) -> Bool {
        guard position < text.scalars.count, ["是", "系", "为"].contains(text.scalars[position]) else { return false }
        let words = text.scalars[position..<min(text.scalars.count, position + 40)].prefix { $0 != "。" && $0 != "；" }
        let kinds = String(String.UnicodeScalarView(words))
        return ["单位", "部门", "机构", "机关"].contains(where: kinds.holds)
    }

    /// Whether a finance bureau announces something: what others took in and spent as often as its own.
    private func tellsOfOthers(_ name: String, at end: Int) -> Bool {
        ["财政局", "财政厅", "财政部"].contains(where: name.closes) && Self.announcing.holds(at: end, of: text)
    }

    private static let announcing = WordTable(words: ["日前", "公布", "发布", "通报"])

    /// Whether a day follows, as in news: 国家某局4月18日公布.
    private func isDay(at position: Int) -> Bool {
        let words = String(String.UnicodeScalarView(text.scalars[position...].prefix(6)))
        return words.prefixMatch(of: /[0-9]{1,2}月[0-9]{1,2}日/) != nil
    }

    private func begins(at position: Int) -> Bool {
        guard position > 0, text.shortLineEnds.first(after: position - 1) != position else { return true }
        switch text.scalars[position - 1] {
        case "。", "，", ",", "；", ":": return true
        case "排": return text.hasPrefix(["安", "排"], at: position - 2)
        default: return false
        }
    }

    private static let followers = WordTable(words: [
        "所属", "共有", "出国", "没有", "本级", "机关和", "严格", "属行政", "为行政", "系行政", "是行政", "受", "主管", "部门包括",
        "推进", "围绕", "召开", "开展", "(汇总)", "在其", "今日在", "昨日在",
    ])

    /// The words right before a year, from the last stop, line or number of the outline on.
    private func name(before end: Int) -> String? {
        var start = end
        let lowest = lineStart(before: end)
        while start > max(lowest, end - 30), BodyName.isPart(text.scalars[start - 1]) { start -= 1 }
        if let mark = text.marks.last(before: end), mark.end > start { start = mark.end }
        return BodyName.plausible(text.quote(start..<max(start, end)))
    }

    /// Where the line begins that a position stands in, or the line before it: a title may break between the name and the year.
    private func lineStart(before end: Int) -> Int {
        let next = text.lineStarts.partitioningIndex { $0 > end }
        let line = next > 0 ? text.lineStarts[next - 1] : 0
        return line == end && next > 1 ? text.lineStarts[next - 2] : line
    }

    /// The words behind a year, up to what the accounts are called by.
    private func name(from start: Int) -> String? {
        var end = start
        while end < min(text.scalars.count, start + 30), BodyName.isPart(text.scalars[end]) {
            if Self.closings.holds(at: end, of: text) { break }
            end += 1
        }
        guard end > start, Self.closings.holds(at: end, of: text) else { return nil }
        return BodyName.plausible(text.quote(start..<end))
    }

    private static let closings = WordTable(words: [
        "部门决算", "单位决算", "部门预算", "单位预算", "财政决算", "财政预算", "省级部门", "市级部门", "区级部门", "县级部门", "\"三公", "三公", "一般公共预算", "财政拨款",
        "决算", "预算", "收入", "支出", "部门",
        "单位", "本年",
    ])
}
