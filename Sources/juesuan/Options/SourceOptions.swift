import ArgumentParser
import FinalAccounts
import Ledger
import Platform
import Reporting

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

    @Flag(help: "Do not join series over changes of subject codes.")
    var noCrosswalk = false

    /// How amounts are printed: as they were given, in 万元 by default.
    var amountStyle: AmountStyle {
        amountUnit.map { AmountStyle(givenIn: $0) } ?? .chinese
    }

    /// The account lines, in a deterministic order.
    ///
    /// - Throws: ``CommandFailure`` when there is none; the readers' errors otherwise.
    func lines() throws -> [AccountLine] {
        let wanted = unit.map { BudgetUnit($0) }
        var lines: [AccountLine] = []
        if input.isEmpty {
            lines = try Ledger.open(at: ledger, readOnly: true).lines(of: wanted)
        } else {
            for path in input {
                let file = try LineFile.read(
                    SourceFile(reading: path), amountUnit: amountUnit ?? .yuan, scheme: scheme,
                    latestYear: Environment.currentYear)
                file.warnings.forEach { StandardStream.report("\(path): \($0)") }
                // The one file of most calls is not copied: it may hold a million lines.
                if lines.isEmpty { lines = file.lines } else { lines += file.lines }
            }
            if let wanted { lines.removeAll { $0.unit != wanted } }
        }
        if lines.isEmpty { throw nothingFound() }
        return lines
    }

    /// The series of account lines, at every level, with names resolved and codes joined in the Chinese scheme.
    func series(from lines: [AccountLine]) throws -> [SpendingSeries] {
        let subjects = scheme == .china ? try DataFolder.subjects(joinsCodes: !noCrosswalk) : nil
        return try SeriesBuilder(scheme: scheme, subjects: subjects).series(from: lines)
    }

    /// The level a person names: `category`, `section`, `item`, `total`, or the number of digits in its codes.
    func level(named name: String) throws -> SubjectLevel {
        let levels = (0...scheme.lengths.count).map { SubjectLevel(depth: $0) }
        if let level = levels.first(where: { scheme.name(of: $0) == name }) { return level }
        let known = levels.map { scheme.name(of: $0) }.joined(separator: ", ")
        throw CommandFailure(.usage, "--level \(name): the levels of this scheme are \(known)")
    }

    private func nothingFound() -> CommandFailure {
        let source = input.isEmpty ? ledger : input.joined(separator: ", ")
        guard let unit else {
            return CommandFailure(.data, "\(source): no account lines; import a disclosure or a CSV file first")
        }
        return CommandFailure(
            .data, "\(source): no account lines of '\(unit)'; 'juesuan ledger export' lists what is there")
    }
}
