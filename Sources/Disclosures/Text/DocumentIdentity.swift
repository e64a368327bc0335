import FinalAccounts

/// Whose accounts a document holds, of which year, and whether anyone has filled it in.
struct DocumentIdentity: Hashable, Sendable {
    var unit: BudgetUnit?
    var fiscalYear: FiscalYear?
    var isBlankForm: Bool

    init(_ text: FoldedText, outline: Outline) {
        fiscalYear = Self.year(text)
        unit =
            Self.unit(text, outline: outline)
            ?? fiscalYear.flatMap { BodyMentions(text, year: $0.number).name }.map { BudgetUnit($0) }
        isBlankForm = Self.looksBlank(text)
    }

    // MARK: Year

    /// The year that most often stands before 年度, and five times as much before 决算.
    private static func year(_ text: FoldedText) -> FiscalYear? {
        var weights: [Int: Int] = [:]
        let scalars = text.scalars
        var position = 0
        while position + 5 < scalars.count {
            guard scalars[position] == "2" || scalars[position] == "1",
                scalars[position + 4] == "年" || Self.titles(scalars, at: position + 4),
                let year = number(scalars, position), FiscalYear.plausible.contains(year),
                position == 0 || !ScalarFolding.isAlphanumeric(scalars[position - 1])
            else {
                position += 1
                continue
            }
            let after = scalars[position + 4] == "年" ? position + 5 : position + 4
            var weight = scalars[after] == "度" ? 4 : 1
            let next = String(String.UnicodeScalarView(scalars[after..<min(after + 8, scalars.count)]))
            if next.holds("决算"), !statesAmount(scalars, behind: after) { weight += 20 }
            if text.marks.last(before: position + 1).map({ $0.level == 0 && position - $0.end <= 4 }) ?? false {
                weight += 50
            }
            let before = position > 0 ? scalars[position - 1] : "。"
            if before == "比" || before == "与" || before == "较" { weight = 0 }
            weights[year, default: 0] += weight
            position = after
        }
        let best = weights.max { ($0.value, $0.key) < ($1.value, $1.key) }
        guard let best, best.value > 0 else { return nil }
        return FiscalYear(best.key)
    }

    /// Whether the words behind a year without its sign are those of a title: 2023部门决算, 2023决算公开.
    private static func titles(_ scalars: [Unicode.Scalar], at position: Int) -> Bool {
        let next = String(String.UnicodeScalarView(scalars[position..<min(position + 4, scalars.count)]))
        return ["部门决算", "单位决算", "部门预算", "单位预算", "决算", "预算", "度决算", "度部门"].contains { next.opens(with: $0) }
    }

    /// Whether an amount follows in the same clause: 2022年支出决算为10万元 is about another year as often as not.
    private static func statesAmount(_ scalars: [Unicode.Scalar], behind position: Int) -> Bool {
        let clause = scalars[position..<min(position + 16, scalars.count)].prefix { $0 != "。" && $0 != "，" }
        return clause.contains(where: ScalarFolding.isDigit)
    }

    private static func number(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
        var result = 0
        for scalar in scalars[start..<start + 4] {
            guard ScalarFolding.isDigit(scalar) else { return nil }
            result = result * 10 + Int(scalar.value - 0x30)
        }
        return result
    }

    // MARK: Unit

    private static func unit(_ text: FoldedText, outline: Outline) -> BudgetUnit? {
        for heading in outline.headings where heading.level == 0 {
            if let name = beforeSuffix(heading.title, ["概况", "基本情况", "简介"]) { return BudgetUnit(name) }
        }
        for label in ["单位名称:", "部门名称:", "编制单位:", "编报单位:", "部门:"] {
            let pattern = Array(label.unicodeScalars)
            guard let start = text.firstIndex(of: pattern, in: 0..<text.scalars.count) else { continue }
            // The label itself may be broken over two lines.
            let words = start + pattern.count
            let end = text.lineStarts.first(after: words - 1) ?? text.scalars.count
            if let name = plausible(text.quote(words..<end)) { return BudgetUnit(name) }
        }
        return titled(text)
    }

    /// The words before 2023年度部门决算 at the head of the document.
    private static func titled(_ text: FoldedText) -> BudgetUnit? {
        let pattern = Array("年度部门决算".unicodeScalars)
        let alternative = Array("年度单位决算".unicodeScalars)
        let head = 0..<min(text.scalars.count, 4000)
        guard let found = text.firstIndex(of: pattern, in: head) ?? text.firstIndex(of: alternative, in: head)
        else { return nil }
        var end = found
        while end > 0, ScalarFolding.isDigit(text.scalars[end - 1]) || text.scalars[end - 1] == " " { end -= 1 }
        guard end > 0 else { return nil }
        var start = end
        while start > 0, end - start < 40, text.scalars[start - 1] != "。" { start -= 1 }
        if let mark = text.marks.last(before: end), mark.end > start { start = mark.end }
        return plausible(text.quote(start..<end)).map { BudgetUnit($0) }
    }

    private static func beforeSuffix(_ title: String, _ suffixes: [String]) -> String? {
        for suffix in suffixes where title.closes(with: suffix) {
            return plausible(String(title.dropLast(suffix.count)))
        }
        return nil
    }

    /// A name of a body, not 部门 or 单位 alone; a leading year is no part of it.
    private static func plausible(_ words: String) -> String? {
        var words = words
        // Captions over tables stand on one line: 部门：… 公开01表 金额单位：万元.
        for caption in ["金额单位", "单位：", "单位:", "公开"] {
            if let start = words.range(of: caption)?.lowerBound, start > words.startIndex {
                words = String(words[..<start])
            }
        }
        var name = Substring(words)
        while let last = name.last, "…．.·0123456789".contains(last) { name = name.dropLast() }
        if name.closes(with: "部门"), name.count > 4 { name = name.dropLast(2) }
        if name.closes(with: "单位"), name.count > 4 { name = name.dropLast(2) }
        guard isBody(name), !name.holds("万元"), !name.holds("：") else { return nil }
        return String(name)
    }

    /// Whether words can be the name of a body. A name of two characters ends as bodies' names do (甲局, 丙院).
    private static func isBody(_ name: Substring) -> Bool {
        guard (2...40).contains(name.count), !isGeneric(name) else { return false }
        return name.count > 2 || name.last.map { bodyEndings.contains($0) } ?? false
    }

    private static let bodyEndings: Set<Character> = Set("局委院部办校所站会厅处署馆台社团队库园室镇乡街县区市省村场庭府宫")

    /// Whether words stand for any body at all: 部门, 本单位, 部门（单位）, 我局.
    private static func isGeneric(_ name: Substring) -> Bool {
        var rest = String(name)
        for word in ["部门", "单位", "机构", "（", "）", "(", ")", "、", "及", "本", "我", "各", "该"] {
            rest = rest.replacing(word, with: "")
        }
        return rest.isEmpty || rest.count == 1 && rest.count < name.count
    }

    // MARK: Blank form

    /// Whether amounts are placeholders: XXX万元.
    private static func looksBlank(_ text: FoldedText) -> Bool {
        var placeholders = 0
        let pattern = Array("X万元".unicodeScalars)
        var position = 0
        while let found = text.firstIndex(of: pattern, in: position..<text.scalars.count) {
            placeholders += 1
            position = found + pattern.count
        }
        return placeholders >= 5
    }
}
