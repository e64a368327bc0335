import Disclosures
import FinalAccounts
import Interchange
import Platform
import Reporting

/// Reads reports of execution: CSV or a workbook with one line a subject and month or quarter, under English or Chinese heads.
///
/// Amounts are of the period (`executed`, 本月支出) or from January on (`executed_to_date`, 累计支出); a head's unit in brackets
/// counts before the one given. Rows without a subject and totals are left out.
package struct ExecutionFile {
    /// One row.
    package struct Row: Hashable, Sendable {
        package var unit: String?
        package var subject: Subject
        package var year: FiscalYear
        package var month: Int
        /// What was spent in the period; `nil` where the file tells sums only.
        package var inPeriod: Amount?
        /// What was spent from January on; `nil` where the file tells periods only.
        package var toDate: Amount?
        package var initialBudget: Amount?
        package var adjustedBudget: Amount?
    }

    private enum Column: String, CaseIterable {
        case unit, code, name, year, month, quarter, period, inPeriod, toDate, initial, adjusted

        var names: [String] {
            switch self {
            case .unit: ["unit", "单位", "单位名称", "预算单位"]
            case .code: ["subject_code", "科目编码", "功能科目编码", "功能分类科目编码", "支出功能分类科目编码"]
            case .name: ["subject_name", "科目名称", "功能科目名称", "功能分类科目名称", "支出功能分类科目名称", "项目"]
            case .year: ["fiscal_year", "年度", "年份", "预算年度"]
            case .month: ["month", "月份", "月"]
            case .quarter: ["quarter", "季度"]
            case .period: ["period", "期间"]
            case .inPeriod: ["executed", "本月支出", "本月执行数", "当月支出", "当月执行数", "本期支出", "本期执行数", "本季支出", "本季执行数"]
            case .toDate: ["executed_to_date", "累计支出", "累计执行数", "本年累计支出", "本年累计执行数", "本年累计", "支出累计数"]
            case .initial: ["initial_budget", "年初预算", "年初预算数"]
            case .adjusted: ["adjusted_budget", "调整预算", "调整预算数", "全年预算", "全年预算数", "预算数", "预算指标"]
            }
        }
    }

    private let file: String
    private let amountUnit: AmountUnit
    private let year: FiscalYear?
    private let month: Int?
    private static let searchedRows = 30
    private static let expected = Bilingual(verbatim: "subject_code,fiscal_year,month,executed_to_date")

    /// - Parameters:
    ///   - year: the year of rows that tell none.
    ///   - month: the month of rows that tell none.
    package init(_ file: String, amountUnit: AmountUnit, year: FiscalYear? = nil, month: Int? = nil) {
        self.file = file
        self.amountUnit = amountUnit
        self.year = year
        self.month = month
    }

    /// The rows of the file.
    ///
    /// - Throws: `ReadError` with the row.
    package func read() throws(ReadError) -> [Row] {
        guard file.lowercased().hasSuffix(".xlsx") else { return try rows(of: csv()) }
        for sheet in try WorkbookReader().read(file: file).sheets {
            let cells = WorkbookCells(sheet).rows.map { $0.map(\.text) }
            if cells.prefix(Self.searchedRows).contains(where: { places($0) != nil }) { return try rows(of: cells) }
        }
        throw noHeader
    }

    private func csv() throws(ReadError) -> [[String]] {
        var scanner = CSVScanner(try FigureText.utf8(file))
        var rows: [[String]] = []
        while let texts = try scanner.nextTexts(file: file) { rows.append(texts) }
        return rows
    }

    // MARK: Header

    private struct Place {
        let index: Int
        let unit: AmountUnit?
    }

    private var noHeader: ReadError {
        ReadError(
            .data, file: file, problem: Bilingual("没有写明科目和支出的表头行", "no row heads a subject and what was spent"),
            expected: Self.expected,
            remedy: Bilingual("请按 docs/drafting.md 命名各列", "name the columns as in docs/drafting.md"))
    }

    /// The columns of a header; `nil` for a row that is none.
    private func places(_ texts: [String]) -> [Column: Place]? {
        var places: [Column: Place] = [:]
        for (index, text) in texts.enumerated() {
            let (name, unit) = Self.head(text)
            guard let column = Column.allCases.first(where: { $0.names.contains(name) }), places[column] == nil else {
                continue
            }
            places[column] = Place(index: index, unit: unit)
        }
        let hasSubject = places[.code] != nil || places[.name] != nil
        return hasSubject && (places[.inPeriod] != nil || places[.toDate] != nil) ? places : nil
    }

    /// `累计支出（万元）` as its name and unit.
    private static func head(_ text: String) -> (name: String, unit: AmountUnit?) {
        let trimmed = text.filter { !$0.isWhitespace }
        guard let open = trimmed.firstIndex(where: { $0 == "（" || $0 == "(" }) else { return (trimmed, nil) }
        let inside = trimmed[trimmed.index(after: open)...].dropLast()
        let unit: AmountUnit? =
            switch inside {
            case "元": .yuan
            case "万元": .wan
            case "亿元": .yi
            default: nil
            }
        return (String(trimmed[..<open]), unit)
    }

    // MARK: Rows

    private func rows(of texts: [[String]]) throws(ReadError) -> [Row] {
        guard let head = texts.indices.prefix(Self.searchedRows).first(where: { places(texts[$0]) != nil }),
            let places = places(texts[head])
        else { throw noHeader }
        var rows: [Row] = []
        for place in texts.indices where place > head {
            if let row = try row(texts[place], places, number: place + 1) { rows.append(row) }
        }
        return rows
    }

    private static let totals: Set<String> = ["合计", "总计", "支出合计", "total"]

    private func row(_ texts: [String], _ places: [Column: Place], number: Int) throws(ReadError) -> Row? {
        func text(_ column: Column) -> String? {
            guard let place = places[column], texts.indices.contains(place.index) else { return nil }
            let text = texts[place.index].filter { !$0.isWhitespace }
            return text.isEmpty ? nil : text
        }
        let (code, name) = (text(.code), text(.name))
        guard code != nil || name != nil, !Self.totals.contains(code ?? name ?? "") else { return nil }
        func amount(_ column: Column) throws(ReadError) -> Amount? {
            guard let text = text(column) else { return nil }
            let unit = places[column]?.unit ?? amountUnit
            if let amount = try? Amount(parsing: text, unit: unit) { return amount }
            // Workbooks hold binary numbers: 0.1 万元 may be read as 0.1000000000000000055.
            if let value = Double(text), let amount = try? Amount(rounding: value * Double(unit.minorUnits) / 100) {
                return amount
            }
            throw failure(number, Bilingual("“\(text)”不是金额", "'\(text)' is no amount"))
        }
        guard let (year, month) = try period(text(.year), text(.month), text(.quarter), text(.period), number) else {
            throw failure(
                number,
                Bilingual(
                    "该行没有年度和月份，请用 --for 和 --through 指定",
                    "the row tells no year and month; name them with --for and --through"))
        }
        let (part, sum) = (try amount(.inPeriod), try amount(.toDate))
        return Row(
            unit: text(.unit),
            subject: Subject(code: code, names: name.map { $0.split(separator: "/").map(String.init) } ?? []),
            year: year, month: month, inPeriod: part, toDate: sum, initialBudget: try amount(.initial),
            adjustedBudget: try amount(.adjusted))
    }

    /// The year and the last month of a row; `nil` where neither the row nor the command tells them.
    private func period(
        _ year: String?, _ month: String?, _ quarter: String?, _ period: String?, _ number: Int
    ) throws(ReadError) -> (FiscalYear, Int)? {
        var (found, last) = (self.year, self.month)
        if let period {
            guard let (year, month) = Self.period(period) else {
                throw failure(number, Bilingual("“\(period)”不是期间", "'\(period)' is no period"))
            }
            (found, last) = (FiscalYear(year), month)
        }
        if let year {
            guard let parsed = try? FiscalYear(parsing: year) else {
                throw failure(number, Bilingual("“\(year)”不是年度", "'\(year)' is no year"))
            }
            found = parsed
        }
        if let text = month ?? quarter {
            let digits = text.filter(\.isNumber)
            guard let count = Int(digits), (1...(month == nil ? 4 : 12)).contains(count) else {
                throw failure(
                    number,
                    month == nil
                        ? Bilingual("“\(text)”不是季度", "'\(text)' is no quarter")
                        : Bilingual("“\(text)”不是月份", "'\(text)' is no month"))
            }
            last = month == nil ? count * 3 : count
        }
        guard let found, let last else { return nil }
        return (found, last)
    }

    /// `2024-09`, `2024Q3`, `2024年9月`.
    package static func period(_ text: String) -> (year: Int, month: Int)? {
        let parts = text.split { !$0.isNumber }.compactMap { Int($0) }
        guard parts.count == 2, FiscalYear.plausible.contains(parts[0]) else { return nil }
        let isQuarter = text.contains("Q") || text.contains("q") || text.contains("季")
        guard (1...(isQuarter ? 4 : 12)).contains(parts[1]) else { return nil }
        return (parts[0], isQuarter ? parts[1] * 3 : parts[1])
    }

    private func failure(_ row: Int, _ problem: Bilingual) -> ReadError {
        ReadError(
            .data, file: file, place: Bilingual("第 \(row) 行", "row \(row)"), problem: problem, expected: Self.expected,
            remedy: Bilingual("请改正该行", "correct the row")
        )
    }
}
