import FinalAccounts
import Testing

/// The golden files are confirmed by the documents' own sums, so that a slip in them cannot hide one of the reader.
@Suite("Golden cells")
struct GoldenSumsTests {
    /// What rounding to 0.01万元 may leave of a sum of many.
    private let tolerance = 5.0

    private func cells(_ name: String) throws -> [String: Double] {
        var cells: [String: Double] = [:]
        for row in try Golden.rows(name + "-cells.csv") where row["side"] == "" {
            let amount = try Amount(parsing: row["amount_wan"] ?? "", unit: .wan)
            let name = (row["code"] ?? "").isEmpty ? row["label"] ?? "" : row["code"] ?? ""
            cells["\(row["table"] ?? "") \(row["column"] ?? "") \(name)"] = Double(amount.minorUnits) / 1_000_000
        }
        return cells
    }

    @Test(
        "categories add up to 合计, sections to categories, items to sections, parts to totals",
        arguments: ["putuo-planning-2024", "putuo-social-work-2024"])
    func sums(name: String) throws {
        let cells = try cells(name)
        var checked = 0
        for (key, amount) in cells {
            let parts = key.split(separator: " ")
            guard parts.count == 3, ["income", "expenditure", "general_public_expenditure"].contains(parts[0]) else {
                continue
            }
            let code = parts[2] == "合计" ? "" : String(parts[2])
            guard code.allSatisfy(\.isNumber), code.count < 7 else { continue }
            let length = code.isEmpty ? 3 : code.count + 2
            let children = cells.filter { other in
                let place = other.key.split(separator: " ")
                return place[0] == parts[0] && place[1] == parts[1] && place[2].count == length
                    && place[2].hasPrefix(code)
                    && place[2].allSatisfy(\.isNumber)
            }
            #expect(abs(children.values.reduce(0, +) - amount) <= 0.01 * tolerance, "\(key)")
            checked += 1
        }
        for table in ["expenditure", "general_public_expenditure"] {
            for (key, total) in cells where key.hasPrefix("\(table) total ") {
                let row = key.split(separator: " ")[2]
                let sum = (cells["\(table) basic \(row)"] ?? 0) + (cells["\(table) project \(row)"] ?? 0)
                #expect(abs(sum - total) <= 0.01 * tolerance, "\(key)")
                checked += 1
            }
        }
        #expect(checked > 50)
    }
}
