import ArgumentParser
import FinalAccounts
import Platform
import Reporting
import Workbench

extension Language: ExpressibleByArgument {}
extension OutputFormat: ExpressibleByArgument {}
extension AmountUnit: ExpressibleByArgument {}
extension Origin: ExpressibleByArgument {}
extension Fund: ExpressibleByArgument {}
extension LineSelection.Dimension: ExpressibleByArgument {}
extension LineSelection.Part: ExpressibleByArgument {}
extension LineSelection.Classification: ExpressibleByArgument {}

extension FiscalYear: ExpressibleByArgument {
    /// Reads a year on the command line.
    public init?(argument: String) {
        guard let year = try? FiscalYear(parsing: argument) else { return nil }
        self = year
    }
}

extension SubjectScheme: ExpressibleByArgument {
    /// Reads a scheme on the command line.
    public init?(argument: String) {
        guard let scheme = try? SubjectScheme(parsing: argument) else { return nil }
        self = scheme
    }

    /// How the default is shown in help.
    public var defaultValueDescription: String { text }
}
