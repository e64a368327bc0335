import FinalAccounts
import OfficialForm
import Testing

@testable import Disclosures

/// Whose a change, a rate or a count is where the words alone leave it open.
@Suite("Whose a figure is")
struct WhoseFigureTests {
    private func read(_ text: String) throws -> (figures: Set<String>, disclosure: Disclosure) {
        let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: "text.txt")
        let figures = disclosure.figures.map {
            [$0.measure.name, $0.subject ?? "", $0.value.text].joined(separator: " ")
        }
        return (Set(figures), disclosure)
    }

    private static let accounts = "云溪县水文站2021年度部门决算\n一、收入支出决算总体情况说明\n"

    @Test(
        "a change and its rate tell whether they are of the whole or of its part",
        arguments: [
            // 20 of 180 is 11.11%; 20 of 10 would be 200%.
            ("收入总计200.00万元，其中年初结转和结余30.00万元，较2020年增加20.00万元，增长11.11%。", "income_total"),
            ("收入总计200.00万元，其中年初结转和结余30.00万元，较2020年增加20.00万元，增长200.00%。", "opening_balance"),
        ])
    func changes(sentence: String, topic: String) throws {
        let found = try read(Self.accounts + sentence).figures
        #expect(found.contains("\(topic).change  200000"))
    }

    @Test("本年支出 in a sentence that began with one fund is the fund's")
    func fund() throws {
        let text = """
            云溪县水文站2021年度部门决算
            四、财政拨款收入支出决算总体情况说明
            1.政府性基金预算财政拨款本年收入40.00万元，比上年增加40.00万元，主要是上年没有安排；本年支出38.00万元，比上年增加38.00万元。
            """
        let found = try read(text).figures
        #expect(
            found.isSuperset(of: [
                "government_fund_income.amount  400000", "government_fund_expenditure.amount  380000",
                "government_fund_expenditure.change  380000",
            ]))
    }

    @Test("an amount of something else ends what was spoken of")
    func somethingElse() throws {
        let text = """
            云溪县水文站2022年部门预算
            二、部门收入总体情况
            2022年收入预算100.00万元，其中：一般公共预算拨款收入94.00万元，占94.00%；单位资金收入6.00万元，占6.00%。
            """
        let found = try read(text).figures
        #expect(!found.contains("general_public_income.share  6"))
    }

    @Test("a number of things that changed is no number of things")
    func countOfChange() throws {
        let text = """
            云溪县水文站2021年度部门决算
            十一、国有资产占用情况说明
            共有车辆6辆，比上年增加2辆；单价50万元以上通用设备3台（套），比上年减少1台（套）。
            """
        let counts = try read(text).figures.filter { $0.hasSuffix("2") || $0.hasSuffix("1") }
        #expect(counts.isEmpty)
    }

    @Test("groups by country are parts of the groups that were counted")
    func groups() throws {
        let text = """
            云溪县外事办公室2021年度部门决算
            九、“三公”经费支出决算情况说明
            因公出国（境）费支出12.00万元，全年因公出国（境）团组6个、13人次，其中赴甲国4个、赴乙国2个。
            """
        let found = try read(text).figures
        #expect(found.contains("abroad_groups.count  6"))
        #expect(!found.contains("abroad_groups.count  4"))
    }

    @Test(
        "a completion behind budget and actual is the rate on that budget",
        arguments: [
            ("农林水支出决算数为55.00万元，年初预算数为50.00万元，完成110.00%。", "category.rate_on_initial_budget 农林水支出 110.00"),
            ("农林水支出全年预算数50.00万元，决算数45.00万元，完成90.00%。", "category.rate_on_adjusted_budget 农林水支出 90.00"),
        ])
    func completion(sentence: String, figure: String) throws {
        let text = "云溪县林场2021年度部门决算\n五、一般公共预算财政拨款支出决算情况说明\n\(sentence)"
        #expect(try read(text).figures.contains(figure))
    }

    @Test("a reason ends where the next clause states a rate or a comparison of its own")
    func reasons() throws {
        let text = """
            云溪县水文站2021年度部门决算
            九、“三公”经费支出决算情况说明
            “三公”经费支出8.00万元，较预算减少2.00万元，降低20.00%，主要是压缩接待；较2020年度决算减少1.00万元，降低11.11%，主要是用车减少。
            """
        let found = try read(text).figures
        #expect(found.isSuperset(of: ["three_public.change  -10000", "three_public.change_rate  -11.11"]))
    }

    @Test("words that only say of what kind a figure is change nothing")
    func apposition() throws {
        let text = """
            云溪县地质队2021年度部门决算
            四、财政拨款收入支出决算总体情况说明
            财政拨款收入合计60.00万元，均为一般公共预算财政拨款，比上年增加5.00万元，增长9.09%。
            """
        let found = try read(text).figures
        #expect(found.contains("fiscal_income.change  50000"))
    }

    @Test("a list of amounts is of one year")
    func listOfOneYear() throws {
        let text = """
            云溪县2022年“三公”经费和会议费培训费情况
            2022年会议费3.00万元、培训费4.00万元，2021年会议费5.00万元、培训费6.00万元。
            """
        let found = try read(text).figures
        #expect(found.isSuperset(of: ["training.amount  40000", "training.previous_amount  60000"]))
        #expect(!found.contains("training.amount  60000"))
    }

    @Test("去年 in a report that holds it against the year before is the year accounted for")
    func lastYear() throws {
        let text = """
            云溪区公布2013年度“三公”经费决算
            去年全区“三公”经费支出600.00万元，比上年减少50.00万元，下降7.69%。
            """
        let found = try read(text).figures
        #expect(found.contains("three_public.amount  6000000"))
    }

    @Test("no money is told of what is only counted")
    func money() throws {
        let text = """
            云溪县林场2021年度部门决算
            十一、国有资产占用情况说明
            共有车辆3辆，86.20万元。
            绩效自评2个项目：甲工程，全年预算42.00万元，执行40.00万元。
            """
        let disclosure = try read(text).disclosure
        #expect(!disclosure.figures.contains { $0.measure.topic == .assetVehicles && $0.measure.aspect != .count })
        #expect(disclosure.diagnostics.contains { $0.message.en.contains("86.20") })
    }

    @Test("a heading that names a cost is the noun of what stands under it")
    func heading() throws {
        let text = """
            云溪县法院2020年部门预算
            五、一般公共预算“三公”经费支出情况
            2020年度“三公”经费财政拨款预算安排76.00万元，其中：
            （一）因公出国（境）经费
            2020年预算安排0万元。与上年相比增加0万元。
            （二）公务接待费
            2020年预算安排6.00万元。与上年相比减少2.00万元，下降25%。
            （三）公务用车购置及运行费
            2020年预算安排70.00万元，其中：公务用车运行费70.00万元，公务用车购置费0万元。与上年相比减少18.00万元，下降20.45%。
            """
        let found = try read(text).figures
        #expect(
            found.isSuperset(of: [
                "reception.budget  60000", "reception.change  -20000", "official_vehicles.budget  700000",
                "official_vehicles.change  -180000",
            ]))
    }

    @Test("a kind of expenditure is of the fund that is named before it")
    func kindOfFund() throws {
        let text = """
            云溪区档案馆2021年度部门决算
            八、财政拨款基本支出决算情况说明
            使用一般公共预算财政拨款安排基本支出148.60万元，使用政府性基金财政拨款安排基本支出3.00万元。
            """
        let found = try read(text).figures
        #expect(found.contains("general_public_basic_expenditure.amount  1486000"))
        #expect(!found.contains("general_public_basic_expenditure.amount  30000"))
    }

    @Test("what is not above last year's figure is held against it, and its parts are of this year")
    func notAbove() throws {
        let text = "云溪区2025年“三公”经费预算\n“三公”经费预算1,180万元，不高于上年1,245万元，其中公务接待费164万元，因公出国（境）费30万元。"
        let found = try read(text).figures
        #expect(found.isSuperset(of: ["three_public.previous_amount  12450000", "reception.budget  1640000"]))
    }

    @Test("a sentence that divides the whole is none of the item above it")
    func division() throws {
        let text = """
            云溪县陶艺馆2013年度部门决算
            三、支出决算情况说明
            1、文化体育与传媒（类）文物（款）博物馆（项）支出60.00万元，用于布展。
            2、医疗卫生（类）医疗保障（款）事业单位医疗（项）支出40.00万元。
            按用途划分，基本支出30.00万元，占总支出30.00%；项目支出70.00万元，占总支出70.00%。
            """
        let (found, disclosure) = try read(text)
        #expect(found.isSuperset(of: ["basic_expenditure.amount  300000", "project_expenditure.share  70.00"]))
        #expect(disclosure.lines.allSatisfy { $0.line.basic == nil })
    }

    @Test("the accounts of a place's state capital are by their own words, not a body's")
    func stateCapital() throws {
        let text = """
            关于2018年云溪市市级国有资本经营决算的说明
            三、支出决算情况
            (一)国有企业政策性补贴预算数为780万元,决算数为650万元,完成预算的83.3%。
            """
        let found = try read(text).figures
        #expect(!found.contains { $0.hasPrefix("year_expenditure") })
    }

    @Test("news of what was bought is no plan, though it tells of the plan")
    func bought() throws {
        let text = """
            云溪县2013年采购预算近1.5亿
            全年完成采购预算14832.60万元，实际采购金额13416.07万元。
            从采购类别看，货物类3218.44万元，占23.99%。
            """
        let found = try read(text).figures
        #expect(found.isSuperset(of: ["procurement.amount  134160700", "procurement_goods.amount  32184400"]))
    }

    @Test("in a plan what was spent in the year before is no plan, part by part and under a heading of its own")
    func yearBefore() throws {
        let text = """
            云溪局公布“三公”经费2012年预算安排情况
            2011年“三公”经费支出数为48.00万元，因公出国（境）费3.00万元，公务用车购置及运行费37.00万元，公务接待费8.00万元。
            二、2011年“三公”经费支出情况
            公务用车购置费3.00万元，公务用车运行费34.00万元。
            三、2012年“三公”经费预算安排情况
            2012年“三公”经费预算安排47.00万元，其中公务接待费7.00万元。
            """
        let found = try read(text).figures
        #expect(
            found.isSuperset(of: [
                "official_vehicles.previous_amount  370000", "reception.previous_amount  80000",
                "vehicle_running.amount  340000",
                "reception.budget  70000",
            ]))
        #expect(!found.contains { $0.hasPrefix("abroad.budget") || $0.hasPrefix("vehicle_running.budget") })
    }
}
