import FinalAccounts
import OfficialForm
import Testing

@testable import Disclosures

/// What is left of a page or of a main table when someone copies it.
@Suite("Copied pages and tables")
struct CopiedPagesTests {
    private func read(_ text: String, file: String = "text.txt") throws -> Disclosure {
        try DisclosureReader().read(bytes: Array(text.utf8), file: file)
    }

    private func figures(_ disclosure: Disclosure) -> Set<String> {
        Set(disclosure.figures.map { [$0.measure.name, $0.subject ?? "", $0.value.text].joined(separator: " ") })
    }

    @Test("a page whose title and date were copied without tags is read as the page it is")
    func plainLead() throws {
        let page = """
            2019年泽口市水文站决算说明
            发布日期: 2020-08-11
            <div class="editor"><p><span>二、收入支出决算总体情况</span></p>
            <p><span>2019年度收入总计<span lang="EN-US">1,204.50</span>万元，比上年增加<span lang="EN-US">104.50</span>万元，增长<span
            lang="EN-US">9.5%</span>。</span></p></div>
            """
        let disclosure = try read(page, file: "page.html")
        #expect(figures(disclosure).isSuperset(of: ["income_total.amount  12045000", "income_total.change  1045000"]))
        #expect(disclosure.diagnostics.isEmpty)
    }

    @Test("a text that only names a tag stays a text")
    func namedTag() throws {
        let disclosure = try read("泽口市水文站2019年度部门决算\n一、说明\n页面中</p>标签已删除。2019年度收入总计100.00万元。")
        #expect(figures(disclosure) == ["income_total.amount  1000000"])
    }

    private static let rows = """
        一般公共预算拨款收入 428.35 社会保障和就业支出 46.82
        事业收入 58.00 卫生健康支出 21.57
        住房保障支出 26.14
        本年收入合计 486.35 本年支出合计 94.53
        """

    @Test(
        "a main table with a row a line is read by the label before each amount",
        arguments: [
            ("附：单位收支总表（万元）\n收入 预算数 支出 预算数\n" + rows, "year_income", "4863500"),
            ("表1 部门收支总表 单位:万元\n收 项 入 目 2020年预算数 支 项 出 目 2020年预算数\n" + rows, "year_expenditure", "945300"),
            ("部门收支总表 单位：元\n项目 预算数 项目 预算数\n" + rows, "year_income", "486.35"),
        ])
    func mainTable(table: String, topic: String, value: String) throws {
        let disclosure = try read("泽口市水文站2020年部门预算\n" + table)
        let amounts = disclosure.figures.filter { $0.measure.aspect == .budget || $0.measure.aspect == .initialBudget }
        #expect(amounts.count == 7)
        #expect(amounts.contains { $0.measure.topic.rawValue == topic && $0.value.text == value })
        #expect(disclosure.unplacedCount == 0)
    }

    @Test(
        "in such a row the label behind blank cells is that of the amount, and a number that no label is before is left over"
    )
    func blankCells() throws {
        let table = """
            泽口市水文站2020年部门预算 表1 部门收支总表 单位:万元
            收入 2020年预算数 支出 2020年预算数
            一、一般公共预算拨款收入 400.00 一、一般公共服务支出 350.00
            二、政府性基金预算拨款收入 二、外交支出 三、国防支出
            三、事业收入 八、社会保障和就业支出 50.00
            四、往来款 7.00
            收入总计 400.00 支出总计 400.00 第 2 页,共 38 页
            """
        let disclosure = try read(table)
        let found = Set(disclosure.figures.map { "\($0.measure.topic.rawValue) \($0.subject ?? "") \($0.value.text)" })
        #expect(found.contains("category 社会保障和就业支出 500000"))
        #expect(!found.contains { $0.hasPrefix("business_income") })
        #expect(disclosure.diagnostics.filter { $0.kind == .unplacedFigure }.count == 1)
    }

    @Test("two amounts after one label, and a table without a total, are read by no label")
    func notSides() throws {
        let text = "泽口市水文站2020年部门预算\n收支情况（万元）\n收入 预算数 支出 预算数\n事业收入 5.00 教育支出 5.00\n其他收入 2.00 科学技术支出 2.00"
        #expect(try read(text).figures.isEmpty)
    }

