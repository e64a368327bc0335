import ArgumentParser
import FinalAccounts
import Forecasting
import Platform
import Workbench

/// How forecasts are made.
struct ModelOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "模型：combination（依以往误差组合），或单一方法，如 damped-drift、theta、ols-trend。",
            "The model: combination (past errors decide), or one rule such as damped-drift, theta, ols-trend.",
            valueName: Bilingual("模型", "model")))
    var model: ModelName = .combination

    @Option(
        help: ArgumentHelp(
            "各级次如何相加一致：wls、mint、bottom-up 或 none。", "How levels are made to add up: wls, mint, bottom-up or none.",
            valueName: Bilingual("方法", "method")))
    var reconcile: Reconciliation = .weightedLeastSquares

    @Option(
        help: ArgumentHelp(
            "预测最近 N 年有决算数的科目。", "Forecast subjects with an actual in the last N years.", valueName: Bilingual("数", "n"))
    )
    var maxGap: Int = 2

    @Option(
        help: ArgumentHelp(
            "一次性年度（如应急支出）：leave-out（剔除）或 keep（保留）。", "One-off years (an emergency): leave-out, or keep.",
            valueName: Bilingual("处理", "how")))
    var oneOffs: OneOffPolicy = .leaveOut

    @Option(
        help: ArgumentHelp(
            "历年中的缺年：last-run（只用其后年度）或 bridge（补齐）。",
            "Missing years inside a history: last-run (use the years after them) or bridge (fill them in).",
            valueName: Bilingual("处理", "how")))
    var gaps: GapPolicy = .lastRun

    @Option(
        help: ArgumentHelp(
            "上年没有决算数的科目：ended（单位当年有数据时视为停止，预测为零）或 carry-on（延续）。",
            "Subjects without last year's actual: ended (zero, where the body reported that year) or carry-on.",
            valueName: Bilingual("处理", "how")))
    var ended: EndedPolicy = .endedWhereUnitReported

    @Option(
        name: .customLong("interval"), parsing: .upToNextOption,
        help: ArgumentHelp(
            "区间的概率。默认为 0.8 0.95。", "Probabilities of the ranges. Default: 0.8 0.95.",
            valueName: Bilingual("概率", "level")))
    var intervals: [Double] = []

    @Option(
        help: ArgumentHelp(
            "学习谁的历年数据：across-bodies（全部输入）或 each-body（仅本单位）。",
            "Whose past is learned from: across-bodies (all of the input), or each-body (its own alone).",
            valueName: Bilingual("范围", "scope")))
    var learn: LearningScope = .eachBody

    @Option(
        help: ArgumentHelp(
            "数据过少不足以拟合时所用的已存模型；none 为单序列方法。默认为随程序提供的模型。",
            "The stored model for panels too small to be fitted; 'none' for single-series rules. Default: the one shipped.",
            valueName: Bilingual("文件.json", "file.json")))
    var storedModel: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "设定增速：0.03 用于全部科目，22102=0.03 用于某编码的科目。",
            "Stated growth: 0.03 for all subjects, 22102=0.03 for those of a code.", valueName: Bilingual("比率", "rate"))
    )
    var growth: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "各年度通货膨胀率，如 2023=0.002。", "Inflation by year, such as 2023=0.002.",
            valueName: Bilingual("年度=比率", "year=rate")))
    var inflation: [String] = []

    func validate() throws {
        guard (1...50).contains(maxGap) else {
            throw ValidationError(
                Bilingual("--max-gap 应为 1 至 50，不能是 \(maxGap)", "--max-gap takes 1 to 50, not \(maxGap)"))
        }
        for level in intervals where !(level > 0 && level < 1) {
            throw ValidationError(
                Bilingual(
                    "--interval 应为 0 与 1 之间的数，如 0.9，不能是 \(level)",
                    "--interval takes numbers between 0 and 1, such as 0.9, not \(level)"))
        }
    }

    /// The engine's configuration.
    func configuration(scheme: SubjectScheme) throws -> ForecastConfiguration {
        ForecastConfiguration(
            levels: intervals.isEmpty ? [0.8, 0.95] : Set(intervals).sorted(), maximumGap: maxGap, model: model,
            scheme: scheme, reconciliation: reconcile, gaps: gaps, ended: ended, oneOffs: oneOffs,
            growth: try growth.map(Self.growth),
            inflation: Dictionary(
                try inflation.map { text in
                    let (year, rate) = try Self.pair(text, option: "--inflation", example: "2023=0.002")
                    guard let number = Int(year) else {
                        throw CommandFailure(
                            .usage, Bilingual("--inflation \(text)：没有年度", "--inflation \(text): this names no year"),
                            Bilingual("请写成 2023=0.002 的形式", "write it like 2023=0.002"))
                    }
                    return (number, rate)
                }
            ) { _, later in later }, learning: learn, shipped: try shippedModel())
    }

    /// The model of the file named, none for `none`, the one shipped where nothing is named.
    private func shippedModel() throws -> StoredPanelModel? {
        storedModel == "none" ? nil : try storedModel.map(StoredModel.read) ?? DataFolder.storedModel()
    }

    /// `0.03` for every subject, `2210201=0.03` for one and those below it.
    private static func growth(_ text: String) throws -> GrowthAssumption {
        if let rate = Double(text) { return GrowthAssumption(rate: try growthRate(rate, of: text)) }
        let (subject, rate) = try pair(text, option: "--growth", example: "2210201=0.03")
        return GrowthAssumption(codePrefix: subject, rate: try growthRate(rate, of: text))
    }

    /// A rate of growth that is no percentage: more than doubling in a year is 3 for 3% rather than meant.
    private static func growthRate(_ rate: Double, of text: String) throws -> Double {
        guard (-1...1).contains(rate) else {
            throw CommandFailure(
                .usage,
                Bilingual(
                    "--growth \(text)：增速应为小数，此数超过每年 100%",
                    "--growth \(text): a rate is a share, and this one is beyond 100% a year"),
                Bilingual(
                    "3% 请写成 0.03；增长一倍以上或降为负数的，请用 --overrides 填写金额",
                    "write 3% as 0.03; what more than doubles, or falls below nothing, is stated as an amount with --overrides"
                )
            )
        }
        return rate
    }

    private static func pair(_ text: String, option: String, example: String) throws -> (String, Double) {
        let parts = text.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let rate = Double(parts[1]) else {
            throw CommandFailure(
                .usage, Bilingual("\(option) \(text)：没有比率", "\(option) \(text): this states no rate"),
                Bilingual("请写成 \(example) 的形式", "write it like \(example)"))
        }
        return (String(parts[0]), rate)
    }
}

extension Reconciliation: ExpressibleByArgument {}
extension OneOffPolicy: ExpressibleByArgument {}
extension GapPolicy: ExpressibleByArgument {}
extension LearningScope: ExpressibleByArgument {}
extension EndedPolicy: ExpressibleByArgument {}
