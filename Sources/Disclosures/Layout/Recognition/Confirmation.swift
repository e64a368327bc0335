import FinalAccounts
import OfficialForm
import Platform

/// Tells figures that sums of the document confirm from those that only the recognition of a picture vouches for.
///
/// A figure stands as a fact where its cell is known by the rules of the picture, all columns of its table are those
/// of the form, its row is known, it has two decimals as the form's figures have, and a sum holds it: one with at
/// least two parts that are not zero, or one that says that it equals a figure confirmed so. A digit misread breaks
/// every sum it stands in. What no sum holds is taken out of the tables and becomes a diagnostic.
struct Confirmation {
    /// A cell: table, row, place in the row.
    private struct Place: Hashable {
        var table: Int
        var row: Int
        var cell: Int
    }

    private let tables: [DisclosureTable]
    private let isKnown: [Bool]
    /// The labels of rows as they have to be; `nil` where a row is in doubt.
    private let labels: [[String?]]
    private var confirmed: Set<Place> = []
    /// Figures that are the same if the document is consistent, and zeros that follow from a figure.
    private var follows: [Place: [Place]] = [:]

    /// Checks tables.
    ///
    /// - Parameters:
    ///   - tables: the tables, recognized ones among others.
    ///   - isRuled: for each table whether its cells are known by rules.
    ///   - subjects: the classification, which vouches for names.
    init(_ tables: [DisclosureTable], isRuled: [Bool], subjects: SubjectCatalog?) {
        let kinds = Dictionary(grouping: tables, by: \.kind).mapValues(\.count)
        let isKnown = zip(tables, isRuled).map { table, isRuled in
            isRuled && kinds[table.kind] == 1 && FormColumns.areKnown(table)
        }
        let identity = RowIdentity(tables, subjects: subjects)
        let labels = zip(tables, isKnown).map { table, isKnown in
            table.rows.indices.map { isKnown ? identity.label(of: $0, in: table) : nil }
        }
        var tables = tables
        for table in tables.indices {
            for row in tables[table].rows.indices {
                if let label = labels[table][row] { tables[table].rows[row].label = label }
            }
        }
        self.tables = tables
        self.isKnown = isKnown
        self.labels = labels
        for table in tables.indices where isKnown[table] {
            for sum in TableSums(tables[table]).sums {
                confirm(
                    whole: Place(table: table, row: sum.whole.row, cell: sum.whole.cell),
                    parts: sum.parts.map { Place(table: table, row: $0.row, cell: $0.cell) })
            }
        }
        linkRepeated()
        spread()
    }

    /// The tables without the recognized amounts that no sum confirms, and a diagnostic for each of those.
    func checked() -> (tables: [DisclosureTable], diagnostics: [Diagnostic]) {
        var checked = tables
        var diagnostics: [Diagnostic] = []
        for table in tables.indices {
            for row in tables[table].rows.indices
            where tables[table].rows[row].cells.contains(where: { $0.confidence != nil }) {
                let label = labels[table][row]
                let line = tables[table].rows[row]
                // A doubtful name names nothing, not even what stands under it.
                if label == nil, isKnown[table] { checked[table].rows[row].label = "" }
                for cell in line.cells.indices {
                    guard let confidence = line.cells[cell].confidence, let amount = line.cells[cell].amount,
                        label == nil || !confirmed.contains(Place(table: table, row: row, cell: cell))
                    else { continue }
                    checked[table].rows[row].cells[cell].amount = nil
                    diagnostics.append(
                        Diagnostic(
                            kind: .unconfirmed, page: line.page,
                            quote: [line.code, line.label, amount.text].compactMap(\.self).joined(separator: " "),
                            message: Bilingual(
                                "由图片识别（把握 \(Int(confidence * 100))%），",
                                "read from a picture (\(Int(confidence * 100))% sure), ")
                                + (label == nil
                                    ? doubt(table) : Bilingual("且没有合计数可以印证", "and no sum of the document confirms it")))
                    )
                }
            }
        }
        return (checked, diagnostics)
    }

    private func doubt(_ table: Int) -> Bilingual {
        isKnown[table]
            ? Bilingual("且所在行不能确定", "and its row is not sure")
            : Bilingual(
                "且“\(tables[table].title)”的列不能确定", "and the columns of the table \(tables[table].title) are not sure")
    }

    // MARK: Sums

    private func amount(_ place: Place) -> StatedAmount? {
        tables[place.table].rows[place.row].cells[place.cell].amount
    }

    private func value(_ place: Place) -> Int64 { amount(place)?.amount.minorUnits ?? 0 }

    /// Whether a figure is printed as the form prints them: the point misses nowhere.
    private func isWhole(_ place: Place) -> Bool { amount(place).map { $0.decimals == 2 } ?? true }

    /// Takes a total and its parts for confirmed when they agree to the last 分.
    private mutating func confirm(whole: Place, parts: [Place]) {
        let sum = value(whole)
        guard sum != 0, parts.allSatisfy(isWhole), isWhole(whole),
            parts.reduce(0, { $0 &+ value($1) }) == sum
        else { return }
        let filled = parts.filter { value($0) != 0 }
        if filled.count >= 2 {
            confirmed.insert(whole)
            confirmed.formUnion(parts)
        } else if let only = filled.first {
            follows[whole, default: []] += parts
            follows[only, default: []].append(whole)
        }
    }

    /// The same subject with the same amount in another table, or the same total.
    private mutating func linkRepeated() {
        var seen: [String: [Place]] = [:]
        for table in tables.indices where isKnown[table] {
            for (row, line) in tables[table].rows.enumerated() {
                for (cell, content) in line.cells.enumerated() {
                    let place = Place(table: table, row: row, cell: cell)
                    guard let role = content.role, value(place) != 0, isWhole(place) else { continue }
                    let sums: [ColumnRole] = [.amount, .total, .fiscalIncome, .yearIncome, .generalPublicBudget]
                    let column = sums.contains(role) ? "total" : role.rawValue
                    let name = line.code ?? TableText.folded(line.label.unicodeScalars)
                    seen["\(name) \(column) \(value(place))", default: []].append(place)
                }
            }
        }
        for places in seen.values where Set(places.map(\.table)).count > 1 {
            for place in places { follows[place, default: []] += places }
        }
    }

    /// Confirms what follows from confirmed figures.
    private mutating func spread() {
        var open = Array(confirmed)
        while let place = open.popLast() {
            for next in follows[place] ?? [] where confirmed.insert(next).inserted { open.append(next) }
        }
    }
}
