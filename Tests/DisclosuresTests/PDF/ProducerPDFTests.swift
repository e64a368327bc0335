import Disclosures
import FinalAccounts
import Foundation
import Testing

/// Made-up disclosures printed by nine programs, each with the truth it was printed from beside it
/// (Fixtures/pdf/README.md says which program, font and peculiarity); they need poppler alone.
@Suite("PDFs of many producers")
struct ProducerPDFTests {
    @Test("there are a dozen and more of them, of less than 3 MB together")
    func fixtures() throws {
        #expect(ProducerFixture.all.count >= 12)
        let names = try FileManager.default.contentsOfDirectory(atPath: ProducerFixture.folder.path)
        let sizes = try names.map { name in
            let path = ProducerFixture.folder.appending(path: name).path
            return try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        }
        #expect(sizes.reduce(0, +) < 3_000_000)
        let pdfs = Set(names.filter { $0.hasSuffix(".pdf") })
        #expect(pdfs == Set(ProducerFixture.all.map { $0.name + ".pdf" }))
    }

    @Test("give body and year", arguments: ProducerFixture.all)
    func body(fixture: ProducerFixture) throws {
        let disclosure = try fixture.read()
        let body = try #require(fixture.rows("body").first)
        #expect(disclosure.unit?.name == body["unit"])
        #expect(disclosure.fiscalYear?.number.description == body["fiscal_year"])
    }

    @Test("give every cell of every table, and no other", arguments: ProducerFixture.all)
    func cells(fixture: ProducerFixture) throws {
        let found = TableCells.found(try fixture.read().tables, withPages: false)
        let truth = try TableCells.truth(fixture.rows("cells"), withPages: false)
        #expect(found.subtracting(truth).sorted().prefix(4) == [])
        #expect(truth.subtracting(found).sorted().prefix(4) == [])
        #expect(truth.count > 100)
    }

    @Test("give every line with its code, names, budget, actual and rate", arguments: ProducerFixture.all)
    func lines(fixture: ProducerFixture) throws {
        let found = try fixture.read().lines.map { line in
            let names = line.line.subject.names
            let amounts = [line.statedInitialBudget?.amount, line.line.actual].map {
                $0?.formatted(unit: .wan, decimals: 2) ?? ""
            }
            let rate = line.statedRate?.text.replacing("%", with: "") ?? ""
            return ([line.line.subject.code ?? ""] + names + amounts + [rate]).joined(separator: ",")
        }
        let columns = ["code", "category", "section", "item", "initial_budget_wan", "actual_wan", "rate"]
        #expect(found == (try fixture.rows("lines", columns: columns)))
        #expect(!found.isEmpty)
    }

    @Test("give every stated total, in the text's order, and no other", arguments: ProducerFixture.all)
    func figures(fixture: ProducerFixture) throws {
        let found = try fixture.read().figures.map { figure in
            [figure.measure.name, figure.subject ?? "", figure.value.text, figure.value.unitName]
                .joined(separator: ",")
        }
        #expect(found == (try fixture.rows("figures", columns: ["measure", "subject", "value", "unit"])))
    }
}
