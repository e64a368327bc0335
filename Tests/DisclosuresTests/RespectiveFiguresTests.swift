import FinalAccounts
import OfficialForm
import Testing

@testable import Disclosures

/// Numbers that answer the nouns of a list one by one.
@Suite("甲、乙分别为 and its like")
struct RespectiveFiguresTests {
    private func read(_ sentence: String) throws -> (figures: Set<String>, left: Int) {
        let text = "石门镇人民政府2021年度部门决算\n三、“三公”经费支出决算情况说明\n" + sentence
        let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: "text.txt")
        return (
            Set(disclosure.figures.map { "\($0.measure.name) \($0.value.text)" }),
            disclosure.diagnostics.count { $0.kind == .unplacedFigure }
        )
    }

    @Test(
        "each number belongs to the noun of its place",
        arguments: [
            ("会议费、培训费分别为3万元、4万元。", ["meetings.amount 30000", "training.amount 40000"]),
            ("会议费和培训费分别为3万元和4万元。", ["meetings.amount 30000", "training.amount 40000"]),
            (
                "会议费、培训费预算分别为3万元、4万元，决算分别为2万元和5万元。",
                ["meetings.budget 30000", "training.budget 40000", "meetings.amount 20000", "training.amount 50000"]
            ),
            (
                "会议费、培训费分别比上年增加1万元、2万元，分别增长50%、100%。",
                [
                    "meetings.change 10000", "training.change 20000", "meetings.change_rate 50",
                    "training.change_rate 100",
                ]
            ),
            (
                "会议费、培训费各增加1万元、2万元，增长50%、100%。",
                [
                    "meetings.change 10000", "training.change 20000", "meetings.change_rate 50",
                    "training.change_rate 100",
                ]
            ),
            (
                "公务用车购置费、公务接待费分别为1万元（占25%）、3万元（占75%）。",
                [
                    "vehicle_purchase.amount 10000", "vehicle_purchase.share 25", "reception.amount 30000",
                    "reception.share 75",
                ]
            ),
            ("公务用车购置数及保有量分别为2辆和16辆。", ["vehicles_purchased.count 2", "vehicles_held.count 16"]),
            ("公务用车购置费和运行费分别为10万元和20万元。", ["vehicle_purchase.amount 100000", "vehicle_running.amount 200000"]),
        ])
    func inTurn(sentence: String, figures: [String]) throws {
        let found = try read(sentence)
        #expect(found.figures == Set(figures))
        #expect(found.left == 0)
    }

    @Test("numbers that are not as many as the nouns are nobody's")
    func another() throws {
        let found = try read("会议费、培训费分别为3万元。因公出国（境）费、会议费、培训费分别为1万元、4万元。")
        #expect(found.figures.isEmpty)
        #expect(found.left == 3)
    }

    @Test("各 with one number says it of each and is no list")
    func each() throws {
        let found = try read("2021年度收入总计、支出总计各增加20万元。")
        #expect(found.left == 0)
    }

    @Test(
        "a number shares the unit of the change that follows it, a zero may be a word, a point may be too many",
        arguments: [
            ("“三公”经费支出3.18万元，较上年3.27减少0.09万元。", "three_public.previous_amount 32700"),
            ("公务接待费支出决算为零万元。", "reception.amount 0"),
            ("公务接待费支出2.29. 万元，比上年增加1万元。", "reception.amount 22900"),
        ])
    func numbers(sentence: String, figure: String) throws {
        let found = try read(sentence)
        #expect(found.figures.contains(figure))
        #expect(found.left == 0)
    }

    @Test("增加原因主要是 announces a reason and names nothing")
    func reason() throws {
        let found = try read("“三公”经费支出7万元，比上年增加2万元，增加原因主要是下乡。其中，公务接待费比去年增加0.7万元，增长40%。")
        #expect(found.figures.isSuperset(of: ["reception.change 7000", "reception.change_rate 40"]))
    }
}
