import FinalAccounts
import Foundation
import Platform
import Testing

@testable import Reporting

@Suite("Draft workbook")
struct DraftWorkbookTests {
    private static let hasLibreOffice = Tool.path(of: "soffice") != nil

    private static func draft() throws -> BudgetDraft {
        try BudgetDraft(
            unit: SampleAccounts.unit, year: FiscalYear(2024), series: SampleAccounts.series(),
            forecasts: SampleAccounts.forecasts(), anomalies: SampleAccounts.anomalies().anomalies, scheme: .china)
    }

    @Test(
        "LibreOffice recalculates the workbook without an error, and its sums are the program's",
        .enabled(if: hasLibreOffice, "LibreOffice is not installed"))
    func recalculates() throws {
        try TemporaryFolder.with { folder in
            let draft = try Self.draft()
            let file = folder.appending(path: "draft.xlsx")
            try DraftWorkbook(draft, language: .zhHans).write(to: file.path)
            let cells = try LibreOffice.recalculated(file, in: folder)
            #expect(!cells.joined().contains { $0.hasPrefix("#") || $0.hasPrefix("Err:") })
            let columns = DraftColumns(history: draft.historyYears.count)
            for (index, row) in draft.rows.enumerated() {
                let line = cells[DraftColumns.firstRow + index]
                #expect(try Self.amount(line[columns.final]) == row.final())
                #expect(try Self.amount(line[columns.actual]) == row.observation(in: draft.baseYear)?.actual)
                #expect(try Self.amount(line[columns.forecast]) == row.forecast?.forecast)
                let rate = row.observation(in: draft.baseYear)?.executionRate?.doubleValue
                let shown = Double(line[columns.rate].split(separator: "%").joined())
                #expect(shown.map { abs($0 - (rate ?? 0)) < 0.0051 } ?? (rate == nil))
            }
        }
    }

    @Test(
        "An adjustment typed into one row carries through to the grand total",
        .enabled(if: hasLibreOffice, "LibreOffice is not installed"))
    func editCarriesThrough() throws {
        try TemporaryFolder.with { folder in
            let draft = try Self.draft()
            let more = try Amount(parsing: "12.34", unit: .wan)
            var sheet = try DraftSheet(draft: draft, language: .en).sheet()
            let columns = DraftColumns(history: draft.historyYears.count)
            let entry = try #require(draft.rows.lastIndex { $0.isEntry })
            // The present values in the file stay those of before, as they do when a program edits one cell.
            sheet.rows[DraftColumns.firstRow + entry].cells[columns.adjustment].value = .number(12.34)
            let file = folder.appending(path: "edited.xlsx")
            try SpreadsheetFile.write(Spreadsheet(title: "", year: 2024, sheets: [sheet]), to: file.path)
            let cells = try LibreOffice.recalculated(file, in: folder)
            let total = try #require(try draft.rows[0].final())
            #expect(try Self.amount(cells[DraftColumns.firstRow][columns.final]) == total.adding(more))
            #expect(try Self.amount(cells[DraftColumns.firstRow][columns.adjustment]) == more)
        }
    }

    private static func movedDraft() throws -> BudgetDraft {
        try BudgetDraft(
            unit: SampleAccounts.unit, year: FiscalYear(2024), series: SampleAccounts.series(),
            forecasts: SampleAccounts.movedForecasts(), scheme: .china)
    }

    @Test(
        "Where a person's numbers stand, the model's have a column beside them, and LibreOffice finds no error",
        .enabled(if: hasLibreOffice, "LibreOffice is not installed"), arguments: Language.allCases)
    func modelForecastColumn(language: Language) throws {
        try TemporaryFolder.with { folder in
            let draft = try Self.movedDraft()
            let file = folder.appending(path: "draft.xlsx")
            try DraftWorkbook(draft, language: language).write(to: file.path)
            let cells = try LibreOffice.recalculated(file, in: folder)
            #expect(!cells.joined().contains { $0.hasPrefix("#") || $0.hasPrefix("Err:") })
            let columns = DraftColumns(history: draft.historyYears.count, hasModelForecast: true)
            let model = try #require(columns.modelForecast)
            #expect(cells[DraftColumns.headRow][model] == Bilingual.modelForecast.text(in: language))
            for (index, row) in draft.rows.enumerated() {
                let line = cells[DraftColumns.firstRow + index]
                #expect(try Self.amount(line[columns.forecast]) == row.forecast?.forecast)
                #expect(try Self.amount(line[model]) == row.forecast?.modelForecast)
                #expect(try Self.amount(line[columns.lower]) == row.forecast?.range80?.lowerBound)
                #expect(try Self.amount(line[columns.final]) == row.final())
            }
            let read = try EditedDraft(file: file.path)
            #expect(read.entries.map(\.suggested) == draft.entries.map(\.suggested))
        }
    }

