import FinalAccounts
import OfficialForm
import Testing

@testable import Disclosures

/// Counts whose words vary from place to place, and years that stand where they are not said again.
@Suite("Counts and years in other words")
struct CountedAndDatedTests {
    private func read(_ text: String) throws -> (figures: Set<String>, disclosure: Disclosure) {
        let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: "text.txt")
        let figures = disclosure.figures.map {
            [$0.measure.name, $0.subject ?? "", $0.value.text].joined(separator: " ")
        }
        return (Set(figures), disclosure)
    }

    private static let budget = "云溪县水文站2024年部门预算\n一、收支预算\n收入预算100.00万元，支出预算100.00万元。\n"
    private static let accounts = "云溪县水文站2021年度部门决算\n一、收入支出决算总体情况说明\n收入总计100.00万元，支出总计100.00万元。\n"

    @Test(
        "projects with targets are counted in many words, and the money is theirs",
        arguments: ["绩效目标：项目3个，金额42.00万元。", "本单位实行绩效管理的项目3个，涉及预算金额42.00万元。", "项目支出绩效目标3个，涉及资金42.00万元。"])
    func targets(sentence: String) throws {
        let found = try read(Self.budget + "二、其他重要事项\n（一）\(sentence)\n").figures
        #expect(found.contains { $0.hasPrefix("targeted_projects.count  3") })
        #expect(found.contains("targeted_projects.budget  420000"))
    }

    @Test(
        "grades are counted in many words",
        arguments: ["自评结果为“优”4个、“良”1个。", "其中等次为优的4个，良的1个。", "其中评为优4个，良1个。"])
    func grades(sentence: String) throws {
        let found = try read(Self.accounts + "二、预算绩效情况说明\n对5个项目开展绩效自评，\(sentence)\n").figures
        #expect(found.contains { $0.hasPrefix("graded_projects.count 优 4") })
        #expect(found.contains { $0.hasPrefix("graded_projects.count 良 1") })
    }

    @Test("vehicles that are kept are told behind what they cost", arguments: ["年末保有3辆", "公车改革后保留3辆"])
    func kept(words: String) throws {
        let found = try read(
            Self.accounts + "二、“三公”经费支出情况说明\n公务用车购置及运行费7.60万元，均为运行费，\(words)。\n"
        ).figures
        #expect(found.contains { $0.hasPrefix("vehicles_held.count  3") })
    }

    @Test("vehicles among what a body owns are assets")
    func owned() throws {
        let found = try read(Self.accounts + "二、国有资产占用情况说明\n公务用车2辆，单价50万元以上设备0台。\n").figures
        #expect(found.contains { $0.hasPrefix("asset_vehicles.count  2") })
    }

    @Test("the end of a year between the year and what there was then names nothing")
    func endOfYear() throws {
        let found = try read(Self.accounts + "二、其他情况\n（一）截至2021年底共有车辆3辆。\n").figures
        #expect(found.contains { $0.hasPrefix("asset_vehicles.count  3") })
    }

    @Test("batches counted in pieces are batches", arguments: ["接待26个批次，178人次", "国内公务接待26个团组，来宾178人次"])
    func batches(words: String) throws {
        let found = try read(
            Self.accounts + "二、“三公”经费支出情况说明\n公务接待费支出决算1.22万元，\(words)。\n"
        ).figures
        #expect(found.contains { $0.hasPrefix("reception_batches.count  26") })
    }

    @Test("a year that one sentence names without an amount is that of the amounts behind it")
    func carried() throws {
        let found = try read(
            """
            国家渔港监督局2014年“三公”经费预算公布
            国家渔港监督局2014年“三公”经费预算数为90.00万元，比去年预算数减少10.00万元。
            该局2013年“三公”经费的预算数和预算执行数一致。具体来看，预算总数为100.00万元，其中因公出国（境）费60.00万元；公务接待费40.00万元。
            2014年“三公”经费只是公务接待费一项由40.00万元减至30.00万元。
            """
        ).figures
        #expect(
            found.isSuperset(of: [
                "three_public.budget  900000", "three_public.previous_amount  1000000",
                "abroad.previous_amount  600000", "reception.previous_amount  400000", "reception.budget  300000",
            ]))
        #expect(!found.contains("three_public.budget  1000000"))
    }

    @Test("a year whose sign was left out is that year")
    func withoutSign() throws {
        let found = try read("云溪县水文站2024年部门预算\n一、收支预算\n2024收入预算90.00万元，2024支出预算90.00万元。\n").figures
        #expect(found.isSuperset(of: ["year_income.budget  900000", "year_expenditure.budget  900000"]))
    }

    @Test("parts by place in a bracket change as parts, not as the whole")
    func places() throws {
        let found = try read(
            "云溪县2022年预算调整方案的报告\n各位代表：\n全县政府性基金收入预算安排300万元（其中：县本级200万元；园区100万元），比年初减少160万元（其中：县本级减少180万元，园区增加20万元），下降34.8%。全县一般公共预算收入安排900万元，上解上级支出40万元。\n"
        ).figures
        #expect(!found.contains { $0.hasPrefix("other.change 政府性基金收入 200000") })
    }

    @Test("shares behind a list that was answered one by one are its nouns' in turn")
    func shares() throws {
        let found = try read(
            Self.accounts + "二、政府采购支出情况说明\n货物、工程、服务政府采购规模分别为20.00万元、30.00万元和50.00万元，占政府采购规模比例为20%、30%和50%。\n"
        ).figures
        #expect(
            found.isSuperset(of: [
                "procurement_goods.share  20", "procurement_works.share  30", "procurement_services.share  50",
            ]))
    }

    @Test("a path that begins with a category is a line without quotation marks as well")
    func path() throws {
        let lines = try read(
            Self.budget + "二、一般公共预算拨款支出情况\n1.教育支出-普通教育-学前教育86.00万元。\n2.教育支出-进修及培训-教师进修14.00万元。\n"
        ).disclosure.lines
        #expect(lines.map(\.line.subject.name) == ["学前教育", "教师进修"])
        #expect(lines.first?.statedInitialBudget?.text == "86.00万元")
    }

    @Test("an explanation ends at the next item of its list")
    func reasonEnds() throws {
        let found = try read(
            "云溪县水文站2016年“三公”经费预算说明\n“三公”经费预算24.00万元。1、公务接待费预算6.00万元，比上年减少1.00万元，原因是来访减少；2、公务用车运行费预算18.00万元，上年预算20.00万元。\n"
        ).figures
        #expect(found.contains("vehicle_running.budget  180000"))
    }

    @Test("lines of tables without a year are said to be left over")
    func withoutYear() throws {
        let table = """
            支出决算表,,,
            部门：云溪县水文站,,,单位：万元
            科目编码,科目名称,本年支出合计,基本支出
            ,合计,80.50,80.50
            2110301,大气,61.25,61.25
            2110302,水体,19.25,19.25
            """
        let disclosure = try DisclosureReader().read(bytes: Array(table.utf8), file: "表.csv")
        #expect(disclosure.lines.isEmpty)
        #expect(disclosure.diagnostics.contains { $0.kind == .unplacedFigure && $0.quote.contains("61.25") })
    }

    @Test("a table without a year is of the one year that a label of its rows names")
    func labelledYear() throws {
        let table = """
            部门预算支出总表,,,,
            部门名称：云溪县水文站,,,,单位：万元
            科目编码,科目名称,合计,基本支出,项目支出
            ,合计,80.50,80.50,
            2110301,大气,61.25,61.25,
            2110302,水体,19.25,19.25,
            2019年“三公”经费预算,1.20,,,
            """
        let disclosure = try DisclosureReader().read(bytes: Array(table.utf8), file: "表.csv")
        #expect(disclosure.fiscalYear?.number == 2019)
        #expect(disclosure.lines.map(\.line.subject.name) == ["大气", "水体"])
    }
}
