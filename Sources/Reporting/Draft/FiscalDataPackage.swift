import FinalAccounts
import Interchange
import Platform

/// A budget draft as a Fiscal Data Package (specs.frictionlessdata.io/fiscal-data-package, 1.0-rc.1): a table with one
/// amount a row, and a descriptor that says what each column means in the package's taxonomy of column types.
///
/// Only entries stand in the table, none of the sums, so that its amounts can be added up. The phases are `approved`
/// (initial budget), `adjusted`, `executed` (actual), `forecast`, `model_forecast` (what the model says by itself; only where numbers
/// of the user's own moved forecasts, and then for every entry) and `proposed` (the draft's final budget).
package struct FiscalDataPackage: Sendable {
    /// The draft.
    package let draft: BudgetDraft
    /// The language of titles and phase labels.
    package let language: Language

    /// The name of the table's file.
    package static let tableName = "budget.csv"
    /// The name of the descriptor's file.
    package static let descriptorName = "datapackage.json"

    /// The names of its files.
    package static var names: [String] { [tableName, descriptorName] }

    /// Prepares a package.
    package init(_ draft: BudgetDraft, language: Language) {
        self.draft = draft
        self.language = language
    }

    /// Writes table and descriptor into a folder, which is created where it is missing.
    ///
    /// - Throws: ``OutputError``; ``AmountError`` where a sum does not fit.
    package func write(into folder: String) throws {
        try Folder.create(folder)
        try AtomicFile.write(try table(), to: folder + "/" + Self.tableName)
        try AtomicFile.write(descriptor().text(.indented) + "\n", to: folder + "/" + Self.descriptorName)
    }

    // MARK: The table

    private enum Phase: String, CaseIterable {
        case approved, adjusted, executed, forecast
        case modelForecast = "model_forecast"
        case proposed

        var label: Bilingual {
            switch self {
            case .approved: .initialBudget
            case .adjusted: .adjustedBudget
            case .executed: .actual
            case .forecast: .forecast
            case .modelForecast: .modelForecast
            case .proposed: .finalBudget
            }
        }
    }

    /// How many levels of subjects have columns: the taxonomy knows four.
    private var levels: Int {
        min(4, max(1, draft.rows.map(\.depth).max() ?? 1))
    }

    func table() throws(AmountError) -> String {
        var writer = CSVWriter()
        writer.write(fields.map(\.name))
        var path: [Subject] = []
        for row in draft.rows {
            path = path.prefix(max(0, row.depth - 1)) + (row.depth > 0 ? [row.subject] : [])
            guard row.isEntry else { continue }
            for line in try lines(of: row, path: path) { writer.write(line) }
        }
        return writer.text
    }

    private func lines(of row: DraftRow, path: [Subject]) throws(AmountError) -> [[String]] {
        var lines: [[String]] = []
        func add(
            _ year: FiscalYear, _ phase: Phase, _ amount: Amount?, range: ClosedRange<Amount>? = nil, _ origin: Origin
        ) {
            guard let amount else { return }
            let subjects = (0..<levels).flatMap { level -> [String] in
                level < path.count ? [path[level].code ?? "", path[level].name] : ["", ""]
            }
            lines.append(
                [draft.unit.name, year.description, phase.rawValue, phase.label.text(in: language)] + subjects
                    + [text(amount), range.map { text($0.lowerBound) } ?? "", range.map { text($0.upperBound) } ?? ""]
                    + [origin.rawValue])
        }
        for one in row.observations {
            add(one.year, .approved, one.initialBudget.amount, one.origin)
            add(one.year, .adjusted, one.adjustedBudget, one.origin)
            add(one.year, .executed, one.actual, one.origin)
        }
        let origin: Origin = row.observations.contains { $0.origin == .synthetic } ? .synthetic : .published
        add(draft.year, .forecast, row.forecast?.forecast, range: row.forecast?.range80, origin)
        if draft.hasMovedForecasts { add(draft.year, .modelForecast, row.forecast?.modelForecast, origin) }
        add(draft.year, .proposed, try row.final(), origin)
        return lines
    }

    private func text(_ amount: Amount) -> String {
        amount.formatted(unit: isChinese ? .yuan : .none)
    }

    private var isChinese: Bool { draft.amounts.displayUnit != .none }

    // MARK: The descriptor

    private struct Field {
        let name: String
        let type: String
        let columnType: String
        let title: Bilingual
    }

    private var fields: [Field] {
        let functional = "functional-classification:generic:level"
        var fields = [
            Field(
                name: "unit", type: "string", columnType: "administrative-classification:generic:level1:code",
                title: .unit),
            Field(name: "fiscal_year", type: "integer", columnType: "date:fiscal-year", title: .year),
            Field(name: "phase", type: "string", columnType: "phase:id", title: .phase),
            Field(name: "phase_label", type: "string", columnType: "phase:label", title: .phase),
        ]
        for level in 1...levels {
            fields.append(
                Field(
                    name: "level\(level)_code", type: "string", columnType: "\(functional)\(level):code",
                    title: .subjectCode))
            fields.append(
                Field(
                    name: "level\(level)_name", type: "string", columnType: "\(functional)\(level):label",
                    title: .subject))
        }
        return fields + [
            Field(name: "amount", type: "number", columnType: "value", title: .amount),
            Field(name: "lower80", type: "number", columnType: Self.lowerType, title: .lower80),
            Field(name: "upper80", type: "number", columnType: Self.upperType, title: .upper80),
            Field(name: "origin", type: "string", columnType: Self.originType, title: .origin),
        ]
    }

    private static let lowerType = "forecast-range:lower80"
    private static let upperType = "forecast-range:upper80"
    private static let originType = "figure-origin:code"

    func descriptor() -> JSONValue {
        let currency = JSONValue.object([
            "name": .string("currency"), "type": .string("string"), "columnType": .string("value-currency:code"),
            "constant": .string("CNY"),
        ])
        let schema = JSONValue.object([
            "fields": .array(fields.map(json)), "extraFields": .array(isChinese ? [currency] : []),
            "missingValues": .array([.string("")]),
        ])
        let resource = JSONValue.object([
            "name": .string("budget"), "path": .string(Self.tableName), "profile": .string("tabular-data-resource"),
            "format": .string("csv"), "mediatype": .string("text/csv"), "encoding": .string("utf-8"),
            "dialect": .object(["lineTerminator": .string("\r\n"), "delimiter": .string(",")]), "schema": schema,
        ])
        var members: [String: JSONValue] = [
            "name": .string("budget-draft-\(draft.year.number)"), "profile": .string("fiscal-data-package"),
            "title": .string(Bilingual.draftTitle(unit: draft.unit.name, year: draft.year.number).text(in: language)),
            "resources": .array([resource]), "columnTypes": .array(ownTypes),
        ]
        if !draft.syntheticYears.isEmpty {
            let years = YearList.text(draft.syntheticYears)
            members["description"] = .string(Bilingual.usesSyntheticYears(years).text(in: language))
        }
        return .object(members)
    }

    private func json(_ field: Field) -> JSONValue {
        .object([
            "name": .string(field.name), "type": .string(field.type), "columnType": .string(field.columnType),
            "title": .string(field.title.text(in: language)),
        ])
    }

    /// The column types that the taxonomy of the specification does not have.
    private var ownTypes: [JSONValue] {
        [(Self.lowerType, "number"), (Self.upperType, "number"), (Self.originType, "string")].map { name, type in
            .object(["name": .string(name), "dataType": .string(type)])
        }
    }
}
