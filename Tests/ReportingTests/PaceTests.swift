import Reporting
import Testing

@Suite("Rate and remaining time of long work")
struct PaceTests {
    @Test(
        "Are said once five seconds tell, in seconds below a minute and a half",
        arguments: [
            (1, 10, 4, "", ""), (0, 10, 60, "", ""),
            (40, 100, 20, "，每分钟 120 个，约剩 30 秒", ", 120 a minute, about 30 s left"),
            (10, 100, 60, "，每分钟 10 个，约剩 9 分钟", ", 10 a minute, about 9 min left"),
            (100, 100, 50, "，每分钟 120 个，约剩 0 秒", ", 120 a minute, about 0 s left"),
        ])
    func words(done: Int, total: Int, seconds: Int, zhHans: String, en: String) {
        let words = Pace(done: done, of: total, after: .seconds(seconds)).words
        #expect(words.zhHans == zhHans && words.en == en)
    }
}
