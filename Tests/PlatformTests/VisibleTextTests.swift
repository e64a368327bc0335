import Testing

@testable import Platform

@Suite("Text of others made harmless")
struct VisibleTextTests {
    @Test(
        "What moves a cursor becomes a blank, what turns the direction of writing goes",
        arguments: [
            ("甲\u{1B}[2J乙", "甲 [2J乙"), ("甲\r乙", "甲 乙"), ("甲\u{9B}31m", "甲 31m"), ("\u{202E}文件\u{202C}.txt", "文件.txt"),
            ("a\u{2066}b\u{2069}", "ab"), ("甲\u{2028}乙", "甲 乙"), ("第1行\n第2行", "第1行 第2行"), ("平常", "平常"),
        ])
    func singleLine(text: String, shown: String) {
        #expect(VisibleText.singleLine(text) == shown)
    }

    @Test("A message keeps its lines")
    func lines() {
        #expect(VisibleText.lines("一\n二\u{7}\t三") == "一\n二  三")
    }
}
