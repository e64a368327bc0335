import Disclosures
import FinalAccounts
import OfficialForm
import Testing

@Suite("Four departments' budgets, as PDF", .enabled(if: SharedData.isPresent, SharedData.reason))
struct BudgetTests {
    static let documents = [
        "commerce-dept-2025-budget", "commerce-unit-2025-budget", "doccheck-dept-budget", "wanli-2024-budget",
    ]

    func read(_ name: String) throws -> Disclosure {
        try DisclosureReader().read(file: SharedData.path(name + ".pdf"))
    }

    @Test("give every non-empty cell of the nine tables, and no other", arguments: documents)
    func cells(name: String) throws {
        let found = BudgetCells(try read(name).tables).cells
        let golden = try BudgetCells(name).cells
        #expect(found.subtracting(golden).isEmpty)
        #expect(golden.subtracting(found).isEmpty)
        #expect(golden.count > 280)
    }

    @Test("hold all nine tables, each as one of a budget, the empty ones stated empty", arguments: documents)
    func tables(name: String) throws {
        let tables = try read(name).tables
        #expect(tables.map(\.kind.rawValue).sorted() == TableKind.allCases.map(\.rawValue).sorted())
        #expect(tables.filter(\.isBudget).count == 9)
        #expect(tables.filter(\.isStatedEmpty).map(\.kind) == [.governmentFund, .stateCapital])
    }

    @Test("give every item of the general public budget as a line of the plan, and nothing spent", arguments: documents)
    func lines(name: String) throws {
        let disclosure = try read(name)
        #expect(disclosure.kind == .budget)
        let golden = try BudgetCells(name)
        let table = "general_public_expenditure"
        let total = golden.column(table, "total")
        let items = total.filter { $0.key.count == 7 }
        let names = Dictionary(
            golden.cells.filter { $0.table == table }.map { ($0.code, $0.label) },
            uniquingKeysWith: { first, _ in first })
        #expect(disclosure.lines.count == items.count)
        for line in disclosure.lines.map(\.line) {
            let code = try #require(line.subject.code)
            #expect(line.fund == .generalPublicBudget)
            #expect(line.subject.names == [3, 5, 7].map { names[String(code.prefix($0))] ?? "" })
            #expect(line.initialBudget.amount == items[code])
            #expect(line.actual == nil)
            #expect(line.adjustedBudget == nil)
            #expect(line.basic == golden.column(table, "basic")[code])
            #expect(line.project == golden.column(table, "project")[code])
        }
    }

    @Test("are of the year ahead", arguments: zip(documents, [2025, 2025, 2026, 2024]))
    func year(name: String, year: Int) throws {
        #expect(try read(name).fiscalYear == FiscalYear(year))
    }
}

/// The golden files are confirmed by the documents' own sums, so that a slip in them cannot hide one of the reader.
@Suite("Golden cells of budgets")
struct BudgetSumsTests {
    private func sum(_ amounts: some Sequence<Amount>) -> Int64 { amounts.reduce(0) { $0 + $1.minorUnits } }

    @Test("items add up to sections, sections to categories, categories to 合计", arguments: BudgetTests.documents)
    func levels(name: String) throws {
        let golden = try BudgetCells(name)
        var checked = 0
        for table in ["income", "expenditure", "general_public_expenditure", "basic_expenditure"] {
            let columns = Set(golden.cells.filter { $0.table == table }.map(\.column))
            for column in columns {
                let amounts = golden.column(table, column)
                for (code, amount) in amounts where code.count < 7 {
                    let parent = code == "合计" ? "" : code
                    let length = parent.isEmpty ? 3 : parent.count + 2
                    let children = amounts.filter {
                        $0.key.count == length && $0.key.hasPrefix(parent) && $0.key != "合计"
                    }
                    if table == "basic_expenditure", parent.count == 5 { continue }
                    #expect(sum(children.values) == amount.minorUnits, "\(table) \(column) \(code)")
                    checked += 1
                }
            }
        }
        #expect(checked > 60)
    }

    @Test("columns of parts add up to their total", arguments: BudgetTests.documents)
    func parts(name: String) throws {
        let golden = try BudgetCells(name)
        let parts = [
            "income": ["fiscal_income", "business_income", "commercial_income", "other_income"],
            "expenditure": ["basic", "project"], "general_public_expenditure": ["basic", "project"],
            "basic_expenditure": ["人员经费", "公用经费"],
        ]
        for (table, columns) in parts {
            for (row, total) in golden.column(table, "total") {
                #expect(
                    sum(columns.compactMap { golden.column(table, $0)[row] }) == total.minorUnits, "\(table) \(row)")
            }
        }
        let public3 = golden.cells.filter { $0.table == "three_public" }
        func cost(_ column: String) -> Int64 { sum(public3.filter { $0.column == column }.map(\.amount)) }
        #expect(
            cost("abroad_budget") + cost("reception_budget") + cost("vehicles_budget") == cost("three_public_budget"))
        #expect(cost("vehicle_purchase_budget") + cost("vehicle_running_budget") == cost("vehicles_budget"))
    }

    @Test("the tables agree with one another", arguments: BudgetTests.documents)
    func tables(name: String) throws {
        let golden = try BudgetCells(name)
        let income = golden.column("income_and_expenditure", "budget", side: "income")
        let whole = try #require(income["收入总计"])
        #expect(income["一、财政拨款收入"] == whole)
        for table in ["income", "expenditure", "general_public_expenditure"] {
            #expect(golden.column(table, "total")["合计"] == whole)
        }
        #expect(golden.column("income", "total") == golden.column("expenditure", "total"))
        #expect(golden.column("expenditure", "total") == golden.column("general_public_expenditure", "total"))
        let basic = golden.column("general_public_expenditure", "basic")["合计"]
        #expect(golden.column("basic_expenditure", "total")["合计"] == basic)

        let fiscal = golden.column("fiscal_income_and_expenditure", "total", side: "expenditure")
        #expect(fiscal["支出总计"] == whole)
        #expect(golden.column("fiscal_income_and_expenditure", "general_public_budget", side: "expenditure") == fiscal)
        let categories = golden.column("expenditure", "total").filter { $0.key.count == 3 }.values
        #expect(
            fiscal.values.filter { $0 != whole }.map(\.minorUnits).sorted() == categories.map(\.minorUnits).sorted())
        let side = ["budget", "total"].map {
            golden.column("income_and_expenditure", $0, side: "expenditure")
        }.first { !$0.isEmpty }
        #expect(side == fiscal)
    }
}
