import FinalAccounts
import OfficialForm
import Testing

@testable import Disclosures

/// Wordings of counties and kinds of bodies that earlier documents did not have.
@Suite("Other wordings")
struct OtherWordingsTests {
    private func read(_ text: String, _ file: String = "a.txt") throws -> (figures: Set<String>, disclosure: Disclosure)
    {
        let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: file)
        let figures = disclosure.figures.map {
            [$0.measure.name, $0.subject ?? "", $0.value.text].joined(separator: " ")
        }
        return (Set(figures), disclosure)
    }

    private static let costs = "石门镇人民政府2021年度部门决算\n三、“三公”经费支出决算情况说明\n"

    @Test("what was spent stands behind the budget of the same cost, its parts are of what was spent")
    func spent() throws {
        let found = try read(
            Self.costs + "公务用车购置及运行维护费预算38.00万元，支出34.20万元，其中购置费6.20万元，更新公务用车1辆；运行维护28.00万元。"
        ).figures
        #expect(
            found == [
                "official_vehicles.budget  380000", "official_vehicles.amount  342000",
                "vehicle_purchase.amount  62000",
                "vehicles_purchased.count  1", "vehicle_running.amount  280000",
            ])
    }

    @Test("a change that is the amount less the budget is held against the budget")
    func onBudget() throws {
        let found = try read(Self.costs + "会议费预算4.00万元，决算4.60万元，增加0.60万元，增长15%。培训费决算2.00万元，增加0.50万元。").figures
        #expect(
            found.isSuperset(of: [
                "meetings.change_on_budget  6000", "meetings.change_rate_on_budget  15", "training.change  5000",
            ]))
    }

    @Test("a change in the middle of a list is that of the part before it")
    func inList() throws {
        let found = try read(
            Self.costs + "“三公”经费支出2.00万元，其中：因公出国（境）费0.00万元，公务接待费2.00万元，比上年减少1.00万元，公务用车运行维护费0.00万元。"
        ).figures
        #expect(found.contains("reception.change  -10000"))
    }

    @Test("a part of what was counted is not the whole")
    func partOfCount() throws {
        let found = try read(Self.costs + "全年国内公务接待21批次、168人次，其中外省来访3批次，另有招商来访5批次。").figures
        #expect(found == ["reception_batches.count  21", "reception_visitors.count  168"])
    }

    @Test("a change behind the amount it is held against ends an explanation")
    func baseInChange() throws {
        let text = "石门镇卫生院2022年度部门决算\n二、收入决算情况说明\n事业收入312.00万元，为门诊收入，较2021年度决算数280.00万元增加32.00万元，增长11.43%。"
        let found = try read(text).figures
        #expect(found.isSuperset(of: ["business_income.previous_amount  2800000", "business_income.change  320000"]))
    }

    @Test("several evaluated projects have one budget and one amount, and no other project is one of them")
    func evaluated() throws {
        let text = "石门镇人民政府2022年度部门决算\n十一、预算绩效情况说明\n对2个项目实施单位自评，全年预算数30.00万元，全年执行数27.00万元。全年完成审计项目26个。"
        let found = try read(text).figures
        #expect(
            found == [
                "evaluated_projects.count  2", "evaluated_projects.adjusted_budget  300000",
                "evaluated_projects.amount  270000",
            ])
    }

    @Test("上年结转收入 is what was carried over")
    func carriedOver() throws {
        let text = "石门镇人民政府2022年部门预算\n一、收支预算总体情况\n收入总预算120.00万元，其中：一般公共预算拨款收入100.00万元，上年结转收入20.00万元。"
        #expect(try read(text).figures.contains("opening_balance.budget  200000"))
    }

    @Test("headings, categories and tables in traditional characters are the form's")
    func traditional() throws {
        let text = """
            石門鎮人民政府2021年部門決算
            四、財政撥款收入支出決算總體情況說明
            財政撥款收入總計90.00萬元，支出總計90.00萬元。
            五、一般公共預算財政撥款支出決算情況說明
            一般公共預算財政撥款支出90.00萬元。其中：一般公共服務（類）支出60.00萬元，占66.67%；衛生健康（類）支出30.00萬元，占33.33%。
            """
        let found = try read(text)
        #expect(
            found.figures.isSuperset(of: [
                "fiscal_income.amount  900000", "fiscal_expenditure.amount  900000", "category.amount 一般公共服务支出 600000",
                "category.share 卫生健康支出 33.33",
            ]))
        let html = """
            <html><body><p>石門鎮人民政府2022年“三公”經費預算　單位：萬元</p>
            <table><tr><td>項目</td><td>2022年預算數</td></tr><tr><td>“三公”經費合計</td><td>4.80</td></tr>
            <tr><td>公務接待費</td><td>1.80</td></tr><tr><td>公務用車購置及運行費</td><td>3.00</td></tr></table></body></html>
            """
        #expect(
            try read(html, "a.html").figures.isSuperset(of: [
                "three_public.budget  48000", "reception.budget  18000", "official_vehicles.budget  30000",
            ]))
    }

    @Test("numbers of tables that nothing was made of are told")
    func unreadTables() throws {
        let cells =
            ["项目名称", "办案业务费", "预算资金情况（万元）", "286.40", "其中：财政拨款", "280", "绩效指标", "一级指标", "二级指标", "三级指标", "运算符号"]
            + ["目标值", "度量单位", "权重", "产出指标", "数量指标", "办理案件", "≥", "680", "件", "20", "公开听证", "≥", "45", "次", "10"]
        let text = "石门县检察院2022年部门预算\n一、政府采购情况\n政府采购预算14.00万元。\n项目支出绩效目标表\n" + cells.joined(separator: "\n")
        let told = try read(text).disclosure.diagnostics.map(\.message.en).joined()
        for number in ["286.40", "280", "680", "45"] { #expect(told.contains("'\(number)")) }
        let work = try read("石门镇人民政府2022年部门预算\n一、重点工作\n建成高标准农田1.2万亩，粮食稳定在4.6万吨。二、政府采购预算14.00万元。").disclosure
        #expect(work.diagnostics.contains { $0.message.en.contains("1.2万亩") })
    }

    @Test(
        "a body's name is free of registers, numbers and second names",
        arguments: [
            ("监督索引号53090000118803000\n澜河市政务服务管理局2023年度部门决算", "澜河市政务服务管理局"),
            ("中国共产主义青年团石门县委员会2023年度部门决算情况说明", "中国共产主义青年团石门县委员会"),
            ("石门县融媒体中心（石门县广播电视台）2023年度部门决算", "石门县融媒体中心"),
            ("石门县统计局（汇总）2023年度部门决算", "石门县统计局"),
        ])
    func bodies(title: String, name: String) throws {
        let text = title + "\n一、收入决算情况说明\n2023年度收入合计100.00万元，其中：财政拨款收入100.00万元，占100%。"
        #expect(try read(text).disclosure.unit?.name == name)
    }

    @Test(
        "tables under the titles of the budget's form are a plan, those of accounts are none", arguments: [true, false])
    func budgetForm(isBudget: Bool) throws {
        let csv = """
            \(isBudget ? "支出总表" : "支出决算表"),,,
            部门：石门镇人民政府,2023年度,,单位：万元
            科目编码,科目名称,合计,基本支出,项目支出
            ,合计,300,200,100
            2010301,行政运行,200,200,
            2010302,一般行政管理事务,100,,100
            """
        let disclosure = try read(csv, "a.csv").disclosure
        #expect(disclosure.kind == (isBudget ? .budget : .finalAccounts))
        #expect(disclosure.lines.allSatisfy { ($0.statedActual == nil) == isBudget })
    }

    @Test(
        "占调整预算 before a percentage is a rate on that budget, with 的 and without, and no share",
        arguments: ["占调整预算", "占调整预算的", "占调整后预算", "为调整预算数的", "占全年预算", "为全年预算数的"])
    func rateOnAdjusted(words: String) throws {
        let text = "青杨县人民政府关于2021年财政决算的报告\n2021年，全县一般公共预算收入完成36,410万元，\(words)103.2%，增长4.5%。"
        let found = try read(text).figures
        #expect(found.contains("other.rate_on_adjusted_budget 一般公共预算收入 103.2"))
    }

    @Test(
        "headings that a copy puts on one line are told apart where a part of the document is among them",
        arguments: [
            "五、财政拨款收入支出决算总表 第三部分 2022年度部门决算情况说明 一、收入决算情况说明",
            "六、一般公共预算财政拨款支出决算表（二）　第三部分　部门决算情况说明　一、收入决算情况说明",
        ])
    func gluedHeadings(line: String) throws {
        let text = "青杨区第一小学2022年度部门决算\n第二部分 部门决算报表\n\(line)\n本年收入合计310.00万元,其中:财政拨款收入300.00万元;其他收入10.00万元。"
        let found = try read(text).figures
        #expect(
            found == ["year_income.amount  3100000", "fiscal_income.amount  3000000", "other_income.amount  100000"])
    }

    @Test("parts of what was counted are left over one by one, their people and their visits")
    func partsOfVisits() throws {
        let found = try read(
            Self.costs + "国内公务接待支出3.20万元，接待90批次，1,012人次，其中省市检查40批次、402人次，招商洽谈50批次、610人次；国（境）外公务接待0批次。"
        ).figures
        #expect(
            found == [
                "domestic_reception.amount  32000", "reception_batches.count  90", "reception_visitors.count  1012",
                "foreign_reception_batches.count  0",
            ])
    }

    @Test("what was compared may be named behind the comparison that ends an explanation")
    func reasonEndsAtComparison() throws {
        let text =
            "石门县人民法院2023年度部门决算\n（一）收入支出总体情况\n与年初预算相比，收、支总计各增加24.30万元，增长12.50%，变动原因：追加办案经费；与上年决算相比，收、支总计各减少67.70万元，下降23.60%，变动原因：厉行节约。"
        let found = try read(text).figures
        #expect(
            found.isSuperset(of: [
                "income_and_expenditure.change  -677000", "income_and_expenditure.change_rate  -23.60",
            ]))
    }

    @Test(
        "numbers of beds, boats and books are left over, not lost",
        arguments: ["床位86张", "巡逻艇4艘", "藏书12册"])
    func otherCounts(words: String) throws {
        let disclosure = try read("石门县图书馆2022年度部门决算\n三、其他情况\n本年支出合计20.00万元。年末\(words)，运转正常。").disclosure
        #expect(disclosure.diagnostics.contains { $0.kind == .unplacedFigure })
    }
}
