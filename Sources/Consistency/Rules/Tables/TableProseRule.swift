import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// Figures of the text against the cells they are taken from.
enum TableProseRule: ConsistencyRule {
    static let about = RuleDescription(
        "table-prose", .tables, .error, title: Bilingual("表文一致", "Table against text"),
        compares: Bilingual("文字说明中的数据与九张表中的对应单元格", "the figures of the text with the cells they come from"),
        tolerance: .sumTolerance, example: "文字：一般公共预算财政拨款基本支出5377.64万元；表五、表六：5364.75万元")

    static func relations(in facts: FactBase) -> [Relation] {
        guard facts.isWhole else { return ofTables(facts) + lines(in: facts) }
        if let plan = PlanTables(facts) { return ofPlan(plan, facts) }
        let cells = Cells(facts)
        let ofFigures = facts.figures.compactMap { figure -> Relation? in
            cells.cell(of: figure.stated).map { relation(figure.fact, $0, facts) }
        }
        return ofFigures + lines(in: facts)
    }

    /// What is said of a plan in its first words: of a unit of the body, or of a part of the money, other words tell.
    private static func ofPlan(_ plan: PlanTables, _ facts: FactBase) -> [Relation] {
        let cells = plan.cells
        return facts.figures.compactMap { figure -> Relation? in
            let cell = figure.stated.subject == nil ? cells[figure.measure] : plan.cell(of: figure.stated)
            return cell.map { relation(figure.fact, $0, facts).with(proof: .inferred) }
        }
    }

    static func findings(in context: CheckContext) -> [RuleFinding] {
        let facts = context.facts
        let misprinted = facts.isWhole ? [] : compared(facts).filter { isMisprint($0.text, $0.cell, facts) }
        let ofCells = misprinted.map { pair in
            finding(
                pair.text, facts[pair.cell].number.text, facts,
                Bilingual("表中为\(facts[pair.cell].number.text)", "the table has \(facts[pair.cell].number.text)"))
        }
        guard facts.tables.isEmpty || !facts.isWhole else { return ofCells }
        return ofCells
            + RowEcho.differences(in: context.text, facts).map { difference in
                finding(
                    difference.amount, difference.cell, facts,
                    Bilingual(
                        "表中一行其余各数与文字相同，而此数为\(difference.cell)",
                        "a row of a table has the same numbers but for \(difference.cell) here"))
            }
            + LabelledRow.differences(in: context.text, facts).map { difference in
                finding(
                    difference.change, difference.cell, facts,
                    Bilingual(
                        "表中“\(difference.label)”一行为\(difference.cell)",
                        "the table's row “\(difference.label)” has \(difference.cell)"))
            }
    }

    private static func finding(_ figure: Fact.ID, _ cell: String, _ facts: FactBase, _ table: Bilingual) -> RuleFinding
    {
        let fact = facts[figure]
        return RuleFinding(
            about, severity: .warning,
            message: Bilingual(
                "\(fact.label.zhHans)为\(fact.number.text)，\(table.zhHans)。",
                "\(fact.label.en) is \(fact.number.text); \(table.en)."),
            place: fact.place, stated: fact.number.text, computed: cell,
            suggestion: Bilingual("核对表与文字。", "Check the table against the text."), facts: [figure])
    }

    /// Whether two figures of one thing differ by so little that rounding would explain it, were they not printed to the
    /// same digit: what is rounded once is the same in both places.
    private static func isMisprint(_ text: Fact.ID, _ cell: Fact.ID, _ facts: FactBase) -> Bool {
        let (first, second) = (facts[text].number, facts[cell].number)
        return first.kind == second.kind && first.decimals == second.decimals
            && Rational.sum([first.half, second.half]).map { Rational.differ(first.value, second.value, atMost: $0) }
                ?? false
    }

    private static func relation(_ text: Fact.ID, _ cell: Fact.ID, _ facts: FactBase) -> Relation {
        let place = facts[cell]
        let page = place.place.page.map { ("（第\($0)页）", " (page \($0))") } ?? ("", "")
        return Relation(
            rule: id, target: text, form: .sum([Relation.Term(cell)]),
            source: Bilingual(
                place.label.zhHans + place.number.text + page.0, "\(place.label.en) \(place.number.text)\(page.1)"))
    }

    /// A figure of the text against the one that a table states of the same measure, where few tables are there.
    private static func ofTables(_ facts: FactBase) -> [Relation] {
        compared(facts).filter { !isMisprint($0.text, $0.cell, facts) }.map {
            relation($0.text, $0.cell, facts).with(proof: .inferred)
        }
    }

