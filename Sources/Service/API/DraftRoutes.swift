import FinalAccounts
import Foundation
import Platform
import Reporting
import Workbench

/// Drafts as they are: versions, lines, rules, scenarios, what was said and decided, the workbook.
enum DraftRoutes {
    static let year = Parameter("year", .year, Bilingual("草案的年度", "the year of the draft"), isRequired: true)
    private static let version = Parameter(
        "version", .count(0...100_000),
        Bilingual("版本；默认为最近的，0 为程序的建议", "the version; by default the latest, 0 for what is suggested"))
    private static let body = Parameter("body", .text, in: .path, Bilingual("单位", "the body"))
    /// What a workbook is.
    static let workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    static let routes: [Route] = [
        Route(
            "/api/v1/bodies/{body}/drafts", "listDrafts", Bilingual("一个单位各年度的预算草案", "The drafts of a body"),
            .tables(["drafts"]), parameters: [body]
        ) { call in
            let unit = BudgetUnit(call.arguments["body"] ?? "")
            return .tables(
                [try DraftListTable(of: unit, in: call.ledger.path, language: call.language).table], .chinese)
        },
        Route(
            "/api/v1/drafts", "listDraftVersions", Bilingual("一个单位预算草案的各版本", "The versions of a body's draft"),
            .tables(["draft_versions"]), parameters: [SourceParameters.oneBody, year]
        ) { .tables([try $0.desk.drafts().table(language: $0.language)], .chinese) },
        Route(
            "/api/v1/drafts/changes", "compareDraftVersions",
            Bilingual("草案两个版本之间的改动", "What one version of a draft changed against another"), .tables(["draft_changes"]),
            parameters: [
                SourceParameters.oneBody, year,
                Parameter("before", .count(1...100_000), Bilingual("先前版本", "the earlier version"), isRequired: true),
                Parameter("after", .count(1...100_000), Bilingual("其后版本", "the later version"), isRequired: true),
            ]
        ) { .tables([try comparison($0)], .chinese) },
        Route(
            "/api/v1/drafts/lines", "listDraftLines",
            Bilingual("草案一个版本的各科目", "The lines of one version of a draft"), .tables(["draft"]), isPaged: true,
            parameters: [SourceParameters.oneBody, year, version]
        ) { call in
            let sheet = try call.desk.sheet(call.arguments.count("version"))
            return .tables(
                [try DraftTable(sheet.workbook.draft, language: call.language).table()], sheet.workbook.draft.amounts)
        },
        Route(
            "/api/v1/drafts/rules", "listDraftRules",
            Bilingual("草案须遵守的规则及是否满足", "The rules of a draft and whether they are kept"), .tables(["rules"]),
            parameters: [SourceParameters.oneBody, year, version]
        ) { call in
            let sheet = try call.desk.sheet(call.arguments.count("version"))
            let amounts = sheet.workbook.draft.amounts
            return .tables(
                [RuleVerdictTable(sheet.verdicts, language: call.language, amounts: amounts).table], amounts)
        },
        Route(
            "/api/v1/drafts/scenarios", "compareScenarios",
            Bilingual("规则中各方案并列", "The scenarios of a draft's rules side by side"), .tables(["scenarios"]),
            parameters: [SourceParameters.oneBody, year]
        ) { call in
            guard let table = try call.desk.sheet(0).workbook.scenarios else {
                throw Problem(
                    .notFound, Bilingual("草案的规则没有方案", "the draft's rules have no scenarios"),
                    Bilingual("请写在规则的 scenarios: 之下", "write them under 'scenarios:' of its rules"))
            }
            return .tables([table], .chinese)
        },
        Route(
            "/api/v1/drafts/comments", "listDraftComments", Bilingual("草案的批注", "What was said of a draft"),
            .tables(["comments"]), parameters: [SourceParameters.oneBody, year]
        ) { .tables([try $0.desk.commentTable(language: $0.language)], .chinese) },
        Route(
            "/api/v1/drafts/events", "listDraftEvents",
            Bilingual("草案的提交与审批", "How a draft was handed in and decided on"), .tables(["draft_events"]),
            parameters: [SourceParameters.oneBody, year]
        ) { .tables([try $0.desk.eventTable(language: $0.language)], .chinese) },
        Route(
            "/api/v1/drafts/workbook", "downloadDraft",
            Bilingual("草案的工作簿，与“draft --stored”写成的相同", "The workbook of a draft, as 'draft --stored' writes it"),
            .text(workbookType), isOfLedger: false, parameters: [SourceParameters.oneBody, year, version]
        ) { call in
            let workbook = try call.desk.sheet(call.arguments.count("version")).workbook
            let folder = try TemporaryFolder()
            try workbook.write(to: folder.path + "/draft.xlsx")
            let bytes = try OpenedFile(folder.path + "/draft.xlsx").read(upTo: 1 << 28)
            let name = "draft-\(workbook.draft.year)-v\(workbook.stamp?.version ?? 0).xlsx"
            return .response(
                ServiceResponse(
                    200,
                    headers: HeaderFields([
                        "content-type": workbookType, "content-disposition": "attachment; filename=\"\(name)\"",
                    ]), body: bytes))
        },
    ]

    static func comparison(_ call: Call) throws -> ReportTable {
        try call.desk.drafts().comparison(
            call.arguments.count("before") ?? 1, call.arguments.count("after") ?? 1, scheme: .china,
            language: call.language)
    }
}

extension Call {
    /// The draft that is meant.
    var desk: DraftDesk {
        get throws {
            let year = arguments.year("year") ?? FiscalYear(0)
            return DraftDesk(
                of: BudgetUnit(arguments["body"] ?? ""), for: year, ledger: ledger.path,
                source: ledger.source(of: arguments["body"]),
                forecast: try ledger.forecast(in: language, target: year), program: Version.program)
        }
    }

    /// The caller's name.
    var who: String { identity?.member.name ?? "" }
}
