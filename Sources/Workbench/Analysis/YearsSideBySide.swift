import FinalAccounts
import Platform
import Reporting
import Variance

extension AnalysisContext {
    /// Several years of every subject side by side, in the prices of one year or for each head where that is asked for.
    ///
    /// - Parameters:
    ///   - years: from when to when; those without lines between are left out.
    ///   - measures: what is known of the years beside the accounts.
    ///   - scales: how amounts are shown.
    /// - Throws: ``WorkbenchError`` where fewer than two of the years have lines, or one lacks what a scale needs.
    package func years(
        _ years: ClosedRange<FiscalYear>, in accounts: AccountLines, level: SubjectLevel? = nil,
        measures: YearMeasures = YearMeasures([:]), scales: [YearMeasures.Scale] = []
    ) throws -> ReportTable {
        let known = Set(accounts.lines.lazy.map(\.fiscalYear)).filter(years.contains).sorted()
        guard known.count > 1 else {
            throw WorkbenchError(
                .data,
                Bilingual(
                    "\(years.lowerBound) 至 \(years.upperBound) 年中只有 \(known.count) 年有科目数据",
                    "\(known.count) of the years \(years.lowerBound) to \(years.upperBound) have account lines"),
                advice: Bilingual("请给出至少两年有数据的年度范围", "name years of which at least two have lines"))
        }
        if let year = measures.missing(scales, in: known).first {
            throw WorkbenchError(
                .data,
                Bilingual(
                    "没有 \(year) 年度可用于换算金额的资料", "nothing is known of \(year) by which its amounts could be converted"),
                advice: Bilingual("请在 --measures 的表中补充该年度", "add its row to the table of --measures"))
        }
        let tables = try ManyYears.tables(of: series(from: accounts.lines), years: known, scheme: scheme)
        let table = try ManyYearsTable(tables, scheme: scheme, language: language, level: level) { amount, year in
            measures.scaled(amount, of: year, by: scales)
        }.table()
        return scales.isEmpty ? table : table.adding(notes: [note(on: scales)])
    }

    private func note(on scales: [YearMeasures.Scale]) -> String {
        let words = scales.map { scale in
            switch scale {
            case .perHead: language.words("人均", "for each head")
            case .constantPrices(let base): language.words("按 \(base) 年价格", "in prices of \(base)")
            }
        }
        return words.joined(separator: language.words("、", ", "))
            + language.words(
                "；每个数各自折算并四舍五入，分项之和与合计可能相差几分",
                "; each figure was converted and rounded by itself, so that parts may differ from their sum by some fen"
            )
    }
}
