import FinalAccounts
import Platform

/// What a rule is and does, as `juesuan check --rules` and the documentation list it.
public struct RuleDescription: Hashable, Sendable {
    /// The id used in findings and settings: `execution-rate`.
    public var id: String
    /// The family it is listed under.
    public var family: RuleFamily
    /// The gravest severity its findings have.
    public var severity: FindingSeverity
    private var names: Bilingual
    private var comparison: Bilingual
    private var allowance: Bilingual
    /// A text that the rule finds something in, or what it found once.
    public var example: String

    init(
        _ id: String, _ family: RuleFamily, _ severity: FindingSeverity, title: Bilingual, compares: Bilingual,
        tolerance: Bilingual = .exact, example: String
    ) {
        self.id = id
        self.family = family
        self.severity = severity
        names = title
        comparison = compares
        allowance = tolerance
        self.example = example
    }

    /// The rule's name.
    public func title(in language: Language) -> String { names.text(in: language) }

    /// What it holds against what.
    public func compares(in language: Language) -> String { comparison.text(in: language) }

    /// The difference it lets pass, and as what.
    public func tolerance(in language: Language) -> String { allowance.text(in: language) }
}

extension Bilingual {
    /// Words or counts: no tolerance.
    static let exact = Bilingual("无", "none")
    /// Sums and repeated figures.
    static let sumTolerance = Bilingual(
        "各数最后一位的一半之和以内为提示", "up to half a last digit of every figure that enters: a note")
    /// Rates and shares.
    static let rateTolerance = Bilingual(
        "百分比最后一位的一半；各数四舍五入可解释的为提示",
        "half a last digit of the percentage; what the rounding of its figures explains is a note")
}
