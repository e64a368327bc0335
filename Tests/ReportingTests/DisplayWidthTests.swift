import Platform
import Testing

@testable import Reporting

@Suite("Display width")
struct DisplayWidthTests {
    @Test(
        "Wide characters take two columns, combining ones none",
        arguments: [
            ("", 0), ("abc", 3), ("决算", 4), ("（万元）", 8), ("ｱｲ", 2), ("ＡＢ", 4), ("e\u{301}", 1), ("한국", 4),
            ("\u{1112}\u{1161}\u{11AB}", 2), ("👍🏽", 2), ("❤️", 2), ("a\u{200B}b", 2), ("\u{20000}", 2), ("…", 1),
        ])
    func widths(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test("A cut text never takes more columns than it may, and says that it was cut")
    func truncationFits() {
        let text = "突发公共卫生事件应急处理 (COVID-19)"
        for width in 0...DisplayWidth.of(text) {
            let cut = DisplayWidth.truncate(text, to: width)
            #expect(DisplayWidth.of(cut) <= width)
            #expect(width == 0 || cut == text || cut.hasSuffix("…"))
        }
        #expect(DisplayWidth.truncate(text, to: 9) == "突发公共…")
    }

    @Test("Escape sequences and line breaks from documents do not reach the terminal")
    func controlsAreRemoved() {
        #expect(VisibleText.singleLine("a\u{1B}[2Jb\nc\td\u{2028}e") == "a [2Jb c d e")
    }

    @Test("Wrapped lines fit, are indented after the first, and lose nothing but blanks", arguments: 8...60)
    func wraps(width: Int) {
        let text = "Note: 2019–2022年的数据为合成数据（演示用），并非公开数据 published by the unit itself."
        let lines = DisplayWidth.wrap(text, to: width, indent: 3)
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("   ") })
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
}
