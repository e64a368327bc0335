import FinalAccounts
import Interchange
import Platform
import Testing

@testable import Reporting

@Suite("Edited draft")
struct EditedDraftTests {
    private static func draft() throws -> BudgetDraft {
        try BudgetDraft(
            unit: SampleAccounts.unit, year: FiscalYear(2024), series: SampleAccounts.series(),
            forecasts: SampleAccounts.forecasts(), scheme: .china)
    }

    /// The cells a reader of workbooks would hand over.
    private static func cells(_ language: Language = .zhHans) throws -> [WorkbookCells] {
        try DraftWorkbook(draft(), language: language).spreadsheet().sheets.map { sheet in
            WorkbookCells(
                name: sheet.name,
                rows: sheet.rows.map { row in
                    row.cells.map { cell in
                        switch cell.value {
                        case .blank: WorkbookCells.Cell("")
                        case .text(let text), .link(let text, _): WorkbookCells.Cell(text)
                        case .number(let number): WorkbookCells.Cell("\(number)")
                        case .wordFormula(_, let now): WorkbookCells.Cell(now, isFormula: true)
                        case .formula(_, let now): WorkbookCells.Cell(now.map { "\($0)" } ?? "", isFormula: true)
                        }
                    }
                })
        }
    }

    /// The sheets with one cell of the draft's sheet replaced.
    private static func edited(
        row: Int, column: KeyPath<DraftColumns, Int>, _ text: String, in sheets: [WorkbookCells]
    ) throws -> [WorkbookCells] {
        let columns = DraftColumns(history: try draft().historyYears.count)
        var rows = sheets[0].rows
        rows[DraftColumns.firstRow + row][columns[keyPath: column]] = WorkbookCells.Cell(text)
        return [WorkbookCells(name: sheets[0].name, rows: rows)] + sheets.dropFirst()
    }

    @Test("An untouched workbook reads back as the draft it was made from", arguments: Language.allCases)
    func roundTrip(language: Language) throws {
        let edited = try EditedDraft(Self.cells(language), file: "draft.xlsx")
        let draft = try Self.draft()
        #expect(edited.unit == draft.unit && edited.year == draft.year && edited.scheme == draft.scheme)
        #expect(edited.entries == draft.entries)
        #expect(edited.remarks.isEmpty)
        #expect(try edited.total() == draft.rows[0].final())
    }

    @Test("Adjustment and remark are taken, a final budget typed over becomes an adjustment")
    func takesEdits() throws {
        let draft = try Self.draft()
        let rows = draft.rows.indices.filter { draft.rows[$0].isEntry }
        var sheets = try Self.edited(row: rows[0], column: \.adjustment, "-1.5", in: Self.cells())
        sheets = try Self.edited(row: rows[0], column: \.remark, " 压减会议 ", in: sheets)
        sheets = try Self.edited(row: rows[1], column: \.final, "100", in: sheets)
        let edited = try EditedDraft(sheets, file: "draft.xlsx")
        #expect(edited.entries[0].adjustment == Amount(minorUnits: -1_500_000))
        #expect(edited.entries[0].note == "压减会议")
        #expect(try edited.entries[1].final() == Amount(minorUnits: 100_000_000))
        #expect(edited.remarks.count == 1)
        let applied = try draft.applying(edited.entries)
        #expect(applied.unknown.isEmpty)
        #expect(try applied.draft.rows[0].final() == edited.total())
    }

    @Test("A state of approval is chosen in either language, kept beside the remark, and another word is an error")
    func takesApproval() throws {
        let entry = try #require(Self.draft().entryPlaces.first)
        let sheets = try Self.edited(row: entry, column: \.approval, "核减", in: Self.cells())
        #expect(try EditedDraft(sheets, file: "draft.xlsx").entries[0].approval == .cut)
        let english = try Self.edited(row: entry, column: \.approval, "agreed", in: Self.cells(.en))
        #expect(try EditedDraft(english, file: "draft.xlsx").entries[0].approval == .agreed)
        let other = try Self.edited(row: entry, column: \.approval, "再议", in: Self.cells())
        let error = #expect(throws: ReadError.self) { try EditedDraft(other, file: "draft.xlsx") }
        #expect(error?.remedy.zhHans.contains("同意") ?? false)
        for (approval, note) in [(Approval.returned, "缺依据"), (.pending, nil), (nil, "〔注〕见附件"), (nil, nil)] {
            let parted = Approval.parted(Approval.stored(approval, note))
            #expect(parted.approval == approval && parted.note == note)
        }
    }

    @Test("A row that a person inserted becomes an entry below its parent")
    func takesNewRows() throws {
        let sheets = try Self.cells()
        let columns = DraftColumns(history: try Self.draft().historyYears.count)
        var rows = sheets[0].rows
        var new = Array(repeating: WorkbookCells.Cell(""), count: columns.count)
        new[columns.depth] = WorkbookCells.Cell("3")
        new[columns.code] = WorkbookCells.Cell("2010350")
        new[columns.name] = WorkbookCells.Cell("事业运行")
        new[columns.adjustment] = WorkbookCells.Cell("8")
        let after = try #require(rows.firstIndex { $0.count > 1 && $0[1].text == "2010301" })
        rows.insert(new, at: after + 1)
        let edited = try EditedDraft(
            [WorkbookCells(name: sheets[0].name, rows: rows)] + sheets.dropFirst(), file: "draft.xlsx")
        let entry = try #require(edited.entries.first { $0.subject.code == "2010350" })
        #expect(entry.subject.names == ["一般公共服务支出", "政府办公厅", "事业运行"])
        #expect(entry.subject.level == .item)
        #expect(entry.suggested == nil && entry.adjustment == Amount(minorUnits: 8_000_000))
        let (draft, unknown) = try Self.draft().applying(edited.entries)
        #expect(unknown.isEmpty)
        let row = try #require(draft.rows.firstIndex { $0.subject.code == "2010350" })
        #expect(draft.rows[row - 1].subject.code == "2010301" && draft.rows[row].depth == draft.rows[row - 1].depth)
        #expect(try draft.rows[0].final() == edited.total())
        #expect(edited.remarks.contains { $0.en.contains("2010350 事业运行 was put in by hand") })
    }

