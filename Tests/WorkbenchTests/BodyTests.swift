import FinalAccounts
import Testing

@testable import Workbench

@Suite("Bodies that change")
struct BodyTests {
    private func line(_ unit: String, _ year: Int, _ code: String, _ actual: Int64) -> AccountLine {
        AccountLine(
            unit: BudgetUnit(unit), fiscalYear: FiscalYear(year),
            subject: Subject(code: code, names: ["项"], level: .item),
            actual: Amount(minorUnits: actual))
    }

    private var lines: [AccountLine] {
        [
            line("某县水务局", 2021, "2130301", 100), line("某县水务局", 2022, "2130301", 110),
            line("某县河道处", 2022, "2130305", 30), line("某县水利和湖泊局", 2023, "2130301", 120),
            line("某县水利和湖泊局", 2023, "2130305", 35), line("某县档案馆", 2022, "2010301", 5),
            line("某县档案馆", 2023, "2010301", 6),
        ]
    }

    private let yaml = """
        bodies:
          - name: 某县水利和湖泊局
            aliases: [某县水利 湖泊局]
            from: [某县水务局, 某县河道处]
            since: 2023
        """

    @Test("A body that took over from others has their earlier years; what goes on under an old name stays its own")
    func successions() throws {
        let register = try BodyFile.register(yaml: yaml, file: "bodies.yaml")
        let joined = register.joined(lines + [line("某县水务局", 2024, "2130301", 1)])
        let units = Set(joined.map { "\($0.unit.name) \($0.fiscalYear)" })
        #expect(
            units == [
                "某县水利和湖泊局 2021", "某县水利和湖泊局 2022", "某县水利和湖泊局 2023", "某县档案馆 2022", "某县档案馆 2023",
                "某县水务局 2024",
            ])
        #expect(register.current(BudgetUnit("某县水利湖泊局"), in: FiscalYear(2024)).name == "某县水利和湖泊局")
    }

    @Test("A body that was divided is shown together with its parts; a circle of names comes to an end")
    func divisions() {
        let register = BodyRegister([
            .init(name: BudgetUnit("甲"), into: [BudgetUnit("乙"), BudgetUnit("丙")], since: FiscalYear(2020)),
            .init(name: BudgetUnit("乙"), aliases: [BudgetUnit("甲")]),
        ])
        #expect(register.current(BudgetUnit("丙"), in: FiscalYear(2019)).name == "丙")
        #expect(["甲", "乙"].contains(register.current(BudgetUnit("丙"), in: FiscalYear(2021)).name))
    }

    @Test("Changes are proposed where bodies ended and one with their subjects appeared; the proposal reads back")
    func proposals() throws {
        let proposals = BodyProposal.proposals(from: lines)
        #expect(
            proposals == [
                BodyProposal(
                    from: [BudgetUnit("某县水务局"), BudgetUnit("某县河道处")].sorted(), to: BudgetUnit("某县水利和湖泊局"),
                    since: FiscalYear(2023))
            ])
        let register = try BodyFile.register(yaml: BodyFile.text(of: proposals), file: "proposed.yaml")
        #expect(Set(register.joined(lines).map(\.unit.name)) == ["某县水利和湖泊局", "某县档案馆"])
    }

    @Test(
        "A register that says nothing usable is refused with its name",
        arguments: ["bodies: 3", "- a", "bodies:\n  - name: 甲\n    from: [乙]"])
    func refused(yaml: String) {
        do {
            _ = try BodyFile.register(yaml: yaml, file: "odd.yaml")
            Issue.record("read")
        } catch {
            #expect(error.problem.en.hasPrefix("odd.yaml"))
        }
    }

    @Test("A copied year and a year in another unit are found among lines of a file")
    func likeness() {
        let rows = (0..<8).map { (code: "213030\($0)", actual: Int64(71_234_567 + 1_234_567 * $0)) }
        let copied = [2021, 2022].flatMap { year in rows.map { line("某县水务局", year, $0.code, $0.actual) } }
        #expect(YearLikeness.findings(in: copied).map(\.likeness) == [.copied(subjects: 8)])
        let shrunk = rows.map { line("某县水务局", 2023, $0.code, $0.actual / 10_300) }
        #expect(
            YearLikeness.findings(in: copied + shrunk).map(\.likeness) == [
                .copied(subjects: 8), .otherUnit(power: -4, subjects: 8),
            ])
        let grown = rows.map { line("某县水务局", 2023, $0.code, $0.actual * 11 / 10) }
        #expect(YearLikeness.findings(in: rows.map { line("某县水务局", 2022, $0.code, $0.actual) } + grown).isEmpty)
    }
}
