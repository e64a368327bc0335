import FinalAccounts
import OfficialForm
import Testing

@testable import Disclosures

/// Tables of made-up budgets, set word by word.
@Suite("Printed tables of budgets")
struct PrintedBudgetTests {
    private typealias Word = PrintedPages.Word

    private func read(_ lines: [[PrintedPages.Word]]) throws -> Disclosure {
        let head = [
            [Word(text: "渔港管理站2031年部门预算", x: 200, baseline: 30)], [Word(text: "部门预算编制说明", x: 200, baseline: 45)],
        ]
        let pages = PrintedPages(width: 842, height: 595, pages: [head + lines])
        return try DisclosureReader().read(PDFContent.content(of: pages.words.pages), file: "budget.pdf")
    }

    private func row(_ y: Float, _ words: (String, Float)...) -> [[PrintedPages.Word]] {
        words.map { [Word(text: $0.0, x: $0.1, baseline: y, size: 10)] }
    }

    /// 类 款 项 stand in a cell of their own, which may reach down beside the first rows.
    @Test(
        "know the parts of codes whose heads stand over, beside or under the first amounts",
        arguments: [116, 140, 148] as [Float])
    func codeParts(height: Float) throws {
        let lines =
            row(60, ("2031年部门支出预算总表", 300)) + row(80, ("编制单位：渔港管理站", 60), ("单位：元", 700))
            + row(100, ("功能分类科目编码", 60), ("功能分类科目名称", 200), ("合计", 420), ("基本支出", 540), ("项目支出", 660))
            + row(height, ("类", 60), ("款", 90), ("项", 120))
            + row(132, ("合计", 200), ("7,310.25", 405), ("5,000.25", 525), ("2,310.00", 645))
            + row(164, ("213", 60), ("农林水支出", 200), ("7,310.25", 405), ("5,000.25", 525), ("2,310.00", 645))
            + row(184, ("213", 60), ("01", 90), ("农业农村", 200), ("7,310.25", 405), ("5,000.25", 525), ("2,310.00", 645))
            + row(204, ("213", 60), ("01", 90), ("4", 120), ("事业运行", 200), ("5,000.25", 405), ("5,000.25", 525))
            + row(224, ("213", 60), ("01", 90), ("26", 120), ("农村社会事业", 200), ("2,310.00", 405), ("2,310.00", 645))
        let table = try #require(try read(lines).tables.first)
        #expect(table.isBudget)
        #expect(table.rows.map(\.code) == [nil, "213", "21301", "2130104", "2130126"])
        #expect(table.rows.map(\.label) == ["合计", "农林水支出", "农业农村", "事业运行", "农村社会事业"])
        #expect(table.rows.compactMap { $0.amount(.total) }.count == 5)
        #expect(table.rows[3].amount(.basic) == (try Amount(parsing: "5000.25", unit: .yuan)))
        #expect(table.rows[4].amount(.project) == (try Amount(parsing: "2310", unit: .yuan)))
    }

