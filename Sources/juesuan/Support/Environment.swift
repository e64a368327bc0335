import FinalAccounts
import Foundation
import Reporting

/// What the process's surroundings say about how to speak.
enum Environment {
    /// The environment variables.
    static var variables: [String: String] { ProcessInfo.processInfo.environment }

    /// The language of the locale (`LC_ALL`, `LC_MESSAGES`, `LANG`): English for `en`, Chinese otherwise.
    static func language(from variables: [String: String]) -> Language {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { variables[$0] }.first { !$0.isEmpty }
        return locale?.hasPrefix("en") == true ? .en : .zhHans
    }

    /// Who runs the command, for the ledger; empty where nothing says so.
    static var user: String { variables["USER"] ?? variables["LOGNAME"] ?? "" }

    /// The calendar year in which the command runs; accounts of later years cannot exist.
    static var currentYear: FiscalYear {
        FiscalYear(Calendar(identifier: .gregorian).component(.year, from: Date()))
    }
}
