import FinalAccounts

/// One rule that requests have to keep, as a person states it.
package struct BudgetRule: Hashable, Sendable {
    /// What the rule asks for; amounts are exact, rates are shares.
    package enum Demand: Hashable, Sendable {
        /// The lines together come to the amount at most, or exactly.
        case ceiling(Amount, isExact: Bool)
        /// The lines, each or together, come to the basis less a share at most.
        case cap(RequestPolicy.Basis, cut: Double, isEach: Bool)
        /// The first line is the rate times the sum of the lines of the second set.
        case link(rate: Double, of: LineSet)
        /// Each line is the amount.
        case fixed(Amount)
        /// Each line starts from nothing.
        case zeroBased
        /// Each line lies between these shares of its own request.
        case bounds(down: Double, up: Double)
    }

    /// What it is called in tables and errors.
    package var name: String
    /// The lines it is about.
    package var lines: LineSet
    /// What it asks for.
    package var demand: Demand

    package init(name: String, lines: LineSet, demand: Demand) {
        self.name = name
        self.lines = lines
        self.demand = demand
    }

    /// Whether the rule alone says what its lines come to.
    var settlesLines: Bool {
        switch demand {
        case .fixed, .zeroBased, .link: true
        case .ceiling, .cap, .bounds: false
        }
    }
}

/// Some of the lines of a draft.
package struct LineSet: Hashable, Sendable {
    /// Codes that the lines' begin with, or their names; `nil` for any.
    package var subjects: [String]?
    /// Their classes; `nil` for any.
    package var classes: [LineClass]?
    /// The funds that pay them; `nil` for any.
    package var funds: [Fund]?

    package init(subjects: [String]? = nil, classes: [LineClass]? = nil, funds: [Fund]? = nil) {
        self.subjects = subjects
        self.classes = classes
        self.funds = funds
    }

    /// Whether a line is one of them.
    package func contains(_ line: RequestLine) -> Bool { LineMatcher(self).contains(line) }
}

/// Asks of many lines whether they are of a set.
struct LineMatcher {
    private let classes: Set<LineClass>?
    private let funds: Set<Fund>?
    private let subjects: Set<String>?
    /// How long the codes are that lines' codes may begin with.
    private let lengths: [Int]

    init(_ set: LineSet) {
        classes = set.classes.map(Set.init)
        funds = set.funds.map(Set.init)
        subjects = set.subjects.map(Set.init)
        lengths = Set((set.subjects ?? []).map(\.count)).sorted()
    }

    func contains(_ line: RequestLine) -> Bool {
        if let classes, !classes.contains(line.lineClass) { return false }
        if let funds { guard let fund = line.fund, funds.contains(fund) else { return false } }
        guard let subjects else { return true }
        if subjects.contains(line.subject.name) { return true }
        guard let code = line.subject.code else { return false }
        return lengths.contains { code.count >= $0 && subjects.contains(String(code.prefix($0))) }
    }
}

/// A line as the rules see it.
package struct RequestLine: Hashable, Sendable {
    /// What the money is for.
    package var subject: Subject
    /// Its class.
    package var lineClass: LineClass
    /// The fund that pays it; `nil` where it is not known.
    package var fund: Fund?
    /// What the policy asks for.
    package var request: Amount
    /// The width of the range of what is expected; `nil` where it is not known.
    package var width: Amount?
    /// What is known of the year before.
    package var lastYear: Observation?

    package init(
        subject: Subject, lineClass: LineClass, fund: Fund? = nil, request: Amount, width: Amount? = nil,
        lastYear: Observation? = nil
    ) {
        self.subject = subject
        self.lineClass = lineClass
        self.fund = fund
        self.request = request
        self.width = width
        self.lastYear = lastYear
    }
}

/// The rules of a draft and how a gap is spread.
package struct BudgetRules: Hashable, Sendable {
    /// How what has to be cut or added is spread over lines.
    package enum Spread: String, Hashable, Sendable, CaseIterable {
        /// In proportion to what is asked for.
        case proportional
        /// In proportion to the width of the range: what is least certain gives most.
        case range
        /// In proportion to what is asked for, a hundred times as readily for each step of priority.
        case priority
    }

    package var rules: [BudgetRule] = []
    package var spread = Spread.proportional
    /// The priority of lines, 1 the last to be cut; the first set that has a line counts, 1 where none does.
    package var priorities: [Priority] = []
    /// Named sets of further rules that are compared, each with all rules above.
    package var scenarios: [Scenario] = []

    /// The lines of a priority.
    package struct Priority: Hashable, Sendable {
        package var level: Int
        package var lines: LineSet

        package init(level: Int, lines: LineSet) {
            self.level = level
            self.lines = lines
        }
    }

    /// Rules under a name.
    package struct Scenario: Hashable, Sendable {
        package var name: String
        /// All rules of the scenario, those that every scenario keeps among them.
        package var rules: [BudgetRule]
        package var spread: Spread
        package var priorities: [Priority]
    }

    package init() {}

    /// The rules of a scenario.
    ///
    /// - Throws: ``BudgetRuleError/noScenario(_:known:)``.
    package func scenario(_ name: String) throws(BudgetRuleError) -> BudgetRules {
        guard let found = scenarios.first(where: { $0.name == name }) else {
            throw .noScenario(name, known: scenarios.map(\.name))
        }
        var chosen = self
        (chosen.rules, chosen.spread, chosen.priorities) = (found.rules, found.spread, found.priorities)
        return chosen
    }
}
