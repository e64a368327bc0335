import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// 占 X% against the part and the whole.
enum ShareRule: ConsistencyRule {
    static let about = RuleDescription(
        "share", .arithmetic, .error, title: Bilingual("占比", "Share"),
        compares: Bilingual("占比与同处的部分数、总数", "the stated share with the part and the whole it is of"),
        tolerance: Bilingual(
            "百分比最后一位的一半；为使占比合计为100%而调整的末位为提示",
            "half a last digit of the percentage; a last digit moved so that shares add up to 100% is a note"),
        example: "一般公共服务（类）支出4692.86万元，占24.34%")

    static func relations(in facts: FactBase) -> [Relation] {
        let sentences = SentenceRelations(facts)
        var inSentences = sentences.shares(rule: id)
        let placed = Set(inSentences.map(\.target))
        inSentences += (sentences.sharesOfNamed(rule: id) + sentences.respectiveShares(rule: id)).filter {
            !placed.contains($0.target)
        }
        let said = Set(inSentences.filter { $0.proof == .stated }.map(\.target))
        let ofForm = facts.figures.indices.filter { !said.contains(facts.figures[$0].fact) }
            .compactMap { relation(of: $0, in: facts) }
        let formal = Set(ofForm.map(\.target))
        var relations = inSentences.filter { $0.proof == .stated || !formal.contains($0.target) } + ofForm
        let groups = Dictionary(grouping: relations.indices) { WholeKey(relations[$0], facts) }
        for group in groups.values {
            // A figure that is the whole itself is no part of it.
            let indices = group.filter { facts[relations[$0].target].number.value != .hundred }
            let shares = indices.map { facts[relations[$0].target].number.value }
            guard shares.count > 1, Rational.sum(shares) == .hundred else { continue }
            for index in indices { relations[index].closesSum = true }
        }
        return relations
    }

    /// The value of a whole, and the part of the form: shares of one total are told of different mentions of it.
    private struct WholeKey: Hashable {
        var values: [Rational] = []
        var section: Section

        init(_ relation: Relation, _ facts: FactBase) {
            section = facts[relation.target].place.section
            if case .ratio(_, let whole) = relation.form { values = whole.map { facts[$0.fact].number.value } }
        }
    }

    private static func relation(of index: Int, in facts: FactBase) -> Relation? {
        let figure = facts.figures[index]
        guard figure.measure.aspect == .share else { return nil }
        guard let whole = whole(of: index, in: facts) else { return ofParts(figure, in: facts) }
        let part = facts.beside(index, [.amount, .count, .initialBudget, .adjustedBudget, .budget])
        guard let part, !whole.contains(where: { $0.fact == part }) else { return nil }
        let isAmount = facts[part].isAmount
        guard whole.allSatisfy({ facts[$0.fact].isAmount == isAmount }) else { return nil }
        return Relation(
            rule: id, target: figure.fact, form: .ratio(part: [Relation.Term(part)], whole: whole),
            source: Bilingual(
                "\(facts[part].label.zhHans)÷\(facts[whole[0].fact].label.zhHans)",
                "\(facts[part].label.en) over \(facts[whole[0].fact].label.en)"))
    }

    /// 事业收入占88.10%, its amount said elsewhere: the one amount of a part over the one of the whole it is a part of.
    private static func ofParts(_ figure: FactBase.Figure, in facts: FactBase) -> Relation? {
        let wholes: [Topic] = [.yearIncome, .yearExpenditure, .threePublic]
        guard figure.stated.subject == nil, let whole = wholes.first(where: { $0.parts.contains(figure.measure.topic) })
        else { return nil }
        let sides: Set<Aspect> = facts.disclosure.kind == .budget ? [.initialBudget, .budget] : [.amount]
        guard let part = facts.sole(figure.measure.topic, sides), let total = facts.sole(whole, sides), part != total
        else { return nil }
        return Relation(
            rule: id, target: figure.fact, form: .ratio(part: [Relation.Term(part)], whole: [Relation.Term(total)]),
            source: Bilingual(
                "\(facts[part].label.zhHans)÷\(facts[total].label.zhHans)",
                "\(facts[part].label.en) over \(facts[total].label.en)")
        ).with(proof: .inferred)
    }

    /// What a share is of, by the part of the form it stands in and the words before it.
    private static func whole(of index: Int, in facts: FactBase) -> [Relation.Term]? {
        let figure = facts.figures[index].stated
        func term(_ topic: Topic, in section: Section? = nil) -> [Relation.Term]? {
            let found = facts.first(topic, .amount, in: section) ?? facts.first(topic, .amount)
            return found.map { [Relation.Term($0)] }
        }
        switch (figure.section, figure.measure.topic) {
        case (.income, _): return term(.yearIncome, in: .income)
        case (.expenditure, _): return term(.yearExpenditure, in: .expenditure)
        case (.generalPublicBudget, .category): return term(.generalPublicExpenditure, in: .generalPublicBudget)
        case (.governmentFund, .category): return term(.governmentFundExpenditure, in: .governmentFund)
        case (.stateCapital, .category): return term(.stateCapitalExpenditure, in: .stateCapital)
        case (.generalPublicBudget, .generalPublicExpenditure): return term(.yearExpenditure)
        case (.threePublic, let topic) where topic != .threePublic:
            return facts.beside(index, [.amount], of: .threePublic).map { [Relation.Term($0)] }
        case (_, .metIndicators): return indicators(figure.subject, facts)
        case (.performance, .evaluatedProjects): return projects(in: facts)
        case (.procurement, let topic): return procurement(topic, figure, facts)
        default: return nil
        }
    }

    private static func indicators(_ subject: String?, _ facts: FactBase) -> [Relation.Term]? {
        facts.first(.indicators, .count, of: subject).map { [Relation.Term($0)] }
    }

    /// 占一般公共预算项目支出总额: the project expenditure of the general public budget, stated or derived.
    private static func projects(in facts: FactBase) -> [Relation.Term]? {
        if let stated = facts.first(.generalPublicProject, .amount) { return [Relation.Term(stated)] }
        guard let total = facts.first(.generalPublicExpenditure, .amount),
            let basic = facts.first(.generalPublicBasic, .amount)
        else { return nil }
        return [Relation.Term(total), Relation.Term(basic, -1)]
    }

    private static func procurement(_ topic: Topic, _ figure: StatedFigure, _ facts: FactBase) -> [Relation.Term]? {
        let bound = topic.form.bound
        var whole = Topic.procurement
        if let bound, Topic.procurement.parts.contains(bound) { whole = bound }
        // The micro firms' share is of the procurement or of the small firms' part: the words say which.
        if topic == .procurementMicroFirms, let bound, figure.quote.holds("占授予中小企业") { whole = bound }
        return facts.first(whole, .amount, in: .procurement).map { [Relation.Term($0)] }
    }
}
