import Disclosures
import OfficialForm

extension ErrorPlanter {
    /// The tables of a document with their places.
    private func tables(_ document: SyntheticDocument) -> [(block: Int, table: SyntheticTable)] {
        document.blocks.enumerated().compactMap { index, block in
            if case .table(let table) = block { (index, table) } else { nil }
        }
    }

    private func planted(
        _ family: ErrorFamily, _ table: SyntheticTable, at block: Int, row: Int, wrong: String, right: String,
        in document: SyntheticDocument
    ) -> PlantedError {
        var result = document
        result.blocks[block] = .table(table)
        let place =
            table.rows.indices.contains(row)
            ? table.rows[row].first { !$0.isEmpty && $0.first?.isNumber == false } ?? "" : ""
        return PlantedError(
            family: family, document: result, place: place,
            change: "\(table.title) \(place): \(right) → \(wrong)", wrong: wrong, right: right)
    }

    // MARK: Cells

    mutating func changeCell(_ document: SyntheticDocument) -> PlantedError? {
        let filled = tables(document).filter { $0.table.rows.contains { $0.contains { Self.isAmount($0) } } }
        guard case (let block, var table)? = pick(filled) else { return nil }
        var cells: [(row: Int, column: Int)] = []
        for (row, texts) in table.rows.enumerated() {
            for (column, text) in texts.enumerated() where Self.isAmount(text) { cells.append((row, column)) }
        }
        guard let (row, column) = pick(cells),
            let wrong = other(than: table.rows[row][column], atLeast: { max(50, $0 / 50) })
        else { return nil }
        let right = table.rows[row][column]
        table.rows[row][column] = wrong
        return planted(.tableCell, table, at: block, row: row, wrong: wrong, right: right, in: document)
    }

    private static func isAmount(_ text: String) -> Bool {
        guard text.contains("."), let (value, _) = digits(text) else { return false }
        return value > 0
    }

    /// Adds the same to an item and to everything above it in its table.
    mutating func shiftTable(_ document: SyntheticDocument) -> PlantedError? {
        let kinds: Set<TableKind> = [.expenditure, .generalPublicExpenditure, .income]
        guard case (let block, var table)? = pick(tables(document).filter({ kinds.contains($0.table.kind) })) else {
            return nil
        }
        let items = table.rows.indices.filter { table.rows[$0][0].count == 7 }
        guard let item = pick(items) else { return nil }
        let code = table.rows[item][0]
        let parts = table.rows[item].indices.filter { $0 >= 3 && Self.isAmount(table.rows[item][$0]) }
        guard let part = pick(parts), let (value, _) = Self.digits(table.rows[item][part]) else { return nil }
        let more = max(100, value / 10) + Int64.random(in: 0...99, using: &random)
        let right = table.rows[item][2]
        for row in table.rows.indices where table.rows[row][0].isEmpty || code.hasPrefix(table.rows[row][0]) {
            for column in [2, part] {
                guard let (amount, decimals) = Self.digits(table.rows[row][column]) else { continue }
                table.rows[row][column] = Self.text(amount + more, decimals: decimals)
            }
        }
        var error = planted(
            .tableShift, table, at: block, row: item, wrong: table.rows[item][2], right: right, in: document)
        error.right = table.title
        return error
    }

    mutating func misnameRow(_ document: SyntheticDocument) -> PlantedError? {
        let kinds: Set<TableKind> = [.expenditure, .generalPublicExpenditure, .income]
        guard case (let block, var table)? = pick(tables(document).filter({ kinds.contains($0.table.kind) })) else {
            return nil
        }
        let items = table.rows.indices.filter { table.rows[$0][0].count == 7 }
        guard let item = pick(items), let wrong = misnamed(table.rows[item][1]) else { return nil }
        let right = table.rows[item][1]
        table.rows[item][1] = wrong
        return planted(.subjectName, table, at: block, row: item, wrong: wrong, right: right, in: document)
    }

    // MARK: Whole tables

    mutating func removeTable(_ document: SyntheticDocument) -> PlantedError? {
        let all = tables(document)
        let silent = all.filter { $0.table.notes.contains { $0.contains("故本表无数据") } }
        if chance(0.5), case (let block, var table)? = pick(silent) {
            table.notes.removeLast()
            return planted(.missingTable, table, at: block, row: 0, wrong: "", right: table.title, in: document)
        }
        guard let (block, table) = pick(all) else { return nil }
        var result = document
        result.blocks.remove(at: block)
        return PlantedError(
            family: .missingTable, document: result, place: table.title, change: "without \(table.title)", wrong: "",
            right: table.title)
    }

    // MARK: Lists

    /// A cost listed that is zero, or one left out that is not.
    mutating func changeList(_ document: SyntheticDocument) -> PlantedError? {
        guard let table = tables(document).first(where: { $0.table.kind == .basicExpenditure })?.table else {
            return nil
        }
        let isPersonnel = chance(0.5)
        let costs = table.rows.flatMap { [Array($0[0..<3]), Array($0[3..<6])] }.filter { row in
            row[0].count == 5 && (row[0].hasPrefix("302") != isPersonnel)
        }
        let cue = isPersonnel ? "人员经费主要包括：" : "公用经费主要包括："
        guard let (block, words) = Self.explanation(of: document).first(where: { $0.words.hasPrefix(cue) }) else {
            return nil
        }
        if chance(0.6) {
            let zeros = costs.filter { !Self.isAmount($0[2]) }.map { $0[1] }
            guard let name = pick(zeros) else { return nil }
            let end = words.index(before: words.endIndex)
            return replace(Spot(block: block, range: end..<end), with: "、\(name)", .costList, in: document)
        }
        let listed = costs.filter { Self.isAmount($0[2]) && (Self.digits($0[2])?.value ?? 0) > 1_000 }.map { $0[1] }
        guard listed.count > 2, let name = pick(listed), let range = words.firstRange(of: "、\(name)") else {
            return nil
        }
        return replace(Spot(block: block, range: range), with: "", .costList, in: document)
    }
}
