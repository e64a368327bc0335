import FinalAccounts
import OfficialForm

/// The parts of a document: which ``Section`` every stretch of its text belongs to.
struct Outline: Sendable {
    /// A stretch of text under one heading.
    struct Span: Sendable {
        var section: Section
        var range: Range<Int>
        /// The heading's words; empty for the text before the first heading.
        var title: String
        /// The heading's level, as in ``OutlineMark``; -1 before the first heading.
        var level: Int
        /// Whether the part on expenditure is that of all that is appropriated: its heading names 财政拨款 and no fund.
        var isOfAllFunds = false
        /// Whether its chapter is on one of several bodies that the document takes in.
        var isOfUnit = false
    }

    private(set) var spans: [Span] = []
    private(set) var headings: [Heading] = []

    init(_ text: FoldedText) {
        var part = Section.other
        var chapter = Section.other
        var isOfAllFunds = false
        var isOfUnit = false
        var current = Span(section: .other, range: 0..<0, title: "", level: -1)
        var start = 0
        for (index, mark) in text.marks.enumerated() where mark.level <= 2 {
            let title = Self.title(of: mark, next: index + 1, in: text)
            let section: Section
            if mark.level <= 1 { isOfUnit = mark.level == 1 && Self.isName(title) }
            switch mark.level {
            case 0:
                part = Self.part(title)
                chapter = part
                section = part
            case 1:
                chapter = Self.chapter(title, in: part)
                section = chapter
            default:
                // A chapter on all income and expenditure may hold the parts as subsections.
                let isWide = chapter == .other || chapter == .totals && mark.titleEnd != nil
                let own = SectionTitles.section(for: title)
                section = isWide || own == .governmentFund || own == .stateCapital ? own ?? chapter : chapter
            }
            // A chapter on basic expenditure is the form's, on one fund; a section of a chapter on totals is on all of it.
            if mark.level <= 1 || section != chapter {
                isOfAllFunds =
                    section == .generalPublicBudget && !title.holds("公共")
                    || mark.level == 2 && section == .basicExpenditure && !title.holds("公共") && !title.holds("财政拨款")
            }
            if mark.isNumbered {
                headings.append(
                    Heading(
                        level: mark.level, number: mark.number, title: title, section: section,
                        page: text.page(at: mark.start)))
            }
            current.range = start..<max(start, mark.start)
            spans.append(current)
            start = mark.titleEnd ?? mark.start
            current = Span(
                section: section, range: start..<start, title: title, level: mark.level, isOfAllFunds: isOfAllFunds,
                isOfUnit: isOfUnit)
        }
        current.range = start..<text.scalars.count
        spans.append(current)
        spans.removeAll { $0.range.isEmpty }
        // One chapter called after a body is on the body of the document.
        if Set(spans.filter { $0.isOfUnit && $0.level == 1 }.map(\.title)).count < 2 {
            for index in spans.indices { spans[index].isOfUnit = false }
        }
    }

    /// Whether a title is a body's name and nothing besides: 关于丙县人民法院2021年收入预算的说明 only begins with one.
    private static func isName(_ title: String) -> Bool {
        guard let name = BodyName.plausible(title) else { return false }
        return ["", "本级", "(本级)", "（本级）"].contains { title == name + $0 }
    }

    /// Whether a position stands in a chapter on one of several bodies.
    func isOfUnit(at position: Int) -> Bool { spans.last { $0.range.lowerBound <= position }?.isOfUnit ?? false }

    /// Whether a position stands in a part on the expenditure of all that is appropriated.
    func isOfAllFunds(at position: Int) -> Bool {
        spans.last { $0.range.lowerBound <= position }?.isOfAllFunds ?? false
    }

    /// The section a position stands in.
    func section(at position: Int) -> Section {
        spans.last { $0.range.lowerBound <= position }?.section ?? .other
    }

    private static func part(_ title: String) -> Section {
        if title.holds("名词解释") { return .glossary }
        if title.holds("决算表") || title.holds("报表") { return .tables }
        return .other
    }

    private static func chapter(_ title: String, in part: Section) -> Section {
        if part == .glossary { return .glossary }
        if part == .tables, !title.holds("说明"), !title.closes(with: "情况") { return .tables }
        if title.closes(with: "表") { return .tables }
        return SectionTitles.section(for: title) ?? .other
    }

    /// The heading's own line; a part's title may run on to the next.
    private static func title(of mark: OutlineMark, next: Int, in text: FoldedText) -> String {
        let limit = next < text.marks.count ? text.marks[next].start : text.scalars.count
        let longest = mark.level == 0 ? 60 : 50
        var end = min(limit, mark.end + longest)
        if mark.level > 0, let lineEnd = mark.titleEnd ?? text.lineStarts.first(after: mark.start) {
            end = min(end, lineEnd)
        }
        guard mark.end <= end else { return "" }
        let isHeading = mark.titleEnd != nil
        let stop = text.scalars[mark.end..<end].firstIndex { $0 == "。" || $0 == ":" || $0 == "，" && !isHeading }
        if let stop { end = stop }
        return text.words(mark.end..<end)
    }
}

extension [Int] {
    /// The first element greater than a value, in an ascending array.
    func first(after value: Int) -> Int? {
        let next = partitioningIndex { $0 > value }
        return next < count ? self[next] : nil
    }
}
