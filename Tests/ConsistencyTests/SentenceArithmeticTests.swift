import Consistency
import Testing

/// What the words of one sentence say of its numbers, in documents whose measures the form does not know.
@Suite("The arithmetic of sentences")
struct SentenceArithmeticTests {
    private static let before = "一、收入支出决算总体情况说明\n2023年度收、支总计1.00万元。\n十、其他重要事项的情况说明\n"

    private func found(_ body: String, _ rule: String) throws -> [Finding] {
        try checked(Self.before + body).filter { $0.rule == rule }
    }

    @Test(
        "A rate taken of this year's figure is found, whatever it is of",
        arguments: [
            ("公园养护经费250.00万元，比上年增加50.00万元，增长20.00%。", "25.00%"),
            ("绿化经费32.00万元，比2022年40.00万元减少8.00万元，下降25.00%。", "20.00%"),
            ("救助站经费90.00万元，较上年减少10.00万元，下降11.11%。", "10.00%"),
        ])
    func wrongBase(_ sentence: String, right: String) throws {
        let found = try found(sentence, "growth-rate")
        #expect(found.count == 1, "\(found.map(\.message))")
        #expect(found.first?.computed?.contains(right) == true)
    }

    @Test(
        "A rate of a whole named before its parts is right",
        arguments: [
            "车辆经费60.00万元，其中购置18.00万元、运行42.00万元，比上年减少0.90万元，下降1.48%。",
            "树木补植经费2023年安排12.00万元，比上年增加2.00万元，增长20.00%。",
        ])
    func rightBase(_ sentence: String) throws {
        #expect(try found(sentence, "growth-rate").isEmpty)
    }

    @Test("The difference of two amounts of two years is worked out again")
    func difference() throws {
        let found = try found("路灯经费2023年安排12.00万元，2022年安排16.30万元，对比减少4.70万元。", "change-amount")
        #expect(found.first?.computed == "-4.30万元")
    }

    @Test(
        "A list that nearly reaches its total is held to it, in one sentence and over two",
        arguments: [
            "河道整治经费693.40万元，其中：清淤388.20万元，护岸84.50万元，绿化41.60万元，泵站169.10万元。",
            "河道整治经费693.40万元。按用途划分，清淤388.20万元，护岸84.50万元，绿化41.60万元，泵站169.10万元。",
            "清淤388.20万元，护岸84.50万元，绿化41.60万元，泵站169.10万元，河道整治经费合计693.40万元。",
        ])
    func lists(_ sentence: String) throws {
        let found = try found(sentence, "listed-sum")
        #expect(found.count == 1, "\(found.map(\.message))")
        #expect(found.first?.message.contains("683.40") == true)
    }

    @Test("A share is of the whole that its neighbours are of")
    func shares() throws {
        let found = try found(
            "社区经费400.00万元。托育180.00万元，占45.00%；助餐120.00万元，占30.00%；活动100.00万元，占52.00%。", "share")
        #expect(found.map(\.stated) == ["52.00%"])
        #expect(found.first?.computed == "25.00%")
    }

    @Test("Shares of one name whose parts make the whole")
    func sharesOfOneName() throws {
        let found = try found(
            """
            托育支出900.00万元，占社区经费支出的90.00%。
            助餐支出100.00万元，占社区经费支出的19.00%。
            """, "share")
        #expect(found.map(\.computed) == ["10.00%"])
    }

    @Test("A rate names the figures it rests on, and the figure whose digits would explain it too")
    func basis() throws {
        let found = try found("公园养护经费42.36万元，比上年减少0.84万元，下降3.33%。", "growth-rate")
        let message = found.first?.message ?? ""
        #expect(message.contains("42.36") && message.contains("24.36"), "\(message)")
    }

    @Test("Doubled words and a decrease with a minus sign are found", arguments: ["主要是主要是", "主要是是", "减少-3.64"])
    func wording(_ words: String) throws {
        let found = try checked(Self.before + "经费下降的\(words)%接待从简。")
        #expect(found.contains { $0.quote.contains(words) }, "\(found.map(\.message))")
    }
}
