import Platform

/// A fitted model as it is stored under `Models/`: coefficients of the panel regressions for each year ahead, weights of
/// the combination and conformal tables, with a card that says what it was fitted on and how well it did.
///
/// It stands in where a panel is too small to be fitted (``PanelOptions/shipped``). The JSON form is that of `Codable`;
/// ``check()`` is to be called on what has been read.
public struct StoredPanelModel: Hashable, Sendable, Codable {
    /// The version of the format this program reads.
    public static let formatVersion = 3

    /// What a fitted model is, for people.
    public struct Card: Hashable, Sendable, Codable {
        /// The model's name, for example `national-budget`.
        public var name: String
        /// What it was fitted on.
        public var fittedOn: String
        /// The years of the actuals it has seen.
        public var years: String
        /// The command that made it.
        public var command: String
        /// Measured accuracy, measure by measure.
        public var accuracy: [String: Double]
        /// What it is for and what it is not for.
        public var use: String

        /// A card from its parts.
        public init(
            name: String, fittedOn: String, years: String, command: String, accuracy: [String: Double], use: String
        ) {
            self.name = name
            self.fittedOn = fittedOn
            self.years = years
            self.command = command
            self.accuracy = accuracy
            self.use = use
        }
    }

    /// The version of the format.
    public var version = StoredPanelModel.formatVersion
    /// What the model is.
    public var card: Card
    /// The draft of one, two, … years ahead.
    var drafts: [StoredDraft]
    /// The outlook.
    var outlook: StoredOutlook
    /// Errors of the draft's lines for one, two, … years ahead.
    var draftErrors: [StoredErrors]
    /// Errors of the outlook's lines.
    var outlookErrors: StoredErrors
    /// Errors of sums of the draft for one, two, … years ahead.
    var draftSums: [JointErrors]
    /// Errors of sums of the outlook.
    var outlookSums: JointErrors

    /// How many years ahead the model has regressions for.
    public var horizon: Int { drafts.count }
}

extension StoredPanelModel {
    /// The fewest past changes that a model is fitted on.
    private static let leastRows = 400

    /// Fits a model on small bodies.
    ///
    /// - Parameters:
    ///   - bodies: bodies with cut histories, of one or several sources.
    ///   - horizon: years ahead that get regressions of their own; fewer where no body has an outcome.
    /// - Throws: ``ForecastError``; `unreadableModel` for too few past changes.
    package static func fit(
        _ bodies: [CutBody], horizon: Int = 3, card: Card
    ) throws(ForecastError) -> StoredPanelModel {
        let fit = StoredModelFit(bodies)
        let rows = fit.bodies.reduce(0) { sum, body in
            sum + body.sample.series.count { !body.outcome($0, ahead: 1).isNaN }
        }
        guard rows >= leastRows else {
            throw .unreadableModel(
                Bilingual(
                    "各单位共有 \(rows) 个历年变动，拟合模型需要 \(leastRows) 个",
                    "the bodies have \(rows) past changes, \(leastRows) are needed to fit a model"))
        }
        let known = (1...max(horizon, 1)).filter { ahead in
            ahead == 1
                || fit.bodies.contains { body in
                    body.sample.series.contains { !body.outcome($0, ahead: ahead).isNaN }
                }
        }
        let errors = StoredErrorFit(fit: fit)
        var (drafts, draftErrors, draftSums): ([StoredDraft], [StoredErrors], [JointErrors]) = ([], [], [])
        for ahead in known {
            drafts.append(try fit.draft(ahead: ahead))
            let learned = try errors.draft(ahead: ahead)
            draftErrors.append(learned.lines)
            draftSums.append(learned.sums)
        }
        let outlook = try errors.outlook()
        var card = card
        card.accuracy = try fit.accuracy()
        return StoredPanelModel(
            card: card, drafts: drafts, outlook: try fit.outlook(drafts[0]), draftErrors: draftErrors,
            outlookErrors: outlook.lines, draftSums: draftSums, outlookSums: outlook.sums)
    }

