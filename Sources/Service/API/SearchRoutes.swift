import FinalAccounts
import Platform
import Reporting
import Workbench

/// Looking for words: names of bodies, subjects and codes, reasons.
enum SearchRoutes {
    private static let words = Parameter("q", .text, Bilingual("要查找的文字或编码", "words or a code to look for"))
    private static let limit = Parameter(
        "limit", .count(1...1000), Bilingual("每类最多几条；默认为 50", "how many of each kind; 50 by default"))

    static let routes: [Route] = [
        Route(
            "/api/v1/search", "search",
            Bilingual("按单位、科目、编码或原因中的文字查找", "Find bodies, subjects, codes and words of reasons"), .tables(["results"]),
            admission: .member(.viewer), parameters: [words.required, limit]
        ) { .tables([try results($0).table], .chinese) },
        Route(
            "/search", "viewSearch", Bilingual("查找页", "The page of what was found"), .page, admission: .member(.viewer),
            parameters: [words, limit], work: page),
    ]

    private static func results(_ call: Call) throws -> SearchTable {
        try SearchTable(
            call.arguments["q"]?.trimmed ?? "", in: call.ledger.path, limit: call.arguments.count("limit") ?? 50,
            language: call.language, where: call.maySee)
    }

    private static func page(_ call: Call) throws -> Answer {
        let title = call.language.words("查找", "Search")
        let form = PageRoutes.searchForm(call, action: "/search", call.arguments["q"] ?? "")
        guard call.arguments["q"]?.trimmed.isEmpty == false else { return .page(title, "<section>\(form)</section>") }
        let found = try results(call)
        let table = HTMLTable(renderer: TableRenderer(language: call.language)) { row, column in
            let hit = found.hits[row]
            let place = "/bodies/" + FormText.encoded(hit.unit.name)
            switch column.key {
            case "unit": return place
            case "subject_name", "text":
                guard hit.kind != .body, let key = hit.code ?? hit.names.last else { return nil }
                return column.key == "text" && hit.text == nil ? nil : place + "/subjects/" + FormText.encoded(key)
            default: return nil
            }
        }
        let shown: HTML =
            found.hits.isEmpty
            ? "<p>\(call.language.words("没有找到。", "Nothing was found."))</p>" : table.html(found.table)
        return .page(title, "<section>\(form)\(shown)</section>")
    }
}
