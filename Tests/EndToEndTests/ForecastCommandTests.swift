import Foundation
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// `forecast` and `backtest`, through the built binary.
@Suite("Forecast and backtest, through the built binary")
struct ForecastCommandTests {
    private static let header = "unit,fiscal_year,subject_code,subject_name,initial_budget,actual\n"

    /// Two subjects under one parent, 2018 to 2023, in yuan.
    private static let lines =
        header
        + (2018...2023).map { year in
            "局,\(year),2080101,行政运行,\(1000 + 10 * (year - 2018)),\(1010 + 12 * (year - 2018))\n"
                + "局,\(year),2080102,一般行政管理事务,500,\(480 + (year * 7) % 30)\n"
        }.joined()

    private func binary(_ text: String = lines) throws -> BuiltBinary {
        let binary = try BuiltBinary()
        try Data(text.utf8).write(to: binary.folder.appending(path: "lines.csv"))
        return binary
    }

    private func forecast(_ binary: BuiltBinary, _ more: String...) throws -> BuiltBinary.Result {
        try binary.run(["forecast", "--input", "lines.csv", "--for", "2024", "--language", "en"] + more)
    }

    private func value(_ csv: String, code: String, column: Int) -> String? {
        csv.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
            .first { $0[1] == code }?[column]
    }

    @Test("Numbers of one's own are read in the unit of the command, and a row that was printed is taken back as it is")
    func overridesInUnit() throws {
        let binary = try binary()
        let common = ["forecast", "--input", "lines.csv", "--for", "2024", "--amount-unit", "wan", "--format", "csv"]
        let printed = try binary.run(common).output
        let row = try #require(printed.split(separator: "\n").first { $0.contains("2080102") })
        try binary.write(printed.split(separator: "\n")[0] + "\n" + row + "\n", to: "back.csv")
        let again = try binary.run(common + ["--overrides", "back.csv"])
        #expect(again.status == 0, "\(again.errors)")
        #expect(value(again.output, code: "2080102", column: 5) == value(printed, code: "2080102", column: 5))
        try binary.write("subject_code,target_year,forecast\n2080102,2024,900\n", to: "mine.csv")
        let mine = try binary.run(common + ["--overrides", "mine.csv"]).output
        #expect(value(mine, code: "2080102", column: 5) == "900")
    }

    @Test("A number of one's own in another unit than the command's is asked about, one in its unit is not")
    func overrideInOtherUnit() throws {
        let binary = try binary()
        try binary.write("subject_code,target_year,forecast\n2080102,2024,0.09\n", to: "mine.csv")
        #expect(try forecast(binary, "--overrides", "mine.csv").errors.contains("check its unit"))
        try binary.write("subject_code,target_year,forecast\n2080102,2024,900\n", to: "mine.csv")
        #expect(!(try forecast(binary, "--overrides", "mine.csv").errors.contains("check its unit")))
    }

