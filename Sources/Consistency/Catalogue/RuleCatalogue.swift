/// All rules, in the order in which they are listed.
public enum RuleCatalogue {
    /// What each rule is and does.
    public static var descriptions: [RuleDescription] { rules.map { $0.about } }

    /// The description of a rule; `nil` for an id that no rule has.
    public static func description(of id: String) -> RuleDescription? { byID[id] }

    private static let byID: [String: RuleDescription] = Dictionary(
        uniqueKeysWithValues: rules.map { ($0.id, $0.about) })

    static let rules: [any ConsistencyRule.Type] =
        arithmetic + repetition + wording + tables + identity + lists + years + evaluation

    private static let arithmetic: [any ConsistencyRule.Type] = [
        ExecutionRateRule.self, ShareRule.self, GrowthRateRule.self, ChangeAmountRule.self, ItemSumRule.self,
        CategorySumRule.self, ExpenditureKindsRule.self, IncomeSourcesRule.self, FundPartsRule.self,
        FundChangeRule.self,
        BasicPartsRule.self, ThreePublicPartsRule.self, ProcurementPartsRule.self, ProcurementAwardRule.self,
        VehicleCountRule.self, ProjectSumRule.self, IndicatorCountRule.self, IndicatorScoreRule.self,
        ListedSumRule.self, CountPartsRule.self, VehicleStockRule.self,
    ]
    private static let repetition: [any ConsistencyRule.Type] = [RepeatedFigureRule.self, RepeatedEvaluationRule.self]
    private static let wording: [any ConsistencyRule.Type] = [
        BudgetComparisonRule.self, ChangeDirectionRule.self, ZeroBaseGrowthRule.self, RateWithoutBudgetRule.self,
        MissingReasonRule.self, IdleReasonRule.self, MisprintRule.self, DeniedFigureRule.self,
    ]
    private static let tables: [any ConsistencyRule.Type] = [
        TableRowRule.self, TableColumnRule.self, BalanceRule.self, TableTableRule.self, TableProseRule.self,
        MissingTableRule.self, EmptyTableRule.self, CodeNameRule.self,
    ]
    private static let identity: [any ConsistencyRule.Type] = [
        StaleYearRule.self, UnitNameRule.self, GovernmentLevelRule.self, AttachmentTitleRule.self, PlaceholderRule.self,
        LineNameRule.self, OfficialNameRule.self, LineDepthRule.self, GlossaryNameRule.self, GlossaryCoverageRule.self,
    ]
    private static let lists: [any ConsistencyRule.Type] = [
        ListedButZeroRule.self, UnlistedCostRule.self, ForeignPurposeRule.self, ListCountRule.self,
        MissingAttachmentRule.self, FormResidueRule.self, OpenChoiceRule.self, MissingUnitWordRule.self,
        UnbalancedBracketsRule.self,
    ]
    private static let years: [any ConsistencyRule.Type] = [RestatedFigureRule.self]
    private static let evaluation: [any ConsistencyRule.Type] = [
        UnmetIndicatorRule.self, LowTargetRule.self, FullMarksForMissRule.self, ScoreAboveWeightRule.self,
        WeightSumRule.self,
        EvaluationScoreRule.self, ContradictoryIndicatorsRule.self, RepeatedIndicatorRule.self,
    ]

    /// Which rule names a cause that several rules see, the lowest first: the one that points at the place most
    /// closely.
    static func precedence(_ id: String) -> Int { order[id] ?? order.count }

    private static let order: [String: Int] = Dictionary(
        uniqueKeysWithValues: [
            "repeated-figure", "repeated-evaluation", "table-row", "table-column", "table-table", "balance",
            "table-prose", "vehicle-count", "procurement-parts", "three-public-parts", "basic-parts",
            "expenditure-kinds", "income-sources", "fund-parts", "category-sum", "item-sum", "project-sum",
            "indicator-count", "listed-sum", "change-amount", "growth-rate", "execution-rate", "share",
        ].enumerated().map { ($0.element, $0.offset) })
}