    @Test("of three tiers name every column by all of them")
    func tiers() throws {
        let lines =
            row(60, ("2031年预算单位财务收支预算总表", 300)) + row(75, ("编制单位：渔港管理站 单位：元", 60))
            + row(95, ("本年收入", 150), ("本年支出", 520)) + row(112, ("预算数", 600))
            + row(132, ("项目", 110), ("预算数", 220), ("项目", 355), ("基本支出", 595))
            + row(143, ("合计", 483), ("项目支出", 718)) + row(154, ("人员经费", 558), ("公用经费", 636))
            + row(
                180, ("一、财政拨款收入", 60), ("9,040.00", 215), ("一、农林水支出", 290), ("9,040.00", 465), ("6,000.00", 550),
                ("40.00", 640), ("3,000.00", 710))
            + row(200, ("1. 一般公共预算资金", 60), ("9,040.00", 215))
            + row(
                220, ("收入总计", 100), ("9,040.00", 215), ("支出总计", 340), ("9,040.00", 465), ("6,000.00", 550),
                ("40.00", 640), ("3,000.00", 710))
        let table = try #require(try read(lines).tables.first)
        #expect(table.unit == .yuan)
        let right = table.rows.filter { $0.side == .expenditure }
        #expect(right.map(\.cells.count) == [4, 4])
        #expect(
            table.columns.map(\.header).suffix(3).map { $0.split(separator: "/").last } == ["人员经费", "公用经费", "项目支出"])
        #expect(
            right[0].cells.map { $0.amount?.amount.formatted(unit: .yuan, decimals: 0) } == [
                "9040", "6000", "40", "3000",
            ])
        let left = table.rows.filter { $0.side == .income }
        #expect(left.map { $0.amount(.budget) != nil } == [true, true, true])
    }

    @Test("of the three public costs are plans, and the operating costs beside them no part of them")
    func threePublic() throws {
        let lines =
            row(60, ("部门“三公”经费和机关运行经费预算表", 300)) + row(75, ("编制部门：渔港管理站", 60), ("单位:万元", 720))
            + row(95, ("2031年“三公”经费预算数", 298)) + row(115, ("2031年机关运行经", 676))
            + row(122, ("公务用车购置及运行费", 460)) + row(129, ("费预算数", 700))
            + row(138, ("合计", 107), ("因公出国(境)费", 180), ("公务接待费", 293))
            + row(154, ("小计", 410), ("购置费", 506), ("运行费", 607))
            + row(
                190, ("73.20", 132), ("0", 256), ("1.20", 345), ("72.00", 438), ("51", 556), ("21.00", 641),
                ("88.80", 741))
        let row = try #require(try read(lines).tables.first?.rows.first)
        func wan(_ text: String) throws -> Amount { try Amount(parsing: text, unit: .wan) }
        #expect(row.amount(.threePublicBudget) == (try wan("73.20")))
        #expect(row.amount(.vehiclesBudget) == (try wan("72")))
        #expect(row.amount(.vehiclePurchaseBudget) == (try wan("51")))
        #expect(row.amount(.vehicleRunningBudget) == (try wan("21")))
        #expect(row.amount(.threePublicActual) == nil)
        #expect(row.cells.last?.role == nil)
        #expect(row.cells.last?.amount?.amount == (try wan("88.80")))
    }

    @Test(
        "are told by their titles, and tables beside the nine are none of them",
        arguments: [
            ("2031年部门财务收支预算总表", "income_and_expenditure"), ("部门收入总表", "income"), ("单位支出预算总表", "expenditure"),
            ("财政拨款收支总表", "fiscal_income_and_expenditure"), ("一般公共预算支出表", "general_public_expenditure"),
            ("一般公共预算基本支出预算表", "basic_expenditure"), ("政府性基金预算支出预算表", "government_fund"),
            ("国有资本经营预算支出表", "state_capital"), ("一般公共预算“三公”经费支出预算表", "three_public"),
            ("部门项目支出预算表", ""), ("政府采购预算表", ""), ("项目绩效目标预算表", ""), ("五、部门预算表", ""),
        ])
    func titles(title: String, kind: String) {
        #expect(TableTitles.kind(TableText.folded(title.unicodeScalars))?.rawValue ?? "" == kind)
    }

    @Test("that name a subject by another code than a sister table are said to contradict it")
    func sisters() throws {
        func table(_ kind: TableKind, _ codes: (String, String)...) -> DisclosureTable {
            DisclosureTable(
                kind: kind, title: kind.name, unit: .wan,
                rows: codes.map { TableRow(code: $0.0, label: $0.1, cells: []) })
        }
        let income = table(.income, ("213", "农林水支出"), ("2130104", "事业运行"), ("2130126", "农村社会事业"))
        let alike = table(.expenditure, ("213", "农林水"), ("2130104", "事业运行"), ("2130126", "农村社会事业支出"))
        let shifted = table(.generalPublicExpenditure, ("213", "农林水支出"), ("2130104", "农村社会事业"))
        #expect(SisterTables.contradictions(in: [income, alike]).isEmpty)
        let said = SisterTables.contradictions(in: [income, alike, shifted])
        #expect(said.map(\.kind) == [.unreadablePart])
        #expect(said.first?.quote == "2130104 农村社会事业")
    }
}
