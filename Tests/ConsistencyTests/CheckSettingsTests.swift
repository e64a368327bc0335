import Consistency
import Disclosures
import Testing

@Suite("Settings of the check")
struct CheckSettingsTests {
    private func disclosure() throws -> Disclosure {
        let text = """
            第一部分 江城市东湖区财政局概况
            第三部分 江城市东湖区财政局2023年度部门决算情况说明
            六、一般公共预算财政拨款基本支出决算情况说明
            2023年度一般公共预算财政拨款基本支出1000.00万元，其中：人员经费700.00万元，公用经费300.03万元。
            """
        return try DisclosureReader().read(bytes: Array(text.utf8), file: "a.txt")
    }

    private func severities(_ yaml: String) throws -> [FindingSeverity] {
        let settings = try CheckSettings(yaml: yaml, file: "check.yaml")
        return CheckEngine(settings: settings).check(try disclosure()).map(\.severity)
    }

    @Test("a rule is switched off")
    func disabled() throws {
        #expect(try severities("rules: {}") == [.error])
        // What a sentence adds up is held against its sum by a rule of its own.
        #expect(
            try severities("rules:\n  basic-parts: { enabled: false }\n  listed-sum: { enabled: false }") == [])
    }

    @Test("a severity is set, a difference that rounding explains stays a note")
    func severity() throws {
        #expect(try severities("rules:\n  basic-parts: { severity: warning }") == [.warning])
        #expect(try severities("rules:\n  basic-parts: { severity: warning, tolerance: 2 }") == [.note])
    }

    @Test(
        "keys, rules and values that do not exist are refused by name",
        arguments: [
            ("rule:\n  basic-parts: {}", "rule"), ("rules:\n  basic-part: {}", "basic-part"),
            ("rules:\n  basic-parts: { tolerence: 2 }", "tolerence"),
            ("rules:\n  basic-parts: { tolerance: -1 }", "-1"),
            ("rules: [", "not the settings"),
        ])
    func refused(yaml: String, named: String) {
        #expect {
            _ = try CheckSettings(yaml: yaml, file: "check.yaml")
        } throws: { error in
            "\(error)".contains("check.yaml") && "\(error)".contains(named)
        }
    }
}
