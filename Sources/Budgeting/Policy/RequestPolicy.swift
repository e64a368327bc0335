import FinalAccounts

/// How what is asked for follows from the class of a line.
///
/// ```swift
/// let request = try RequestPolicy.standard.request(for: .oneOff, expected: expected, lastYear: observation)   // zero
/// ```
package struct RequestPolicy: Hashable, Sendable {
    /// What a request starts from.
    package enum Basis: String, Hashable, Sendable, CaseIterable {
        /// What is expected to be spent.
        case expected
        /// Last year's initial budget.
        case initialBudget = "initial_budget"
        /// Last year's adjusted budget.
        case adjustedBudget = "adjusted_budget"
        /// What was spent last year.
        case lastActual = "last_actual"
        /// Nothing.
        case zero
    }

    /// The rule of one class.
    package struct Rule: Hashable, Sendable {
        /// What the request starts from; where that is not known, what is expected.
        package var basis: Basis
        /// The growth on top, 0.03 for 3%.
        package var growth: Double
        /// What it may not exceed; `nil` for no bound.
        package var cap: Basis?

        package init(_ basis: Basis, growth: Double = 0, cap: Basis? = nil) {
            self.basis = basis
            self.growth = growth
            self.cap = cap
        }
    }

    private var rules: [LineClass: Rule]

    /// The rules where nobody says otherwise.
    package static let standard = RequestPolicy(
        rules: Dictionary(uniqueKeysWithValues: LineClass.allCases.map { ($0, standardRule($0).rule) }))

    /// The rule of a class, and why it is the default.
    package static func standardRule(_ lineClass: LineClass) -> (rule: Rule, reason: Bilingual) {
        switch lineClass {
        case .budgeted:
            (
                Rule(.expected),
                Bilingual("每年列入年初预算，按预计执行申请", "budgeted every year: what will be spent is asked for")
            )
        case .personnel:
            (Rule(.expected), Bilingual("随人员与标准而定，按预计执行申请", "follows from staff and pay: asked for in full"))
        case .threePublic:
            (
                Rule(.expected, cap: .initialBudget),
                Bilingual("“三公”经费只减不增，不超过本年年初预算", "the three costs may fall, not rise above this year's budget")
            )
        case .new: (Rule(.expected), Bilingual("新增并已列预算，按预计执行申请", "new and budgeted: what will be spent is asked for"))
        case .unstated:
            (Rule(.expected), Bilingual("无预算信息，按预计执行申请", "no budget is known: what will be spent is asked for"))
        case .addedInYear:
            (Rule(.zero), Bilingual("年中追加，预计发生但不列年初预算", "added during the year: expected, not asked for in advance"))
        case .transfer:
            (Rule(.zero), Bilingual("上级转移支付，待下达后列支", "from above: budgeted once it is granted"))
        case .oneOff: (Rule(.zero), Bilingual("一次性或应急支出，不列年初预算", "for one occasion or an emergency: not asked for"))
        case .ended: (Rule(.zero), Bilingual("已停止，不申请", "ended: not asked for"))
        }
    }

    /// The rule of a class.
    package subscript(_ lineClass: LineClass) -> Rule {
        get { rules[lineClass] ?? Self.standardRule(lineClass).rule }
        set { rules[lineClass] = newValue }
    }

    /// What is asked for; `nil` where nothing supports a number.
    ///
    /// - Parameters:
    ///   - expected: what is expected to be spent.
    ///   - lastYear: what is known of the year before.
    /// - Throws: ``AmountError/overflow``.
    package func request(
        for lineClass: LineClass, expected: Amount?, lastYear: Observation?
    ) throws(AmountError) -> Amount? {
        let rule = self[lineClass]
        if rule.basis == .zero { return .zero }
        guard let base = Self.amount(rule.basis, expected, lastYear) ?? expected else { return nil }
        let grown = rule.growth == 0 ? base : try Amount(rounding: base.doubleValue * (1 + rule.growth))
        guard let cap = rule.cap.flatMap({ Self.amount($0, expected, lastYear) }) else { return grown }
        return min(grown, cap)
    }

    private static func amount(_ basis: Basis, _ expected: Amount?, _ lastYear: Observation?) -> Amount? {
        switch basis {
        case .expected: expected
        case .initialBudget: lastYear?.initialBudget.amount
        case .adjustedBudget: lastYear?.adjustedBudget
        case .lastActual: lastYear?.actual
        case .zero: .zero
        }
    }
}
