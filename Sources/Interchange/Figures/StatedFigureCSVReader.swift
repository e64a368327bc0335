import FinalAccounts
import OfficialForm
import Platform

/// Reads stated figures from CSV: `measure,subject,value,unit`, one figure a row.
///
/// `measure` is a name of ``Measure``, such as `general_public_expenditure.initial_budget`; `value` is the number as
/// printed, whose decimals are kept; `unit` is `yuan`, `wan`, `yi`, `percent`, `points` or a counting word (辆).
///
/// ```swift
/// let figures = try StatedFigureCSVReader().read(utf8: text, file: "2023-totals.csv")
/// ```
public struct StatedFigureCSVReader: Sendable {
    private static let header = ["measure", "subject", "value", "unit"]

    /// Creates a reader.
    public init() {}

    /// Reads figures from a file's text in UTF-8.
    ///
    /// - Throws: ``ReadError`` with row (the header is row 1).
    public func read(utf8 text: [UInt8], file: String) throws(ReadError) -> [StatedFigure] {
        var scanner = CSVScanner(text)
        var figures: [StatedFigure] = []
        var isHeader = true
        while let texts = try scanner.nextTexts(file: file) {
            if isHeader {
                guard texts == Self.header else {
                    throw failure(file, 1, Bilingual("表头不是公开数据的表头", "the header is not that of stated figures"))
                }
                isHeader = false
            } else {
                figures.append(try figure(texts, file: file, row: scanner.row))
            }
        }
        return figures
    }

    private func figure(_ texts: [String], file: String, row: Int) throws(ReadError) -> StatedFigure {
        guard texts.count == Self.header.count else {
            throw failure(file, row, Bilingual("有 \(texts.count) 个单元格，应为 4 个", "\(texts.count) cells instead of 4"))
        }
        guard let measure = Measure(name: texts[0]) else {
            throw failure(file, row, Bilingual("没有名为“\(texts[0])”的指标", "no measure is called '\(texts[0])'"))
        }
        guard let value = Self.value(texts[2], unit: texts[3]) else {
            throw failure(
                file, row, Bilingual("“\(texts[2])”不是以“\(texts[3])”为单位的数", "'\(texts[2])' is no number of \(texts[3])"))
        }
        return StatedFigure(measure: measure, subject: texts[1].isEmpty ? nil : texts[1], value: value)
    }

    private static func value(_ text: String, unit: String) -> FigureValue? {
        if let unit = AmountUnit(rawValue: unit) {
            return (try? StatedAmount(parsing: text, unit: unit)).map { .amount($0) }
        }
        switch unit {
        case "percent": return StatedPercentage(text).map { .percentage($0) }
        case "points": return DecimalText(text).map { .score($0) }
        case "": return nil
        default: return Int64(text).map { .count($0, counter: unit) }
        }
    }

    private func failure(_ file: String, _ row: Int, _ problem: Bilingual) -> ReadError {
        ReadError(
            .data, file: file, place: Bilingual("第 \(row) 行", "row \(row)"), problem: problem,
            expected: Bilingual(verbatim: Self.header.joined(separator: ",")),
            remedy: Bilingual("请改正该行", "correct the row"))
    }
}
