import FinalAccounts
import Interchange
import Platform

/// Reads the rows of an edited draft sheet.
struct EditedDraftReader {
    private let sheet: WorkbookCells
    private let marks: DraftMarks
    private let file: String
    private let columns: EditedColumns
    private let suggestions: [SubjectKey: DraftEntry]

    init(sheet: WorkbookCells, marks: DraftMarks, file: String) throws(ReadError) {
        self.sheet = sheet
        self.marks = marks
        self.file = file
        columns = try EditedColumns(sheet: sheet, file: file)
        suggestions = Dictionary(marks.suggestions.map { ($0.subject.key, $0) }) { first, _ in first }
    }

    /// One row that names a subject.
    private struct Line {
        let row: Int
        let depth: Int
        let code: String?
        let name: String
    }

    func read() throws(ReadError) -> (entries: [DraftEntry], remarks: [Bilingual]) {
        let lines = try lines()
        var entries: [DraftEntry] = []
        var remarks: [Bilingual] = []
        var path: [String] = []
        var seen: [SubjectKey: Int] = [:]
        for (position, line) in lines.enumerated() {
            path = line.depth == 0 ? [] : path.prefix(line.depth - 1) + [line.name]
            try checkParent(of: line, among: lines[..<position])
            let isSum = position + 1 < lines.count && lines[position + 1].depth > line.depth
            let subject = subject(of: line, path: path)
            // A sum below which every row is gone is a sum still.
            if isSum || suggestions[subject.key] == nil && wasSum(subject) {
                try checkUntouched(line)
                continue
            }
            if let earlier = seen.updateValue(line.row, forKey: subject.key) {
                throw error(
                    line.row, columns.name,
                    Bilingual("此科目已在第 \(earlier + 1) 行", "this subject stands in row \(earlier + 1) already"),
                    Bilingual("请合并为一行", "put both into one row"))
            }
            let (entry, said) = try entry(line, subject)
            try checkSign(of: entry, line)
            entries.append(entry)
            remarks += said
        }
        for suggestion in marks.suggestions where seen[suggestion.subject.key] == nil {
            entries.append(try gone(suggestion))
            remarks.append(
                Bilingual(
                    "“\(Self.name(of: suggestion.subject))”一行已删除，不申请预算",
                    "the row of \(Self.name(of: suggestion.subject)) is gone; nothing is asked for it"
                ).at(sheet.name))
        }
        guard !entries.isEmpty else {
            throw ReadError(
                .data, file: file, place: Bilingual(verbatim: sheet.name),
                problem: Bilingual("表头下没有科目", "no subject below the headings"),
                remedy: Bilingual("请恢复各行后重新运行", "restore the rows and run again"))
        }
        return (entries, remarks)
    }

