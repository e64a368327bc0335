import ArgumentParser
import FinalAccounts
import Platform
import Variance
import Workbench

/// `juesuan compare`: two years, subject by subject.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "compare",
        Bilingual(
            "逐科目比较一年与较早的一年。",
            "Compare a year with an earlier one, subject by subject."),
        examples: [
            "juesuan compare --year 2023 --with 2022 --level category",
            "juesuan compare --input lines.csv --amount-unit wan --order change --format csv",
            "juesuan compare --unit 青菱街道办事处 --year 2023 --basis restated",
            "juesuan compare --years 2019-2023 --measures years.csv --per-head --prices-of 2023",
            "juesuan compare --year 2023 --by fund",
        ])

    @OptionGroup var source: SourceOptions
    @OptionGroup var review: YearOption

    @Option(
        help: ArgumentHelp(
            "对比年度。默认为上一年。", "The earlier year. Default: the year before.", valueName: Bilingual("年度", "year")))
    var with: FiscalYear?

    @Option(
        help: ArgumentHelp(
            "只看此级次的科目：category（类）、section（款）、item（项）或编码位数。默认为全部。",
            "Only subjects of this level: category, section, item, or a number of digits. Default: all.",
            valueName: Bilingual("级次", "level")))
    var level: String?

    @Option(
        help: ArgumentHelp(
            "科目的顺序：subject（科目）、change（增减额）、rate（增减率）或 current（本年数）。",
            "Order of subjects: subject, change, rate or current.", valueName: Bilingual("顺序", "order")))
    var order: YearOverYear.Order = .subject

    @Option(
        help:
            ArgumentHelp(
                "比较文件列示的合计，上年数按当时公开（published）或按今年可比口径（restated）。",
                "Compare the totals that documents state, with last year's as published then or as restated now: published or restated.",
                valueName: Bilingual("口径", "basis"))
    )
    var basis: RestatedYear.Basis?

    @Option(
        help: ArgumentHelp(
            "多年并列，代替两年对比，如 2019-2023。", "Several years side by side instead of two, as 2019-2023.",
            valueName: Bilingual("年数", "years")))
    var years: YearSpan?

    @Option(
        help: ArgumentHelp(
            "各年度的其他资料：含 year、population、price_index 的 CSV。",
            "What is known of years beside the accounts: a CSV with year, population and price_index.",
            valueName: Bilingual("年度.csv", "years.csv")))
    var measures: String?

    @Flag(help: ArgumentHelp("与 --years 同用：人均金额。", "With --years: amounts for each head of the population."))
    var perHead = false

    @Option(
        help: ArgumentHelp(
            "与 --years 同用：按此年度价格计算的金额。", "With --years: amounts in the prices of this year.",
            valueName: Bilingual("年度", "year")))
    var pricesOf: FiscalYear?

    @OptionGroup var output: OutputOptions

    func validate() throws {
        if years != nil, with != nil || basis != nil || order != .subject {
            throw ValidationError(
                Bilingual(
                    "--years 不能与 --with、--basis、--order 同用", "--years does not go with --with, --basis and --order"))
        }
        if perHead || pricesOf != nil, years == nil || measures == nil {
            throw ValidationError(
                Bilingual(
                    "--per-head、--prices-of 须与 --years、--measures 同用",
                    "--per-head and --prices-of need --years and --measures"))
        }
    }

    func run() throws {
        if let years { return try compare(years.range) }
        if let basis { return try compareTotals(on: basis) }
        let comparison = try source.context(language: output.spokenLanguage).comparison(
            in: source.lines(), year: review.year, earlier: with)
        let table = comparison.table(level: try level.map { try source.level(named: $0) }, order: order)
        try output.write([table], amounts: source.amountStyle)
    }
}

extension CompareCommand {
    /// Puts several years side by side.
    private func compare(_ years: ClosedRange<FiscalYear>) throws {
        let scales: [YearMeasures.Scale?] = [pricesOf.map { .constantPrices(of: $0) }, perHead ? .perHead : nil]
        let table = try source.context(language: output.spokenLanguage).years(
            years, in: source.lines(), level: try level.map { try source.level(named: $0) },
            measures: try measures.map { try YearMeasureFile.read($0) } ?? YearMeasures([:]),
            scales: scales.compactMap { $0 })
        try output.write([table], amounts: source.amountStyle)
    }

    /// Compares stated totals, on last year's figures as published or as restated.
    private func compareTotals(on basis: RestatedYear.Basis) throws {
        let lines = try source.lines()
        let year = try lines.reviewedYear(review.year)
        let context = try source.context(language: output.spokenLanguage)
        let totals = try RestatedYear(
            source.source, unit: lines.soleUnit(in: year), year: year, lines: context.settled(lines.lines))
        try output.write([totals.table(on: basis, language: output.spokenLanguage)], amounts: source.amountStyle)
    }
}

extension RestatedYear.Basis: ExpressibleByArgument {}

extension YearOverYear.Order: ExpressibleByArgument {}
