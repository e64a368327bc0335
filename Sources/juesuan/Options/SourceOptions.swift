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

    @Option(help: "Only lines of this fund: general_public_budget, government_fund or state_capital.")
    var fund: Fund?

    @Option(help: "Only this part of actuals: basic or project expenditure.")
    var part: LineSelection.Part?

    @Option(help: "Only the functional or the economic classification.")
    var classification: LineSelection.Classification?

    @Option(
        help: "Tell lines apart by fund, part (basic and project) or classification, each shown as a body of its own.")
    var by: LineSelection.Dimension?

    @Option(help: ArgumentHelp("Add all bodies up under this name.", valueName: "name"))
    var together: String?

    @Flag(help: "Do not join series over changes of subject codes.")
    var noCrosswalk = false

    @Option(
        help: ArgumentHelp(
            "Changes of codes of one's own, which go before the shipped ones; columns as in Data/subjects/crosswalk.tsv.",
            valueName: "mine.tsv"))
    var crosswalk: String?

    func validate() throws {
        if asOf != nil, !input.isEmpty { throw ValidationError("--as-of is of a ledger; leave out --input") }
    }

    /// How amounts are printed: as they were given, in 万元 by default.
    var amountStyle: AmountStyle {
        statedUnit.map { AmountStyle(givenIn: $0) } ?? .chinese
    }

    /// The unit of amounts in files; plain numbers are kept as finely as the files write them.
    var statedUnit: AmountUnit? {
        guard let amountUnit, amountUnit == AmountUnit.none else { return amountUnit }
        // A file that cannot be read is told of where its lines are read.
        return (try? PlainDecimals.unit(of: input)) ?? amountUnit
    }

    /// Where lines come from.
    var source: LineSource {
        get throws {
            var source = LineSource(
                input.isEmpty ? .ledger(ledger) : .files(input), amountUnit: statedUnit ?? .yuan, scheme: scheme,
                unit: unit.map { BudgetUnit($0) }, asOf: asOf, latestYear: Environment.currentYear)
            if let bodies { source.bodies = try BodyFile.read(bodies) }
            (source.selection.fund, source.selection.part) = (fund, part)
            (source.selection.classification, source.selection.dimension) = (classification, by)
            source.selection.together = together.map { BudgetUnit($0) }
            source.selection.language = Environment.language(from: Environment.variables)
            return source
        }
    }

    /// The account lines; what was left out on reading them is said.
    ///
    /// - Parameter learning: what forecasts learn from: with all bodies in sight `--unit` chooses among the results, so that it
    ///   changes no number.
    func lines(learning: LearningScope = .eachBody) throws -> AccountLines {
        var source = try source
        if learning == .acrossBodies { source.unit = nil }
        let lines = try source.read()
        lines.warnings.forEach(StandardStream.report)
        return lines
    }

    /// The account lines of a record, whose body is its key where the lines name none, and the unit they are in.
    func lines(of record: StreamRecord) throws -> (lines: AccountLines, unit: AmountUnit?) {
        let file = try record.file()
        var source = try source
        let unit = amountUnit == AmountUnit.none ? PlainDecimals.unit(of: file.bytes) : amountUnit
        (source.place, source.amountUnit) = (.contents(file), unit ?? .yuan)
        source.unitOfLines = BudgetUnit(record.key)
        let lines = try source.read()
        lines.warnings.forEach { StandardStream.report("\(record.key): \($0)") }
        return (lines, unit)
    }

    /// How lines are understood and shown.
    ///
    /// - Parameter model: the model for panels too small to be fitted.
    func context(
        language: Language, thresholds: AnomalyThresholds = .draft, model: StoredPanelModel? = nil
    ) throws -> AnalysisContext {
        AnalysisContext(
            scheme: scheme, subjects: try subjects, amounts: amountStyle,
            thresholds: try thresholds.scaled(to: statedUnit ?? .yuan), language: language, storedModel: model)
    }

    /// The classification, with changes of codes of one's own beside it.
    private var subjects: SubjectCatalog? {
        get throws {
            guard scheme == .china else {
                guard crosswalk == nil else {
                    throw CommandFailure(.usage, "--crosswalk is of the Chinese classification", "leave out --scheme")
                }
                return nil
            }
            let shipped = try DataFolder.subjects(joinsCodes: !noCrosswalk)
            guard let crosswalk else { return shipped }
            guard let shipped else {
                throw CommandFailure(
                    .unavailable, "--crosswalk needs the classification, which is not installed",
                    "set JUESUAN_HOME to the folder that holds Data/subjects")
            }
            return try shipped.adding(crosswalk: SourceFile.settings(crosswalk))
        }
    }

    /// The level a person names: `category`, `section`, `item`, `total`, or the number of digits in its codes.
    func level(named name: String) throws -> SubjectLevel {
        let levels = (0...scheme.lengths.count).map { SubjectLevel(depth: $0) }
        if let level = levels.first(where: { scheme.name(of: $0) == name }) { return level }
        let known = levels.map { scheme.name(of: $0) }.joined(separator: ", ")
        throw CommandFailure(.usage, "--level \(name): this scheme has no such level", "its levels are \(known)")
    }
}
