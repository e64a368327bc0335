import FinalAccounts
import OfficialForm

/// Items of the explanation become lines.
extension ProseReader {
    /// The subjects down to 款 or 项, each with the words up to the next. The expenditure of a fund of its own that
    /// stops at its 类 has items of that level.
    func items(_ mentions: [SubjectMention], in range: Range<Int>, section: Section) -> [SubjectItem] {
        let stopsAtCategory =
            [.governmentFund, .stateCapital].contains(section) && !mentions.contains { $0.depth >= 2 }
        var items: [SubjectItem] = []
        for (index, mention) in mentions.enumerated()
        where mention.depth >= 2 || stopsAtCategory && index == line(of: mention, among: mentions) {
            let next = index + 1 < mentions.count ? mentions[index + 1].range.lowerBound : range.upperBound
            let body = mention.range.upperBound..<max(mention.range.upperBound, itemEnd(next, mention))
            items.append(SubjectItem(mention: mention, body: body))
        }
        return items
    }

    /// Which of the mentions of a 类 is its line: the last that says what was budgeted or spent, else the first; a 类 that
    /// is named with its share and then in an item is one line.
    private func line(of mention: SubjectMention, among mentions: [SubjectMention]) -> Int? {
        let named = mentions.indices.filter {
            mentions[$0].category == mention.category && signsCategory(mentions[$0])
        }
        return named.last { index in
            let end = mentions[index].range.upperBound
            return text.quote(end..<min(text.scalars.count, end + Self.statement)).unicodeScalars.contains("算")
        } ?? named.first
    }

    /// 。2023年度年初预算为: how far 预算 or 决算 stands behind the name of a line.
    private static let statement = 14

    /// Whether the sign of the level is printed behind the name of a 类, which a word for the fund has not.
    private func signsCategory(_ mention: SubjectMention) -> Bool {
        text.quote(mention.range).closes(with: "类)") || text.quote(mention.range).closes(with: "类）")
    }

    /// Where an item's words end: at the number of the next item, if it has one.
    func itemEnd(_ next: Int, _ mention: SubjectMention) -> Int {
        let next = division(behind: mention, before: next) ?? next
        if let heading = nextHeading(behind: mention, before: next) { return heading }
        guard let mark = text.marks.last(before: next), mark.start >= mention.range.upperBound, mark.end >= next - 1
        else { return next }
        return mark.start
    }

    /// The sentence that goes back from the items to the whole: 按用途划分，基本支出…；项目支出….
    private func division(behind mention: SubjectMention, before next: Int) -> Int? {
        // A name of one line may reach into the next.
        (mention.range.upperBound..<max(mention.range.upperBound, next)).first { position in
            guard text.scalars[position] == "按", position > 0,
                text.scalars[position - 1] == "。" || text.lineStarts.first(after: position - 1) == position
            else { return false }
            let words = text.scalars[position..<min(next, position + Self.ofDivision)].prefix { $0 != "，" && $0 != "," }
            return words.contains("分") && !words.contains(where: ScalarFolding.isDigit)
        }
    }

    /// 按支出功能分类划分： how long the words are that say how a whole is divided.
    private static let ofDivision = 14

    /// The heading, or the number of the list that an item stands in, that ends it.
    func nextHeading(behind mention: SubjectMention, before next: Int) -> Int? {
        let own = text.marks.last(before: mention.range.lowerBound + 1)
        // 1、“农林水支出”…。其中：“林业”（款）…: named within the item of a list, it ends where the item does.
        let level = own.map { $0.end == mention.range.lowerBound || $0.titleEnd == nil ? $0.level : -1 } ?? -1
        return text.marks[text.marks.index(atOrAfter: mention.range.upperBound)...].prefix { $0.start < next }
            .first { $0.titleEnd != nil || $0.level <= level }?.start
    }

