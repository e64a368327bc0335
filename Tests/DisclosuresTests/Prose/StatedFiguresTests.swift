import Disclosures
import FinalAccounts
import Testing

/// The golden files hold every figure of the text, checked sentence by sentence against the printed text.
@Suite("Every figure the text of a real document states", .enabled(if: SharedData.isPresent, SharedData.reason))
struct StatedFiguresTests {
    @Test(
        "is read with its measure, subject, value and unit, in the document's order",
        arguments: ["qingling-2023.txt", "putuo-planning-2024.pdf", "putuo-social-work-2024.pdf"])
    func figures(name: String) throws {
        let found = try DisclosureReader().read(file: SharedData.path(name)).figures.map { figure in
            [figure.measure.name, figure.subject ?? "", figure.value.text, figure.value.unitName].joined(separator: ",")
        }
        let golden = try Golden.rows(name.replacing(/\.(txt|pdf)$/, with: "") + "-figures.csv").map { row in
            ["measure", "subject", "value", "unit"].map { row[$0] ?? "" }.joined(separator: ",")
        }
        #expect(found == golden)
    }
}
