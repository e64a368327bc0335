import Budgeting
import FinalAccounts
import Foundation
import Platform

/// The policy and the rules of requests as files.
package enum RequestFile {
    /// Reads a policy.
    ///
    /// - Throws: ``WorkbenchError`` for a file that cannot be opened; `ReadError` with the line.
    package static func policy(_ path: String) throws -> RequestPolicy {
        try RequestPolicy(yaml: text(path, Bilingual("政策文件", "the policy")), file: path)
    }

    /// Reads rules.
    ///
    /// - Parameter unit: the unit of amounts in them.
    /// - Throws: as ``policy(_:)`` does.
    package static func rules(_ path: String, unit: AmountUnit) throws -> BudgetRules {
        try BudgetRules(yaml: text(path, Bilingual("规则文件", "the file of rules")), file: path, unit: unit)
    }

    private static func text(_ path: String, _ what: Bilingual) throws(WorkbenchError) -> String {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw WorkbenchError(
                .noInput, Bilingual("无法打开\(what.zhHans)", "\(what.en) cannot be opened").at(path),
                advice: Bilingual("请核对路径", "check the path"))
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
