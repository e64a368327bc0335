extension FormMeasure {
    /// Every measure in the order of the form.
    package static let all: [FormMeasure] = totals + kinds + funds + threePublic + operation + performance

    fileprivate static let byTopic = Dictionary(all.map { ($0.topic, $0) }, uniquingKeysWith: { first, _ in first })

    /// The column of the measure's amount, or of its budget where the table has both.
    package func role(isBudget: Bool = false) -> ColumnRole? {
        switch column?.label {
        case .role(let role): role
        case .threePublic(let part): part.role(isBudget: isBudget)
        default: nil
        }
    }
}

extension Topic {
    /// What the form says of the measure.
    package var form: FormMeasure { FormMeasure.byTopic[self] ?? FormMeasure(self, rawValue, rawValue) }

    /// The measures that add up to this one, in the order of the form; empty where it is no such sum.
    package var parts: [Topic] { FormMeasure.all.filter { $0.whole == self }.map(\.topic) }

    /// The columns of the measures that add up to this one, of their amounts or of their budgets.
    package func partColumns(isBudget: Bool = false) -> [ColumnRole] {
        parts.compactMap { $0.form.role(isBudget: isBudget) }
    }
}

extension Aspect {
    /// What the form says of the side.
    package var form: FormAspect { FormAspect.byAspect[self] ?? FormAspect(self, rawValue, rawValue) }
}

extension FormAspect {
    fileprivate static let byAspect = Dictionary(all.map { ($0.aspect, $0) }, uniquingKeysWith: { first, _ in first })
}
