import FinalAccounts
import Platform

/// Turns the rows of one file into account lines.
struct AccountLineCSVParser: Sendable {
    private let reader: AccountLineCSVReader
    private let bytes: [UInt8]
    private var file: String
    private let header: AccountLineCSVHeader
    private let columns: ColumnPositions
    private var units = CellInterner<BudgetUnit>()
    private var subjects = CellInterner<Subject>()
    private var cells: [CSVScanner.Cell] = []
    private var row = 0

    /// The position of each column, -1 where the file does not have it.
    private struct ColumnPositions {
        var unit, year, fund, code, name, initial, adjusted, actual, basic, project, reason, origin: Int

        init(_ positions: [AccountLineColumn: Int]) {
            unit = positions[.unit] ?? -1
            year = positions[.fiscalYear] ?? -1
            fund = positions[.fund] ?? -1
            code = positions[.subjectCode] ?? -1
            name = positions[.subjectName] ?? -1
            initial = positions[.initialBudget] ?? -1
            adjusted = positions[.adjustedBudget] ?? -1
            actual = positions[.actual] ?? -1
            basic = positions[.basic] ?? -1
            project = positions[.project] ?? -1
            reason = positions[.reason] ?? -1
            origin = positions[.origin] ?? -1
        }
    }

    init(reader: AccountLineCSVReader, bytes: [UInt8], file: String) {
        self.reader = reader
        self.bytes = bytes
        self.file = file
        header = AccountLineCSVHeader(bytes, map: reader.columns)
        columns = ColumnPositions(header.positions)
    }

    /// Reads all rows, long files in several stretches at once.
    func parse() throws(ReadError) -> AccountLineCSVReader.Result {
        try checkHeader()
        let parts = CSVPart.parts(of: bytes, from: CSVDialect.start(of: bytes))
        var read = try Parallel().map(parts.count) { place throws(ReadError) in
            var parser = self
            // A copy of its own for each thread: counting references to one from two at once is slow.
            parser.file = String(decoding: Array(file.utf8), as: UTF8.self)
            return try parser.lines(of: parts[place], withHeader: place == 0)
        }
        let sums = Self.sums(read)
        var lines = Self.takeLines(of: &read)
        if reader.scheme != .china { SlashedNames.join(in: &lines, scheme: reader.scheme) }
        guard !lines.isEmpty else {
            throw ReadError(
                .data, file: file, problem: Bilingual("表头下没有数据", "the header has no rows under it"),
                expected: Bilingual("每个科目每年度一行", "one row for each subject and year"),
                remedy: Bilingual("请补充数据行", "add the rows"))
        }
        return (lines, header.unknown, AccountLineSum.doubts(sums, lines: lines, scheme: reader.scheme))
    }

    /// What a stretch of the file holds.
    private struct Stretch: Sendable {
        var lines: [AccountLine] = []
        var sums: [AccountLineSum] = []
    }

    /// The lines of all stretches; each gives its own up as they are taken, so that no two copies of a long file stand.
    private static func takeLines(of stretches: inout [Stretch]) -> [AccountLine] {
        var lines: [AccountLine] = []
        lines.reserveCapacity(stretches.count > 1 ? stretches.reduce(0) { $0 + $1.lines.count } : 0)
        for place in stretches.indices {
            lines += stretches[place].lines
            stretches[place].lines = []
        }
        return lines
    }

    /// The sums of all stretches, counted through.
    private static func sums(_ stretches: [Stretch]) -> [AccountLineSum] {
        var before = 0
        return stretches.flatMap { stretch in
            defer { before += stretch.lines.count }
            return stretch.sums.map { sum in
                var sum = sum
                sum.linesBefore += before
                return sum
            }
        }
    }

    private mutating func lines(of part: CSVPart, withHeader: Bool) throws(ReadError) -> Stretch {
        var scanner = CSVScanner(bytes, in: part, delimiter: header.delimiter)
        var stretch = Stretch()
        stretch.lines.reserveCapacity(part.rows)
        var left = withHeader ? header.rowsRead : 0
        while try scanner.next(into: &cells, file: file) {
            row = scanner.row
            if left > 0 {
                left -= 1
                continue
            }
            if cells.allSatisfy(\.isEmpty) || isNote { continue }
            if let name = sumName {
                // The sum of several years is none of a line.
                if columns.year >= 0, columns.year < cells.count, cells[columns.year].isEmpty { continue }
                stretch.sums.append(
                    AccountLineSum(
                        name: name, row: row, line: try line(of: Subject(code: nil, names: [name], level: .category)),
                        linesBefore: stretch.lines.count))
            } else {
                stretch.lines.append(try line(of: nil))
            }
        }
        return stretch
    }

