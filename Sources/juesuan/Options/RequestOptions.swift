import ArgumentParser
import Budgeting
import FinalAccounts
import Platform
import Workbench

/// How what is asked for is settled: policy, rules, scenario.
struct RequestOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "按类别确定申请数的政策文件。默认为 docs/drafting.md 所述政策。",
            "How what is asked for follows from the class of a line. Default: the policy documented in docs/drafting.md.",
            valueName: Bilingual("政策.yaml", "policy.yaml")))
    var policy: String?

    @Option(
        help: ArgumentHelp(
            "申请数须遵守的限额、上限、联动、固定数和零基科目，单位同 --amount-unit。",
            "Ceilings, caps, links, fixed and zero-based lines that requests have to keep, in the unit of --amount-unit.",
            valueName: Bilingual("规则.yaml", "rules.yaml")))
    var rules: String?

    @Option(
        help: ArgumentHelp(
            "除各方案共有的规则外，还遵守此方案的规则。",
            "Keep the rules of this scenario of the file of rules, beside those that all scenarios share.",
            valueName: Bilingual("名称", "name")))
    var scenario: String?

    func validate() throws {
        if rules == nil, scenario != nil {
            throw ValidationError(
                Bilingual("方案写在规则文件中，请用 --rules 给出", "scenarios stand in a file of rules; give it with --rules"))
        }
    }

    /// A draft's settings with the files read.
    func drafting(_ forecast: SpendingForecast, unit: AmountUnit?) throws -> Drafting {
        Drafting(
            forecast, policy: try policy.map(RequestFile.policy) ?? .standard,
            rules: try rules.map { try RequestFile.rules($0, unit: unit ?? .wan) } ?? BudgetRules(), scenario: scenario)
    }
}
