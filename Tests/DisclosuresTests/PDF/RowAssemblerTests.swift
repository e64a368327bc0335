import Testing

@testable import Disclosures

@Suite("Wrapped names and the rows they belong to")
struct RowAssemblerTests {
    @Test("lines set to the middle of their rows, closer to the next row than to their own name")
    func middle() {
        // Two lines each around rows at 10, 38 and one line at 60.
        let assignment = RowAssembler.assign(lines: [3, 17, 31, 45, 60], rows: [10, 38, 60], letter: 10)
        #expect(assignment == .init(leading: 0, counts: [2, 2, 1]))
    }

    @Test("lines set to the top of their rows")
    func top() {
        let assignment = RowAssembler.assign(lines: [10, 24, 40, 54, 68, 84], rows: [10, 40, 84], letter: 10)
        #expect(assignment == .init(leading: 0, counts: [2, 3, 1]))
    }

    @Test("lines above the first row of a page belong to the last row of the page before")
    func leading() {
        let assignment = RowAssembler.assign(lines: [5, 40, 70, 100], rows: [40, 70, 100], letter: 10)
        #expect(assignment == .init(leading: 1, counts: [1, 1, 1]))
    }

    @Test("a row without a name takes no other row's name")
    func missing() {
        let assignment = RowAssembler.assign(lines: [10, 70], rows: [10, 40, 70], letter: 10)
        #expect(assignment == .init(leading: 0, counts: [1, 0, 1]))
    }

    @Test("a line far from the next is no part of its name, though it would stand at its row's height")
    func farLines() {
        let lines: [Float] = [182, 221, 259, 297, 314, 332]
        let assignment = RowAssembler.assign(lines: lines, rows: [182, 221, 259, 314], letter: 12)
        #expect(assignment == .init(leading: 0, counts: [1, 1, 1, 3]))
    }

    @Test("a line that a page break parts from its row moves no other line, where settings differ from row to row")
    func partedLine() {
        // The first line is the end of a name on the page before; some rows stand beside the first line of their name,
        // one beside the middle of it.
        let lines: [Float] = [
            149.4, 177.5, 212.6, 231.6, 252.6, 287.8, 306.8, 327.8, 346.8, 381.9, 400.9, 421.9, 440.9, 461.9, 497.1,
        ]
        let rows: [Float] = [177.5, 215.0, 252.6, 290.2, 337.3, 384.3, 424.3, 461.9, 497.1]
        let assignment = RowAssembler.assign(lines: lines, rows: rows, letter: 13.65)
        #expect(assignment == .init(leading: 1, counts: [1, 2, 1, 2, 2, 2, 2, 1, 1]))
    }

    @Test("without rows nothing is lost")
    func noRows() {
        #expect(RowAssembler.assign(lines: [1, 2], rows: [], letter: 10) == .init(leading: 2, counts: []))
    }
}