    mutating func read(_ item: SubjectItem, section: Section) {
        guard !isFull else { return }
        let reader = SubjectItemReader(
            text: text, section: section, fiscalYear: fiscalYear?.number, plainSide: plainSide)
        let statement = reader.read(item)
        if item.mention.depth == 2 {
            // What is said of a whole 款 are figures: its lines are those of its items.
            for var mention in statement.numbers.mentions {
                if mention.topic == .line { mention.topic = .section }
                keep(mention, section: section, bounds: item.range)
            }
            for number in statement.numbers.leftovers { leaveOver(number, bounds: item.range) }
            return
        }
        if item.mention.depth == 1 {
            // A line of a whole 类 is the amount of that 类 as well.
            for var mention in statement.numbers.mentions where mention.topic == .line {
                (mention.topic, mention.subject) = (.category, item.mention.category)
                keep(mention, section: section, bounds: item.range)
            }
        }
        keepExplanations(statement, section: section, bounds: item.range)
        for number in statement.numbers.leftovers { leaveOver(number, bounds: item.range) }
        guard statement.hasAmounts else { return }
        guard let fiscalYear else {
            for mention in statement.numbers.mentions { leaveOver(mention.range, bounds: item.range) }
            return
        }
        let mention = item.mention
        let names = [mention.category, mention.section, mention.item].compactMap(\.self)
        let level = SubjectLevel(depth: mention.depth)
        let budget = statement.amount(.initialBudget) ?? statement.amount(.budget)
        let line = AccountLine(
            unit: unit, fiscalYear: fiscalYear, fund: section.fund,
            subject: Subject(code: mention.code, names: names, level: level),
            initialBudget: budget.map { .stated($0.amount) } ?? (statement.isUnbudgeted ? .unbudgeted : .notStated),
            adjustedBudget: statement.amount(.adjustedBudget)?.amount, actual: statement.amount(.amount)?.amount,
            reason: statement.reason,
            source: SourceReference(
                file: file, page: text.page(at: mention.range.lowerBound), quote: text.quote(item.range)))
        var withParts = line
        withParts.basic = statement.part(.basicExpenditure)
        withParts.project = statement.part(.projectExpenditure)
        lines.append(disclosedLine(withParts, statement, budget: budget))
    }

    func disclosedLine(
        _ line: AccountLine, _ statement: SubjectItemReader.Statement, budget: StatedAmount?
    ) -> DisclosedLine {
        let rates: [(BudgetBasis, Aspect)] = [
            (.initialBudget, .rateOnInitialBudget), (.adjustedBudget, .rateOnAdjustedBudget),
            (.unspecified, .rateOnBudget),
        ]
        let rate = rates.first { statement.percentage($0.1) != nil }
        return DisclosedLine(
            line: line, statedInitialBudget: budget, statedAdjustedBudget: statement.amount(.adjustedBudget),
            statedActual: statement.amount(.amount), statedRate: rate.flatMap { statement.percentage($0.1) },
            rateBasis: rate?.0, statedChange: statement.amount(.change),
            statedChangeRate: statement.percentage(.changeRate),
            statedPreviousActual: statement.amount(.previousAmount), comparison: statement.comparison,
            purpose: statement.purpose)
    }

    mutating func keepExplanations(
        _ statement: SubjectItemReader.Statement, section: Section, bounds: Range<Int>
    ) {
        let lineAspects: Set<Aspect> = [
            .amount, .initialBudget, .adjustedBudget, .budget, .rateOnInitialBudget, .rateOnAdjustedBudget,
            .rateOnBudget,
        ]
        var seen: Set<Aspect> = []
        for mention in statement.numbers.mentions {
            // The first of each aspect is the line's own; what is said beyond that stays a mention.
            if mention.topic == .line, lineAspects.contains(mention.aspect), seen.insert(mention.aspect).inserted {
                continue
            }
            keep(mention, section: section, bounds: bounds)
        }
    }

    /// Drops lines for a whole 款 where its items are listed too: the items add up to it.
    mutating func dropSectionsWithItems() {
        let items = lines.filter { $0.line.subject.level == .item }
        let withItems = Set(items.map { $0.line.subject.names.dropLast() })
        let codes = Set(items.compactMap { $0.line.subject.code?.prefix(5) })
        for line in lines where Self.isCovered(line, by: withItems, codes) {
            let stated: [(Aspect, StatedAmount?)] = [
                (.amount, line.statedActual),
                (plainSide == .amount ? .initialBudget : .budget, line.statedInitialBudget),
            ]
            for case (let aspect, let amount?) in stated {
                figures.append(
                    StatedFigure(
                        measure: Measure(.section, aspect), subject: line.line.subject.name, value: .amount(amount),
                        page: line.line.source?.page, quote: line.line.source?.quote ?? "",
                        section: .generalPublicBudget))
            }
        }
        lines.removeAll { Self.isCovered($0, by: withItems, codes) }
    }

    static func isCovered(
        _ line: DisclosedLine, by withItems: Set<ArraySlice<String>>, _ codes: Set<Substring>
    ) -> Bool {
        let subject = line.line.subject
        guard subject.level == .section else { return false }
        return withItems.contains(subject.names[...]) || subject.code.map { codes.contains($0[...]) } ?? false
    }
}
