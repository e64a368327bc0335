import FinalAccounts
import Platform
import Workbench

/// The stored versions of drafts.
enum DraftRoutes {
    private static let year = Parameter("year", .year, Bilingual("草案的年度", "the year of the draft"), isRequired: true)

    static let routes: [Route] = [
        Route(
            "/api/v1/drafts", "listDraftVersions", Bilingual("一个单位预算草案的各版本", "The versions of a body's draft"),
            .tables(["draft_versions"]), parameters: [SourceParameters.oneBody, year]
        ) { .tables([try drafts($0).table(language: $0.language)], .chinese) },
        Route(
            "/api/v1/drafts/changes", "compareDraftVersions",
            Bilingual("草案两个版本之间的改动", "What one version of a draft changed against another"), .tables(["draft_changes"]),
            parameters: [
                SourceParameters.oneBody, year,
                Parameter("before", .count(1...100_000), Bilingual("先前版本", "the earlier version"), isRequired: true),
                Parameter("after", .count(1...100_000), Bilingual("其后版本", "the later version"), isRequired: true),
            ]
        ) { call in
            .tables(
                [
                    try drafts(call).comparison(
                        call.arguments.count("before") ?? 1, call.arguments.count("after") ?? 1, scheme: .china,
                        language: call.language)
                ], .chinese)
        },
    ]

    private static func drafts(_ call: Call) throws -> StoredDrafts {
        try DraftKeeping(ledger: call.ledger.path, program: Version.program).drafts(
            of: BudgetUnit(call.arguments["body"] ?? ""), for: call.arguments.year("year") ?? FiscalYear(0))
    }
}
