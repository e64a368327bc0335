import FinalAccounts
import Foundation
import SeededNumbers
import Testing

@Suite("Resolving subjects by name")
struct SubjectResolutionTests {
    private let dictionary: SubjectDictionary

    init() throws {
        dictionary = try ShippedCatalog.load().functional
    }

    private func resolve(_ names: String..., year: Int? = 2023) -> SubjectResolution {
        dictionary.resolve(Subject(names: names), in: year.map { FiscalYear($0) })
    }

    @Test("Names that stand in the dictionary letter for letter are exact")
    func exact() {
        let found = resolve("社会保障和就业支出", "行政事业单位养老支出", "机关事业单位基本养老保险缴费支出")
        #expect(found.entry?.code == "2080505")
        #expect(found == .exact(found.entry ?? SubjectEntry(code: "", name: "", level: .item)))
    }

    @Test(
        "Spellings that mean the same are found: 支出, brackets, blanks, quotation marks, ordinals, level marks",
        arguments: [
            (["一般公共服务支出", "组织事务", "其他组织事务"], "2013299"), (["一般公共服务（类）", "组织事务(款)", "行政运行（项）"], "2013201"),
            (["政府办公厅(室)及相关机构事务", "事业运行"], "2010350"), (["政府办公厅〔室〕 及相关\n机构事务", "事业　运行"], "2010350"),
            (["二十一、国有资本经营预算支出"], "223"), (["国有资本经营预算支出", "\"三供一业\"移交补助支出"], "2230102"),
            (["环境保护管理事务", "环境保护法规，规划及标准"], "2110105"),
        ])
    func normalised(names: [String], code: String) {
        let found = dictionary.resolve(Subject(names: names), in: FiscalYear(2023))
        #expect(found == .normalised(dictionary.entry(of: code) ?? SubjectEntry(code: "", name: "", level: .item)))
    }

    @Test("一般 at the head of a name is not taken for an ordinal")
    func ordinalLookalike() {
        #expect(resolve("一般公共服务支出").entry?.code == "201")
    }

    @Test("A name of many sections is ambiguous alone and settled by its parent")
    func ambiguous() {
        guard case .ambiguous(let candidates) = resolve("行政运行") else {
            Issue.record("行政运行 alone was not ambiguous")
            return
        }
        #expect(candidates.count > 50)
        #expect(candidates.map(\.code) == candidates.map(\.code).sorted())
        #expect(resolve("审计事务", "行政运行").entry?.code == "2010801")
        #expect(resolve("一般公共服务支出", "审计事务", "行政运行").entry?.code == "2010801")
    }

    @Test("A stated level settles a name that stands at several")
    func level() {
        let item = Subject(code: nil, names: ["城乡社区环境卫生"], level: .item)
        let section = Subject(code: nil, names: ["城乡社区环境卫生"], level: .section)
        #expect(dictionary.resolve(item).entry?.code == "2120501")
        #expect(dictionary.resolve(section).entry?.code == "21205")
        #expect(resolve("城乡社区支出", "城乡社区环境卫生", "城乡社区环境卫生").entry?.code == "2120501")
    }

    @Test("A name the classification does not have is unknown, also under a known parent")
    func unknown() {
        #expect(resolve("社会保障和就业支出", "社会福利", "养老福利") == .unknown)
        #expect(dictionary.resolve(.total) == .unknown)
        #expect(dictionary.resolve(Subject(names: [""])) == .unknown)
    }

    @Test("A known name under other parents than its own is unknown rather than moved")
    func wrongParent() {
        #expect(resolve("教育支出", "普通教育", "其他教育支出") == .unknown)
        #expect(resolve("组织事务", "一般公共服务支出", "行政运行") == .unknown)
    }

    @Test("The year decides between codes that carried the name at different times")
    func year() {
        let names = ["社会保障和就业支出", "其他社会保障和就业支出", "其他社会保障和就业支出"]
        #expect(dictionary.resolve(Subject(names: names), in: FiscalYear(2019)).entry?.code == "2089901")
        #expect(dictionary.resolve(Subject(names: names), in: FiscalYear(2023)).entry?.code == "2089999")
        #expect(dictionary.resolve(Subject(names: names)).entry?.code == "2089999")
    }

    @Test("A former name still leads to its code, as normalised")
    func formerName() {
        let found = resolve("文化体育与传媒支出", year: 2023)
        #expect(found.entry?.code == "207")
        #expect(found == .normalised(found.entry ?? SubjectEntry(code: "", name: "", level: .item)))
        #expect(resolve("行政事业单位离退休", "归口管理的行政单位离退休", year: 2019).entry?.code == "2080501")
    }

    @Test("A code decides, and one that is not in the dictionary is unknown")
    func codes() {
        #expect(dictionary.resolve(Subject(code: "2080505", names: ["养老"])).entry?.code == "2080505")
        #expect(dictionary.resolve(Subject(code: "2998888", names: ["行政运行"])) == .unknown)
    }

    @Test("Any spelling made of a name by blanks, width and a dropped 支出 finds the same code, 2,000 seeded times")
    func spellings() {
        var generator = SeededGenerator(seed: 20_230_501)
        let now = dictionary.entries.filter { $0.lastYear == nil }
        for _ in 0..<2_000 {
            guard let entry = now.randomElement(using: &generator) else { continue }
            let path = dictionary.path(of: entry.code).map { spelledAnyhow($0, using: &generator) }
            #expect(dictionary.resolve(Subject(names: path)).entry?.code == entry.code, "\(path)")
        }
    }

    private func spelledAnyhow(_ name: String, using generator: inout SeededGenerator) -> String {
        var text = name
        if text.hasSuffix("支出"), text.count > 2, Bool.random(using: &generator) { text.removeLast(2) }
        if Bool.random(using: &generator) {
            text = text.replacingOccurrences(of: "（", with: "(").replacingOccurrences(of: "）", with: ")")
        }
        let blanks = [" ", "\u{3000}", "\n", "\u{A0}", "\t"]
        for _ in 0..<Int.random(in: 0...2, using: &generator) {
            let offset = Int.random(in: 0...text.count, using: &generator)
            let blank = blanks.randomElement(using: &generator) ?? " "
            text.insert(contentsOf: blank, at: text.index(text.startIndex, offsetBy: offset))
        }
        return text
    }

    @Test("Any text at all resolves without a fault, 2,000 seeded times")
    func anyText() {
        var generator = SeededGenerator(seed: 7)
        let scalars: [Unicode.Scalar] = Array("支出（类)一、1.“”  其他行政运行\u{0}\u{FEFF}\u{1F600}".unicodeScalars)
        for _ in 0..<2_000 {
            let names = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
                var text = String.UnicodeScalarView()
                for _ in 0..<Int.random(in: 0...6, using: &generator) {
                    if let scalar = scalars.randomElement(using: &generator) { text.append(scalar) }
                }
                return String(text)
            }
            if let entry = dictionary.resolve(Subject(names: names)).entry {
                #expect(dictionary.entry(of: entry.code) != nil)
            }
        }
    }

    @Test(
        "A real disclosure without codes: every subject is found but the two it names otherwise",
        .enabled(
            if: FileManager.default.fileExists(atPath: ShippedCatalog.disclosure.path), "../shared is absent"))
    func realDisclosure() throws {
        let paths = try ShippedCatalog.pathsInDisclosure()
        #expect(paths.count > 80)
        let missed = paths.filter { dictionary.resolve(Subject(names: $0), in: FiscalYear(2023)).entry == nil }
        #expect(Set(missed.map { $0[2] }) == ["养老福利", "其他教育支出"])
    }
}
