import ArgumentParser
import FinalAccounts
import Forecasting
import Platform
import Reporting
import Variance
import Workbench

/// Where an analysis command takes its account lines from, and how they are to be understood.
struct SourceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The ledger to read.", valueName: "file"))
    var ledger: String = "juesuan.sqlite"

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Read account lines from CSV files instead of a ledger.", valueName: "file.csv"))
    var input: [String] = []

    @Option(help: "Unit of amounts in CSV and in what is printed: yuan, wan, yi or none (plain numbers).")
    var amountUnit: AmountUnit?

    @Option(help: "How subject codes nest: china (3, 5, 7 digits) or prefix:4,6,8,10.")
    var scheme: SubjectScheme = .china

    @Option(help: ArgumentHelp("Only this body. Default: all of them.", valueName: "name"))
    var unit: String?

    @Option(
        help: ArgumentHelp(
            "The ledger as it stood at the end of a day, so that an earlier report can be made again.",
            valueName: "day"))
    var asOf: String?

    @Option(
        help: ArgumentHelp(
            "Other names of bodies, and which took over from which in what year; 'ledger bodies' proposes one.",
            valueName: "bodies.yaml"))
    var bodies: String?

    @Flag(help: "Do not join series over changes of subject codes.")
    var noCrosswalk = false

    func validate() throws {
        if asOf != nil, !input.isEmpty { throw ValidationError("--as-of is of a ledger; leave out --input") }
    }

    /// How amounts are printed: as they were given, in 万元 by default.
    var amountStyle: AmountStyle {
        amountUnit.map { AmountStyle(givenIn: $0) } ?? .chinese
    }

    /// Where lines come from.
    var source: LineSource {
        get throws {
            var source = LineSource(
                input.isEmpty ? .ledger(ledger) : .files(input), amountUnit: amountUnit ?? .yuan, scheme: scheme,
                unit: unit.map { BudgetUnit($0) }, asOf: asOf, latestYear: Environment.currentYear)
            if let bodies { source.bodies = try BodyFile.read(bodies) }
            return source
        }
    }

    /// The account lines; what was left out on reading them is said.
    func lines() throws -> AccountLines {
        let lines = try source.read()
        lines.warnings.forEach(StandardStream.report)
        return lines
    }

    /// How lines are understood and shown.
    ///
    /// - Parameter model: the model for panels too small to be fitted.
    func context(
        language: Language, thresholds: AnomalyThresholds = .draft, model: StoredPanelModel? = nil
    ) throws -> AnalysisContext {
        AnalysisContext(
            scheme: scheme, subjects: scheme == .china ? try DataFolder.subjects(joinsCodes: !noCrosswalk) : nil,
            amounts: amountStyle, thresholds: thresholds, language: language, storedModel: model)
    }

    /// The level a person names: `category`, `section`, `item`, `total`, or the number of digits in its codes.
    func level(named name: String) throws -> SubjectLevel {
        let levels = (0...scheme.lengths.count).map { SubjectLevel(depth: $0) }
        if let level = levels.first(where: { scheme.name(of: $0) == name }) { return level }
        let known = levels.map { scheme.name(of: $0) }.joined(separator: ", ")
        throw CommandFailure(.usage, "--level \(name): this scheme has no such level", "its levels are \(known)")
    }
}
