import Access
import FinalAccounts
import Foundation
import Ledger
import Platform
import Reporting
import Workbench

/// The pages of findings, and of documents with the words of a finding marked.
enum FindingPageRoutes {
    private static let body = Parameter("body", .text, in: .path, Bilingual("单位", "the body"))
    private static let document = Parameter(
        "document", .count(1...Int(Int32.max)), in: .path, Bilingual("文件编号", "the number of the document"))

    static let routes: [Route] = [
        Route(
            "/bodies/{body}/findings", "viewFindings",
            Bilingual("一个单位的文件中的问题", "What does not fit in a body's documents"),
            .page, isOfLedger: false, parameters: [body] + FindingRoutes.filters, work: list),
        Route(
            "/bodies/{body}/findings", "settleFindingForm", Bilingual("核实问题的表单", "The form that settles a finding"),
            .page,
            method: .post, isOfLedger: false, admission: .body(.editor),
            parameters: [
                body, FindingRoutes.why,
                Parameter("finding", .text, in: .body, Bilingual("问题编号", "the finding"), isRequired: true),
                Parameter(
                    "action", .choice(FindingEvent.Action.allCases.map(\.rawValue)), in: .body,
                    Bilingual("操作", "what is done"), isRequired: true),
            ]
        ) { call in
            let id = call.arguments["finding"] ?? ""
            try FindingRoutes.decide(id, call.arguments.choice("action") ?? .accept, call)
            let place = "/bodies/" + FormText.encoded(call.arguments["body"] ?? "") + "/findings#" + id
            return .response(ServiceResponse(303, headers: HeaderFields(["location": place])))
        },
        Route(
            "/documents/{document}", "viewDocument",
            Bilingual("一份文件，标出问题所在", "A document with the words of a finding marked"),
            .page, isOfLedger: false, admission: .member(.viewer),
            parameters: [
                document, Parameter("finding", .text, Bilingual("问题编号", "the finding")),
                Parameter("page", .count(1...10_000), Bilingual("页", "the page")),
            ], work: show),
    ]

    private static func list(_ call: Call) throws -> Answer {
        let (unit, _) = try PageRoutes.linesOfBody(call)
        let entries = try FindingRoutes.chosen(call)
        let place = "/bodies/" + FormText.encoded(unit.name)
        let unchecked = try documents(of: unit, call).filter { try !call.findings.isChecked($0.id) }
        let names = unchecked.prefix(10).map(\.fileName).joined(separator: ", ")
        let note: HTML =
            unchecked.isEmpty
            ? .empty
            : "<p class=\"note\">\(call.language.words("有 \(unchecked.count) 份文件未检查，因不是通过本服务上传的：\(names)", "\(unchecked.count) documents were not checked, since they were not sent to the service: \(names)"))</p>"
        let page = FindingPage(language: call.language, csrf: call.csrf, isEditor: call.has(.editor))
        let content: HTML = """
            <nav><a href="\(place)">\(unit.name)</a></nav>
            <section><form class="filter" method="get" action="\(place)/findings">\(filters(call))
            <button>\(call.language.words("显示", "Show"))</button></form>\(note)\(page.list(entries, back: place + "/findings"))</section>
            """
        return .page(call.language.words("\(unit.name)：文件中的问题", "\(unit.name): findings"), content)
    }

    private static func documents(of unit: BudgetUnit, _ call: Call) throws -> [StoredDocument] {
        try call.ledger.history.documents(of: unit, isComplete: false, asOf: nil).map(\.document)
    }

    private static func filters(_ call: Call) -> HTML {
        let words = call.language.words
        let severity = PageRoutes.select(
            "severity", words("级别", "Severity"), call.arguments["severity"] ?? "",
            [
                ("", Bilingual("全部", "all")), ("error", Bilingual("错误", "errors")),
                ("warning", Bilingual("警告", "warnings")), ("note", Bilingual("提示", "notes")),
            ], call)
        let state = PageRoutes.select(
            "state", words("状态", "State"), call.arguments["state"] ?? "",
            [
                ("", Bilingual("全部", "all")), ("open", Bilingual("待核实", "open")),
                ("accepted", Bilingual("已核实", "accepted")),
            ], call)
        let order = PageRoutes.select(
            "order", words("顺序", "Order"), call.arguments["order"] ?? "severity",
            [
                ("severity", Bilingual("按级别", "by severity")), ("document", Bilingual("按文件", "by document")),
                ("rule", Bilingual("按规则", "by rule")),
            ], call)
        return "\(severity)\(state)\(order)"
    }

    private static func show(_ call: Call) throws -> Answer {
        let content = try LedgerRoutes.content(call)
        let document = content.document
        let entry = try call.arguments["finding"].map { try FindingRoutes.entry($0, call) }
        let number = call.arguments.count("page") ?? entry?.page ?? 1
        let page = FindingPage(language: call.language, csrf: call.csrf, isEditor: call.has(.editor))
        let body = content.bodies.sorted { $0.name < $1.name }.first
        let place = body.map { "/bodies/" + FormText.encoded($0.name) + "/findings" } ?? "/documents"
        var shown: HTML
        do {
            let file = try FindingRoutes.original(of: document, call)
            let view = try DocumentPage(of: file, page: number, quote: entry?.quote) { try call.ledger.disclosure($0) }
            shown = page.page(
                view, of: document.fileName, number: number,
                picture: "/api/v1/documents/\(document.id)/pages/\(number)")
            if DocumentPage.isPDF(file) { shown = "\(turning(number, document, call.language))\(shown)" }
        } catch {
            let problem = Problem(error, isReading: true, hiding: call.ledger.path)
            let words = problem.problem + Bilingual("；", "; ") + problem.remedy
            shown = "<p class=\"banner\" role=\"note\">\(words.text(in: call.language))</p>"
        }
        let all = try call.findings.entries(of: document.id, language: call.language)
        let others = all.filter { $0.id != entry?.id }
        let found: HTML = entry.map { "<section>\(page.list([$0], back: place))</section>" } ?? .empty
        let rest: HTML =
            others.isEmpty
            ? .empty
            : "<section><h2>\(call.language.words("此文件的其他问题", "Other findings of the document"))</h2>\(page.list(others, back: place))</section>"
        return .page(
            document.fileName,
            "<nav><a href=\"\(place)\">\(body?.name ?? call.language.words("文件", "Documents"))</a></nav>\(found)<section>\(shown)</section>\(rest)"
        )
    }

    private static func turning(_ number: Int, _ document: StoredDocument, _ language: Language) -> HTML {
        let back: HTML =
            number > 1
            ? "<a href=\"/documents/\(Int(document.id))?page=\(number - 1)\">\(language.words("上一页", "Page before"))</a>"
            : .empty
        return """
            <nav aria-label="\(language.words("翻页", "pages"))">\(back) <span>\(language.words("第 \(number) 页", "page \(number)"))</span>
            <a href="/documents/\(Int(document.id))?page=\(number + 1)">\(language.words("下一页", "Next page"))</a></nav>
            """
    }
}