    /// Whether the row is a remark under the table: words in one cell, and none of a year.
    private var isNote: Bool {
        guard columns.year < 0 || columns.year >= cells.count || cells[columns.year].isEmpty || columns.year == 0,
            cells.count(where: { !$0.isEmpty }) == 1, let cell = cells.first(where: { !$0.isEmpty })
        else { return false }
        let text = cell.text(in: bytes)
        return ["注", "说明", "备注", "制表", "填表", "审核", "数据来源", "Note", "Source"].contains { text.hasPrefix($0) }
    }

    /// What the row calls itself where it is a sum of others and no subject.
    private var sumName: String? {
        guard cells.count > max(columns.code, columns.name) else { return nil }
        let code = text(columns.code)
        let name = text(columns.name)
        if let code, AccountLineSum.isName(code) { return code }
        guard code == nil, let name, AccountLineSum.isName(name) else { return nil }
        return name
    }

    private func checkHeader() throws(ReadError) {
        if let missing = header.missing {
            throw ReadError(
                .data, file: file, place: Bilingual("第 \(header.row) 行", "row \(header.row)"),
                problem: Bilingual("表头缺少\(missing.zhHans)", "the header lacks \(missing.en)"),
                expected: Bilingual(
                    "fiscal_year、subject_code 或 subject_name，以及 actual 或预算数",
                    "fiscal_year, subject_code or subject_name, and actual or a budget"),
                remedy: Bilingual("请按 CSV 接口说明命名各列", "name the columns as the documentation of the CSV interface does"))
        }
        if let duplicate = header.duplicate {
            throw ReadError(
                .data, file: file,
                place: Bilingual("第 \(header.row) 行“\(duplicate)”列", "row \(header.row), column \(duplicate)"),
                problem: Bilingual("有两列含义相同", "two columns mean the same"),
                remedy: Bilingual("请删去其中一列", "leave one of them out"))
        }
        if let foreign = header.foreign {
            throw ReadError(
                .data, file: file,
                place: Bilingual("第 \(header.row) 行“\(foreign)”列", "row \(header.row), column \(foreign)"),
                problem: Bilingual("金额不是以元为基础的单位", "its amounts are in no unit of yuan"),
                expected: Bilingual("元、千元、万元、百万元或亿元", "“元”, “千元”, “万元”, “百万元” or “亿元”"),
                remedy: Bilingual(
                    "请换算金额，或在列名中去掉单位并指定 --amount-unit none",
                    "convert them, or name the column without its unit and give --amount-unit none"))
        }
        guard reader.amountUnit != .yuan else { return }
        let stated = [AccountLineColumn.initialBudget, .adjustedBudget, .actual, .basic, .project].compactMap {
            header.units[$0]
        }
        if let other = (stated + [header.captionUnit].compactMap(\.self)).first(where: { $0 != reader.amountUnit }) {
            throw ReadError(
                .data, file: file, place: Bilingual("第 \(header.row) 行", "row \(header.row)"),
                problem: Bilingual(
                    "金额单位是\(other.symbol)，不是\(reader.amountUnit.symbol)",
                    "its amounts are in \(other.rawValue), not in \(reader.amountUnit.rawValue)"),
                expected: Bilingual("同一金额单位", "one unit"),
                remedy: Bilingual("请去掉 --amount-unit，或改正表头", "leave --amount-unit out, or correct the header"))
        }
    }

    /// The unit of a column: what its name states, else the caption, else what the reader was told.
    private func unit(of column: AccountLineColumn) -> AmountUnit {
        header.units[column] ?? header.captionUnit ?? reader.amountUnit
    }

    // MARK: One row

