import Disclosures
import Testing

@testable import Consistency

/// Vehicles that came and went, years that are held against themselves, shares of two years, funds said to be none.
@Suite("Years and stocks")
struct YearsAndStocksTests {
    private func findings(_ text: String) throws -> [Finding] {
        let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: "text.txt")
        return CheckEngine(language: .zhHans).check(disclosure)
    }

    private static let accounts = "泽口市水文站2019年度部门决算\n"

    @Test("vehicles at the end are those at the beginning, more what came, less what went")
    func vehicles() throws {
        let words = "九、“三公”经费支出情况\n公务用车运行维护费11.35万元。年初保有车辆7辆，当年购置2辆，报废3辆，年末公务用车保有量"
        let found = try findings(Self.accounts + words + "8辆。").filter { $0.rule == "vehicle-stock" }
        #expect(found.map(\.computed) == ["6辆"])
        #expect(try findings(Self.accounts + words + "6辆。").allSatisfy { $0.rule != "vehicle-stock" })
        let partly = "九、“三公”经费支出情况\n年初保有车辆7辆，其中特种车1辆，报废3辆，年末公务用车保有量8辆。"
        #expect(try findings(Self.accounts + partly).allSatisfy { $0.rule != "vehicle-stock" })
    }

    @Test("a year that is compared with itself is last year's year left standing")
    func ownYear() throws {
        let words = """
            一、收入支出决算总体情况
            2019年度收入总计100.00万元。2019年度支出总计100.00万元。
            九、“三公”经费支出情况
            2018年“三公”经费支出决算5.00万元，比2018年减少1.00万元，下降16.67%。
            """
        let found = try findings(Self.accounts + words).filter { $0.rule == "stale-year" }
        #expect(found.contains { $0.stated?.contains("2018") ?? false && $0.computed == "2019年" })
        let right = words.replacing("2018年“三公”", with: "2019年“三公”")
        #expect(try findings(Self.accounts + right).allSatisfy { $0.rule != "stale-year" })
    }

    @Test("a share of 总支出 in a list is of the total of that name, however far it stands before")
    func shareOfTotal() throws {
        let text = """
            泽口市青杨乡人民政府2016年部门预算编制说明
            二、预算收支情况
            2016年部门预算总支出864万元，其中：基本支出618万元，占71.5%；项目支出246万元，占28.5%。
            按功能科目：
            1.一般公共服务支出412万元，占总支出的47.7%；
            2.文化体育与传媒支出26万元，占总支出的3.0%；
            3.社会保障和就业支出118万元，占总支出的13.7%；
            4.农林水支出263万元，占总支出的24.9%，其中村组干部补贴142万元；
            5.住房保障支出45万元，占总支出的5.2%。
            """
        let found = try findings(text).filter { $0.rule == "share" }
        #expect(found.map(\.stated) == ["24.9%"])
        #expect(found.map(\.computed) == ["30.4%"])
    }

    @Test("a fraction with a percent sign behind it is told from its percentage")
    func fraction() throws {
        let words = "二、收入决算情况\n财政拨款收入613.4097万元，比上年减少24.6173万元，下降"
        let found = try findings(Self.accounts + words + "0.0386%。").filter { $0.rule == "growth-rate" }
        #expect(found.map(\.computed) == ["-3.86%"])
        #expect(found.allSatisfy { $0.message.contains("小数未化为百分数") })
        #expect(try findings(Self.accounts + words + "3.86%。").allSatisfy { $0.rule != "growth-rate" })
    }

    @Test("a difference is reported with the two figures it is the difference of")
    func difference() throws {
        let text = Self.accounts + "二、收入决算情况\n财政拨款收入381.45万元，2018年486.27万元，增加104.82万元。"
        let message = try findings(text).map { $0.message }.joined()
        #expect(message.contains("381.45万元、486.27万元"))
    }

    @Test("shares of two years are of two wholes")
    func sharesOfYears() throws {
        let text = """
            泽口市水文站2019年部门预算
            二、支出预算
            财政拨款由621.40万元增至640.28万元。教育支出2018年41.20万元（占6.63%）、今年36.58万元（占5.71%）。
            """
        #expect(try findings(text).allSatisfy { $0.rule != "share" })
    }

    @Test(
        "a fund of which a table or a sentence states money is not none",
        arguments: ["没有政府性基金预算财政拨款收入和支出。", "无政府性基金预算财政拨款收入。", "没有政府性基金预算收支。"])
    func deniedFund(words: String) throws {
        let text =
            Self.accounts
            + "二、收入决算情况\n收入合计186.40万元，其中：一般公共预算财政拨款收入100.00万元，政府性基金预算财政拨款收入86.40万元。\n八、政府性基金预算财政拨款收入支出决算情况说明\n本部门2019年度"
            + words
        #expect(try findings(text).contains { $0.rule == "denied-figure" && $0.message.contains("86.40") })
        let spending = "八、政府性基金预算财政拨款收入支出决算情况说明\n本年支出86.40万元，为上年结转。本部门2019年度无政府性基金预算财政拨款收入。"
        #expect(try findings(Self.accounts + spending).allSatisfy { $0.rule != "denied-figure" })
    }
}
