import FinalAccounts
import Ledger
import Platform

/// The name of a unit's folder: the unit's own, made fit for file systems.
enum FolderName {
    /// File systems hold 255 bytes; the rest is for what is added here.
    private static let longest = 200

    /// The folders of some units, no two the same.
    static func names(of units: [BudgetUnit]) -> [BudgetUnit: String] {
        let plain = Dictionary(units.map { ($0, safe($0.name)) }) { first, _ in first }
        // Some file systems take names for the same that differ in case only.
        let uses = Dictionary(grouping: plain.values) { $0.lowercased() }
        return Dictionary(
            uniqueKeysWithValues: plain.map { unit, name in
                let isClear = name.utf8.elementsEqual(unit.name.utf8) || uses[name.lowercased()]?.count == 1
                return (unit, isClear && uses[name.lowercased()]?.count == 1 ? name : name + "-" + digits(unit))
            })
    }

    private static func safe(_ name: String) -> String {
        var result = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "/", "\\", ":", "*", "?", "\"", "<", ">", "|": result.unicodeScalars.append("_")
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: result.unicodeScalars.append("_")
            default: result.unicodeScalars.append(scalar)
            }
        }
        if result.hasPrefix(".") { result = "_" + result.dropFirst() }
        while result.utf8.count > longest { result.removeLast() }
        return result
    }

    private static func digits(_ unit: BudgetUnit) -> String {
        String(ContentHash(of: unit.name.utf8).description.prefix(8))
    }
}