    @Test("a sentence in a table whose thousands separators were taken for ends of cells is whole again")
    func brokenSentence() throws {
        let table = """
            泽口市水文站2020年部门支出总表,,,
            单位：万元,,,
            科目编码,科目名称,合计,基本支出
            208,社会保障和就业支出,46.82,46.82
            20805,行政事业单位养老支出,46.82,46.82
            2080505,机关事业单位基本养老保险缴费支出,46.82,46.82
            机关运行经费186.24万元；政府采购预算2,703.92万元，为水质检测2,703.92万元。
            """
        let found = figures(try read(table, file: "table.csv"))
        #expect(found.isSuperset(of: ["agency_operating.budget  1862400", "procurement.budget  27039200"]))
    }

    @Test("what changed from one amount to another was the first last year and is the second this year")
    func turned() throws {
        let text = "泽口市水文站2020年部门预算\n三、支出预算说明\n财政拨款支出由215.40万元增至402.86万元，增加187.46万元。公务接待费从3.00万元减少到2.50万元。"
        let found = figures(try read(text))
        #expect(
            found.isSuperset(of: [
                "fiscal_expenditure.previous_amount  2154000", "fiscal_expenditure.budget  4028600",
                "fiscal_expenditure.change  1874600", "reception.previous_amount  30000", "reception.budget  25000",
            ]))
    }

    @Test(
        "cells between bars are a table where its amounts have no decimals, its rows no closing bar and its caption many"
    )
    func barsInYuan() throws {
        let text = """
            泽口市水文站2020年部门预算
            部门收支总表
            单位：泽口市水文站||||单位：元
            收入||支出||
            项目|预算数|项目|预算数
            一、一般公共预算拨款|4283500|一、社会保障和就业支出|468200
            二、事业收入||二、卫生健康支出|215700
            ||三、住房保障支出|3599600
            本年收入合计|4283500|本年支出合计|4283500
            """
        let disclosure = try read(text)
        let found = Set(disclosure.figures.map { "\($0.measure.topic.rawValue) \($0.subject ?? "") \($0.value.text)" })
        #expect(disclosure.unit?.name == "泽口市水文站")
        #expect(
            found == [
                "general_public_income  4283500", "category 社会保障和就业支出 468200", "category 卫生健康支出 215700",
                "category 住房保障支出 3599600", "year_income  4283500", "year_expenditure  4283500",
            ])
        #expect(disclosure.unplacedCount == 0)
    }

    @Test("an item named within the item of a list ends where that item does")
    func listedItem() throws {
        let text = """
            泽口市水文站2019年度部门决算
            五、一般公共预算财政拨款支出决算情况说明
            1、“农林水支出”2019年度决算341.86万元，比2019年年初预算增加29.36万元，增长9.39%。其中：“水利”（款）2019年度决算341.86万元。
            2、“卫生健康支出”2019年度决算86.41万元，比2019年年初预算减少3.83万元，降低4.24%。
            """
        let found = figures(try read(text))
        #expect(found.contains("category.change_on_budget 卫生健康支出 -38300"))
        #expect(!found.contains { $0.hasPrefix("section.change") })
    }

    @Test("an amount rounded to a word is left over, and a part of what is carried on is not the whole")
    func rounded() throws {
        let text = """
            泽口市水文站2019年度部门决算
            二、收入支出决算总体情况说明
            2019年度年末结转和结余196.94万元（其中：项目支出结转和结余28.14万元）。政府采购节约资金286万余元。
            """
        let disclosure = try read(text)
        #expect(figures(disclosure) == ["closing_balance.amount  1969400"])
        #expect(disclosure.diagnostics.contains { $0.message.zhHans.contains("286万余元") })
    }

    @Test(
        "the body is named by what it is said to be, by a title that is about its accounts, and by names that hold 年",
        arguments: [
            ("第一部分 概况\n泽口市第二实验小学是市教育局直属的财政拨款事业单位。\n第二部分 2019年度决算收入支出情况\n2019年度收入总计5.00万元。", "泽口市第二实验小学"),
            ("关于泽口市水务局财政拨款“三公”经费2019年决算和2020年预算情况的说明\n2019年“三公”经费决算5.00万元。", "泽口市水务局"),
            ("泽口市青少年活动中心2019年度单位决算\n收入总计5.00万元。", "泽口市青少年活动中心"),
            ("漳口县老年大学2019年度单位决算说明\n收入总计5.00万元。", "漳口县老年大学"),
            ("部门（单位）名称：泽口市数字城市管理中心\n2019年度收入总计5.00万元。", "泽口市数字城市管理中心"),
        ])
    func bodies(text: String, name: String) throws {
        #expect(try read(text).unit?.name == name)
    }
}
