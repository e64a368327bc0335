import FinalAccounts
import Platform

/// What a person made of a draft workbook: the entries as they stand in the file now.
///
/// Read are what a person fills in: adjustment, remark, and further rows; sums are computed anew and not taken from the file.
/// What was suggested is known from when the workbook was written: a suggestion typed over is an adjustment, a row that is
/// gone asks for nothing, one that is new was suggested by nobody. Columns are found by their headings, so that columns put in
/// between do no harm, and rows by their subject, in whatever order they stand.
///
/// ```swift
/// let edited = try EditedDraft(file: "draft.xlsx")
/// for entry in edited.entries where entry.adjustment != nil { print(entry.subject.name) }
/// ```
package struct EditedDraft: Hashable, Sendable {
    /// The body the draft is of.
    package let unit: BudgetUnit
    /// The year the budget is for.
    package let year: FiscalYear
    /// How subject codes nest.
    package let scheme: SubjectScheme
    /// The scenario whose rules the requests kept; `nil` for none.
    package let scenario: String?
    /// The entries, in the order of the sheet.
    package let entries: [DraftEntry]
    /// What was understood of rows and cells that were not made to be filled in, and the rules that are not kept, one sentence
    /// each.
    package let remarks: [Bilingual]

    /// Reads the sheets of a workbook that ``DraftWorkbook`` wrote and a person edited.
    ///
    /// - Parameter file: the name that appears in errors.
    /// - Throws: `ReadError` with the cell.
    package init(_ sheets: [WorkbookCells], file: String) throws(ReadError) {
        guard let marked = sheets.first(where: { $0.name == DraftMarks.sheetName }),
            let marks = DraftMarks(rows: marked.rows.map { $0.map(\.text) })
        else {
            throw ReadError(
                .data, file: file,
                problem: Bilingual(
                    "不是本程序的草案工作簿：隐藏的工作表缺失或形式不符",
                    "not a draft workbook of this program: its hidden sheet is missing or of another form"),
                remedy: Bilingual(
                    "请编辑“juesuan draft”写成的工作簿，并存为 .xlsx",
                    "edit a workbook that 'juesuan draft' wrote, and save it as .xlsx"))
        }
        let names = Language.allCases.map { Bilingual.draftSheet.text(in: $0) }
        guard
            let sheet = sheets.first(where: { names.contains($0.name) })
                ?? sheets.first(where: { $0.name != DraftMarks.sheetName })
        else {
            throw ReadError(
                .data, file: file, problem: Bilingual("缺少草案工作表", "the draft's sheet is missing"),
                remedy: Bilingual("请恢复该工作表后重新运行", "restore the sheet and run again"))
        }
        unit = marks.unit
        year = marks.year
        scheme = marks.scheme
        scenario = marks.scenario
        let reader = try EditedDraftReader(sheet: sheet, marks: marks, file: file)
        let (entries, remarks) = try reader.read()
        (self.entries, self.remarks) = (entries, remarks + RuleSheet.notKept(in: sheets, unit: marks.displayUnit))
    }

    /// The sum of all final budgets.
    ///
    /// - Throws: ``AmountError/overflow``.
    package func total() throws(AmountError) -> Amount {
        var finals: [Amount] = []
        for entry in entries {
            if let final = try entry.final() { finals.append(final) }
        }
        return try Amount.sum(finals)
    }
}
