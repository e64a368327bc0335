import Glibc
import Testing

@testable import Platform

@Suite("Languages")
struct LanguageTests {
    @Test("An error is one sentence in each language: place, what is wrong, what was expected, what to do")
    func sentences() {
        let error = ReadError(
            .data, file: "a.csv", place: Bilingual("第 7 行", "row 7"), problem: Bilingual("“x”不是金额", "'x' is no amount"),
            expected: Bilingual("数字", "a number"), remedy: Bilingual("请改正", "correct it"))
        #expect(error.sentence.zhHans == "a.csv，第 7 行：“x”不是金额，应为数字；请改正")
        #expect(error.sentence.en == "a.csv, row 7: 'x' is no amount; expected a number; correct it")
        #expect("\(error)" == error.sentence.en)
    }

    @Test("What the system refuses is said in each language", arguments: [ENOENT, EACCES, ENOSPC, EROFS, EISDIR])
    func systemReasons(code: Int32) {
        let error = OutputError(.cannotCreate, "out/a.csv", code: code)
        #expect(error.sentence.en.hasPrefix("cannot create 'out/a.csv': "))
        #expect(error.sentence.zhHans.hasPrefix("无法创建“out/a.csv”："))
        #expect(!error.reason.zhHans.contains("编号") && !error.reason.zhHans.contains(where: \.isASCII))
    }

    @Test("Lists are written as each language does")
    func lists() {
        #expect(["甲", "乙"].listed() == Bilingual("甲、乙", "甲, 乙"))
        #expect(["1", "2"].quoted() == Bilingual("“1”、“2”", "'1', '2'"))
    }

    @Test("A moment in UTC is shown in the time of the place with its offset; other words stay as they are")
    func localTime() {
        let shown = LocalTime.text(of: "2024-03-31T17:05:09Z")
        #expect(shown.wholeMatch(of: /2024-0[34]-\d\d \d\d:\d\d:09 [+-]\d\d:\d\d/) != nil, "\(shown)")
        #expect(LocalTime.text(of: "yesterday") == "yesterday")
        #expect(LocalTime.text(of: "") == "")
    }
}
