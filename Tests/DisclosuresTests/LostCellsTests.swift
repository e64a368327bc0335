import FinalAccounts
import OfficialForm
import Testing

@testable import Disclosures

/// Tables laid down as text of which a copy has lost the blank and the tall cells.
@Suite("Tables that have lost cells")
struct LostCellsTests {
    private func read(_ text: String) throws -> (figures: Set<String>, disclosure: Disclosure) {
        let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: "text.txt")
        return (Set(disclosure.figures.map { "\($0.measure.name) \($0.value.text)" }), disclosure)
    }

    @Test("a wide header between bars is read by the order of its costs, its rows by their sums")
    func wide() throws {
        let found = try read(
            """
            2020年度一般公共预算财政拨款“三公”经费及机关运行经费支出决算表
            单位：万元
            一般公共预算财政拨款“三公”经费 | 机关运行经费决算数 | |||||||||||
            合计 | 因公出国（境）费 | 公务用车购置及运行费 | 公务接待费 | |||||||||
            小计 | 公务用车购置费 | 公务用车运行费 | ||||||||||
            预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 80.50 |
            12.00 | 9.10 | 10.00 | 8.60 | 10.00 | 8.60 | 2.00 | 0.50 |
            """)
        #expect(
            found.figures == [
                "agency_operating.amount 805000", "three_public.budget 120000", "three_public.amount 91000",
                "official_vehicles.budget 100000", "official_vehicles.amount 86000", "reception.budget 20000",
                "reception.amount 5000",
            ])
        // Purchase or running: nothing says which.
        #expect(found.disclosure.diagnostics.contains { $0.message.en.contains("'10.00', '8.60'") })
    }

    @Test("costs side by side over years down the rows, a cell a line, in the unit the text has them in")
    func years() throws {
        let cells =
            ["年度", "合计", "因公出国（境）费", "公务接待费", "公车购置及运行维护费", "合计", "车辆购置", "车辆运行"]
            + ["2016年", "380", "108", "168", "104", "44", "60", "2017年", "342", "124", "118", "100", "40", "60"]
            + ["2017年比2016年增减%", "-10.00", "14.81", "-29.76", "-3.85", "-9.09", "0.00"]
        let found = try read(
            "青河县2017年“三公”经费决算情况\n2017年“三公”经费支出342万元，其中：因公出国（境）费124万元，公务接待费118万元，公务用车购置及运行维护费100万元。\n"
                + cells.joined(separator: "\n|\n"))
        #expect(
            found.figures.isSuperset(of: [
                "three_public.previous_amount 3800000", "vehicle_purchase.amount 400000",
                "vehicle_running.previous_amount 600000", "abroad.change_rate 14.81",
                "vehicle_purchase.change_rate -9.09",
            ]))
    }

    @Test("a unit in the head of a column is the column's")
    func unitInHead() throws {
        let cells =
            ["经费项目", "2021年度支出（万元）", "支出减少情况（万元）", "支出减少率"]
            + ["因公出国（境）费", "0", "0", "0%", "公务接待费", "86.47", "-", "-", "公务用车购置及运行维护费", "21.31", "-", "-"]
        let found = try read("青河县2021年“三公”经费决算情况\n" + cells.map { $0 + " |" }.joined(separator: "\n"))
        #expect(
            found.figures.isSuperset(of: [
                "reception.amount 864700", "official_vehicles.amount 213100", "abroad.change 0",
            ]))
    }

    @Test("one number of a row of two columns stands where the total less the others says")
    func remainder() throws {
        let rows =
            ["项目", "预算数", "决算数", "合计", "75.00", "61.90", "因公出国（境）费", "4.00"]
            + ["公务接待费", "31.00", "23.20", "公务用车购置及运行费", "40.00", "38.70"]
        let found = try read("青河县2018年“三公”经费决算情况表\n（单位：万元）\n" + rows.joined(separator: "\n"))
        #expect(found.figures.contains("abroad.budget 40000"))
        #expect(!found.figures.contains("abroad.amount 40000"))
    }

    @Test("rows beside a tall cell stand under their heads again")
    func tallCells() throws {
        let evaluations = try read(
            """
            青河县农业局项目支出绩效自评表（2024年度） | ||||||||||
            项目名称 | 灌溉渠修缮项目 | |||||||||
            预算执行情况（10分） | 年度预算数（万元） | 年初预算 | 调整后预算数 | 预算执行数 | 预算执行率 | 权重 | 得分 | 原因 | ||
            总额 | 0.00 | 5.00 | 4.50 | 90.00% | 10 | 9 | 尾款未付 | |||
            其中：财政资金 | 0.00 | 5.00 | 4.50 | 90.00% | / | / | ||||
            绩效指标（90分） | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值 | 权重 | 得分 | 未完成原因分析 |
            产出指标 | 数量指标 | 修缮长度 | ≥ | 12 | 公里 | 13 | 90 | 90 |
            """
        ).disclosure.evaluations
        let evaluation = try #require(evaluations.first)
        #expect(evaluation.executed?.amount == (Amount(minorUnits: 4_500_000)))
        #expect(evaluation.budget?.amount == (Amount(minorUnits: 5_000_000)))
        let indicator = try #require(evaluation.indicators.first)
        #expect(indicator.name == "修缮长度")
        #expect(indicator.firstLevel == "产出指标")
        #expect(indicator.score?.digits == 90)
    }

    @Test("labels with one number each under a caption of their unit are a table without heads")
    func withoutHeads() throws {
        let found = try read(
            """
            青溪县文化馆2020年单位预算
            “三公”经费预算表
            单位：元
            合计 42000
            因公出国（境）费 0
            公务接待费 9000
            公务用车购置及运行费 33000
            """)
        #expect(
            found.figures == [
                "three_public.budget 42000", "abroad.budget 0", "reception.budget 9000",
                "official_vehicles.budget 33000",
            ])
    }

    @Test("the two sides of a main table are told by the words down its columns, whatever stands over them")
    func sides() throws {
        let rows = [
            ("一、财政拨款收入", "208.40", "一、文化旅游体育与传媒支出", "186.20"), ("二、事业收入", "12.60", "二、社会保障和就业支出", "34.80"),
            ("本年收入合计", "221.00", "本年支出合计", "221.00"), ("总计", "221.00", "总计", "221.00"),
        ].map { "<tr><td>\($0.0)</td><td>\($0.1)</td><td>\($0.2)</td><td>\($0.3)</td></tr>" }
        let page = """
            <html><head><title>青溪县文化馆2021年度部门决算</title></head><body><h3>收入支出决算总表</h3><table>
            <tr><td colspan="2">部门：青溪县文化馆</td><td colspan="2">单位：万元</td></tr>
            <tr><td>收入项目</td><td>决算数</td><td>支出去向（按功能分类）</td><td>决算数</td></tr>
            \(rows.joined(separator: "\n"))</table></body></html>
            """
        let disclosure = try DisclosureReader().read(bytes: Array(page.utf8), file: "page.html")
        // Only the page's own title names the year.
        #expect(disclosure.fiscalYear?.number == 2021)
        let table = try #require(disclosure.tables.first)
        let income = table.rows.filter { $0.side == .income }.compactMap { $0.cells.first?.amount?.amount.minorUnits }
        let expenditure = table.rows.filter { $0.side == .expenditure }.compactMap {
            $0.cells.first?.amount?.amount.minorUnits
        }
        #expect(income.count == 4 && expenditure.count == 4 && income != expenditure)
        #expect(table.rows.first { $0.label.contains("事业收入") }?.side == .income)
    }

    @Test("an amount in a column that holds more words than numbers is left over, not lost")
    func amountAmongWords() throws {
        let csv = """
            部门预算情况表,,,
            单位：青溪县文化馆,,2023年度,单位：万元
            收入项目类别,预算数,支出项目类别,备注
            一般公共预算拨款收入,286.42,基本支出,214.36
            事业收入,6.50,项目支出,见附表
            其他收入,2.10,结转下年,无
            """
        let disclosure = try DisclosureReader().read(bytes: Array(csv.utf8), file: "a.csv")
        #expect(disclosure.diagnostics.contains { $0.message.en.contains("214.36") })
    }
}
