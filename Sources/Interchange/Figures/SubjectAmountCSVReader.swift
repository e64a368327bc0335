import FinalAccounts
import Platform

/// One amount that a person states for a subject and year.
public struct SubjectAmount: Hashable, Sendable {
    /// The body; `nil` where the row names none.
    public let unit: String?
    /// The subject's code, else its names joined by `/`.
    public let subject: String
    /// The year.
    public let year: FiscalYear
    /// The amount.
    public let amount: Amount
}

/// Reads one amount for each subject and year from CSV with a header row, in any order of columns:
/// `unit,subject_code,subject_name,target_year,forecast`.
///
/// `target_year` may be called `fiscal_year` and `forecast` may be called `value`; 单位, 科目编码, 科目名称, 年度 and 金额 are
/// understood too. Other columns are not looked at, so that rows of a forecast can be handed back with another number.
///
/// ```swift
/// let amounts = try SubjectAmountCSVReader(amountUnit: .yuan).read(utf8: text, file: "overrides.csv")
/// ```
public struct SubjectAmountCSVReader: Sendable {
    private enum Column: CaseIterable {
        case unit, code, name, year, amount

        var names: [String] {
            switch self {
            case .unit: ["unit", "单位"]
            case .code: ["subject_code", "科目编码"]
            case .name: ["subject_name", "科目名称"]
            case .year: ["target_year", "fiscal_year", "年度"]
            case .amount: ["forecast", "value", "金额"]
            }
        }
    }

    private static let header = "unit,subject_code,subject_name,target_year,forecast"
    private let amountUnit: AmountUnit

    /// Creates a reader for amounts in the given unit.
    public init(amountUnit: AmountUnit) {
        self.amountUnit = amountUnit
    }

    /// Reads amounts from a file's text in UTF-8.
    ///
    /// - Throws: ``ReadError`` with row (the header is row 1).
    public func read(utf8 text: [UInt8], file: String) throws(ReadError) -> [SubjectAmount] {
        var scanner = CSVScanner(text)
        var amounts: [SubjectAmount] = []
        var places: [Column: Int]?
        while let texts = try scanner.nextTexts(file: file) {
            if let places {
                amounts.append(try amount(texts, places, file: file, row: scanner.row))
            } else {
                places = try columns(texts, file: file)
            }
        }
        return amounts
    }

    private func columns(_ texts: [String], file: String) throws(ReadError) -> [Column: Int] {
        var places: [Column: Int] = [:]
        for column in Column.allCases {
            if let place = texts.firstIndex(where: { column.names.contains($0) }) { places[column] = place }
        }
        guard places[.year] != nil, places[.amount] != nil, places[.code] != nil || places[.name] != nil else {
            throw failure(file, 1, Bilingual("表头缺少科目、年度或金额", "the header names no subject, no year or no amount"))
        }
        return places
    }

    private func amount(
        _ texts: [String], _ places: [Column: Int], file: String, row: Int
    ) throws(ReadError) -> SubjectAmount {
        func text(_ column: Column) -> String? {
            guard let place = places[column], place < texts.count, !texts[place].isEmpty else { return nil }
            return texts[place]
        }
        guard let subject = text(.code) ?? text(.name) else {
            throw failure(file, row, Bilingual("该行没有科目", "the row names no subject"))
        }
        guard let year = text(.year).flatMap({ try? FiscalYear(parsing: $0) }) else {
            throw failure(file, row, Bilingual("“\(text(.year) ?? "")”不是年度", "'\(text(.year) ?? "")' is no year"))
        }
        guard let amount = text(.amount).flatMap({ try? Amount(parsing: $0, unit: amountUnit) }) else {
            throw failure(file, row, Bilingual("“\(text(.amount) ?? "")”不是金额", "'\(text(.amount) ?? "")' is no amount"))
        }
        return SubjectAmount(unit: text(.unit), subject: subject, year: year, amount: amount)
    }

    private func failure(_ file: String, _ row: Int, _ problem: Bilingual) -> ReadError {
        ReadError(
            .data, file: file, place: Bilingual("第 \(row) 行", "row \(row)"), problem: problem,
            expected: Bilingual(verbatim: Self.header), remedy: Bilingual("请改正该行", "correct the row"))
    }
}
