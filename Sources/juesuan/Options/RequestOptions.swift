import ArgumentParser
import Budgeting
import FinalAccounts
import Workbench

/// How what is asked for is settled: policy, rules, scenario.
struct RequestOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How what is asked for follows from the class of a line. Default: the policy documented in docs/drafting.md.",
            valueName: "policy.yaml"))
    var policy: String?

    @Option(
        help: ArgumentHelp(
            "Ceilings, caps, links, fixed and zero-based lines that requests have to keep, in the unit of --amount-unit.",
            valueName: "rules.yaml"))
    var rules: String?

    @Option(
        help: ArgumentHelp(
            "Keep the rules of this scenario of the file of rules, beside those that all scenarios share.",
            valueName: "name"))
    var scenario: String?

    func validate() throws {
        if rules == nil, scenario != nil {
            throw ValidationError("scenarios stand in a file of rules; give it with --rules")
        }
    }

    /// A draft's settings with the files read.
    func drafting(_ forecast: SpendingForecast, unit: AmountUnit?) throws -> Drafting {
        Drafting(
            forecast, policy: try policy.map(RequestFile.policy) ?? .standard,
            rules: try rules.map { try RequestFile.rules($0, unit: unit ?? .wan) } ?? BudgetRules(), scenario: scenario)
    }
}
