import FinalAccounts
import Forecasting
import Platform

/// Forecasts as a table with the columns of the documented interface:
/// `unit,subject_code,subject_name,level,target_year,forecast,lower80,upper80,lower95,upper95,model,years_used,note`;
/// other levels of the ranges, where they were asked for, stand in the place of 80 and 95. Where the user's numbers or stated
/// growth moved a forecast, `model_forecast` follows `forecast`: what the model says by itself.
package struct ForecastTable: Sendable {
    /// The forecasts, in order.
    package let rows: [ForecastRow]
    /// How codes nest, for the names of levels.
    package let scheme: SubjectScheme
    /// The language of headings and notes.
    package let language: Language
    /// How money is written in notes.
    package let amounts: AmountStyle
    /// What answered; empty where that is not to be told.
    package let panels: [ForecastRun.Panel]
    /// The levels of the ranges, ascending. Found once: every row asks for them.
    private let levels: [Double]
    /// Whether the user's numbers or stated growth moved a forecast.
    private let isMoved: Bool

    /// Prepares a table.
    ///
    /// - Parameters:
    ///   - levels: those that have columns; `nil` for those of the rows.
    ///   - tellsModel: whether there is a column of what the model says by itself even where it says the same.
    package init(
        _ rows: [ForecastRow], scheme: SubjectScheme, language: Language, amounts: AmountStyle = .chinese,
        panels: [ForecastRun.Panel] = [], levels given: [Double]? = nil, tellsModel: Bool = false
    ) {
        self.rows = rows
        self.scheme = scheme
        self.language = language
        self.amounts = amounts
        self.panels = panels
        let found = Set(rows.flatMap { $0.ranges.map(\.level) }).sorted()
        levels = given ?? (found.isEmpty ? [0.8, 0.95] : found)
        isMoved = tellsModel || rows.contains(where: \.isMoved)
    }

    /// The table.
    package var table: ReportTable {
        let years = Set(rows.map(\.targetYear)).sorted()
        let title = years.count == 1 ? word(Bilingual.forecastFor(years[0].number)) : word(.forecast)
        return ReportTable(
            name: "forecasts", title: title, columns: columns, rows: Parallel().mapEach(rows.count) { cells(rows[$0]) },
            notes: panels.map(PanelText(scheme: scheme, language: language).sentence)
                + (rows.contains(where: \.usesSyntheticFigures) ? [word(.includesSyntheticFigures)] : []))
    }

    /// 80, 95, 99.5.
    private static func percent(_ level: Double) -> String {
        let tenths = Int((level * 1000).rounded())
        return tenths.isMultiple(of: 10) ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
    }

    private var rangeColumns: [ReportColumn] {
        levels.enumerated().flatMap { place, level in
            let percent = Self.percent(level)
            let dispensability = place == 0 ? 0 : 4
            return [
                ReportColumn(
                    "lower\(percent)",
                    title: Bilingual("\(percent)% 下限", "\(percent)% low").text(in: language),
                    kind: .amount, dispensability: dispensability),
                ReportColumn(
                    "upper\(percent)",
                    title: Bilingual("\(percent)% 上限", "\(percent)% high").text(in: language),
                    kind: .amount, dispensability: dispensability + (place == 0 ? 0 : 1)),
            ]
        }
    }

    /// Only where it differs from the forecast: the columns of a plain forecast are a fixed interface.
    private var modelColumn: [ReportColumn] {
        isMoved ? [ReportColumn("model_forecast", title: word(.modelForecast), kind: .amount)] : []
    }

    private func word(_ phrase: Bilingual) -> String { phrase.text(in: language) }

    private var columns: [ReportColumn] {
        let units = Set(rows.map(\.unit)).count
        let years = Set(rows.map(\.targetYear)).count
        return [
            ReportColumn("unit", title: word(.unit), audience: units > 1 ? .everyone : .programs),
            ReportColumn("subject_code", title: word(.subjectCode), kind: .label),
            ReportColumn("subject_name", title: word(.subject)),
            ReportColumn("level", title: word(.level), kind: .label, audience: .programs),
            ReportColumn(
                "target_year", title: word(.targetYear), kind: .number, audience: years > 1 ? .everyone : .programs),
            ReportColumn("forecast", title: word(.forecast), kind: .amount),
        ] + modelColumn + rangeColumns + [
            ReportColumn("model", title: word(.model), kind: .label, dispensability: 1),
            ReportColumn("years_used", title: word(.yearsUsed), kind: .number, dispensability: 3),
            ReportColumn("note", title: word(.note), dispensability: 2),
        ]
    }

    /// Who made the number: a person where it was set by hand, whatever the model said.
    private func model(of row: ForecastRow) -> String {
        let isSet = row.notes.contains { if case .overridden = $0 { true } else { false } }
        return isSet ? word(Bilingual("自填", "set by hand")) : ModelLabel(language: language).text(row.model)
    }

    private func cells(_ row: ForecastRow) -> [ReportCell] {
        let notes = ForecastNoteText(language: language, amounts: amounts)
        return [
            .text(row.unit.name), .text(ifStated: row.subject.code),
            .text(SubjectLabel(language: language).name(of: row.subject)),
            LevelLabel(scheme: scheme, language: language).cell(row.subject.level),
            .integer(row.targetYear.number), .amount(row.forecast),
        ]
            + (isMoved ? [.amount(row.modelForecast)] : [])
            + levels.flatMap { level -> [ReportCell] in
                let range = row.range(level: level)
                return [.amount(ifStated: range?.lowerBound), .amount(ifStated: range?.upperBound)]
            } + [
                .term(code: row.model.rawValue, label: model(of: row)), .integer(row.yearsUsed),
                .text(notes.text(row.notes)),
            ]
    }
}
