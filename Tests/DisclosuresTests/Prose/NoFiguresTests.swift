import Disclosures
import Testing

@Suite("Documents without figures")
struct NoFiguresTests {
    func error(_ text: String) -> ReadError? {
        do throws(ReadError) {
            _ = try DisclosureReader().read(bytes: Array(text.utf8), file: "test.txt")
            return nil
        } catch {
            return error
        }
    }

    @Test("a text of something else is a data error that names the file")
    func otherText() throws {
        let failure = try #require(error("2023年度工作总结。今年我们努力工作。"))
        #expect(failure.kind == .data)
        #expect(failure.kind == .data)
        #expect(failure.description.contains("test.txt"))
    }

    @Test("a file that is not there is no input")
    func missing() {
        #expect(throws: ReadError.self) { try DisclosureReader().read(file: "/nowhere/at/all.txt") }
    }

    @Test("placeholders make a blank form with no lines")
    func blankForm() throws {
        let text = """
            第一部分 上海市XX局概况
            一、收入支出决算总体情况说明
            2024年度收入支出总计XXX万元。与2023年度相比，增加XXX万元。收入XXX万元，支出XXX万元，基本支出XXX万元。
            """
        let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: "form.txt")
        #expect(disclosure.kind == .blankForm)
        #expect(disclosure.lines.isEmpty)
    }
}
