import Testing

@testable import Disclosures

@Suite("Words of pages")
struct PageWordsTests {
    private typealias Word = PrintedPages.Word
    private typealias Font = PrintedPages.Font

    /// Two sentences whose numbers are set in a font of their own.
    private func sentences(_ font: PrintedPages.Font, pitch: Float = 20) -> PrintedPages {
        PrintedPages(pages: [
            (0..<6).map { row in
                let y = 100 + pitch * Float(row)
                return [
                    Word(text: "渡口修缮预算为", x: 72, baseline: y),
                    Word(text: "\(row + 3)4.5\(row)", x: 158, baseline: y, font: font),
                    Word(text: "万元。", x: 186, baseline: y),
                ]
            }
        ])
    }

    @Test(
        "stand on the line they are printed on, whatever heights their fonts declare",
        arguments: [(0.89, 0.21), (1.6, -0.05), (2.0, -0.4), (0.2, 0.05), (-0.4, 1.5), (1.15, 0.4)] as [(Float, Float)])
    func fonts(ascent: Float, descent: Float) {
        let lines = sentences(Font(ascent: ascent, descent: descent)).words.lines
        #expect(lines == (0..<6).map { "渡口修缮预算为 \($0 + 3)4.5\($0) 万元。" })
    }

    @Test("of the same fonts in another size are set right where no line joins them")
    func otherSize() {
        let odd = Font(ascent: 1.7, descent: -0.2)
        var pages = sentences(odd)
        // Cells of a table stand on lines of their own.
        pages.pages.append(
            (0..<8).flatMap { row -> [[Word]] in
                let y = 90 + 14 * Float(row)
                return [
                    [Word(text: "护堤支出", x: 72, baseline: y, size: 9)],
                    [Word(text: "7\(row).25", x: 300, baseline: y, size: 9, font: odd)],
                ]
            })
        #expect(pages.words.lines.suffix(8) == (0..<8).map { "护堤支出 7\($0).25" })
    }

    @Test("of a font that stands on no line with another are set by the rows of the table")
    func commonRows() {
        let odd = Font(ascent: 0.25, descent: 0.05)
        let pages = PrintedPages(pages: [
            (0..<9).flatMap { row -> [[Word]] in
                let y = 90 + 22 * Float(row)
                return [
                    [Word(text: "灯塔管护", x: 72, baseline: y, size: 10, font: odd)],
                    [Word(text: "6\(row).10", x: 300, baseline: y, size: 10, font: Font(ascent: 1.3, descent: 0.3))],
                ]
            }
        ])
        #expect(pages.words.lines == (0..<9).map { "灯塔管护 6\($0).10" })
    }

    @Test("of a page on its side are read as those of the page turned", arguments: [true, false])
    func sideways(down: Bool) {
        let pages = sentences(.usual)
        #expect(PageWords(pages.sideways(down: down)).lines == pages.words.lines)
    }

    @Test("of a sideways page that do not say which way they run are refused, not read crosswise")
    func unknownDirection() {
        let pages = PrintedPages(pages: [
            (0..<9).map { [Word(text: "灯塔管护经费支出", x: 72, baseline: 90 + 22 * Float($0))] }
        ])
        let read = PageWords(pages.sideways(down: true))
        #expect(read.lines.isEmpty)
        #expect(read.diagnostics.map(\.kind) == [.unreadablePart])
    }

    /// Pages of a few words each, with what is added to all of them.
    private func pages(_ count: Int, adding words: [Word]) -> PrintedPages {
        PrintedPages(
            pages: (0..<count).map { page in
                let text = ["水文站运行稳定", "渡口票款上缴", "堤岸巡查到位", "灯塔灯器更新", "航标船检修完毕", "闸门启闭正常"]
                return (0..<6).map { row in
                    [Word(text: text[(row + page) % 6], x: 72 + Float(page), baseline: 120 + 30 * Float(row))]
                } + words.map { [$0] }
            })
    }

    @Test(
        "that stand at the same place on most pages are left out and said once",
        arguments: [
            Word(text: "2031", x: 60, baseline: 40), Word(text: "第3页", x: 280, baseline: 810),
            Word(text: "某某印制", x: 460, baseline: 815, size: 9), Word(text: "样张", x: 75, baseline: 190, size: 60),
        ])
    fileprivate func furniture(word: PrintedPages.Word) {
        let read = pages(7, adding: [word]).words
        #expect(!read.lines.contains { $0.contains(word.text) })
        #expect(read.diagnostics.map(\.kind) == [.leftOut])
        #expect(read.diagnostics.first?.quote.contains(word.text) == true)
    }

