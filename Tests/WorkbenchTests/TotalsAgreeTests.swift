import FinalAccounts
import Narration
import OfficialForm
import Platform
import Reporting
import SeededNumbers
import Testing
import Variance

@testable import Workbench

/// Every analysis of one set of lines states one total, which is the one worked out here by hand.
@Suite("One total everywhere")
struct TotalsAgreeTests {
    private let unit = BudgetUnit("溪口镇人民政府")

    /// Lines of two years at all three levels, with rests at some, and the totals they have.
    private func accounts(seed: UInt64) -> (lines: [AccountLine], totals: [Int: Int64]) {
        var generator = SeededGenerator(seed: seed)
        var lines: [AccountLine] = []
        var totals: [Int: Int64] = [:]
        func line(_ year: Int, _ code: String, _ names: [String], _ actual: Int64) -> AccountLine {
            AccountLine(
                unit: unit, fiscalYear: FiscalYear(year), subject: Subject(code: code, names: names),
                initialBudget: .stated(Amount(minorUnits: actual)), actual: Amount(minorUnits: actual))
        }
        for year in [2022, 2023] {
            for category in ["201", "208", "213"] {
                var sum: Int64 = 0
                for section in ["03", "05"] {
                    var items: Int64 = 0
                    for item in ["01", "02", "99"] {
                        // Whole hundreds of yuan, so that a text in 万元 prints every digit.
                        let actual = Int64.random(in: 1...9_999, using: &generator) * 10_000
                        items += actual
                        lines.append(
                            line(year, category + section + item, ["类\(category)", "款\(section)", "项\(item)"], actual))
                    }
                    if seed % 2 == 0 {
                        items += Int64.random(in: 0...3, using: &generator) * 10_000
                        lines.append(line(year, category + section, ["类\(category)", "款\(section)"], items))
                    }
                    sum += items
                }
                if seed % 3 == 0 {
                    sum += Int64.random(in: 0...5, using: &generator) * 10_000
                    lines.append(line(year, category, ["类\(category)"], sum))
                }
                totals[year, default: 0] += sum
            }
        }
        return (lines.shuffled(using: &generator), totals)
    }

    @Test("Comparison, report, draft and text state the total of the lines to the 分", arguments: 0..<10)
    func agree(seed: UInt64) async throws {
        let (lines, totals) = accounts(seed: seed)
        let total = Amount(minorUnits: totals[2023] ?? 0)
        let context = AnalysisContext()
        let year = FiscalYear(2023)

        let comparison = try context.comparison(in: AccountLines(lines), year: year).comparisons[0]
        #expect(comparison.total.current == total)
        #expect(comparison.total.previous?.minorUnits == totals[2022])
        // What a category states beyond its sections has no item below it.
        for depth in 1...2 {
            let rows = comparison.rows(at: SubjectLevel(depth: depth))
            #expect(try Amount.sum(rows.compactMap(\.current)) == total)
        }

        let analysis = try UnitAnalysis(lines: lines, unit: unit, year: year, context: context, stored: nil)
        let page = analysis.page
        #expect(page.series.first?.actual(in: year) == total)
        let draft = try BudgetDraft(
            unit: unit, year: year.next, series: page.series, forecasts: page.forecasts, scheme: .china)
        #expect(draft.rows[0].observation(in: year)?.actual == total)
        let items = page.forecasts.filter { $0.subject.level.depth == 1 }
        #expect(try Amount.sum(items.map(\.forecast)) == page.forecasts.first { $0.subject.level == .total }?.forecast)

        let composer = DisclosureComposer(unit: unit, fiscalYear: year)
        let text = try UnitNarrative(lines: lines, composer: composer, stated: []).text
        #expect(text.contains("支出决算为\(total.formatted(unit: .wan, decimals: 2))万元"))
        #expect(
            try TotalDifference.differences(lines.filter { $0.fiscalYear == year }, scheme: .china) { _ in total } == []
        )
    }

    @Test("Lines that do not add up to the stated total are said with the difference")
    func difference() throws {
        let (lines, totals) = accounts(seed: 4)
        let stated = Amount(minorUnits: (totals[2023] ?? 0) + 12_345)
        let found = try TotalDifference.differences(lines.filter { $0.fiscalYear == FiscalYear(2023) }, scheme: .china)
        {
            $0 == Measure(.generalPublicExpenditure, .amount) ? stated : nil
        }
        #expect(found.map(\.difference.minorUnits) == [12_345])
        #expect(found.first?.sentence.en.contains("123.45") == true)
    }
}
