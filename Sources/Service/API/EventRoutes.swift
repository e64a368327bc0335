import FinalAccounts
import Interchange
import Ledger
import Platform
import Workbench

/// Tells pages and programs when something changes, and serves the script by which pages listen.
enum EventRoutes {
    static let routes: [Route] = [
        Route(
            "/api/v1/events", "followEvents",
            Bilingual(
                "账本或草案改动时的通知（“server-sent events”）", "When the ledger or a draft changes (server-sent events)"),
            .text("text/event-stream"), isOfLedger: false, admission: .member(.viewer),
            parameters: [
                Parameter("body", .text, Bilingual("草案的单位", "the body of the draft")),
                Parameter("year", .year, Bilingual("草案的年度", "the year of the draft")),
            ]
        ) { call in
            if let body = call.arguments["body"], !call.maySee(BudgetUnit(body)) { throw Problem.foreignBody }
            var response = ServiceResponse(
                200,
                headers: HeaderFields([
                    "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store",
                    "x-accel-buffering": "no",
                ]))
            let isDraft = call.arguments["body"] != nil && call.arguments["year"] != nil
            let (desk, watch) = (try call.desk, call.surroundings.watch)
            response.events = try call.surroundings.streams.stream {
                isDraft
                    ? EventStreams.Event(name: "draft", data: try draft(desk).text())
                    : EventStreams.Event(name: "ledger", data: state(try watch.version()).text())
            }
            return .response(response)
        },
        Route(
            PageScript.address, "showScript", Bilingual("页面脚本", "The script of pages"), .text("text/javascript"),
            isOfLedger: false, admission: .anyone
        ) { .response(PageScript.file.response(to: $0.request)) },
    ]

    /// The ledger's state, of which nothing but that it is another is told.
    private static func state(_ version: ContentHash) -> JSONValue {
        .object(["state": .string(String(version.description.prefix(16)))])
    }

    /// The latest version of a draft, where it stands, and who brought it there.
    static func draft(_ desk: DraftDesk) throws -> JSONValue {
        let (latest, event) = (try desk.drafts().versions().last, try desk.events().last)
        let isStep = (event?.time ?? "") >= (latest?.createdAt ?? "")
        return .object([
            "version": .integer(latest?.version ?? 0), "state": .string((event?.action.to ?? .open).rawValue),
            "who": .string((isStep ? event?.who : latest?.author) ?? ""),
        ])
    }
}