    private func lines() throws(ReadError) -> [Line] {
        var lines: [Line] = []
        for row in sheet.rows.indices where row > columns.headRow {
            let code = sheet.cell(row, columns.code).text.trimmed
            let name = sheet.cell(row, columns.name).text.trimmed
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
        let text = sheet.cell(row, columns.depth).text.trimmed
        if text.isEmpty {
            return marks.scheme.level(of: code)?.depth ?? previous?.depth ?? 0
        }
        guard let value = Double(text), let depth = Int(exactly: value), (0...20).contains(depth) else {
            throw error(
                row, columns.depth, Bilingual("“\(text)”不是级次", "'\(text)' is not a level"),
                Bilingual("请填写 1（最上级）、2（其下级），依此类推", "write 1 for the widest class, 2 below it, and so on"))
        }
        let deepest = (previous?.depth ?? -1) + 1
        guard depth <= deepest else {
            throw error(
                row, columns.depth,
                Bilingual("第 \(deepest - 1) 级之后出现第 \(depth) 级", "level \(depth) follows level \(deepest - 1)"),
                Bilingual("请将该行插入上级之下，上级的级次小一", "insert the row below its parent, whose level is one less"))
        }
        return depth
    }

    private func subject(of line: Line, path: [String]) -> Subject {
        if line.depth == 0 { return .total }
        let level = line.code.flatMap { marks.scheme.level(of: $0) } ?? SubjectLevel(depth: line.depth)
        let names = line.name.isEmpty || line.name == line.code ? [] : path
        return Subject(code: line.code, names: names, level: level)
    }

    private func entry(_ line: Line, _ subject: Subject) throws(ReadError) -> (DraftEntry, [Bilingual]) {
        let typed = try amount(line.row, columns.suggested)
        var adjustment = try amount(line.row, columns.adjustment)
        var remarks: [Bilingual] = []
        var suggested = typed
        if !marks.suggestions.isEmpty {
            // A request that follows a limit of the workbook is what the formula comes to.
            let follows = sheet.cell(line.row, columns.suggested).isFormula && suggestions[subject.key] != nil
            suggested = follows ? typed : suggestions[subject.key]?.suggested
            if suggestions[subject.key] == nil {
                remarks.append(
                    Bilingual(
                        "“\(Self.name(of: subject))”为人工增加", "\(Self.name(of: subject)) was put in by hand"
                    ).at(place(line.row, columns.name)))
            }
            if (typed ?? .zero) != (suggested ?? .zero) {
                adjustment = try difference(typed, suggested, plus: adjustment, line)
                remarks.append(
                    Bilingual("申请预算被改写，按人工调整处理", "typed over what was suggested; taken as an adjustment")
                        .at(place(line.row, columns.suggested)))
            }
        }
        let finalCell = sheet.cell(line.row, columns.final)
        if !finalCell.isFormula, let final = try amount(line.row, columns.final) {
            let sum = try? (suggested ?? .zero).adding(adjustment ?? .zero)
            if sum != final {
                guard adjustment == nil else {
                    throw error(
                        line.row, columns.final,
                        Bilingual("最终预算被改写，且与人工调整不符", "the final budget is typed over and does not fit the adjustment"),
                        Bilingual("请清除其中一个单元格", "clear one of the two cells"))
                }
                adjustment = try difference(final, suggested, plus: nil, line)
                remarks.append(
                    Bilingual(
                        "最终预算的公式被改写，按人工调整处理", "final budget typed over its formula; taken as an adjustment"
                    ).at(place(line.row, columns.final)))
            }
        }
        let note = sheet.cell(line.row, columns.remark).text.trimmed
        let approval = try columns.approval.flatMap { column throws(ReadError) in try self.approval(line.row, column) }
        return (
            DraftEntry(
                subject: subject, suggested: suggested, adjustment: adjustment, approval: approval,
                note: note.isEmpty ? nil : note), remarks
        )
    }

    private func approval(_ row: Int, _ column: Int) throws(ReadError) -> Approval? {
        let text = sheet.cell(row, column).text.trimmed
        if text.isEmpty { return nil }
        guard let approval = Approval(name: text) else {
            let known = Approval.allCases.map(\.name).joined()
            throw error(
                row, column, Bilingual("“\(text)”不是审批状态", "'\(text)' is no state of approval"),
                Bilingual("请选择\(known.zhHans)之一，或清除单元格", "choose one of \(known.en), or clear the cell"))
        }
        return approval
    }

    /// What a person made of a suggestion, beside an adjustment.
    private func difference(
        _ typed: Amount?, _ suggested: Amount?, plus adjustment: Amount?, _ line: Line
    ) throws(ReadError) -> Amount {
        do throws(AmountError) {
            return try (typed ?? .zero).subtracting(suggested ?? .zero).adding(adjustment ?? .zero)
        } catch {
            throw self.error(line.row, columns.suggested, error.problem, error.remedy)
        }
    }

    /// A suggestion whose row was taken out: nothing is asked for.
    private func gone(_ suggestion: DraftEntry) throws(ReadError) -> DraftEntry {
        var entry = suggestion
        guard let suggested = suggestion.suggested, suggested != .zero else { return entry }
        do throws(AmountError) {
            entry.adjustment = try Amount.zero.subtracting(suggested)
        } catch {
            throw ReadError(
                .data, file: file, place: Bilingual(verbatim: sheet.name), problem: error.problem, remedy: error.remedy)
        }
        return entry
    }

    private static func name(of subject: Subject) -> String {
        [subject.code ?? "", subject.name].filter { !$0.isEmpty }.joined(separator: " ")
    }

    // MARK: What cannot be

    /// A subject stands below the one that its code names, else sums would hold what is not theirs.
    private func checkParent(of line: Line, among earlier: ArraySlice<Line>) throws(ReadError) {
        guard let code = line.code, let parent = earlier.last(where: { $0.depth < line.depth })?.code,
            marks.scheme.level(of: code) != nil, marks.scheme.level(of: parent) != nil, !code.hasPrefix(parent)
        else { return }
        throw error(
            line.row, columns.code,
            Bilingual("\(code) 列在 \(parent) 之下，但不属于它", "\(code) stands below \(parent), to which it does not belong"),
            Bilingual("请将该行移到所属上级之下，或改正编码", "move the row below its own parent, or correct its code"))
    }

    /// Nobody is given less than nothing.
    private func checkSign(of entry: DraftEntry, _ line: Line) throws(ReadError) {
        guard let final = try? entry.final(), final < .zero, (entry.suggested ?? .zero) >= .zero else { return }
        throw error(
            line.row, columns.adjustment,
            Bilingual(
                "“\(Self.name(of: entry.subject))”的预算将为负数",
                "the budget of \(Self.name(of: entry.subject)) would be negative"),
            Bilingual("调减不得超过申请预算", "take off no more than is suggested"))
    }

    /// Whether a row was a sum when the workbook was written: something that was suggested belongs to it.
    private func wasSum(_ subject: Subject) -> Bool {
        marks.suggestions.contains { suggestion in
            guard let code = subject.code, let other = suggestion.subject.code else {
                return subject.names.count < suggestion.subject.names.count
                    && suggestion.subject.names.starts(with: subject.names)
            }
            return other != code && other.hasPrefix(code)
        }
    }

    /// A sum is made of the rows below it; a number typed over it would be lost.
    private func checkUntouched(_ line: Line) throws(ReadError) {
        for column in [columns.suggested, columns.adjustment, columns.final] {
            let cell = sheet.cell(line.row, column)
            guard !cell.isFormula, !cell.text.trimmed.isEmpty else { continue }
            throw error(
                line.row, column, Bilingual("下级合计的公式被数字改写", "a number is typed over the sum of the rows below"),
                Bilingual("请将调整填入下级各行，并恢复公式", "put the change into those rows and restore the formula"))
        }
    }

    private func checkEmpty(_ row: Int) throws(ReadError) {
        for column in [columns.suggested, columns.adjustment, columns.final]
        where !sheet.cell(row, column).text.trimmed.isEmpty {
            throw error(
                row, column, Bilingual("有数字而没有科目", "a figure without a subject"),
                Bilingual("请在该行填写科目编码或名称，或清除数字", "write the subject's code or name into the row, or clear it"))
        }
    }

    private func amount(_ row: Int, _ column: Int) throws(ReadError) -> Amount? {
        let text = sheet.cell(row, column).text.trimmed
        if text.isEmpty { return nil }
        if let value = Double(text) {
            // The file holds binary numbers: 0.1 万元 may be read as 0.1000000000000000055.
            let yuan = value * Double(marks.displayUnit.minorUnits) / 100
            if let amount = try? Amount(rounding: yuan) { return amount }
        } else if let amount = try? Amount(parsing: text, unit: marks.displayUnit) {
            return amount
        }
        throw error(
            row, column, Bilingual("“\(text)”不是金额", "'\(text)' is not an amount"),
            Bilingual("请按表中单位填写数字", "write a plain number in the unit of the sheet"))
    }

    private func place(_ row: Int, _ column: Int) -> String {
        sheet.name + "!" + CellReference(rowFromZero: row, columnFromZero: column).name
    }

    private func error(_ row: Int, _ column: Int, _ problem: Bilingual, _ remedy: Bilingual) -> ReadError {
        ReadError(.data, file: file, place: Bilingual(verbatim: place(row, column)), problem: problem, remedy: remedy)
    }
}