    @Test("of a running head stay on the first page, which may be all that names the body")
    func runningHead() {
        let read = pages(5, adding: [Word(text: "望江县航道管理站部门决算", x: 200, baseline: 40, size: 9)]).words
        #expect(read.lines.count { $0.contains("望江县航道管理站") } == 1)
    }

    @Test(
        "of captions and headers of tables stay, though they stand at the same place on every page",
        arguments: ["单位：万元", "部门：望江县航道管理站", "科目编码", "合计", "12.50"])
    func captions(text: String) {
        let read = pages(7, adding: [Word(text: text, x: 400, baseline: 90)]).words
        #expect(read.lines.count { $0.contains(text) } == 7)
        #expect(read.diagnostics.isEmpty)
    }

    @Test(
        "of forms that take a page each stay: labels among words, and titles that stand under the margin or name a table",
        arguments: [
            Word(text: "项目名称", x: 300, baseline: 150), Word(text: "（2031年度）", x: 250, baseline: 95),
            Word(text: "项目支出绩效自评表", x: 200, baseline: 50),
        ])
    fileprivate func forms(word: PrintedPages.Word) {
        let read = pages(7, adding: [word]).words
        #expect(read.lines.count { $0.contains(word.text) } == 7)
        #expect(read.diagnostics.isEmpty)
    }

    @Test("that stand upright beside level ones are left out and said")
    func upright() {
        var level = sentences(.usual)
        level.pages.append([])
        var read = level.parsed
        var word = WordBox(xMin: 570, yMin: 300, xMax: 582, yMax: 420, scalars: Array("内部资料请勿外传阅".unicodeScalars))
        word.line = 99
        read[0].words.append(word)
        let words = PageWords(read)
        #expect(words.lines.count == 6)
        #expect(words.diagnostics.map(\.quote) == ["内部资料请勿外传阅"])
    }

    @Test("askew are found by their steps, and rows of a table are not taken for them")
    func askew() {
        let step = PrintedPages(pages: [
            "资料不得外传".enumerated().map { index, letter in
                [Word(text: String(letter), x: 100 + 30 * Float(index), baseline: 500 - 25 * Float(index), size: 40)]
            }
        ])
        #expect(step.parsed.contains(where: AskewWords.mayStand))
        let table = PrintedPages(pages: [
            (0..<9).flatMap { row in
                (0..<3).map { column in
                    [Word(text: "0\(column)", x: 100 + 40 * Float(column), baseline: 100 + 20 * Float(row))]
                }
            }
        ])
        #expect(!table.parsed.contains(where: AskewWords.mayStand))
    }

    @Test("of two pages on a sheet are read page by page, and the pages counted one by one")
    func sheets() {
        let sheet = PrintedPages(
            width: 842, height: 595,
            pages: (0..<2).map { sheet in
                (0..<14).flatMap { row -> [[Word]] in
                    [
                        [Word(text: "左页第\(row)句说的是航道维护与灯塔管护经费安排", x: 50, baseline: 60 + 30 * Float(row))],
                        [Word(text: "右页第\(row)句说的是渡口票款与闸门检修经费安排", x: 470, baseline: 60 + 30 * Float(row))],
                    ]
                }
            })
        let read = sheet.words
        #expect(read.pages.map(\.number) == [1, 2, 3, 4])
        #expect(read.lines.prefix(14).allSatisfy { $0.hasPrefix("左页") })
        #expect(read.lines.dropFirst(14).prefix(14).allSatisfy { $0.hasPrefix("右页") })
        #expect(read.diagnostics.map(\.kind) == [.leftOut])
    }

    @Test("whose letters poppler cannot tell without its data are an error that names the package")
    func missingData() throws {
        #expect(try PDFText.complaints("", file: "a.pdf").isEmpty)
        #expect(try PDFText.complaints("Syntax Warning: a\nSyntax Warning: b\n", file: "a.pdf").count == 2)
        let error = #expect(throws: ReadError.self) {
            try PDFText.complaints("Syntax Error: Missing language pack for 'Adobe-GB1' mapping\n", file: "a.pdf")
        }
        #expect(error?.kind == .unavailable)
        #expect(error?.remedy.en.contains("poppler-data") == true)
    }

    @Test("come with what poppler complained of, each complaint once")
    func complaints() {
        let words = PageWords(sentences(.usual).parsed, complaints: ["Syntax Error: a", "Syntax Error: a", "b"])
        #expect(words.diagnostics.map(\.kind) == [.complaint, .complaint])
    }
}
