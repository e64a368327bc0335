import FinalAccounts
import SeededNumbers
import Testing

@Suite("Series joined over changes of code")
struct JoinedSeriesTests {
    private let unit = BudgetUnit("甲街道")
    private let catalog: SubjectCatalog

    init() throws {
        catalog = try ShippedCatalog.load()
    }

    private func line(
        _ code: String?, _ names: [String], _ year: Int, _ actual: Int64, fund: Fund = .generalPublicBudget
    ) -> AccountLine {
        let level = code.flatMap { SubjectScheme.china.level(of: $0) } ?? SubjectLevel(depth: names.count)
        return AccountLine(
            unit: unit, fiscalYear: FiscalYear(year), fund: fund,
            subject: Subject(code: code, names: names, level: level),
            initialBudget: .stated(Amount(minorUnits: actual)), actual: Amount(minorUnits: actual))
    }

    private func line(
        _ code: String, _ year: Int, _ actual: Int64, fund: Fund = .generalPublicBudget
    ) -> AccountLine {
        line(code, [], year, actual, fund: fund)
    }

    private func series(_ lines: [AccountLine], crosswalk: Bool = true) throws -> [SpendingSeries] {
        try SeriesBuilder(scheme: .china, subjects: crosswalk ? catalog : catalog.withoutCrosswalk).series(from: lines)
    }

    private func actuals(_ series: [SpendingSeries], _ code: String) -> [Int: Int64] {
        let found = series.first { $0.subject.code == code }
        let pairs = found?.observations.compactMap { seen in seen.actual.map { (seen.year.number, $0.minorUnits) } }
        return Dictionary(uniqueKeysWithValues: pairs ?? [])
    }

    private func notes(_ series: [SpendingSeries], _ code: String) -> [SeriesNote] {
        series.first { $0.subject.code == code }?.notes ?? []
    }

    @Test("A moved subject is one series under its new code and name, and says so")
    func moved() throws {
        let found = try series([
            line("2089901", ["其他社会保障和就业支出"], 2019, 5), line("2089901", ["其他社会保障和就业支出"], 2020, 6),
            line("2089999", ["其他社会保障和就业支出"], 2021, 7),
        ])
        #expect(actuals(found, "2089999") == [2019: 5, 2020: 6, 2021: 7])
        #expect(actuals(found, "2089901").isEmpty)
        #expect(notes(found, "2089999") == [.joined(from: "2089901", years: 2019...2020)])
        #expect(found.first { $0.subject.code == "2089999" }?.subject.name == "其他社会保障和就业支出")
    }

    @Test("Merged subjects are added up")
    func merged() throws {
        let found = try series([
            line("2080501", 2019, 10), line("2080504", 2019, 4), line("2080501", 2020, 15),
        ])
        #expect(actuals(found, "2080501") == [2019: 14, 2020: 15])
        #expect(notes(found, "2080501").contains(.joined(from: "2080504", years: 2019...2019)))
        #expect(actuals(found, "20805") == [2019: 14, 2020: 15])
    }

    @Test("Without the crosswalk codes stay apart and nothing is said to be joined")
    func withoutCrosswalk() throws {
        let found = try series([line("2080501", 2019, 10), line("2080504", 2019, 4)], crosswalk: false)
        #expect(actuals(found, "2080504") == [2019: 4])
        #expect(actuals(found, "2080501") == [2019: 10])
        #expect(notes(found, "2080501").isEmpty)
    }

    @Test("A split subject stays under its old code and says into what it was split")
    func split() throws {
        let found = try series([line("2070499", 2018, 10), line("2070699", 2019, 6), line("2070899", 2019, 5)])
        #expect(actuals(found, "2070499") == [2018: 10])
        #expect(notes(found, "2070499") == [.divided(into: ["2070699", "2070899"], from: 2019)])
        #expect(notes(found, "2070699").isEmpty)
    }

    @Test("A subject that moves to another category takes its amount along out of every level that states it")
    func restatesStatedLevels() throws {
        let found = try series([
            line("208", 2018, 100), line("20815", 2018, 30), line("2081502", 2018, 30), line("20805", 2018, 70),
            line("224", 2019, 40), line("22407", 2019, 40), line("2240702", 2019, 40), line("208", 2019, 70),
        ])
        #expect(actuals(found, "208") == [2018: 70, 2019: 70])
        #expect(actuals(found, "224") == [2018: 30, 2019: 40])
        #expect(actuals(found, "22407") == [2018: 30, 2019: 40])
        #expect(actuals(found, "20815").isEmpty)
        #expect(found.first { $0.subject == .total }?.actual(in: FiscalYear(2018)) == Amount(minorUnits: 100))
        #expect(notes(found, "208").contains(.restated(moved: "20815", to: "22407", years: 2018...2018)))
        #expect(notes(found, "224").contains(.restated(moved: "20815", to: "22407", years: 2018...2018)))
        #expect(notes(found, "22407") == [.joined(from: "20815", years: 2018...2018)])
    }

    @Test("An item that leaves its section moves alone; the section keeps the rest")
    func movesOutOfSection() throws {
        let found = try series([
            line("208", 2018, 100), line("20802", 2018, 60), line("2080204", 2018, 25), line("2080201", 2018, 35),
            line("20808", 2018, 40),
        ])
        #expect(actuals(found, "20802") == [2018: 35])
        #expect(actuals(found, "20828") == [2018: 25])
        #expect(actuals(found, "208") == [2018: 100])
    }