    /// - Parameter known: the subject, where the row is a sum and names none.
    private mutating func line(of known: Subject?) throws(ReadError) -> AccountLine {
        try checkWidth()
        let year = try year()
        let actual = try amount(columns.actual, .actual)
        if let latest = reader.latestYear, actual != nil, year > latest {
            throw failure(
                columns.year, Bilingual("\(year) 年度尚不可能有决算数", "there can be no actual of \(year) yet"),
                expected: Bilingual("不晚于 \(latest) 的年度", "a year up to \(latest)"),
                remedy: Bilingual(
                    "请核对年度，或将决算数留空、只填预算数", "check the year, or leave the actual empty and give only the budget"))
        }
        let subject = if let known { known } else { try subject() }
        return AccountLine(
            unit: try unit(), fiscalYear: year, fund: try fund(), subject: subject,
            initialBudget: try initialBudget(), adjustedBudget: try amount(columns.adjusted, .adjustedBudget),
            actual: actual, basic: try amount(columns.basic, .basic), project: try amount(columns.project, .project),
            reason: text(columns.reason),
            origin: try origin(), source: SourceReference(file: file, quote: "row \(row)"))
    }

    private func checkWidth() throws(ReadError) {
        guard cells.count != header.names.count else { return }
        if cells.count > header.names.count, cells[header.names.count...].allSatisfy(\.isEmpty) { return }
        throw ReadError(
            .data, file: file, place: Bilingual("第 \(row) 行", "row \(row)"),
            problem: Bilingual("该行有 \(cells.count) 个单元格", "the row has \(cells.count) cells"),
            expected: Bilingual("\(header.names.count) 个，与表头一致", "\(header.names.count), as many as the header"),
            remedy: Bilingual(
                "请给含逗号的单元格加引号，未知数值留空", "put cells that hold a comma in quotation marks, and leave unknown values empty")
        )
    }

    private func year() throws(ReadError) -> FiscalYear {
        if columns.year < 0, let year = reader.columns?.fiscalYear { return year }
        let cell = cells[columns.year]
        if cell.end - cell.start == 4 {
            var number = 0
            for index in cell.start..<cell.end {
                let digit = Int(bytes[index]) - 0x30
                guard (0...9).contains(digit) else { throw badYear() }
                number = number * 10 + digit
            }
            guard let year = try? FiscalYear(validating: number) else { throw badYear() }
            return year
        }
        guard let text = text(columns.year), let year = try? FiscalYear(parsing: text) else { throw badYear() }
        return year
    }

    private func badYear() -> ReadError {
        failure(
            columns.year, Bilingual("不是年度", "is no fiscal year"),
            expected: Bilingual("年度，如 2023", "a year such as 2023"), remedy: Bilingual("请改正该单元格", "correct the cell"))
    }

    private mutating func unit() throws(ReadError) -> BudgetUnit {
        guard columns.unit >= 0, !cells[columns.unit].isEmpty else { return reader.unit ?? BudgetUnit("") }
        let range = range(columns.unit)
        if let known = units.value(bytes, range, 0..<0) { return known }
        let unit = BudgetUnit(text(columns.unit) ?? "")
        units.remember(unit, bytes, range, 0..<0)
        return unit
    }

    private mutating func subject() throws(ReadError) -> Subject {
        let code = columns.code >= 0 ? range(columns.code) : 0..<0
        let name = columns.name >= 0 ? range(columns.name) : 0..<0
        if code.isEmpty, name.isEmpty {
            throw ReadError(
                .data, file: file, place: Bilingual("第 \(row) 行", "row \(row)"),
                problem: Bilingual("该行没有科目", "the row names no subject"),
                expected: Bilingual("编码或名称", "a code or a name"),
                remedy: Bilingual("请填写 subject_code 或 subject_name", "fill in subject_code or subject_name"))
        }
        if let known = subjects.value(bytes, code, name) { return known }
        let subject = try makeSubject()
        subjects.remember(subject, bytes, code, name)
        return subject
    }