    @Test("A user's number stands in the row, the model's is beside it, and the levels above add up")
    func overrides() throws {
        let binary = try binary()
        let plain = try forecast(binary, "--format", "csv").output
        try Data("subject_code,target_year,forecast\n2080102,2024,900\n2080102,2030,1\n".utf8)
            .write(to: binary.folder.appending(path: "mine.csv"))
        let result = try forecast(binary, "--overrides", "mine.csv", "--format", "csv")
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.errors.contains("2080102 of 2030 is not among the forecasts"))
        #expect(value(result.output, code: "2080102", column: 5) == "900")
        #expect(result.output.contains("set by hand; the model says"))
        let other = try #require(value(plain, code: "2080101", column: 5).flatMap(Double.init))
        #expect(value(result.output, code: "2080102", column: 6) == value(plain, code: "2080102", column: 5))
        #expect(value(result.output, code: "20801", column: 6) == value(plain, code: "20801", column: 5))
        let parent = try #require(value(result.output, code: "20801", column: 5).flatMap(Double.init))
        let own = try #require(value(result.output, code: "2080101", column: 5).flatMap(Double.init))
        #expect(abs(parent - own - 900) < 0.02)
        #expect(abs(own - other) < 0.2 * other)
    }

    @Test("The number handed back from a forecast's own CSV is taken as it stands")
    func roundTrip() throws {
        let binary = try binary()
        _ = try forecast(binary, "--format", "csv", "--output", "forecast.csv")
        let result = try forecast(binary, "--overrides", "forecast.csv", "--format", "csv")
        #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
        let before = try String(contentsOf: binary.folder.appending(path: "forecast.csv"), encoding: .utf8)
        #expect(value(result.output, code: "2080101", column: 5) == value(before, code: "2080101", column: 5))
    }

    @Test("Wrong overrides are one clear error each, with row")
    func wrongOverrides() throws {
        let binary = try binary()
        for (text, expected) in [
            ("subject_code,forecast\n208,1\n", "row 1"),
            ("subject_code,target_year,forecast\n208,2024,much\n", "row 2"),
            ("subject_code,target_year,forecast\n208,2024,1\n208,2024,2\n", "given twice"),
        ] {
            try Data(text.utf8).write(to: binary.folder.appending(path: "mine.csv"))
            let result = try forecast(binary, "--overrides", "mine.csv")
            #expect(result.status == 65 && result.errors.contains(expected), "\(result.errors)")
        }
        #expect(try forecast(binary, "--overrides", "absent.csv").status == 66)
    }

    @Test("The text says which model answered; other levels of range get columns of their own")
    func says() throws {
        let binary = try binary()
        let table = try forecast(binary, "--format", "markdown", "--stored-model", "none").output
        #expect(table.contains("too few past changes"))
        let csv = try forecast(binary, "--interval", "0.5", "0.9", "--format", "csv").output
        #expect(
            csv.hasPrefix(
                "unit,subject_code,subject_name,level,target_year,forecast,lower50,upper50,lower90,upper90,model"))
        #expect(try forecast(binary, "--interval", "1.5").status == 64)
        let wrong = try forecast(binary, "--stored-model", "lines.csv")
        #expect(wrong.status == 65 && wrong.errors.contains("no fitted model"), "\(wrong.errors)")
        #expect(try forecast(binary, "--stored-model", "absent.json").status == 66)
    }

    @Test("A model saved from many lines answers for few and is named")
    func savedModel() throws {
        let binary = try binary()
        var many = Self.header
        for subject in 0..<40 {
            var level = 1000 + 37 * subject
            for year in 2015...2023 {
                level += (subject * year) % 90
                many += "区,\(year),21\(10100 + subject),项目\(subject),,\(level)\n"
            }
        }
        try Data(many.utf8).write(to: binary.folder.appending(path: "many.csv"))
        let saved = try binary.run(
            "forecast", "--input", "many.csv", "--for", "2024", "--level", "item", "--save-model", "district.json")
        #expect(saved.status == 0, "\(saved.errors)")
        let result = try forecast(binary, "--stored-model", "district.json", "--format", "csv")
        #expect(
            result.status == 0 && result.output.contains("the stored model 'district' answered"), "\(result.errors)")
    }

    @Test("A backtest prints every metric beside last value and budget and draws its chart")
    func backtest() throws {
        let binary = try binary()
        let result = try binary.run(
            "backtest", "--input", "lines.csv", "--from", "2021", "--format", "csv", "--chart", "wape.svg",
            "--language", "en")
        #expect(result.status == 0, "\(result.errors)")
        #expect(
            result.output.hasPrefix(
                "level,horizon,target_year,model,subjects,wape,mae,smape,mase,mdape,coverage80,coverage95,"
                    + "interval-score80,interval-score95\n"))
        for model in ["combination", "last-value", "budget"] { #expect(result.output.contains(",\(model),")) }
        let chart = try Data(contentsOf: binary.folder.appending(path: "wape.svg"))
        let document = try XMLDocumentCheck.elements(of: chart)
        #expect(document.contains("svg") && document.contains("polyline"))
    }

    @Test("Duplicate lines and amounts in two units give rows or one clear error")
    func badLines() throws {
        let twice = try binary(Self.lines + "局,2023,2080101,行政运行,1050,1070\n")
        let result = try forecast(twice, "--format", "csv")
        #expect(result.status == 0 || (result.status == 65 && !result.errors.isEmpty))
        #expect(!result.output.lowercased().contains("nan"))
        let jumping = try binary(Self.lines + "局,2017,2080101,行政运行,9900000,10000000\n")
        let second = try forecast(jumping, "--format", "csv")
        #expect(second.status == 0 && !second.output.lowercased().contains("nan"), "\(second.errors)")
        let empty = try binary(Self.header + "局,2023,2080101,行政运行,100,\n")
        #expect(try forecast(empty).status == 65)
    }
}

/// The names of the elements of a well-formed XML document.
private final class XMLDocumentCheck: NSObject, XMLParserDelegate {
    private var names: [String] = []

    static func elements(of data: Data) throws -> [String] {
        let check = XMLDocumentCheck()
        let parser = XMLParser(data: data)
        parser.delegate = check
        #expect(parser.parse())
        return check.names
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        names.append(name)
    }
}