    @Test("Funds are restated apart")
    func restatesByFund() throws {
        let found = try series([
            line("208", 2018, 100), line("2081502", 2018, 30), line("208", 2018, 9, fund: .governmentFund),
            line("2240702", 2019, 1),
        ])
        #expect(actuals(found, "208") == [2018: 79])
        #expect(actuals(found, "224") == [2018: 30, 2019: 1])
    }

    @Test("Moving subjects never changes a unit's total, 300 seeded times")
    func totalsStand() throws {
        var generator = SeededGenerator(seed: 2_019)
        let items = catalog.functional.entries.filter { $0.level == .item && $0.isValid(in: FiscalYear(2018)) }
        for _ in 0..<300 {
            let chosen = (0..<12).compactMap { _ in items.randomElement(using: &generator) }
            let lines = statedTree(of: Set(chosen.map(\.code)), using: &generator)
            let plain = try SeriesBuilder(scheme: .china).series(from: lines)
            let joined = try series(lines)
            #expect(total(plain) == total(joined))
            for category in joined where category.subject.level == .category {
                #expect(sum(joined, below: category, at: .section) == category.actual(in: FiscalYear(2018)))
            }
        }
    }

    /// Item lines with every section, and every other time every category, stated as the sum of its items.
    private func statedTree(of codes: Set<String>, using generator: inout SeededGenerator) -> [AccountLine] {
        var sums: [String: Int64] = [:]
        let withCategories = Bool.random(using: &generator)
        for code in codes.sorted() {
            let amount = Int64.random(in: 0...1_000_000, using: &generator)
            sums[code, default: 0] += amount
            sums[String(code.prefix(5)), default: 0] += amount
            if withCategories { sums[String(code.prefix(3)), default: 0] += amount }
        }
        return sums.sorted { $0.key < $1.key }.map { line($0.key, 2018, $0.value) }
    }

    private func total(_ series: [SpendingSeries]) -> Amount? {
        series.first { $0.subject == .total }?.actual(in: FiscalYear(2018))
    }

    private func sum(_ series: [SpendingSeries], below parent: SpendingSeries, at level: SubjectLevel) -> Amount? {
        let children = series.filter {
            $0.subject.level == level && $0.subject.code?.hasPrefix(parent.subject.code ?? "-") == true
        }
        return try? children.compactMap { $0.actual(in: FiscalYear(2018)) }.reduce(Amount.zero) { try $0.adding($1) }
    }

    @Test("A name without code and a code without name are the same series")
    func namesAndCodes() throws {
        let found = try series([
            line(nil, ["卫生健康支出", "计划生育事务", "其他计划生育事务"], 2022, 3), line("2100799", 2023, 4),
        ])
        #expect(actuals(found, "2100799") == [2022: 3, 2023: 4])
        #expect(found.first { $0.subject.code == "210" }?.subject.names == ["卫生健康支出"])
    }

    @Test("A former name without code joins its code and says so")
    func formerNames() throws {
        let found = try series([
            line(nil, ["医疗卫生与计划生育支出", "计划生育事务", "计划生育服务"], 2018, 3),
            line(nil, ["社会保障和就业支出", "民政管理事务", "基层政权和社区建设"], 2019, 8),
            line(nil, ["社会保障和就业支出", "民政管理事务", "基层政权建设和社区治理"], 2020, 9),
        ])
        #expect(actuals(found, "2100717") == [2018: 3])
        #expect(actuals(found, "2080208") == [2019: 8, 2020: 9])
        #expect(notes(found, "2080208") == [.joined(from: "基层政权和社区建设", years: 2019...2019)])
        #expect(notes(found, "2100717").isEmpty)
    }

    @Test("An unknown name keeps it and counts under its known parent")
    func unknownNames() throws {
        let found = try series([
            line(nil, ["社会保障和就业", "社会福利", "养老福利"], 2023, 14), line("2081002", 2023, 6),
        ])
        let own = found.first { $0.subject.name == "养老福利" }
        #expect(own?.subject.code == nil)
        #expect(own?.actual(in: FiscalYear(2023)) == Amount(minorUnits: 14))
        #expect(actuals(found, "20810") == [2023: 20])
        #expect(actuals(found, "208") == [2023: 20])
        #expect(found.filter { $0.subject.level == .category }.count == 1)
    }

    @Test("An unknown name under a retired section moves with the section")
    func unknownUnderRetired() throws {
        let found = try series([
            line("20815", 2018, 30), line(nil, ["社会保障和就业支出", "自然灾害生活救助", "本地救助"], 2018, 30),
            line("208", 2018, 100),
        ])
        #expect(actuals(found, "22407") == [2018: 30])
        #expect(actuals(found, "208") == [2018: 70])
        #expect(found.first { $0.subject == .total }?.actual(in: FiscalYear(2018)) == Amount(minorUnits: 100))
    }

    @Test("A name of its own that a document gives a code is kept; a cut-off or former one gives way to the official")
    func ownNames() {
        let year = FiscalYear(2023)
        #expect(catalog.settled(Subject(code: "2080505", names: ["养老本地"]), in: year).name == "养老本地")
        #expect(
            catalog.settled(Subject(code: "2080505", names: ["机关事业单位基本养老保险缴"]), in: year).name
                == "机关事业单位基本养老保险缴费支出")
        #expect(catalog.settled(Subject(code: "207", names: ["文化体育与传媒支出"]), in: year).name == "文化旅游体育与传媒支出")
    }

    @Test("Another scheme than the Chinese is left as it is")
    func otherScheme() throws {
        let scheme = try SubjectScheme(prefixLengths: [7])
        let found = try SeriesBuilder(scheme: scheme, subjects: catalog).series(from: [line("2080504", 2019, 4)])
        #expect(found.contains { $0.subject.code == "2080504" })
    }
}
