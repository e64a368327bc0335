import Consistency
import Disclosures
import Testing

/// Numbers of things against what is listed of them, weights against a hundred, words for none against figures, and totals
/// that several sentences build up; each with what only looks like a contradiction.
@Suite("What is counted, weighed, denied and built up")
struct CountedAndDeniedTests {
    private func found(_ text: String, file: String = "a.txt") throws -> [Finding] {
        let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: file)
        return CheckEngine(language: .zhHans).check(disclosure).filter { $0.severity != .note }
    }

    private func rules(_ text: String, file: String = "a.txt") throws -> Set<String> {
        Set(try found(text, file: file).map(\.rule))
    }

    private static let plan = "青溪县第三幼儿园2025年单位预算\n第二部分 2025年单位预算情况说明\n一、支出预算\n2025年支出预算总额135.00万元。\n"
    private static let accounts = "青溪县文化馆2022年度部门决算\n第三部分 2022年度部门决算情况说明\n"
    private static let region = "青溪市2021年财政决算的报告\n一、2021年财政决算情况\n"

    @Test(
        "A number of things that another number of names follows is named",
        arguments: [
            ("内设科室2个，分别为：综合科、教研科、后勤科。", "2", "3"),
            ("2025年项目支出安排项目3个，具体为：塘坝清淤62.00万元、机耕路维修48.00万元、防火巡查16.00万元、护林员补助9.00万元，合计135.00万元。", "3", "4"),
            (
                "2025年安排重点工作3项，经费96.00万元：\n（一）修缮校舍，安排40.00万元；\n（二）更换教具，安排20.00万元；\n（三）培训教师，安排16.00万元；\n（四）建设阅览角，安排20.00万元。",
                "3", "4"
            ),
        ])
    func listed(sentence: String, said: String, listed: String) throws {
        let finding = try #require(try found(Self.plan + sentence).first { $0.rule == "list-count" })
        #expect(finding.stated == said && finding.computed == listed)
    }

    @Test(
        "A list that fits, that goes on or that names two in one is none",
        arguments: [
            "内设科室3个，分别为：综合科、教研科、后勤科。", "内设科室4个，包括：综合科、教研科、后勤科等。", "内设科室3个，分别为：综合科、教研科和后勤科。",
            "安排经费3项，共96.00万元，主要用于修缮校舍、更换教具。",
        ])
    func listedWell(sentence: String) throws {
        #expect(try !rules(Self.plan + sentence).contains("list-count"))
    }

    @Test(
        "Parts of a number that nearly or more than make it up are held against it",
        arguments: [
            ("编制人数小计52人，其中：行政编制20人、事业编制30人；实有人数47人。", "52人", "50人"),
            ("国内公务接待96批次、812人次，其中外省考察41批次、402人次，招商洽谈47批次、410人次。", "96批次", "88批次"),
            ("机关行政编制6名。其中：主任1名，副主任2名，科员4名。", "6名", "7名"),
            ("国内公务接待批次52个，其中外事接待批次57个。", "52个", "57个"),
        ])
    func parts(sentence: String, said: String, sum: String) throws {
        let finding = try #require(try found(Self.accounts + sentence).first { $0.rule == "count-parts" })
        #expect(finding.stated == said && finding.computed == sum)
    }

    @Test(
        "Parts that fit, that are few of many or that count one thing twice are no contradiction",
        arguments: [
            "编制人数小计52人，其中：行政编制22人、事业编制30人。", "在职人员52人，其中：女性18人，硕士9人。",
            "共有车辆12辆，其中：执法执勤用车5辆、特种专业技术用车2辆。", "在职人员40人，其中：党员28人，女性25人。",
        ])
    func partsWell(sentence: String) throws {
        #expect(try !rules(Self.accounts + sentence).contains("count-parts"))
    }

    private static func sheet(_ weights: [Int], _ last: String = "") -> String {
        plan + "九、项目支出绩效目标表\n一级指标 二级指标 三级指标 指标值 分值\n"
            + weights.enumerated().map { "产出指标 数量指标 完成事项\($0.offset) ≥\(($0.offset + 3) * 7)次 \($0.element)\n" }
            .joined() + last
    }

    @Test("Weights that do not make a hundred are named, in lines, in cells and in a table")
    func weights() throws {
        #expect(try rules(Self.sheet([20, 20, 20, 20, 30])).contains("weight-sum"))
        #expect(try !rules(Self.sheet([20, 20, 20, 20, 20])).contains("weight-sum"))
        // Ten points for execution stand outside of the indicators.
        #expect(try !rules(Self.sheet([20, 20, 20, 20, 10], "预算执行率另计10分。")).contains("weight-sum"))
        let cells = [
            "产出指标", "数量指标", "走访农户", "≥", "300", "户", "40", "效益指标", "社会效益", "知晓率", "≥", "90", "%", "25", "满意度指标", "满意度",
            "农户满意度", "≥", "95", "%", "10", "产出指标", "时效指标", "按期完成率", "=", "100", "%", "10",
        ]
        let list = Self.plan + "绩效目标表\n指标值\n度量单位\n权重\n" + cells.joined(separator: "\n") + "\n权重合计\n100\n"
        #expect(try found(list).contains { $0.rule == "weight-sum" && $0.computed == "85.0分" })
        let rows = [30, 20, 20, 15].map {
            "<tr><td>产出指标</td><td>数量指标</td><td>走访\($0)次</td><td>≥\($0)</td><td>\($0)</td></tr>"
        }
        let page =
            "<p>青溪县文化馆2023年部门预算项目绩效目标表</p><p>2023年支出预算80.00万元。</p><table><tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td><td>权重</td></tr>\(rows.joined())</table>"
        #expect(try rules(page, file: "a.html").contains("weight-sum"))
    }

    @Test(
        "What one place denies and another states is named",
        arguments: [
            ("八、政府采购情况\n本单位2025年无政府采购预算。\n十、其他\n2025年政府采购预算18.40万元，其中货物18.40万元。", true),
            ("八、政府采购情况\n2025年政府采购预算18.40万元，其中货物18.40万元。", false),
            ("八、政府采购情况\n2025年政府采购预算18.40万元，均为货物，无政府采购工程预算。", false),
        ])
    func denied(text: String, isContradiction: Bool) throws {
        #expect(try rules(Self.plan + text).contains("denied-figure") == isContradiction)
    }

    @Test("More for small firms than was to be bought is named")
    func smallFirms() throws {
        let text = "八、政府采购情况\n2025年政府采购预算总额22.60万元，其中：货物22.60万元。其中专门面向中小企业采购预算31.40万元。"
        #expect(try rules(Self.plan + text).contains("procurement-award"))
    }

    @Test(
        "A total that the sentence before begins, that is said to be made up, and a debt that is carried on are added up",
        arguments: [
            ("全市一般公共预算收入36.20亿元，增长4.1%。加上上级补助收入52.40亿元（其中返还性收入3.10亿元）、上年结余6.30亿元、调入资金2.10亿元，收入总计90.70亿元。", "97.00"),
            ("全市一般公共预算财力96.00亿元。支出总计69.00亿元，由一般公共预算支出88.40亿元，加上解支出、结转下年等7.60亿元构成。", "96.00"),
            ("年初政府债务余额62.40亿元，2021年新增债券8.20亿元，再融资债券3.10亿元，偿还到期债务4.30亿元，年末余额71.40亿元。", "69.40"),
        ])
    func builtUp(sentence: String, right: String) throws {
        let findings = try found(Self.region + sentence)
        #expect(findings.contains { ($0.computed ?? "" + $0.message).contains(right) || $0.message.contains(right) })
    }

    @Test(
        "Totals that fit are no findings",
        arguments: [
            "全市一般公共预算收入36.20亿元，增长4.1%。加上上级补助收入52.40亿元（其中返还性收入3.10亿元）、上年结余6.30亿元、调入资金2.10亿元，收入总计97.00亿元。",
            "年初政府债务余额62.40亿元，2021年新增债券8.20亿元，再融资债券3.10亿元，偿还到期债务4.30亿元，年末余额69.40亿元。",
        ])
    func builtUpWell(sentence: String) throws {
        #expect(try found(Self.region + sentence).isEmpty)
    }

    @Test("A share behind what is held against last year is of this year's amount")
    func shareBehindBase() throws {
        let text =
            "青溪县2018年“三公”经费决算情况\n全县“三公”经费决算2,400万元。其中：因公出国（境）经费决算96万元，比上年72万元增长33.3%，占4.0%；公务接待费决算804万元，占33.5%；公务用车购置及运行费决算1,500万元，占62.5%。"
        #expect(try !rules(text).contains("share"))
    }

    @Test("Where a rate of 100% and the words both say equal, the rate is what is named")
    func equalByRate() throws {
        let text =
            Self.accounts
            + "五、一般公共预算财政拨款支出决算情况说明\n社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）。年初预算为64.20万元，支出决算为46.20万元，完成年初预算的100%，决算数等于预算数。"
        let errors = try found(text).filter { $0.severity == .error }
        #expect(errors.map(\.rule) == ["execution-rate"])
    }

    @Test("A row of a table whose head announces a sum is the cause where its own sum and the sum over it fail")
    func rowBySum() throws {
        let csv = """
            支出决算表,,,,
            部门：青溪县文化馆,,2022年度,,单位：万元
            科目编码,科目名称,本年支出合计,基本支出,项目支出
            ,合计,412.60,310.20,102.40
            207,文化旅游体育与传媒支出,360.40,258.00,102.40
            20701,文化和旅游,306.40,258.00,102.40
            2070109,群众文化,360.40,258.00,102.40
            208,社会保障和就业支出,52.20,52.20,
            20805,行政事业单位养老支出,52.20,52.20,
            2080505,机关事业单位基本养老保险缴费支出,52.20,52.20,
            """
        let errors = try found(csv, file: "a.csv").filter { $0.severity == .error }
        #expect(errors.count == 1)
        #expect(
            errors.first.map {
                $0.rule == "table-row" && $0.message.contains("306.40") && $0.message.contains("360.40")
            } == true)
    }

    @Test(
        "Fewer visitors than visits, and done and undone that are not all, are named",
        arguments: [
            ("国内公务接待74批次、61人次。", true), ("国内公务接待61批次、74人次。", false),
            ("共设三级指标42个，完成37个，未完成4个。", true), ("共设三级指标42个，完成38个，未完成4个。", false),
        ])
    func opposites(sentence: String, isContradiction: Bool) throws {
        #expect(try rules(Self.accounts + sentence).contains("count-parts") == isContradiction)
    }

    @Test("The rate of a change right behind its base is of that base")
    func rateOfBase() throws {
        let text =
            "青溪县2017年“三公”经费决算情况\n2017年“三公”经费支出1,802.0万元，较上年决算2,264.2万元减少462.2万元，下降20.41%；较年初预算数2,042.0万元减少240.0万元，下降13.75%。"
        let finding = try #require(try found(text).first { $0.rule == "growth-rate" })
        #expect(finding.computed?.contains("11.75") == true)
    }

    @Test("Codes in cells of their own tell the levels of rows, and equal columns fail once")
    func levelsByCells() throws {
        let csv = """
            部门支出总体情况表,,,,,,
            编制单位：青溪县司法局,,,,2023年度,,单位：万元
            类,款,项,功能分类科目名称,支出预算,基本支出,项目支出
            ,,,合计,329.08,220.60,128.48
            204,,,公共安全支出,296.20,187.72,108.48
            204,06,,司法,296.20,187.72,108.48
            204,06,01,行政运行,147.24,147.24,
            204,06,04,基层司法业务,62.00,,62.00
            204,06,07,公共法律服务,86.96,40.48,46.48
            208,,,社会保障和就业支出,32.88,32.88,
            208,05,,行政事业单位养老支出,32.88,32.88,
            208,05,05,机关事业单位基本养老保险缴费支出,32.88,32.88,
            """
        #expect(
            try found(csv, file: "a.csv").contains { $0.message.contains("128.48") && $0.message.contains("108.48") })
    }

    @Test("A disclosure read without its text is checked by its figures alone")
    func withoutText() throws {
        let text = Self.accounts + "2022年度收入总计90.00万元，支出总计100.00万元。本年支出合计100.00万元，其中：基本支出60.00万元，占60.00%。"
        var reader = DisclosureReader()
        reader.options.keepsText = false
        let disclosure = try reader.read(bytes: Array(text.utf8), file: "a.txt")
        #expect(disclosure.text.folded.isEmpty && disclosure.figures.count >= 3)
        #expect(CheckEngine(language: .zhHans).check(disclosure).allSatisfy { $0.page == nil })
    }
}
