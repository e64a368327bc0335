import FinalAccounts
import Platform
import Reporting
import Variance
import Workbench

/// What is worked out from the lines: the answers of the commands of the same names.
enum AnalysisRoutes {
    private static let target = Parameter(
        "for", .year,
        Bilingual("首个预测年度；默认为最近决算的下一年", "the first year forecast; by default the one after the latest actuals"))
    private static let withBudget = Parameter(
        "with_budget", .flag, Bilingual("预测年度的年初预算已知", "whether the initial budget of the year is known"))

    static let routes: [Route] = [
        Route(
            "/api/v1/years", "listYears", Bilingual("各科目多年并列", "Several years of every subject side by side"),
            .tables(["years"]), isPaged: true,
            parameters: SourceParameters.selection + [
                Parameter("from", .year, Bilingual("首个年度", "the first year"), isRequired: true),
                Parameter("to", .year, Bilingual("末个年度", "the last year"), isRequired: true), SourceParameters.level,
            ]
        ) { call in
            guard let first = call.arguments.year("from"), let last = call.arguments.year("to"), first <= last else {
                throw Problem(
                    .badParameter, Bilingual("from 晚于 to", "'from' is later than 'to'"),
                    Bilingual("请对调", "exchange them"))
            }
            let context = try call.ledger.context(in: call.language, withModel: false)
            return .tables([try context.years(first...last, in: call.source.read(), level: call.level)], .chinese)
        },
        Route(
            "/api/v1/compare", "compareYears", Bilingual("逐科目比较两年", "Two years, subject by subject"),
            .tables(["comparison"]), isPaged: true,
            parameters: SourceParameters.selection + [
                SourceParameters.year,
                Parameter("with", .year, Bilingual("对比年度；默认为上一年", "the earlier year; by default the year before")),
                SourceParameters.level,
                Parameter(
                    "order", .choice(YearOverYear.Order.allCases.map(\.rawValue)),
                    Bilingual("科目的顺序", "the order of subjects")),
            ]
        ) { call in
            let comparison = try call.ledger.context(in: call.language, withModel: false).comparison(
                in: call.source.read(), year: call.arguments.year("year"), earlier: call.arguments.year("with"))
            return .tables(
                [comparison.table(level: call.level, order: call.arguments.choice("order") ?? .subject)], .chinese)
        },
        Route(
            "/api/v1/totals", "compareTotals",
            Bilingual(
                "比较文件列示的合计：公布口径或可比口径", "The totals documents state, with last year's as published or as restated"),
            .tables(["restated"]),
            parameters: [
                SourceParameters.oneBody, SourceParameters.asOf, SourceParameters.year,
                Parameter(
                    "basis", .choice(RestatedYear.Basis.allCases.map(\.rawValue)),
                    Bilingual("上年数的口径", "what last year's figures are taken as"), isRequired: true),
            ]
        ) { call in
            let source = call.source
            let lines = try source.read()
            let year = try lines.reviewedYear(call.arguments.year("year"))
            let context = try call.ledger.context(in: call.language, withModel: false)
            let totals = try RestatedYear(
                source, unit: lines.soleUnit(in: year), year: year, lines: context.settled(lines.lines))
            return .tables(
                [try totals.table(on: call.arguments.choice("basis") ?? .restated, language: call.language)], .chinese)
        },
        Route(
            "/api/v1/anomalies", "listAnomalies",
            Bilingual("与预算、上年或历年不符的科目，按程度排序", "What departs from plan, from last year or from its own history, ranked"),
            .tables(["anomalies"]), isPaged: true,
            parameters: SourceParameters.selection + [
                SourceParameters.year,
                Parameter("list", .choice(AnomalyList.allCases.map(\.rawValue)), Bilingual("清单", "which list")),
                Parameter("top", .count(1...100_000), Bilingual("只列前几行", "only the first rows")),
                Parameter(
                    "profile", .choice(AnomalyProfile.allCases.map(\.rawValue)), Bilingual("阈值方案", "the thresholds")),
                Parameter(
                    "forecast", .flag,
                    Bilingual("是否与以前年度得出的预测比较；默认为是", "whether the year is held against a forecast; true by default")),
            ]
        ) { call in
            let usesForecast = call.arguments["forecast"] != "false"
            let thresholds = AnomalyThresholds.standard(call.arguments.choice("profile") ?? .draft)
            let listing = try call.ledger.context(
                in: call.language, thresholds: thresholds, withModel: usesForecast
            ).anomaliesInTurn(
                in: call.source.read(), year: call.arguments.year("year"), list: call.arguments.choice("list") ?? .all,
                limit: call.arguments.count("top") ?? .max, usesForecast: usesForecast)
            return .tables([listing.table(isBrief: false)], listing.amounts)
        },
        Route(
            "/api/v1/forecasts", "forecastSpending",
            Bilingual("按科目预测支出，附区间", "Spending by subject forecast, with ranges"),
            .tables(["forecasts"]), isPaged: true,
            parameters: SourceParameters.selection + [
                target, Parameter("horizon", .count(1...50), Bilingual("预测几年", "how many years")), withBudget,
                SourceParameters.level,
            ]
        ) { call in
            let forecast = try call.ledger.forecast(
                in: call.language, target: call.arguments.year("for"), horizon: call.arguments.count("horizon") ?? 1,
                withBudget: call.arguments.flag("with_budget"), level: call.level)
            return .tables([try forecast.run(on: call.source.read()).table()], .chinese)
        },
        Route(
            "/api/v1/explain", "explainForecast",
            Bilingual(
                "一个科目的预测依据：历年数据、组成、回归", "What a subject's forecast rests on: its years, its parts, its regressions"),
            .tables(["summary", "data", "parts", "fits", "coefficients", "influence"]),
            parameters: SourceParameters.selection + [
                target, withBudget,
                Parameter("subject", .text, Bilingual("科目的编码或名称", "the subject's code or name"), isRequired: true),
            ], work: explanation),
    ]

    private static func explanation(_ call: Call) throws -> Answer {
        let forecast = try call.ledger.forecast(
            in: call.language, target: call.arguments.year("for"), withBudget: call.arguments.flag("with_budget"))
        let subject = call.arguments["subject"]
        let found = try forecast.explanations(in: call.source.read(), subject: subject)
        guard let only = found.first, found.count == 1 else {
            throw Problem(
                .badParameter,
                Bilingual("有 \(found.count) 个此科目的预测", "\(found.count) forecasts are of such a subject"),
                Bilingual("请用编码指明科目，用 body 指明单位", "name one by its code, and its body with 'body'"))
        }
        return .tables(
            ExplanationTables(only, language: call.language, amounts: .chinese, foldsParts: false).tables, .chinese)
    }
}