    @Test("A request typed over is an adjustment, and a row that is gone asks for nothing")
    func takesChangesOfWhatWasSuggested() throws {
        let draft = try Self.draft()
        let places = draft.rows.indices.filter { draft.rows[$0].isEntry }
        let kept = try #require(draft.rows[places[0]].suggested)
        var sheets = try Self.edited(row: places[0], column: \.suggested, "1", in: Self.cells())
        var rows = sheets[0].rows
        let gone = rows.remove(at: DraftColumns.firstRow + places[1])
        sheets[0] = WorkbookCells(name: sheets[0].name, rows: rows)
        let edited = try EditedDraft(sheets, file: "draft.xlsx")
        #expect(edited.entries[0].suggested == kept)
        #expect(try edited.entries[0].final() == Amount(minorUnits: 1_000_000))
        let taken = try #require(edited.entries.first { $0.subject.code == gone[1].text })
        #expect(try taken.final() == .zero && taken.suggested == draft.rows[places[1]].suggested)
        #expect(edited.remarks.count == 2)
        #expect(edited.entries.count == places.count)
    }

    @Test("Rows are known by their subject, in whatever order they stand")
    func takesAnyOrder() throws {
        let columns = DraftColumns(history: try Self.draft().historyYears.count)
        var sheets = try Self.cells()
        var rows = sheets[0].rows
        let place = try #require(rows.firstIndex { $0.count > 1 && $0[1].text == "2010301" })
        var new = rows[place]
        new[columns.code] = WorkbookCells.Cell("2010399")
        new[columns.name] = WorkbookCells.Cell("其他事务")
        rows.insert(new, at: place)
        sheets[0] = WorkbookCells(name: sheets[0].name, rows: rows)
        let edited = try EditedDraft(sheets, file: "draft.xlsx")
        #expect(Set(edited.entries).isSuperset(of: try Self.draft().entries))
        // A row that was copied brings a request that nobody suggested for it.
        let copied = try #require(edited.entries.first { $0.subject.code == "2010399" })
        let original = try #require(edited.entries.first { $0.subject.code == "2010301" })
        #expect(copied.suggested == nil && copied.adjustment == original.suggested)
    }

    @Test("A subject below another's parent and a budget below zero are refused with the cell")
    func refusesWhatCannotBe() throws {
        let draft = try Self.draft()
        let entry = try #require(draft.rows.firstIndex { $0.isEntry })
        let columns = DraftColumns(history: draft.historyYears.count)
        let foreign = try Self.edited(row: entry, column: \.code, "2290101", in: Self.cells())
        let negative = try Self.edited(row: entry, column: \.adjustment, "-99999999", in: Self.cells())
        for (sheets, column) in [(foreign, columns.code), (negative, columns.adjustment)] {
            let error = #expect(throws: ReadError.self) { try EditedDraft(sheets, file: "draft.xlsx") }
            let cell = CellReference(rowFromZero: DraftColumns.firstRow + entry, columnFromZero: column).name
            #expect(error?.place?.en == "预算草案!\(cell)", "\(error?.description ?? "")")
        }
    }

    @Test("A number typed over a sum, words in place of a number, a figure without a subject: an error with the cell")
    func errorsNameTheCell() throws {
        let draft = try Self.draft()
        let entry = try #require(draft.rows.firstIndex { $0.isEntry })
        let column = CellReference(
            rowFromZero: 0, columnFromZero: DraftColumns(history: draft.historyYears.count).adjustment
        ).letters
        let overSum = try Self.edited(row: 0, column: \.adjustment, "5", in: Self.cells())
        let words = try Self.edited(row: entry, column: \.adjustment, "约五万", in: Self.cells())
        var orphan = try Self.edited(row: entry, column: \.code, "", in: Self.cells())
        orphan = try Self.edited(row: entry, column: \.name, "", in: orphan)
        for (sheets, row) in [(overSum, 0), (words, entry)] {
            let error = #expect(throws: ReadError.self) { try EditedDraft(sheets, file: "draft.xlsx") }
            #expect(error?.place?.en == "预算草案!\(column)\(DraftColumns.firstRow + row + 1)")
        }
        #expect(throws: ReadError.self) { try EditedDraft(orphan, file: "draft.xlsx") }
    }

    @Test("Another workbook is refused with what to do")
    func refusesOthers() throws {
        let error = #expect(throws: ReadError.self) {
            try EditedDraft([WorkbookCells(name: "Sheet1", rows: [[WorkbookCells.Cell("x")]])], file: "draft.xlsx")
        }
        #expect(error?.description.contains("juesuan draft") == true)
    }
}
