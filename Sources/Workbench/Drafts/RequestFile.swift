import Budgeting
import FinalAccounts
import Platform

/// The policy and the rules of requests as files.
package enum RequestFile {
    /// Reads a policy.
    ///
    /// - Throws: `ReadError` for a file that cannot be opened or is no text, and with the line of a fault.
    package static func policy(_ path: String) throws -> RequestPolicy {
        try RequestPolicy(yaml: SourceFile.settings(path), file: path)
    }

    /// Reads rules.
    ///
    /// - Parameter unit: the unit of amounts in them.
    /// - Throws: as ``policy(_:)`` does.
    package static func rules(_ path: String, unit: AmountUnit) throws -> BudgetRules {
        try BudgetRules(yaml: SourceFile.settings(path), file: path, unit: unit)
    }
}