    private func makeSubject() throws(ReadError) -> Subject {
        let name = text(columns.name) ?? ""
        guard var code = text(columns.code) else { return SubjectPath(parsing: name).subject }
        if reader.scheme.level(of: code) == nil || code.utf8.contains(where: { $0 >= 0x80 || $0 == 0x22 }) {
            code = AccountLineCode.plain(code)
        }
        guard let level = reader.scheme.level(of: code) else {
            let lengths = reader.scheme.lengths.map(String.init).listed()
            throw failure(
                columns.code, Bilingual("有 \(code.count) 位", "has \(code.count) characters"),
                expected: Bilingual(
                    "\(lengths.zhHans) 位编码", "a code of \(lengths.en) characters"),
                remedy: Bilingual(
                    "请改正编码，或指定编码规则，如 prefix:4,6", "correct the code, or name the scheme, for example prefix:4,6"))
        }
        return Subject(code: code, names: SubjectPath.names(name, at: level), level: level)
    }

    private func fund() throws(ReadError) -> Fund {
        guard let text = text(columns.fund) else { return .generalPublicBudget }
        if let fund = Fund(rawValue: text) { return fund }
        if text.contains("一般公共预算") || text == "财政拨款" { return .generalPublicBudget }
        if text.contains("政府性基金") { return .governmentFund }
        if text.contains("国有资本经营") { return .stateCapital }
        if let fund = Fund.allCases.first(where: { $0.name.en == text }) { return fund }
        throw failure(
            columns.fund, Bilingual("不是预算种类", "is no fund"), expected: Fund.allCases.map(\.rawValue).listed(),
            remedy: Bilingual("请改正该单元格", "correct the cell"))
    }

    private func origin() throws(ReadError) -> Origin {
        guard let text = text(columns.origin) else { return .published }
        switch text {
        case "published", "公开", "公布", "公开数据": return .published
        case "synthetic", "合成", "模拟", "合成数据": return .synthetic
        default:
            throw failure(
                columns.origin, Bilingual("不是数据来源", "is no origin"),
                expected: Bilingual("published（公开）或 synthetic（合成）", "published or synthetic"),
                remedy: Bilingual("请改正该单元格", "correct the cell"))
        }
    }

    private func initialBudget() throws(ReadError) -> BudgetState {
        guard columns.initial >= 0, !cells[columns.initial].isEmpty else { return .notStated }
        let first = bytes[cells[columns.initial].start]
        if first == 0x75 || first >= 0x80, let text = text(columns.initial),
            ["unbudgeted", "未申请", "无预算", "年初未申请", "未申请年初预算", "未安排"].contains(text)
        {
            return .unbudgeted
        }
        return try amount(columns.initial, .initialBudget).map { .stated($0) } ?? .notStated
    }

    // MARK: Cells

    private func range(_ column: Int) -> Range<Int> {
        cells[column].range
    }

    private func amount(_ column: Int, _ kind: AccountLineColumn) throws(ReadError) -> Amount? {
        guard column >= 0, !cells[column].isEmpty, !isDash(column) else { return nil }
        let cell = cells[column]
        do {
            return try CSVAmount.parse(bytes, cell.start, cell.end, unit: unit(of: kind))
        } catch {
            throw failure(
                column, error.sentence, expected: Bilingual("数字，如 1234.56，或留空", "a number such as 1234.56, or nothing"),
                remedy: Bilingual("请改正该单元格", "correct the cell"),
                isSentence: true)
        }
    }

    /// A dash alone is how tables print an empty cell.
    private func isDash(_ column: Int) -> Bool {
        let cell = cells[column]
        switch cell.end - cell.start {
        case 1: return bytes[cell.start] == 0x2D
        case 3: return bytes[cell.start] == 0xE2 && bytes[cell.start + 1] == 0x80
        default: return false
        }
    }

    /// The text of a cell; `nil` for an empty one and for a column the file does not have.
    private func text(_ column: Int) -> String? {
        guard column >= 0, !cells[column].isEmpty else { return nil }
        return cells[column].text(in: bytes)
    }

    private func failure(
        _ column: Int, _ problem: Bilingual, expected: Bilingual, remedy: Bilingual, isSentence: Bool = false
    ) -> ReadError {
        let cell = text(column) ?? ""
        return ReadError(
            .data, file: file,
            place: Bilingual("第 \(row) 行“\(header.names[column])”列", "row \(row), column \(header.names[column])"),
            problem: isSentence ? problem : Bilingual("“\(cell)”", "'\(cell)' ") + problem, expected: expected,
            remedy: remedy)
    }
}
