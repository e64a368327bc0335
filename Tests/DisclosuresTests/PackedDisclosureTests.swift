import FinalAccounts
import Interchange
import OfficialForm
import Platform
import Testing

@testable import Disclosures

@Suite("A disclosure on its way from the process that read it")
struct PackedDisclosureTests {
    @Test("Every document of the corpus comes back equal, and so does every error", arguments: [1, 4, 7])
    func identity(batch: Int) throws {
        var count = 0
        for path in Corpus.documents(batch...batch) {
            do throws(ReadError) {
                let read = try DisclosureReader().read(file: path)
                let same = try? PackedValue.value(Disclosure.self, in: PackedValue.bytes(of: read))
                #expect(same == read, "\(path)")
                count += 1
            } catch {
                #expect(try PackedValue.value(ReadError.self, in: PackedValue.bytes(of: error)) == error)
            }
        }
        #expect(count > 5)
    }

    @Test("What the reader was told comes back equal, its map of columns too")
    func options() throws {
        var options = ReadOptions(fiscalYear: FiscalYear(2023), recognition: .auto)
        options.limits.cells = 7
        options.columns = AccountLineColumnMap(
            headers: ["actual": "支出", "subject_code": "编码"], fiscalYear: FiscalYear(2022))
        #expect(try PackedValue.value(ReadOptions.self, in: PackedValue.bytes(of: options)) == options)
    }
}
