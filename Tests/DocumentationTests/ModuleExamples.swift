import Consistency
import Disclosures
import FinalAccounts
import Forecasting
import Interchange
import LinearAlgebra
import OfficialForm
import Platform
import Regression

/// The examples of the modules' pages: what stands between a module's markers is the code on its page.
final class ModuleExamples {
    /// What was printed, a line each.
    private(set) var printed: [String] = []

    private func print(_ items: Any...) {
        printed.append(items.map { "\($0)" }.joined(separator: " "))
    }

    static var all: [(module: String, run: (ModuleExamples) -> () throws -> Void)] {
        [
            ("Platform", platform), ("FinalAccounts", finalAccounts), ("OfficialForm", officialForm),
            ("Interchange", interchange), ("LinearAlgebra", linearAlgebra), ("Regression", regression),
            ("Forecasting", forecasting), ("Disclosures", disclosures), ("Consistency", consistency),
        ]
    }

    func platform() {
        // begin Platform
        let error = ReadError(
            .data, file: "2023.csv", place: Bilingual("第 7 行“actual”列", "row 7, column actual"),
            problem: Bilingual("“12x”不是金额", "'12x' is no amount"), expected: Bilingual("元", "yuan"),
            remedy: Bilingual("请改正该单元格", "correct the cell"))
        print(error)
        print(error.kind)
        // end
    }

    func finalAccounts() throws {
        // begin FinalAccounts
        let unit = BudgetUnit("青菱街道办事处")
        let cleaning = Subject(code: "2120501", names: ["城乡社区支出", "城乡社区环境卫生", "城乡社区环境卫生"])
        let lines = try [(2022, "118.20"), (2023, "120.45")].map { year, actual in
            AccountLine(
                unit: unit, fiscalYear: FiscalYear(year), subject: cleaning,
                initialBudget: .stated(try Amount(parsing: "110", unit: .wan)),
                actual: try Amount(parsing: actual, unit: .wan))
        }
        print(lines[1].executionRate?.text ?? "no budget")
        for series in try SeriesBuilder(scheme: .china).series(from: lines) {
            let actual = series.actual(in: FiscalYear(2023))
            print(series.subject.level.depth, series.subject.name, actual?.formatted(unit: .wan) ?? "none")
        }
        // end
    }

    func officialForm() throws {
        // begin OfficialForm
        let total = StatedFigure(
            measure: Measure(.yearExpenditure, .amount),
            value: .amount(try StatedAmount(parsing: "1234.56", unit: .wan)), quote: "本年支出合计1234.56万元")
        print(total.measure, total.value.text, total.value.unitName)
        print(Measure(name: "year_expenditure.change_rate")?.topic == total.measure.topic)
        // end
    }

    func interchange() throws {
        // begin Interchange
        let csv = "fiscal_year,subject_code,subject_name,actual\n2023,2120501,城乡社区环境卫生,120.45\n"
        let reader = AccountLineCSVReader(amountUnit: .wan, unit: BudgetUnit("青菱街道办事处"))
        for line in try reader.read(utf8: Array(csv.utf8), file: "2023.csv").lines {
            let row: JSONValue = .members([
                "subject": .string(line.subject.name), "actual": line.actual.map { .string($0.formatted(unit: .yuan)) },
                "reason": line.reason.map { .string($0) },
            ])
            print(row.text())
        }
        do {
            _ = try reader.read(utf8: Array(csv.replacing("120.45", with: "12o.45").utf8), file: "2023.csv")
        } catch {
            print(error)
        }
        // end
    }

    func linearAlgebra() throws {
        // begin LinearAlgebra
        let design = try Matrix(columns: [[1, 1, 1, 1], [0, 1, 2, 3]])
        let qr = try QRFactorization(design)
        let coefficients = try qr.solveLeastSquares([10, 12, 13, 16])
        print(coefficients.map { ($0 * 1e9).rounded() / 1e9 })
        // end
    }

    func regression() throws {
        // begin Regression
        let design = try Design(["year": [0, 1, 2, 3, 4, 5]])
        let spending = [102.0, 108, 111, 140, 122, 127]
        let fit = try LinearModel.leastSquares.fit(design, spending)

        for row in try fit.coefficientTable() {
            print(row.name, rounded(row.estimate), rounded(row.standardError), rounded(row.pValue))
        }

        let deleted = try fit.studentizedDeletedResiduals()
        print(deleted.map { rounded($0 ?? 0) })

        let next = try fit.predict(Design(["year": [6]]), level: 0.8)[0]
        print(rounded(next.mean), rounded(next.prediction.lowerBound), rounded(next.prediction.upperBound))

        func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }
        // end
    }

    func forecasting() throws {
        // begin Forecasting
        let lines = try [96, 101, 104, 110, 113, 118].enumerated().map { place, actual in
            AccountLine(
                unit: BudgetUnit("青菱街道办事处"), fiscalYear: FiscalYear(2018 + place),
                subject: Subject(code: "212", names: ["城乡社区支出"]),
                actual: try Amount(parsing: "\(actual)", unit: .wan))
        }
        let series = try SeriesBuilder(scheme: .china).series(from: lines)
        let engine = ForecastEngine(ForecastConfiguration(levels: [0.8]))
        for forecast in try engine.forecast(series, target: FiscalYear(2024)) where forecast.subject.level.depth == 1 {
            print(forecast.subject.name, try forecast.amount().formatted(unit: .wan), forecast.model.rawValue)
            print(forecast.interval(level: 0.8).map { $0.lower < forecast.value && forecast.value < $0.upper } ?? false)
        }
        // end
    }

    func disclosures() throws {
        // begin Disclosures
        let text = """
            青菱街道办事处2023年度部门决算
            三、支出决算情况说明
            2023年度支出合计1234.56万元，其中：基本支出1000.00万元，占81.00%；项目支出234.56万元，占19.00%。
            """
        let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: "2023.txt")
        print(disclosure.unit?.name ?? "no body", disclosure.fiscalYear?.number ?? 0)
        for figure in disclosure.figures { print(figure.measure, figure.value.text, figure.value.unitName) }
        print(disclosure.diagnostics.count)
        // end
    }

    func consistency() throws {
        // begin Consistency
        let text = """
            青菱街道办事处2023年度部门决算
            三、支出决算情况说明
            2023年度支出合计1234.56万元，其中：基本支出1000.00万元，占81.00%；项目支出243.56万元，占19.00%。
            """
        let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: "2023.txt")
        for finding in CheckEngine(language: .en).check(disclosure) where finding.severity == .error {
            print(finding.rule, finding.stated ?? "", finding.computed ?? "")
        }
        // end
    }
}
