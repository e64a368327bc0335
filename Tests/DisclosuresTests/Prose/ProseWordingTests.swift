import Disclosures
import FinalAccounts
import OfficialForm
import Testing

@Suite("Wordings of subject lines")
struct ProseWordingTests {
    /// A document of one item under the usual headings.
    func line(_ item: String) throws -> DisclosedLine {
        let text = """
            第一部分 某市某局概况
            第三部分 2023年度部门决算情况说明
            五、一般公共预算财政拨款支出决算情况说明
            （三）一般公共预算财政拨款支出决算具体情况
            \(item)
            """
        let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: "test.txt")
        return try #require(disclosure.lines.first)
    }

    @Test(
        "an item begins in any of the usual ways",
        arguments: ["1. ", "1、", "（1）", "（一）", "1．", "①", ""])
    func numbering(number: String) throws {
        let line = try line("\(number)教育支出（类）普通教育（款）小学教育（项）。年初预算为10万元，支出决算为12.5万元，完成年初预算的125%。")
        #expect(line.line.subject.names == ["教育支出", "普通教育", "小学教育"])
        #expect(line.line.initialBudget == .stated(try Amount(parsing: "10", unit: .wan)))
        #expect(line.line.actual == (try Amount(parsing: "12.5", unit: .wan)))
        #expect(line.statedRate?.text == "125%")
    }

    @Test(
        "quotation marks around a name are dropped, those inside it are kept",
        arguments: [("“小学教育”", "小学教育"), ("“两庭”建设", "“两庭”建设"), ("支持“两房”", "支持“两房”")])
    func quotes(written: String, name: String) throws {
        let line = try line("1.公共安全支出（类）法院（款）\(written)（项）。年初预算为10万元，支出决算为10万元。")
        #expect(line.line.subject.names == ["公共安全支出", "法院", name])
    }

    @Test(
        "money without an initial budget is unbudgeted in every wording",
        arguments: [
            "该科目未申请年初财政拨款预算", "年初无预算", "年初未安排预算", "无年初预算", "年初未编制预算", "年初预算未安排", "该项目年初没有预算",
        ])
    func unbudgeted(words: String) throws {
        let line = try line("1.教育支出（类）普通教育（款）小学教育（项）。\(words)，支出决算为3万元。")
        #expect(line.line.initialBudget == .unbudgeted)
        #expect(line.line.isUnbudgetedSpending)
    }

    @Test("a budget of zero is stated, not unbudgeted")
    func zero() throws {
        let line = try line("1.教育支出（类）普通教育（款）小学教育（项）。年初预算为0万元，支出决算为3万元。")
        #expect(line.line.initialBudget == .stated(.zero))
    }

    @Test(
        "a full-year or adjusted budget is no initial one",
        arguments: ["全年预算为", "全年预算数为", "调整预算数为", "调整后预算为"])
    func adjusted(words: String) throws {
        let line = try line("1.教育支出（类）普通教育（款）小学教育（项）。\(words)8万元，支出决算数为8万元，完成全年预算数的100%。")
        #expect(line.line.initialBudget == .notStated)
        #expect(line.line.adjustedBudget == (try Amount(parsing: "8", unit: .wan)))
        #expect(line.rateBasis == .adjustedBudget)
    }

    @Test(
        "the document's own comparison is kept",
        arguments: [
            ("决算数大于预算数的主要原因：人员增加", BudgetComparison.above), ("决算数小于年初预算数的主要原因是压减支出", .below),
            ("决算数与预算数持平", .equal), ("决算数同预算数基本持平", .aboutEqual),
        ])
    func comparison(words: String, expected: BudgetComparison) throws {
        let line = try line("1.教育支出（类）普通教育（款）小学教育（项）。年初预算为8万元，支出决算为8万元。\(words)。")
        #expect(line.comparison == expected)
    }

    @Test(
        "amounts are read in every unit and with separators and full-width digits",
        arguments: [
            ("125,000元", "125000"), ("12.5万元", "125000"), ("0.00125亿元", "125000"), ("１２．５万元", "125000"),
            ("１，２３４．５万元", "12345000"), ("125千元", "125000"), ("1,234.56万元", "12345600"),
        ])
    func units(printed: String, yuan: String) throws {
        let line = try line("1.教育支出（类）普通教育（款）小学教育（项）。支出决算为\(printed)。")
        #expect(line.line.actual?.formatted(unit: .yuan) == yuan)
    }

    @Test("a number broken over lines is one number")
    func brokenNumber() throws {
        let line = try line("1.教育支出（类）普通教育（款）小学教\n育（项）。年初预算为12\n3.4\n5万元，支出决\n算为1\n万元。")
        #expect(line.line.subject.name == "小学教育")
        #expect(line.line.initialBudget.amount?.formatted(unit: .wan) == "123.45")
    }

    @Test("a change on last year is kept with its sign and last year's amount can be derived from it")
    func change() throws {
        let line = try line("1.教育支出（类）普通教育（款）小学教育（项）。支出决算为80万元，比上年减少20万元，下降20%。")
        #expect(line.statedChange?.amount.formatted(unit: .wan) == "-20")
        #expect(line.statedChangeRate?.text == "-20%")
    }

    @Test("an amount inside a reason belongs to the reason and is no figure of the line")
    func reasonAmount() throws {
        let line = try line("1.教育支出（类）普通教育（款）小学教育（项）。年初预算为8万元，支出决算为18万元。主要原因是年中追加10万元。")
        #expect(line.statedActual?.text == "18万元")
        #expect(line.line.reason == "年中追加10万元")
    }

    @Test("what the money was for is not taken for the reason")
    func purpose() throws {
        let line = try line("1、教育支出（类）普通教育（款）小学教育（项）。主要用于：学校运转。年初预算为8万元，支出决算为8万元。")
        #expect(line.purpose == "学校运转")
        #expect(line.line.reason == nil)
    }

    @Test("codes printed with the names are kept")
    func codes() throws {
        let line = try line("1.教育支出（205类）普通教育（20502款）小学教育（2050202项）。支出决算为8万元。")
        #expect(line.line.subject.code == "2050202")
    }

    @Test("items that name only their own level take the wider ones from before")
    func inheritedLevels() throws {
        let text = """
            第三部分 2023年度部门决算情况说明
            五、一般公共预算财政拨款支出决算情况说明
            1.教育支出（类）普通教育（款）小学教育（项）支出决算为8万元。
            2.初中教育（项）支出决算为9万元。
            """
        let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: "test.txt")
        #expect(disclosure.lines.map(\.line.subject.names).last == ["教育支出", "普通教育", "初中教育"])
    }
}
