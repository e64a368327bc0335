import FinalAccounts
import Interchange
import Platform

/// Reads the rows of an edited draft sheet.
struct EditedDraftReader {
    private let sheet: WorkbookCells
    private let marks: DraftMarks
    private let file: String
    private let columns: EditedColumns

    init(sheet: WorkbookCells, marks: DraftMarks, file: String) throws(ReadError) {
        self.sheet = sheet
        self.marks = marks
        self.file = file
        columns = try EditedColumns(sheet: sheet, file: file)
    }

    /// One row that names a subject.
    private struct Line {
        let row: Int
        let depth: Int
        let code: String?
        let name: String
    }

    func read() throws(ReadError) -> (entries: [DraftEntry], remarks: [String]) {
        let lines = try lines()
        var entries: [DraftEntry] = []
        var remarks: [String] = []
        var path: [String] = []
        var seen: [SubjectKey: Int] = [:]
        for (position, line) in lines.enumerated() {
            path = line.depth == 0 ? [] : path.prefix(line.depth - 1) + [line.name]
            let isSum = position + 1 < lines.count && lines[position + 1].depth > line.depth
            if isSum {
                try checkUntouched(line)
                continue
            }
            let subject = subject(of: line, path: path)
            if let earlier = seen.updateValue(line.row, forKey: subject.key) {
                throw error(
                    line.row, columns.name, "this subject stands in row \(earlier + 1) already",
                    "put both into one row")
            }
            let (entry, remark) = try entry(line, subject)
            entries.append(entry)
            if let remark { remarks.append(remark) }
        }
        guard !entries.isEmpty else {
            throw ReadError(
                .data, file: file, place: sheet.name, problem: "no subject below the headings",
                remedy: "restore the rows and run again")
        }
        return (entries, remarks)
    }

    private func lines() throws(ReadError) -> [Line] {
        var lines: [Line] = []
        for row in sheet.rows.indices where row > columns.headRow {
            let code = Self.trimmed(sheet.cell(row, columns.code).text)
            let name = Self.trimmed(sheet.cell(row, columns.name).text)
            guard !code.isEmpty || !name.isEmpty else {
                try checkEmpty(row)
                continue
            }
            lines.append(
                Line(
                    row: row, depth: try depth(row, code: code, below: lines.last), code: code.isEmpty ? nil : code,
                    name: name))
        }
        return lines
    }

    /// A row's depth as stated; a new row without one stands beside the row above, or by its code's level.
    private func depth(_ row: Int, code: String, below previous: Line?) throws(ReadError) -> Int {
        let text = Self.trimmed(sheet.cell(row, columns.depth).text)
        if text.isEmpty {
            return marks.scheme.level(of: code)?.depth ?? previous?.depth ?? 0
        }
        guard let value = Double(text), let depth = Int(exactly: value), (0...20).contains(depth) else {
            throw error(
                row, columns.depth, "'\(text)' is not a level", "write 1 for the widest class, 2 below it, and so on")
        }
        let deepest = (previous?.depth ?? -1) + 1
        guard depth <= deepest else {
            throw error(
                row, columns.depth, "level \(depth) follows level \(deepest - 1)",
                "insert the row below its parent, whose level is one less")
        }
        return depth
    }

    private func subject(of line: Line, path: [String]) -> Subject {
        if line.depth == 0 { return .total }
        let level = line.code.flatMap { marks.scheme.level(of: $0) } ?? SubjectLevel(depth: line.depth)
        let names = line.name.isEmpty || line.name == line.code ? [] : path
        return Subject(code: line.code, names: names, level: level)
    }

    private func entry(_ line: Line, _ subject: Subject) throws(ReadError) -> (DraftEntry, String?) {
        let suggested = try amount(line.row, columns.suggested)
        var adjustment = try amount(line.row, columns.adjustment)
        var remark: String?
        let finalCell = sheet.cell(line.row, columns.final)
        if !finalCell.isFormula, let final = try amount(line.row, columns.final) {
            let sum = try? (suggested ?? .zero).adding(adjustment ?? .zero)
            if sum != final {
                guard adjustment == nil, let difference = try? final.subtracting(suggested ?? .zero) else {
                    throw error(
                        line.row, columns.final, "the final budget is typed over and does not fit the adjustment",
                        "clear one of the two cells")
                }
                adjustment = difference
                remark =
                    "\(place(line.row, columns.final)): final budget typed over its formula; taken as an adjustment"
            }
        }
        let note = Self.trimmed(sheet.cell(line.row, columns.remark).text)
        let approval = try columns.approval.flatMap { column throws(ReadError) in try self.approval(line.row, column) }
        return (
            DraftEntry(
                subject: subject, suggested: suggested, adjustment: adjustment, approval: approval,
                note: note.isEmpty ? nil : note), remark
        )
    }

    private func approval(_ row: Int, _ column: Int) throws(ReadError) -> Approval? {
        let text = Self.trimmed(sheet.cell(row, column).text)
        if text.isEmpty { return nil }
        guard let approval = Approval(name: text) else {
            let known = Approval.allCases.map { $0.name.text(in: .zhHans) }.joined(separator: ", ")
            throw error(row, column, "'\(text)' is no state of approval", "choose one of \(known), or clear the cell")
        }
        return approval
    }

    /// A sum is made of the rows below it; a number typed over it would be lost.
    private func checkUntouched(_ line: Line) throws(ReadError) {
        for column in [columns.suggested, columns.adjustment, columns.final] {
            let cell = sheet.cell(line.row, column)
            guard !cell.isFormula, !Self.trimmed(cell.text).isEmpty else { continue }
            throw error(
                line.row, column, "a number is typed over the sum of the rows below",
                "put the change into those rows and restore the formula")
        }
    }

    private func checkEmpty(_ row: Int) throws(ReadError) {
        for column in [columns.suggested, columns.adjustment, columns.final]
        where !Self.trimmed(sheet.cell(row, column).text).isEmpty {
            throw error(
                row, column, "a figure without a subject", "write the subject's code or name into the row, or clear it")
        }
    }

    private func amount(_ row: Int, _ column: Int) throws(ReadError) -> Amount? {
        let text = Self.trimmed(sheet.cell(row, column).text)
        if text.isEmpty { return nil }
        if let value = Double(text) {
            // The file holds binary numbers: 0.1 万元 may be read as 0.1000000000000000055.
            let yuan = value * Double(marks.displayUnit.minorUnits) / 100
            if let amount = try? Amount(rounding: yuan) { return amount }
        } else if let amount = try? Amount(parsing: text, unit: marks.displayUnit) {
            return amount
        }
        throw error(row, column, "'\(text)' is not an amount", "write a plain number in the unit of the sheet")
    }

    private func place(_ row: Int, _ column: Int) -> String {
        sheet.name + "!" + CellReference(rowFromZero: row, columnFromZero: column).name
    }

    private func error(_ row: Int, _ column: Int, _ problem: String, _ remedy: String) -> ReadError {
        ReadError(.data, file: file, place: place(row, column), problem: problem, remedy: remedy)
    }

    static func trimmed(_ text: String) -> String {
        var rest = Substring(text)
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
