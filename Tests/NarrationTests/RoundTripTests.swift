import Disclosures
import FinalAccounts
import Foundation
import Narration
import OfficialForm
import SyntheticDisclosures
import Testing

@Suite("What the narrative writer writes reads back to the same figures")
struct RoundTripTests {
    /// A real document beside the repository; absent on a newcomer's machine.
    private static let real = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/disclosures/qingling-2023.txt").path

    /// A figure without the place it was read from.
    struct Said: Hashable, CustomStringConvertible {
        var measure: Measure
        var subject: String?
        var value: FigureValue

        init(_ figure: StatedFigure) {
            measure = figure.measure
            subject = figure.subject
            value = figure.value
        }

        var description: String { "\(measure) \(subject ?? "") \(value.text) \(value)" }
    }

    func difference(_ sample: StatedAccounts, _ style: NarrativeStyle) throws -> String? {
        let narrative = NarrativeWriter(style: style).write(sample)
        guard narrative.unwritten.isEmpty else { return "unwritten: \(narrative.unwritten.map(\.measure))" }
        let read = try DisclosureReader().read(bytes: Array(narrative.text.utf8), file: "sample.txt")
        if read.unit != sample.unit || read.fiscalYear != sample.fiscalYear {
            return "identity: \(read.unit?.name ?? "")"
        }
        if !read.diagnostics.isEmpty { return "diagnostics: \(read.diagnostics)" }
        guard read.lines.count == sample.lines.count else { return "\(read.lines.count) lines" }
        for (found, given) in zip(read.lines, sample.lines) {
            if let difference = difference(found, given) { return "\(given.line.subject.names): \(difference)" }
        }
        let found = Set(read.figures.map(Said.init))
        let given = Set(sample.figures.map(Said.init))
        if let lost = given.subtracting(found).first { return "lost \(lost)" }
        let evaluations: Set<Topic> = [.projectEvaluation, .overallEvaluation]
        if let added = found.subtracting(given).first(where: { !evaluations.contains($0.measure.topic) }) {
            return "added \(added)"
        }
        return difference(read.evaluations, sample.evaluations)
    }

    func difference(_ found: DisclosedLine, _ given: DisclosedLine) -> String? {
        if found.line.subject.names != given.line.subject.names { return "names \(found.line.subject.names)" }
        if found.line.initialBudget != given.line.initialBudget { return "budget \(found.line.initialBudget)" }
        if found.statedInitialBudget != given.statedInitialBudget { return "stated budget" }
        if found.statedAdjustedBudget != given.statedAdjustedBudget { return "adjusted" }
        if found.line.actual != given.line.actual { return "actual" }
        if found.statedActual != given.statedActual { return "stated actual" }
        if found.statedRate != given.statedRate || found.rateBasis != given.rateBasis { return "rate" }
        if found.comparison != given.comparison { return "comparison" }
        if found.line.reason != given.line.reason { return "reason \(found.line.reason ?? "none")" }
        return nil
    }

    func difference(_ found: [Evaluation], _ given: [Evaluation]) -> String? {
        guard found.map(\.name) == given.map(\.name) else { return "evaluations \(found.map(\.name))" }
        for (left, right) in zip(found, given) {
            if left.budget != right.budget || left.executed != right.executed { return "\(left.name): amounts" }
            if left.rate != right.rate || left.score != right.score { return "\(left.name): rate or score" }
        }
        return nil
    }

    @Test("for 200 random documents in both styles", arguments: NarrativeStyle.allCases)
    func roundTrip(style: NarrativeStyle) throws {
        var faults: [String] = []
        for seed in 0..<200 {
            let sample = try SampleDisclosure(seed: UInt64(seed)).make()
            if let fault = try difference(sample, style) { faults.append("seed \(seed): \(fault)") }
        }
        #expect(faults.isEmpty, "\(faults.count) documents differ, first: \(faults.prefix(5))")
    }

    @Test("the same seed gives the same document, another seed another")
    func deterministic() throws {
        #expect(try SampleDisclosure(seed: 3).make() == (try SampleDisclosure(seed: 3).make()))
        #expect(try SampleDisclosure(seed: 3).make() != (try SampleDisclosure(seed: 4).make()))
    }

    @Test("a deviation without a reason gets a visible blank, which reads back as no reason")
    func blank() throws {
        var sample = try SampleDisclosure(seed: 1, lineCount: 12).make()
        for index in sample.lines.indices { sample.lines[index].line.reason = nil }
        let text = NarrativeWriter().write(sample).text
        #expect(text.contains(NarrativeWriter.blank))
        let read = try DisclosureReader().read(bytes: Array(text.utf8), file: "sample.txt")
        #expect(read.lines.allSatisfy { $0.line.reason == nil })
    }

    @Test("a name that ends in 支出 is not followed by another 支出", arguments: NarrativeStyle.allCases)
    func noDoubledWord(style: NarrativeStyle) {
        let amount = StatedAmount(amount: Amount(minorUnits: 97_900_00), unit: .wan, decimals: 2)
        let figures = [
            StatedFigure(
                measure: Measure(.stateCapitalExpenditure, .amount), value: .amount(amount), section: .stateCapital),
            StatedFigure(
                measure: Measure(.generalPublicExpenditure, .amount), value: .amount(amount),
                section: .generalPublicBudget),
            StatedFigure(measure: Measure(.threePublic, .budget), value: .amount(amount), section: .threePublic),
        ]
        let accounts = StatedAccounts(
            unit: BudgetUnit("江城市东湖区财政局"), fiscalYear: FiscalYear(2023), figures: figures)
        let text = NarrativeWriter(style: style).write(accounts).text
        #expect(!text.contains("支出支出"))
        #expect(text.contains("国有资本经营预算财政拨款支出决算为9.79万元"))
        #expect(text.contains("“三公”经费财政拨款支出预算为9.79万元"))
    }

    @Test("a figure the form has no place for is handed back, not lost")
    func unwritten() throws {
        var sample = try SampleDisclosure(seed: 1).make()
        let figure = StatedFigure(
            measure: Measure(.abroad, .fullScore), value: .score(DecimalText(digits: 5, decimals: 0)))
        sample.figures.append(figure)
        #expect(NarrativeWriter().write(sample).unwritten == [figure])
    }

    @Test(
        "the real disclosure's figures survive being written and read again",
        .enabled(if: FileManager.default.fileExists(atPath: real), "../shared/disclosures is not here"),
        arguments: NarrativeStyle.allCases)
    func realFigures(style: NarrativeStyle) throws {
        let real = try DisclosureReader().read(file: Self.real)
        let stated = StatedAccounts(
            unit: real.unit, fiscalYear: real.fiscalYear, lines: real.lines, figures: real.figures,
            evaluations: real.evaluations)
        let text = NarrativeWriter(style: style).write(stated).text
        let read = try DisclosureReader().read(bytes: Array(text.utf8), file: "again.txt")
        #expect(read.lines.map(\.line.actual) == real.lines.map(\.line.actual))
        #expect(read.lines.map(\.line.initialBudget) == real.lines.map(\.line.initialBudget))
        #expect(read.lines.map(\.statedRate) == real.lines.map(\.statedRate))
        #expect(read.lines.map(\.line.reason) == real.lines.map(\.line.reason))
    }
}