    /// Figures of the text and those that tables state of the same measure, where they differ.
    private static func compared(_ facts: FactBase) -> [(text: Fact.ID, cell: Fact.ID)] {
        func isComparable(_ figure: FactBase.Figure) -> Bool {
            let sides: Set<Aspect> = [.amount, .initialBudget, .adjustedBudget, .budget, .previousAmount]
            return sides.contains(figure.measure.aspect) && figure.stated.subject == nil && facts[figure.fact].isAmount
                && ![.other, .explanation, .economicClass, .line, .section, .category].contains(figure.measure.topic)
        }
        struct Key: Hashable {
            var topic: Topic
            var aspect: Aspect
        }
        func key(_ figure: FactBase.Figure) -> Key {
            let aspect = figure.measure.aspect
            return Key(topic: figure.measure.topic, aspect: aspect == .budget ? .initialBudget : aspect)
        }
        let figures = facts.figures.filter(isComparable)
        let stated = Dictionary(grouping: figures.filter { $0.stated.range == nil }, by: key)
        return figures.filter { $0.stated.range != nil }.compactMap { figure in
            guard let cells = stated[key(figure)], let first = cells.first,
                !cells.contains(where: { facts[$0.fact].number.value == facts[figure.fact].number.value }),
                Set(cells.map { facts[$0.fact].number.value }).count == 1
            else { return nil }
            return (figure.fact, first.fact)
        }
    }

    private static func lines(in facts: FactBase) -> [Relation] {
        let tables: [Fund: TableKind] = [
            .generalPublicBudget: .generalPublicExpenditure, .governmentFund: .governmentFund,
            .stateCapital: .stateCapital,
        ]
        return facts.lines.compactMap { line in
            guard let actual = line.actual, let kind = tables[line.disclosed.line.fund], let table = facts.table(kind),
                let row = table.row(of: line.disclosed.line.subject), let cell = row.cell(.total) ?? row.cell(.amount)
            else { return nil }
            return relation(actual, cell, facts)
        }
    }

    /// The cells that figures of the text repeat.
    private struct Cells {
        let facts: FactBase
        private let fixed: [Measure: Fact.ID]

        init(_ facts: FactBase) {
            self.facts = facts
            var fixed: [Measure: Fact.ID] = [:]
            func set(_ topic: Topic, _ cell: Fact.ID?, _ aspect: Aspect = .amount) {
                if let cell { fixed[Measure(topic, aspect)] = cell }
            }
            if let table = facts.table(.incomeAndExpenditure) {
                let total = table.row("总计", "合计", side: .income)?.cell(.amount)
                for topic in [Topic.incomeAndExpenditure, .incomeTotal, .expenditureTotal] { set(topic, total) }
                set(.yearIncome, table.row("本年收入合计", side: .income)?.cell(.amount))
                set(.yearExpenditure, table.row("本年支出合计", side: .expenditure)?.cell(.amount))
                set(.openingBalance, table.row("年初结转和结余", "年初结转结余", side: .income)?.cell(.amount))
                set(.closingBalance, table.row("年末结转和结余", "年末结转结余", side: .expenditure)?.cell(.amount))
            }
            if let row = facts.table(.income)?.totalRow {
                for source in Topic.yearIncome.parts { set(source, source.form.role().flatMap { row.cell($0) }) }
            }
            if let row = facts.table(.expenditure)?.totalRow {
                set(.basicExpenditure, row.cell(.basic))
                set(.projectExpenditure, row.cell(.project))
            }
            if let table = facts.table(.fiscalIncomeAndExpenditure) {
                set(.fiscalIncomeAndExpenditure, table.row("总计", "合计", side: .income)?.cell(.amount))
                set(.generalPublicIncome, table.row("一般公共预算财政拨款", "一般公共预算财政拨款收入", side: .income)?.cell(.amount))
                set(.governmentFundIncome, table.row("政府性基金预算财政拨款", "政府性基金预算财政拨款收入", side: .income)?.cell(.amount))
                set(.stateCapitalIncome, table.row("国有资本经营预算财政拨款", "国有资本经营预算财政拨款收入", side: .income)?.cell(.amount))
            }
            if let row = facts.table(.generalPublicExpenditure)?.totalRow {
                set(.generalPublicExpenditure, row.cell(.total))
                set(.generalPublicBasic, row.cell(.basic))
                set(.generalPublicProject, row.cell(.project))
            }
            if let table = facts.table(.basicExpenditure) {
                set(.personnel, table.row("人员经费合计", "人员经费")?.cell(.amount))
                set(.operating, table.row("公用经费合计", "公用经费")?.cell(.amount))
            }
            if let row = facts.table(.threePublic)?.rows.first(where: { $0.cell(.threePublicActual) != nil }) {
                for measure in FormMeasure.threePublic {
                    guard let actual = measure.role(), let budget = measure.role(isBudget: true) else { continue }
                    set(measure.topic, row.cell(actual))
                    for aspect in [Aspect.initialBudget, .budget] { set(measure.topic, row.cell(budget), aspect) }
                }
            }
            if let row = facts.table(.governmentFund)?.totalRow { set(.governmentFundExpenditure, row.cell(.total)) }
            if let row = facts.table(.stateCapital)?.totalRow { set(.stateCapitalExpenditure, row.cell(.total)) }
            self.fixed = fixed
        }

        func cell(of figure: StatedFigure) -> Fact.ID? {
            if figure.subject == nil { return fixed[figure.measure] }
            guard figure.measure == Measure(.category, .amount), figure.section == .generalPublicBudget,
                let name = figure.subject, let table = facts.table(.generalPublicExpenditure)
            else { return nil }
            return table.rows(ofLength: 3).first { SubjectNames.stem($0.row.label) == SubjectNames.stem(name) }?.cell(
                .total)
        }
    }
}
