import Platform
import Testing

@Suite("Chinese in English sentences")
struct QuotedChineseTests {
    @Test(
        "Stands in quotation marks, once",
        arguments: [
            ("nothing here", "nothing here"),
            ("is 1657.74万元.", "is '1657.74万元'."),
            (
                "群众文化, rate is 183.31%; (from 268.32万元, 194.00万元).",
                "'群众文化', rate is 183.31%; (from '268.32万元', '194.00万元')."
            ),
            ("table “收入支出 决算总表” row “合计”, 2元", "table “收入支出 决算总表” row “合计”, '2元'"),
            ("this year's 预算 and last year's", "this year's '预算' and last year's"),
            ("the word '万元 或 元' stays", "the word '万元 或 元' stays"),
            ("教育支出（类） over the whole", "'教育支出（类）' over the whole"),
        ])
    func quotes(sentence: String, expected: String) {
        #expect(sentence.quotingChinese == expected)
        #expect(expected.quotingChinese == expected)
    }
}
