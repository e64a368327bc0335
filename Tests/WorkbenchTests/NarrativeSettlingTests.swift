import FinalAccounts
import Narration
import OfficialForm
import Testing

@testable import Workbench

@Suite("A narrative of figures that contradict one another")
struct NarrativeSettlingTests {
    private let unit = Sample.unit
    private let year = FiscalYear(2023)

    private func amount(_ topic: Topic, _ text: String, _ aspect: Aspect = .amount) throws -> StatedFigure {
        StatedFigure(measure: Measure(topic, aspect), value: .amount(try StatedAmount(parsing: text, unit: .wan)))
    }

    private func share(_ topic: Topic, _ text: String) throws -> StatedFigure {
        let value = try #require(StatedPercentage(text))
        return StatedFigure(measure: Measure(topic, .share), value: .percentage(value))
    }

    private func narrative(_ stated: [StatedFigure], style: NarrativeStyle = .itemized) throws -> UnitNarrative {
        try UnitNarrative(
            lines: Sample.lines.lines, composer: DisclosureComposer(unit: unit, fiscalYear: year), stated: stated,
            style: style)
    }

    private func contradictions(_ narrative: UnitNarrative) -> [StatedContradiction] {
        StatedContradiction.found(in: narrative.text, unit: unit, year: year)
    }

    @Test(
        "What lines come to goes before what is stated of them, and that is said",
        arguments: [("703.10", "280.00"), ("0.00", "208.00"), ("7301.00", "12.50")])
    func lines(total: String, budget: String) throws {
        let narrative = try narrative([
            amount(.generalPublicExpenditure, total), amount(.generalPublicExpenditure, budget, .initialBudget),
        ])
        #expect(narrative.text.contains("年初预算为280.00万元，支出决算为730.10万元"))
        #expect(narrative.warnings.contains { $0.en.contains("is stated as '\(total)万元'; the text has '730.10万元'") })
        #expect(contradictions(narrative).isEmpty)
    }

    @Test(
        "A stated share or part that the others contradict is put right or left out",
        arguments: [
            ("200.00", "66.67", "100.00", "30.33"), ("200.00", "66.67", "10.00", "33.33"),
            ("200.00", "76.67", "100.00", "33.33"), ("250.00", "66.67", "100.00", "33.33"),
        ], NarrativeStyle.allCases)
    func parts(
        _ figures: (fiscal: String, fiscalShare: String, other: String, otherShare: String), style: NarrativeStyle
    )
        throws
    {
        let narrative = try narrative(
            [
                amount(.yearIncome, "300.00"), amount(.fiscalIncome, figures.fiscal),
                share(.fiscalIncome, figures.fiscalShare), amount(.otherIncome, figures.other),
                share(.otherIncome, figures.otherShare),
            ], style: style)
        #expect(contradictions(narrative).isEmpty, "\(narrative.text)")
        #expect(!narrative.warnings.isEmpty)
    }

    @Test(
        "Of two measures with one value the one gives way whose own name stands where the contradiction is",
        arguments: NarrativeStyle.allCases)
    func nameWithinName(style: NarrativeStyle) throws {
        let narrative = try narrative(
            [
                amount(.yearExpenditure, "730.10"), amount(.basicExpenditure, "395.55"),
                amount(.projectExpenditure, "334.55"), amount(.generalPublicBasic, "395.55"),
                amount(.personnel, "322.40"), amount(.operating, "75.13"),
            ], style: style)
        #expect(contradictions(narrative).isEmpty, "\(narrative.text)")
        #expect(narrative.text.contains("项目支出334.55万元"))
        #expect(!narrative.warnings.isEmpty)
    }

    @Test("What agrees is written as it is stated, without a remark")
    func agreeing() throws {
        let narrative = try narrative([
            amount(.yearIncome, "300.00"), amount(.fiscalIncome, "200.00"), share(.fiscalIncome, "66.67"),
            amount(.otherIncome, "100.00"), share(.otherIncome, "33.33"), amount(.generalPublicExpenditure, "730.10"),
        ])
        #expect(narrative.warnings.isEmpty, "\(narrative.warnings)")
        for figure in ["300.00", "200.00", "66.67%", "100.00", "33.33%", "730.10"] {
            #expect(narrative.text.contains(figure))
        }
    }
}
