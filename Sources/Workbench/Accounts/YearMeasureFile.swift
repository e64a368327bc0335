import FinalAccounts
import Interchange
import Platform

/// What a person knows of years, as a small CSV: `year,population,price_index`, either of the last two blank or left out.
package enum YearMeasureFile {
    /// Reads a file.
    ///
    /// - Throws: `ReadError` for a file that cannot be read or says something else.
    package static func read(_ path: String) throws(ReadError) -> YearMeasures {
        try measures(SourceFile.settings(path), file: path)
    }

    /// Reads a text.
    ///
    /// - Throws: as ``read(_:)`` does.
    package static func measures(_ text: String, file: String) throws(ReadError) -> YearMeasures {
        let bytes = Array(text.utf8)
        var scanner = CSVScanner(bytes, delimiter: CSVDialect.delimiter(in: bytes.prefix { $0 != 0x0A && $0 != 0x0D }))
        let header = try scanner.nextTexts(file: file)?.map(\.trimmed) ?? []
        guard let year = header.firstIndex(of: "year"),
            case let heads = header.firstIndex(of: "population"),
            case let prices = header.firstIndex(of: "price_index"),
            heads != nil || prices != nil
        else {
            throw failure(
                file, 1,
                Bilingual(
                    "没有 year 列，或没有 population、price_index 列",
                    "it has no columns 'year' and 'population' or 'price_index'"))
        }
        var years: [FiscalYear: YearMeasures.Year] = [:]
        while let row = try scanner.nextTexts(file: file)?.map(\.trimmed) {
            let line = scanner.row
            guard row.count == header.count, let number = Int(row[year]), FiscalYear.plausible.contains(number) else {
                throw failure(
                    file, line,
                    Bilingual(
                        "该行不以年度开头，或列数与首行不同", "it does not begin with a year, or has other columns than the first row"))
            }
            years[FiscalYear(number)] = YearMeasures.Year(
                population: try positive(heads.map { row[$0] }, decimals: 0, file, line),
                prices: try positive(prices.map { row[$0] }, decimals: 6, file, line))
        }
        return YearMeasures(years)
    }

    private static func positive(
        _ text: String?, decimals: Int, _ file: String, _ line: Int
    ) throws(ReadError) -> Int64? {
        guard let text, !text.isEmpty else { return nil }
        guard let number = DecimalText(text)?.digits(withDecimals: decimals), number > 0, number < 1_000_000_000_000_000
        else { throw failure(file, line, Bilingual("“\(text)”不是大于零的数", "'\(text)' is no number above zero")) }
        return number
    }

    private static func failure(_ file: String, _ line: Int, _ problem: Bilingual) -> ReadError {
        ReadError(
            .data, file: file, place: Bilingual("第 \(line) 行", "line \(line)"), problem: problem,
            expected: Bilingual(verbatim: "year,population,price_index"),
            remedy: Bilingual("请按此格式填写：2023,125300,102.4", "write a row such as 2023,125300,102.4"))
    }
}