    @Test("The draft's table has the model's number in every row; people see it only where it differs")
    func modelForecastInTable() throws {
        for (draft, audience) in [
            (try Self.draft(), ReportColumn.Audience.programs), (try Self.movedDraft(), .everyone),
        ] {
            let table = try DraftTable(draft, language: .en).table()
            let place = try #require(table.columns.firstIndex { $0.key == "model_forecast" })
            #expect(table.columns[place - 1].key == "forecast")
            #expect(table.columns[place].audience == audience)
            #expect(table.rows.map { $0[place] } == draft.rows.map { .amount(ifStated: $0.forecast?.modelForecast) })
        }
    }

    @Test("The same draft makes the same bytes")
    func isDeterministic() throws {
        try TemporaryFolder.with { folder in
            let files = ["a.xlsx", "b.xlsx"].map { folder.appending(path: $0) }
            for file in files { try DraftWorkbook(try Self.draft(), language: .zhHans).write(to: file.path) }
            #expect(try Data(contentsOf: files[0]) == Data(contentsOf: files[1]))
        }
    }

    @Test("A folder that is not there is a clear error and leaves nothing behind")
    func cannotCreate() throws {
        try TemporaryFolder.with { folder in
            let path = folder.appending(path: "none/draft.xlsx").path
            let draft = try Self.draft()
            let error = #expect(throws: OutputError.self) { try DraftWorkbook(draft, language: .en).write(to: path) }
            #expect(error?.kind == .cannotCreate)
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(left == [])
        }
    }

    @Test("A published sum that its parts do not make stays as published; the rest of it is a row beside its parts")
    func keepsPublishedSums() throws {
        let unit = SampleAccounts.unit
        func line(_ code: String, _ names: [String], _ yuan: Int64, year: Int) -> AccountLine {
            AccountLine(
                unit: unit, fiscalYear: FiscalYear(year), subject: Subject(code: code, names: names),
                actual: Amount(minorUnits: yuan * 100))
        }
        let lines = [2021, 2022, 2023].flatMap { year in
            [line("201", ["甲"], 50_000, year: year), line("20101", ["甲", "乙"], 30_000, year: year)]
        }
        let series = try SeriesBuilder(scheme: .china).series(from: lines)
        let forecasts = try SampleAccounts.forecasts(of: series)
        let draft = try BudgetDraft(
            unit: unit, year: FiscalYear(2024), series: series, forecasts: forecasts, scheme: .china)
        let sheet = try DraftSheet(draft: draft, language: .zhHans).sheet()
        let columns = DraftColumns(history: draft.historyYears.count)
        let category = sheet.rows[DraftColumns.firstRow + 1].cells
        guard case .formula(_, let now) = category[columns.actual].value else {
            Issue.record("the sum is no formula")
            return
        }
        #expect(now == 5)
        #expect(draft.rows.map(\.subject.code) == [nil, "201", "20101", "201XX"])
        #expect(draft.rows[3].observation(in: draft.baseYear)?.actual == (try Amount(parsing: "2", unit: .wan)))
        let parts = [draft.rows[2].suggested, draft.rows[3].suggested].compactMap { $0 }
        #expect(try draft.rows[1].suggested == Amount.sum(parts))
    }

    @Test("Every colour rule names a flag and the sheet freezes heads and total")
    func sheetIsSetUp() throws {
        let draft = try Self.draft()
        let sheet = try DraftSheet(draft: draft, language: .zhHans).sheet()
        #expect(sheet.frozenRows == DraftColumns.firstRow + 1 && sheet.frozenColumns == 3)
        #expect(sheet.rules.contains { $0.condition == .contains("超预算") })
        #expect(sheet.rows[2].cells.first?.value == .text("注意：2021年的数据为合成数据（演示用），并非公开数据。"))
        #expect(sheet.numberInputs.count == draft.entries.count)
    }

    @Test("Suggestions are rounded to the printed digit, halves away from zero")
    func rounding() throws {
        let rounding = SuggestionRounding(amounts: .chinese, series: [])
        #expect(try rounding.round(Amount(minorUnits: 15_000)) == Amount(minorUnits: 20_000))
        #expect(try rounding.round(Amount(minorUnits: 14_999)) == Amount(minorUnits: 10_000))
        #expect(try rounding.round(Amount(minorUnits: -15_000)) == Amount(minorUnits: -20_000))
        let whole = SuggestionRounding(amounts: .plain, series: try SampleAccounts.series())
        #expect(try whole.round(Amount(minorUnits: 150)) == Amount(minorUnits: 200))
    }

    private static func amount(_ text: String) throws -> Amount? {
        guard let value = Double(text) else { return nil }
        return try Amount(rounding: value * 10_000)
    }
}
