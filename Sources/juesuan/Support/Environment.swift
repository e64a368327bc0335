import FinalAccounts
import Foundation
import Platform
import Reporting

/// What the process's surroundings say about how to speak.
enum Environment {
    /// The environment variables.
    static var variables: [String: String] { ProcessInfo.processInfo.environment }

    /// The language of `--language` among some arguments, else of `JUESUAN_LANGUAGE`, else of the locale (`LC_ALL`,
    /// `LC_MESSAGES`, `LANG`): English for `en`, Chinese otherwise.
    static func language(arguments: [String], variables: [String: String]) -> Language {
        let option = "--language"
        for (place, argument) in arguments.enumerated() {
            let given =
                argument == option ? arguments.dropFirst(place + 1).first : suffix(of: argument, behind: option + "=")
            if let language = given.flatMap(Language.init(rawValue:)) { return language }
        }
        if let language = variables["JUESUAN_LANGUAGE"].flatMap(Language.init(rawValue:)) { return language }
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { variables[$0] }.first { !$0.isEmpty }
        return locale?.hasPrefix("en") == true ? .en : .zhHans
    }

    private static func suffix(of text: String, behind opening: String) -> String? {
        text.hasPrefix(opening) ? String(text.dropFirst(opening.count)) : nil
    }

    /// Who runs the command, for the ledger; empty where nothing says so.
    static var user: String { variables["USER"] ?? variables["LOGNAME"] ?? "" }

    /// The calendar year in which the command runs; accounts of later years cannot exist.
    static var currentYear: FiscalYear {
        FiscalYear(Calendar(identifier: .gregorian).component(.year, from: Date()))
    }
}
