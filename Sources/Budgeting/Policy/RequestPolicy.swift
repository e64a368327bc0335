import FinalAccounts
import Platform

/// How what is asked for follows from the class of a line.
///
/// The base is this year's initial budget, as in the bureaus that approve requests: it is asked for again where what is
/// expected lies near it, less where less is expected, and what was added during the year is no part of it. Pay and what the
/// law ties to pay are asked for as they will be due.
///
/// ```swift
/// let request = try RequestPolicy.standard.request(for: .oneOff, expected: expected, years: observations)   // zero
/// ```
package struct RequestPolicy: Hashable, Sendable {
    /// What a request starts from.
    package enum Basis: String, Hashable, Sendable, CaseIterable {
        /// What is expected to be spent.
        case expected
        /// Last year's initial budget; that of the year before where last year had none.
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
        /// Where the request lies within this share of last year's initial budget, that budget is asked for again.
        package var keep: Double

        package init(_ basis: Basis, growth: Double = 0, cap: Basis? = nil, keep: Double = 0) {
            self.basis = basis
            self.growth = growth
            self.cap = cap
            self.keep = keep
        }

        /// This year's initial budget again, or less where less is expected.
        static let base = Rule(.expected, cap: .initialBudget, keep: 0.1)
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
                .base,
                Bilingual(
                    "以本年年初预算为基数；预计执行不足九成的按预计执行",
                    "this year's budget again, less where under nine tenths of it are expected")
            )
        case .toppedUp:
            (
                .base,
                Bilingual("追加不作基数，按本年年初预算申请", "this year's budget again: what was added to it is no part of the base")
            )
        case .personnel:
            (
                Rule(.expected, keep: 0.05),
                Bilingual(
                    "随人员与标准据实申请；与本年年初预算相差不到5%的不动", "as staff and pay demand; this year's budget again within 5% of it")
            )
        case .threePublic:
            (.base, Bilingual("“三公”经费只减不增，不超过本年年初预算", "the three costs may fall, not rise above this year's budget"))
        case .new: (.base, Bilingual("新增并已列预算，按本年年初预算申请", "new and budgeted: its first budget again"))
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
    ///   - years: what is known of the last year and the one before, ascending.
    /// - Throws: ``AmountError/overflow``.
    package func request(
        for lineClass: LineClass, expected: Amount?, years: [Observation]
    ) throws(AmountError) -> Amount? {
        let rule = self[lineClass]
        if rule.basis == .zero { return .zero }
        guard let base = Self.amount(rule.basis, expected, years) ?? expected else { return nil }
        let grown = rule.growth == 0 ? base : try Amount(rounding: base.doubleValue * (1 + rule.growth))
        if rule.keep > 0, let budget = Self.amount(.initialBudget, expected, years),
            abs(grown.doubleValue - budget.doubleValue) <= rule.keep * budget.doubleValue
        {
            return budget
        }
        guard let cap = rule.cap.flatMap({ Self.amount($0, expected, years) }) else { return grown }
        return min(grown, cap)
    }

    private static func amount(_ basis: Basis, _ expected: Amount?, _ years: [Observation]) -> Amount? {
        switch basis {
        case .expected: expected
        case .initialBudget:
            years.reversed().lazy.compactMap(\.initialBudget.amount).first { $0 > .zero }
                ?? years.last?.initialBudget.amount
        case .adjustedBudget: years.last?.adjustedBudget
        case .lastActual: years.last?.actual
        case .zero: .zero
        }
    }
}
