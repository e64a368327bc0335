/// Which rules run, how grave their findings are, and how much they let pass.
///
/// ```yaml
/// rules:
///   misprint: { enabled: false }
///   missing-reason: { severity: note }
///   item-sum: { tolerance: 2 }      # a whole last digit of every figure instead of half
///   low-target: { threshold: 5 }    # results from five times the target on
/// ```
public struct CheckSettings: Hashable, Sendable, Codable {
    /// The setting of each rule that differs from the rule's own, by id.
    public var rules: [String: RuleSetting]

    /// Creates settings; without rules, everything is as the rules have it.
    public init(rules: [String: RuleSetting] = [:]) {
        self.rules = rules
    }

    /// Everything as the rules have it.
    public static let standard = CheckSettings()

    /// Reads settings from YAML, JSON or any other decoder.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        rules = try container.decodeIfPresent([String: RuleSetting].self, forKey: .rules) ?? [:]
    }

    /// Whether a rule runs.
    func isEnabled(_ rule: String) -> Bool { rules[rule]?.enabled ?? true }

    /// The severity of a finding, given what the rule says.
    func severity(of rule: String, otherwise severity: FindingSeverity) -> FindingSeverity {
        // What rounding explains stays a note whatever the rule is set to.
        guard severity != .note, let chosen = rules[rule]?.severity else { return severity }
        return chosen
    }

    /// A rule's threshold.
    func threshold(of rule: String, otherwise threshold: Int) -> Int { rules[rule]?.threshold ?? threshold }

    /// The multiples of half a last digit that rules let pass, where they differ from one.
    var tolerances: [String: Int] { rules.compactMapValues(\.tolerance) }
}

/// What settings say of one rule; what they leave out is as the rule has it.
public struct RuleSetting: Hashable, Sendable, Codable {
    /// Whether the rule runs.
    public var enabled: Bool?
    /// The severity of its findings, save those that rounding explains.
    public var severity: FindingSeverity?
    /// How many halves of a last digit each figure may be off; 1 unless set.
    public var tolerance: Int?
    /// The rule's own number, where it has one: see its description.
    public var threshold: Int?

    /// Creates a setting.
    public init(
        enabled: Bool? = nil, severity: FindingSeverity? = nil, tolerance: Int? = nil, threshold: Int? = nil
    ) {
        self.enabled = enabled
        self.severity = severity
        self.tolerance = tolerance
        self.threshold = threshold
    }
}
