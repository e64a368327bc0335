/// A rule that a document is held to.
///
/// A rule that compares figures states relations; the engine decides which figure is wrong where several
/// relations fail together. A rule that looks at words makes findings itself.
protocol ConsistencyRule: Sendable {
    /// What the rule is and does.
    static var about: RuleDescription { get }

    /// The equations that stated figures should satisfy.
    static func relations(in facts: FactBase) -> [Relation]

    /// What does not fit and is no matter of equations.
    static func findings(in context: CheckContext) -> [RuleFinding]
}

extension ConsistencyRule {
    static func relations(in facts: FactBase) -> [Relation] { [] }
    static func findings(in context: CheckContext) -> [RuleFinding] { [] }
    static var id: String { about.id }
}
