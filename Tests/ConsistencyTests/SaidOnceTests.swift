import Disclosures
import FinalAccounts
import PlantedErrors
import Platform
import SeededNumbers
import Testing

@testable import Consistency

@Suite("Everything is said once")
struct SaidOnceTests {
    /// Facts of random values and random sums and repetitions over them, most of which contradict one another.
    private func world(_ seed: UInt64) throws -> (RelationAssessor, [Relation]) {
        var random = SeededGenerator(seed: seed)
        let count = Int.random(in: 4...9, using: &random)
        let facts = (0..<count).map { id in
            let value = Int64.random(in: 1...40, using: &random)
            let amount = StatedAmount(
                amount: Amount(minorUnits: value * 1_000_000), unit: .wan, decimals: 2)
            let place = Fact.Place(page: 1, quote: "句\(id % 4)", section: .other)
            return Fact(
                id: id, number: StatedNumber(amount, usual: 2), label: Bilingual("数\(id % 5)", "figure \(id % 5)"),
                place: place)
        }
        let relations = (0..<Int.random(in: 2...14, using: &random)).map { _ -> Relation in
            let chosen = Array(0..<count).shuffled(using: &random)
            let terms = chosen.dropFirst().prefix(Int.random(in: 1...3, using: &random)).map { Relation.Term($0) }
            return Relation(
                rule: terms.count == 1 ? RepeatedFigureRule.id : ItemSumRule.id, target: chosen[0],
                form: .sum(Array(terms)),
                source: Bilingual("另一处", "elsewhere"))
        }
        return (RelationAssessor(facts: facts, tolerances: [:]), relations)
    }

    @Test("A relation is blamed once, and no finding is said twice, whatever contradicts whatever", arguments: 1...40)
    func blamedOnce(seed: Int) throws {
        let (assessor, relations) = try world(UInt64(seed))
        let diagnosis = Diagnosis(assessor: assessor, relations: relations)
        let blamed = diagnosis.blames.reduce(0) { $0 + $1.mended.count }
        #expect(blamed <= relations.count)
        let found = RelationReporter(assessor: assessor, relations: relations, diagnosis: diagnosis).findings()
        let shown = FindingComposer(settings: .standard, language: .zhHans).compose(found)
        #expect(Set(shown).count == shown.count)
        #expect(shown.count <= relations.count)
    }

    @Test("Of one rule no more than a bound is listed, and the rest is counted")
    func bounded() throws {
        let items = (1...90).map { "截至20\($0 % 10)9年" + "较上一度有所下降\($0)。" }.joined(separator: "\n")
        let text = "第三部分 江城市东湖区财政局2023年度部门决算情况说明\n一、收入支出决算总体情况说明\n2023年度收、支总计1.00万元。\n" + items
        let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: "a.txt")
        let findings = CheckEngine().check(disclosure)
        #expect(Set(findings).count == findings.count)
        #expect(Dictionary(grouping: findings) { $0.rule }.values.allSatisfy { $0.count <= 60 })
    }
}
