import FinalAccounts
import OfficialForm
import Testing

@testable import Disclosures

/// What stands over, between and beside tables: titles, captions, numbers of lines and of columns.
@Suite("What stands over tables")
struct TableHeadingsTests {
    private func read(_ text: String, _ file: String) throws -> (figures: Set<String>, disclosure: Disclosure) {
        let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: file)
        let figures = disclosure.figures.map {
            [$0.measure.name, $0.subject ?? "", $0.value.text].joined(separator: " ")
        }
        return (Set(figures), disclosure)
    }

    private static let costs = """
        <table><tr><td>项目</td><td>2021年预算数</td><td>2022年预算数</td><td>增减额</td><td>增减率</td></tr>
        <tr><td>合计</td><td>20.00</td><td>18.00</td><td>-2.00</td><td>-10.00%</td></tr>
        <tr><td>公务接待费</td><td>20.00</td><td>18.00</td><td>-2.00</td><td>-10.00%</td></tr>
        <tr><td>因公出国（境）费</td><td>0</td><td>0</td><td>0</td><td></td></tr></table>
        """

    @Test("a heading between two tables begins another table, whatever unit stands with it")
    func headingBetween() throws {
        let html = """
            <html><body><h3>白石县科技局2022年部门预算</h3><p>三、“三公”经费预算表 单位：万元</p>\(Self.costs)
            <p>四、项目绩效目标表 单位：万元</p>
            <table><tr><td>项目名称</td><td>河道整治</td><td>资金总额</td><td>50.00</td></tr>
            <tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>目标值</td></tr></table></body></html>
            """
        let found = try read(html, "a.html").figures
        #expect(
            found.isSuperset(of: [
                "three_public.previous_amount  200000", "three_public.budget  180000", "reception.change  -20000",
                "reception.change_rate  -10.00",
            ]))
    }

    @Test("a title and a caption over a table are no heads, and a plan is no accounts")
    func captionOver() throws {
        let csv = """
            部门支出总体情况表,,,,
            部门：白石县农业科学院,,2019年预算,,单位：元
            科目编码,科目名称,合计,基本支出,项目支出
            ,合计,300,200,100
            2060301,机构运行,200,200,
            2060302,社会公益研究,100,,100
            """
        let disclosure = try read(csv, "a.csv").disclosure
        #expect(disclosure.kind == .budget)
        #expect(disclosure.lines.allSatisfy { $0.statedActual == nil && $0.statedInitialBudget != nil })
        #expect(disclosure.lines.map { $0.line.basic != nil } == [true, false])
    }

    @Test("two tables in one sheet are two, each under its numbered title")
    func twoInOneSheet() throws {
        let csv = """
            表1：单位收支总表,,,
            编制单位：白石县防汛中心,,2024年,单位：元
            收入,,支出,
            项目,预算数,项目（按功能分类）,预算数
            一、一般公共预算财政拨款收入,900,208社会保障和就业支出,100
            ,,213农林水支出,800
            本年收入合计,900,本年支出合计,900
            ,,,
            表7：“三公”经费预算表,,,
            项目,2023年预算数,2024年预算数,增减
            合计,50,40,-10
            公务接待费,50,40,-10
            因公出国（境）费,0,0,0
            """
        let found = try read(csv, "a.csv")
        #expect(
            found.figures.isSuperset(of: [
                "category.budget 社会保障和就业支出 100", "three_public.previous_amount  50", "three_public.budget  40",
            ]))
        #expect(found.disclosure.lines.isEmpty)
    }

    @Test("numbers of lines and of columns are none of the amounts")
    func lineNumbers() throws {
        let text = """
            白石县仲裁办2024年度单位决算
            收入支出决算总表
            金额单位：万元
            收入 支出
            项目 行次 年初预算数 全年预算数 决算数 项目 行次 年初预算数 全年预算数 决算数
            栏次 1 2 3 栏次 4 5 6
            一、一般公共预算财政拨款收入 1 41.00 43.00 42.00 四、公共安全支出 35 90.00 95.00 91.00
            五、事业收入 5 86.00 98.00 94.00 八、社会保障和就业支出 39 37.00 46.00 45.00
            本年收入合计 27 127.00 141.00 136.00 本年支出合计 57 127.00 141.00 136.00
            """
        let found = try read(text, "a.txt").figures
        #expect(
            found.isSuperset(of: [
                "general_public_income.initial_budget  410000", "business_income.amount  940000",
                "category.adjusted_budget 公共安全支出 950000", "category.amount 社会保障和就业支出 450000",
            ]))
    }

    @Test(
        "比上年 and 比预算 alone are heads of changes, and a name may take two lines",
        arguments: ["3.公务用车购置及\n运行维护费", "3.公务用车购置及运行维护费"])
    func changes(label: String) throws {
        let text = """
            白石乡人民政府2023年“三公”经费决算公开表
            单位：元
            项 目 2022年决算数 2023年预算数 2023年决算数
            比上年 比预算
            合 计 300.00 320.00 290.00 -10.00 -30.00
            2.公务接待费 100.00 110.00 95.00 -5.00 -15.00
            \(label) 200.00 210.00 195.00 -5.00 -15.00
            """
        let found = try read(text, "a.txt").figures
        #expect(
            found.isSuperset(of: [
                "three_public.change  -10", "three_public.change_on_budget  -30", "official_vehicles.amount  195",
                "official_vehicles.previous_amount  200",
            ]))
    }

    @Test("several heads a cell a line, with no corner, are columns where the rows behind them have as many values")
    func noCorner() throws {
        let text = """
            白石市总工会2022年绩效自评附表
            经费控制情况（万元）
            2021年决算数
            2022年预算数
            2022年决算数
            支出总额
            108.24
            118.60
            119.35
            基本支出
            56.18
            59.40
            60.72
            两节送温暖资金
            26
            28
            28
            2、出国经费
            3、公务接待
            1.32
            2.00
            0.92
            """
        let found = try read(text, "a.txt").figures
        #expect(
            found.isSuperset(of: [
                "expenditure_total.previous_amount  1082400", "basic_expenditure.budget  594000",
                "basic_expenditure.amount  607200", "reception.amount  9200",
            ]))
        #expect(!found.contains { $0.hasSuffix(" 280000") })
    }

    @Test("an unknown kind of expenditure over a column is not what was spent")
    func unknownKind() throws {
        let csv = """
            部门支出表,,,
            部门：白石县农业科学院,,2019年预算,单位：元
            科目编码,科目名称,合计,某种经营性支出
            2060301,机构运行,200,30
            2060302,社会公益研究,100,
            """
        let disclosure = try read(csv, "a.csv").disclosure
        #expect(disclosure.lines.allSatisfy { $0.statedActual == nil })
    }
}
