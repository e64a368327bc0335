import Platform
import SeededNumbers
import Testing

@testable import FinalAccounts

@Suite("Dictionary of subjects")
struct SubjectDictionaryTests {
    private let header = "code\tname\tlevel\tfirst_year\tlast_year\n"

    @Test("The shipped tables hold all categories from 201 to 234 and both classifications")
    func shippedTables() throws {
        let catalog = try ShippedCatalog.load()
        let categories = catalog.functional.entries.filter { $0.level == .category && $0.lastYear == nil }
        let expected =
            [201, 202, 203, 204, 205, 206, 207, 208, 209, 210, 211, 212, 213, 214, 215, 216, 217]
            + [219, 220, 221, 222, 223, 224, 227, 229, 230, 231, 232, 233, 234]
        #expect(categories.map(\.code) == expected.map(String.init))
        #expect(catalog.functional.entries.count > 1_500)
        #expect(catalog.economic.name(of: "30239") == "其他交通费用")
    }

    @Test("A code has the name of the year asked for, and its newest without a year")
    func namesByYear() throws {
        let dictionary = try ShippedCatalog.load().functional
        #expect(dictionary.name(of: "207", in: FiscalYear(2018)) == "文化体育与传媒支出")
        #expect(dictionary.name(of: "207", in: FiscalYear(2019)) == "文化旅游体育与传媒支出")
        #expect(dictionary.name(of: "207") == "文化旅游体育与传媒支出")
        #expect(dictionary.name(of: "20805", in: FiscalYear(2019)) == "行政事业单位离退休")
    }

    @Test("The path of a code runs from its category to its own name")
    func path() throws {
        let dictionary = try ShippedCatalog.load().functional
        #expect(dictionary.path(of: "2080505") == ["社会保障和就业支出", "行政事业单位养老支出", "机关事业单位基本养老保险缴费支出"])
        #expect(dictionary.path(of: "9999999").isEmpty)
    }

    @Test("Every code of the shipped dictionary resolves to itself by the full path of each of its years")
    func everyPathResolves() throws {
        let dictionary = try ShippedCatalog.load().functional
        for entry in dictionary.entries {
            let year = FiscalYear(entry.lastYear ?? 2023)
            guard entry.isValid(in: year) else { continue }
            let path = dictionary.path(of: entry.code, in: year)
            #expect(dictionary.resolve(Subject(names: path), in: year) == .exact(entry), "\(entry.code) \(path)")
        }
    }

    @Test("Lines may end in CRLF, columns may stand in another order, further columns are left out")
    func tolerantTable() throws {
        let text = "name\tlevel\tcode\tfirst_year\tlast_year\tevidence\r\n# 201\r\n教育支出\tcategory\t205\t2007\t\tx\r\n"
        let dictionary = try SubjectDictionary(parsing: text)
        #expect(dictionary.entries == [SubjectEntry(code: "205", name: "教育支出", level: .category, firstYear: 2007)])
    }

    @Test(
        "A malformed table is refused with its line",
        arguments: [
            ("205\t教育支出\tcategory\t\n", 2), ("20x\t教育支出\tcategory\t\t\n", 2), ("2050\t教育\tcategory\t\t\n", 2),
            ("205\t\tcategory\t\t\n", 2), ("205\t教育支出\titem\t\t\n", 2), ("205\t教育支出\tcategory\tsoon\t\n", 2),
            ("205\t教育支出\tcategory\t2020\t2019\n", 2),
        ])
    func malformed(row: String, line: Int) {
        #expect { try SubjectDictionary(parsing: header + row) } throws: {
            ($0 as? ReadError)?.place?.en == "line \(line)"
        }
    }

    @Test("Two names for one code in one year are refused")
    func overlap() {
        let rows = "205\t教育\tcategory\t\t2014\n205\t教育支出\tcategory\t2014\t\n"
        #expect(throws: ReadError.self) { try SubjectDictionary(parsing: header + rows) }
    }

    @Test("A code without its parent is refused")
    func orphan() {
        #expect(throws: ReadError.self) { try SubjectDictionary(parsing: header + "20501\t甲\tsection\t\t\n") }
    }

    @Test(
        "A table without its header is refused, and so is an empty one", arguments: ["", "205\t教育支出\tcategory\t\t\n"])
    func noHeader(text: String) {
        #expect(throws: ReadError.self) { try SubjectDictionary(parsing: text) }
    }

    @Test("No two spellings of the shipped names share a hash")
    func hashesAreDistinct() throws {
        let catalog = try ShippedCatalog.load()
        let spellings = Set((catalog.functional.entries + catalog.economic.entries).map { SubjectSpelling($0.name) })
        #expect(Set(spellings.map(\.hash)).count == spellings.count)
    }

    @Test("A table with any bytes changed is read or refused, 400 seeded times")
    func damagedTables() throws {
        var generator = SeededGenerator(seed: 404)
        let head = try ShippedCatalog.text("functional").split(separator: "\n").prefix(12).joined(separator: "\n")
        let replacements: [UInt8] = Array("\t\n\r#0z\"".utf8) + [0, 0xFF, 0xE4]
        for _ in 0..<400 {
            var bytes = Array(head.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                bytes[Int.random(in: bytes.indices, using: &generator)] =
                    replacements.randomElement(using: &generator) ?? 0
            }
            let text = String(decoding: bytes, as: UTF8.self)
            do {
                let dictionary = try SubjectDictionary(parsing: text)
                #expect(dictionary.entries.allSatisfy { dictionary.path(of: $0.code).count == $0.level.depth })
            } catch {
                #expect(error.description.hasPrefix("functional.tsv"))
            }
        }
    }
}
