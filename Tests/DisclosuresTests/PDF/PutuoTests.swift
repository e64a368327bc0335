import Disclosures
import FinalAccounts
import OfficialForm
import Testing

/// The golden cells were taken from the ruled lines of the pages by another program and confirmed by the
/// documents' own sums; the golden lines from the text by regular expressions.
@Suite("Two departments' disclosures of 2024, as PDF", .enabled(if: SharedData.isPresent, SharedData.reason))
struct PutuoTests {
    static let documents = ["putuo-planning-2024", "putuo-social-work-2024"]

    func read(_ name: String) throws -> Disclosure {
        try DisclosureReader().read(file: SharedData.path(name + ".pdf"))
    }

    @Test("give every non-empty cell of the nine tables, and no other", arguments: documents)
    func cells(name: String) throws {
        let found = TableCells.found(try read(name).tables, withPages: true)
        let golden = try TableCells.golden(name + "-cells.csv", withPages: true)
        #expect(found.subtracting(golden).isEmpty)
        #expect(golden.subtracting(found).isEmpty)
        #expect(golden.count > 200)
    }

    @Test("hold all nine tables, the empty ones stated empty", arguments: documents)
    func tables(name: String) throws {
        let tables = try read(name).tables
        #expect(Set(tables.map(\.kind)) == Set(TableKind.allCases))
        #expect(tables.filter(\.isStatedEmpty).map(\.kind).contains(.governmentFund))
        #expect(tables.filter(\.isStatedEmpty).map(\.kind).contains(.stateCapital))
    }

    @Test("give every subject line of the text with budget, actual, rate and comparison", arguments: documents)
    func lines(name: String) throws {
        let lines = try read(name).lines
        let golden = try Golden.rows(name + "-lines.csv")
        try #require(lines.count == golden.count)
        for (line, row) in zip(lines, golden) {
            #expect(line.line.actual == (try Amount(parsing: row["actual_wan"] ?? "", unit: .wan)))
            #expect(line.statedInitialBudget?.amount == (try amount(row["initial_budget_wan"])))
            #expect(line.statedAdjustedBudget?.amount == (try amount(row["adjusted_budget_wan"])))
            #expect(line.statedRate?.text ?? "" == (row["rate"].map { $0.isEmpty ? "" : $0 + "%" } ?? ""))
            #expect(line.comparison?.rawValue ?? "" == row["comparison"])
            #expect((line.line.reason != nil) == (row["has_reason"] == "yes"))
            #expect(line.place == .both)
            #expect(line.line.subject.code?.count == 7)
        }
    }

    private func amount(_ text: String?) throws -> Amount? {
        guard let text, !text.isEmpty else { return nil }
        return try Amount(parsing: text, unit: .wan)
    }

    @Test("join a line of the text with the row of the table that it means, and say where the names differ")
    func nameMismatch() throws {
        let disclosure = try read("putuo-planning-2024")
        let mismatches = disclosure.diagnostics.filter { $0.kind == .nameMismatch }
        #expect(mismatches.count == 4)
        #expect(disclosure.lines.map(\.line.subject.code).contains("2080599"))
    }

    @Test("leave no amount of the text unplaced, and one percentage without its sign")
    func diagnostics() throws {
        let planning = try read("putuo-planning-2024").diagnostics.filter { $0.kind == .unplacedFigure }
        #expect(planning.map(\.message.en) == ["'13.95' states no measure this reader knows"])
        #expect(try read("putuo-social-work-2024").diagnostics.isEmpty)
    }

    @Test(
        "place stated totals with their pages",
        arguments: [
            ("putuo-planning-2024", "income_and_expenditure.change", "10628500", 20),
            ("putuo-planning-2024", "general_public_expenditure.rate_on_initial_budget", "95.45", 21),
            ("putuo-planning-2024", "three_public.change_rate", "-27.78", 25),
            ("putuo-planning-2024", "reception_visitors.count", "26", 26),
            ("putuo-planning-2024", "evaluated_projects.amount", "44154800", 27),
            ("putuo-planning-2024", "procurement_works.amount", "13877200", 27),
            ("putuo-planning-2024", "awarded_reserved_micro_firms.amount", "1648700", 28),
            ("putuo-social-work-2024", "general_public_expenditure.initial_budget", "0", 18),
            ("putuo-social-work-2024", "general_public_expenditure.adjusted_budget", "3210200", 18),
            ("putuo-social-work-2024", "agency_operating.change_rate", "100.00", 21),
            ("putuo-social-work-2024", "average_score.score", "100.00", 21),
        ])
    func totals(name: String, measure: String, value: String, page: Int) throws {
        let figure = try read(name).mentions(of: try #require(Measure(name: measure))).first
        #expect(figure?.value.text == value)
        #expect(figure?.page == page)
    }

    @Test("the official form with nothing filled in is a blank form with no lines and no figures")
    func blankForm() throws {
        let form = try read("final-account-template")
        #expect(form.kind == .blankForm)
        #expect(form.lines.isEmpty)
        #expect(form.figures.isEmpty)
        #expect(form.tables.allSatisfy { $0.rows.allSatisfy { $0.cells.allSatisfy { $0.amount == nil } } })
    }
}