    /// Makes sure that a model that was read from a file is one this program can use.
    ///
    /// - Throws: ``ForecastError/unreadableModel(_:)`` with what is wrong.
    public func check() throws(ForecastError) {
        guard version == Self.formatVersion else {
            throw .unreadableModel(
                Bilingual(
                    "格式版本为 \(version)，本程序读取版本 \(Self.formatVersion)",
                    "format version \(version), this program reads \(Self.formatVersion)"))
        }
        func demand(_ numbers: [Double], count: Int, _ what: Bilingual) throws(ForecastError) {
            guard numbers.count == count, numbers.allSatisfy(\.isFinite) else {
                throw .unreadableModel(
                    Bilingual(
                        "应有 \(count) 个有限数，实有 \(numbers.count) 个", "\(numbers.count) finite numbers are not \(count)"
                    ).at(what))
            }
        }
        guard !drafts.isEmpty, drafts.count == draftErrors.count, drafts.count == draftSums.count else {
            throw .unreadableModel(
                Bilingual(
                    "有 \(drafts.count) 个回归、\(draftErrors.count) 张误差表",
                    "\(drafts.count) regressions for \(draftErrors.count) tables of errors"))
        }
        for draft in drafts {
            try demand(draft.growthShares, count: draft.models.count, Bilingual("增长份额", "growth shares"))
            guard !draft.models.isEmpty else {
                throw .unreadableModel(Bilingual("草案模型没有回归", "a draft without a regression"))
            }
            for model in draft.models {
                try demand(model.coefficients, count: DraftFeature.count, Bilingual("系数", "coefficients"))
                try demand([model.slopeShare, model.growth], count: 2, Bilingual("斜率与增速", "slope and growth"))
            }
        }
        try checkOutlook { (numbers, count, what) throws(ForecastError) in try demand(numbers, count: count, what) }
        for errors in draftErrors + [outlookErrors] {
            try demand(
                errors.scale.coefficients, count: SIMD16<Double>.scalarCount,
                Bilingual("尺度系数", "coefficients of the scale"))
            guard errors.table.kinds.count == 2, errors.table.kinds.allSatisfy(\.isUsable) else {
                throw .unreadableModel(Bilingual("误差表不完整", "a table of errors is incomplete"))
            }
        }
        for sums in draftSums + [outlookSums] {
            try demand(sums.coefficients, count: 3, Bilingual("合计的系数", "coefficients of sums"))
            guard sums.errors.isUsable else {
                throw .unreadableModel(Bilingual("误差表不完整", "a table of errors is incomplete"))
            }
        }
    }

    private func checkOutlook(
        _ demand: ([Double], Int, Bilingual) throws(ForecastError) -> Void
    ) throws(ForecastError) {
        let count = outlook.models.count
        guard count > 0, outlook.levelShares.count == count, outlook.gapShares.count == count else {
            throw .unreadableModel(Bilingual("执行展望没有回归", "an outlook without a regression"))
        }
        for (place, model) in outlook.models.enumerated() {
            try demand(model.budgetCoefficients, BudgetFeature.count, Bilingual("预算系数", "budget coefficients"))
            try demand(
                model.draftCoefficients, DraftFeature.count, Bilingual("展望中的草案系数", "draft coefficients of the outlook"))
            try demand(model.cosineCoefficients, CosineBasis.count, Bilingual("余弦系数", "cosine coefficients"))
            try demand([model.growth], 1, Bilingual("展望的增速", "growth of the outlook"))
            try demand(outlook.levelShares[place], StoredOutlook.shares.level, Bilingual("水平份额", "shares of the level"))
            try demand(outlook.gapShares[place], StoredOutlook.shares.gap, Bilingual("差额份额", "shares of the gap"))
        }
    }
}

extension ErrorTable.Kind {
    /// Whether groups and edges fit together and all numbers are finite.
    fileprivate var isUsable: Bool {
        groups.count == edges.count + 1
            && groups.allSatisfy(\.isUsable)
    }
}

extension ErrorTable.Group {
    /// Whether there is any error, and all numbers are finite.
    fileprivate var isUsable: Bool {
        !ratios.isEmpty && ratios.count == shares.count && (ratios + shares).allSatisfy(\.isFinite)
    }
}
