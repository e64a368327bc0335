import Disclosures
import FinalAccounts
import Foundation
import Platform
import Testing

@testable import Reporting

@Suite("The disclosure's own figures")
struct DisclosureFiguresTests {
    private static let document = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/disclosures/qingling-2023.txt")
    private static let isThere = FileManager.default.fileExists(atPath: document.path)

    private static func wan(_ text: String) throws -> Amount { try Amount(parsing: text, unit: .wan) }

    @Test("The real disclosure yields all four figures", .enabled(if: isThere, "../shared is not on this machine"))
    func realDocument() throws {
        let figures = DisclosureFigures(try DisclosureReader().read(file: Self.document.path), language: .zhHans)
        #expect(figures.totals.map(\.current) == [try Self.wan("11092.59"), try Self.wan("11092.59")])
        #expect(figures.totals.map(\.previous) == [try Self.wan("14598.23"), try Self.wan("14598.23")])
        #expect(figures.appropriation.map(\.label) == ["财政拨款收入", "财政拨款支出"])
        #expect(figures.appropriation.allSatisfy { $0.previous != nil })
        // The document states its income with two digits swapped; the figure shows what is stated.
        #expect(figures.income.map(\.amount) == [try Self.wan("11902.59")])
        #expect(figures.expenditure.map(\.label) == ["基本支出", "项目支出"])
        #expect(try Amount.sum(figures.expenditure.map(\.amount)) == Self.wan("11092.59"))
    }

    @Test("Last year is what the document states, else this year less the change")
    func previousYear() throws {
        let figures = DisclosureFigures(language: .en) { measure in
            switch (measure.topic, measure.aspect) {
            case (.incomeTotal, .amount), (.expenditureTotal, .amount): Amount(minorUnits: 100)
            case (.incomeTotal, .change): Amount(minorUnits: -20)
            case (.expenditureTotal, .previousAmount): Amount(minorUnits: 90)
            default: nil
            }
        }
        #expect(figures.totals.map(\.previous) == [Amount(minorUnits: 120), Amount(minorUnits: 90)])
        #expect(figures.income.isEmpty && figures.appropriation.isEmpty)
    }
}
