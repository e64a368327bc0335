import Consistency
import Disclosures
import Platform

/// What the check finds in a text, headed as a department's accounts of 2023, beyond notes.
func checked(_ body: String) throws -> [Finding] {
    let text = """
        第一部分 江城市东湖区财政局概况
        第三部分 江城市东湖区财政局2023年度部门决算情况说明
        \(body)
        """
    let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: "a.txt")
    return CheckEngine(language: .en).check(disclosure).filter { $0.severity != .note }
}
