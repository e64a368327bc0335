import CSVReading
import FinalAccounts
import Foundation
import Platform
import Testing

@testable import Reporting

@Suite("Fiscal data package")
struct FiscalDataPackageTests {
    private static func package() throws -> FiscalDataPackage {
        FiscalDataPackage(
            try BudgetDraft(
                unit: SampleAccounts.unit, year: FiscalYear(2024), series: SampleAccounts.series(),
                forecasts: SampleAccounts.forecasts(), scheme: .china), language: .en)
    }

    @Test("The descriptor names every column of the table, each with a column type")
    func describesTheTable() throws {
        let package = try Self.package()
        let data = Data(package.descriptor().text().utf8)
        let descriptor = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(descriptor["profile"] as? String == "fiscal-data-package")
        let resource = try #require((descriptor["resources"] as? [[String: Any]])?.first)
        let schema = try #require(resource["schema"] as? [String: Any])
        let fields = try #require(schema["fields"] as? [[String: Any]])
        let header = CSVReading.records(try package.table())[0]
        #expect(fields.map { $0["name"] as? String } == header)
        #expect(fields.allSatisfy { $0["columnType"] is String })
        #expect((descriptor["description"] as? String)?.contains("2021") == true)
    }

    @Test("Proposed amounts add up to the draft's total, executed ones to the year's")
    func addsUp() throws {
        let package = try Self.package()
        let records = CSVReading.records(try package.table())
        let amount = try #require(records[0].firstIndex(of: "amount"))
        func sum(_ year: String, _ phase: String) throws -> Amount {
            try Amount.sum(
                records.dropFirst().filter { $0[1] == year && $0[2] == phase }
                    .map { try Amount(parsing: $0[amount], unit: .yuan) })
        }
        #expect(try sum("2024", "proposed") == package.draft.rows[0].final())
        #expect(try sum("2023", "executed") == package.draft.rows[0].observation(in: SampleAccounts.year)?.actual)
    }

    @Test("Where a person's numbers stand, the model's are a phase of their own that adds up")
    func modelPhase() throws {
        #expect(!(try Self.package().table().contains("model_forecast")))
        let draft = try BudgetDraft(
            unit: SampleAccounts.unit, year: FiscalYear(2024), series: SampleAccounts.series(),
            forecasts: SampleAccounts.movedForecasts(), scheme: .china)
        let records = CSVReading.records(try FiscalDataPackage(draft, language: .zhHans).table())
        let amount = try #require(records[0].firstIndex(of: "amount"))
        let model = records.filter { $0[2] == "model_forecast" }
        #expect(model.count == draft.entries.count)
        #expect(model.allSatisfy { $0[3] == "模型预测" })
        let sum = try Amount.sum(model.map { try Amount(parsing: $0[amount], unit: .yuan) })
        let expected = try Amount.sum(draft.rows.filter(\.isEntry).compactMap { $0.forecast?.modelForecast })
        #expect(sum == expected)
    }
}
