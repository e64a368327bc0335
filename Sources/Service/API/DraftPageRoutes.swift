import Access
import FinalAccounts
import Foundation
import Ledger
import Platform
import Reporting
import Workbench

/// The pages at which drafts are worked on, and their forms. What a form does, the interface does by the same function.
enum DraftPageRoutes {
    private static let body = Parameter("body", .text, in: .path, Bilingual("单位", "the body"))
    private static let year = Parameter("year", .year, in: .path, Bilingual("草案的年度", "the year of the draft"))
    private static let ofDraft = [body, year]
    private static let desk = "/bodies/{body}/drafts/{year}"

    /// A line that the draft does not have yet, by its code.
    private static let newLine = [
        Parameter("new_subject", .text, in: .body, Bilingual("新增科目的编码", "the code of a line to add")),
        Parameter("new_final", .text, in: .body, Bilingual("其最终预算", "what is asked for on it")),
        Parameter("new_note", .text, in: .body, Bilingual("其说明", "the reason for it")),
    ]

    static let routes: [Route] = [
        Route(
            "/bodies/{body}/drafts", "viewDrafts", Bilingual("一个单位的预算草案", "The drafts of a body"), .page,
            isOfLedger: false, parameters: [body], work: list),
        Route(
            "/bodies/{body}/drafts", "beginDraftForm", Bilingual("开始编制的表单", "The form that begins a draft"), .page,
            method: .post, isOfLedger: false, admission: .body(.editor),
            parameters: [
                body,
                Parameter("year", .year, in: .body, Bilingual("草案的年度", "the year of the draft"), isRequired: true),
            ] + DraftWorkRoutes.ruleFields
        ) { call in
            _ = try DraftWorkRoutes.begin(call)
            return back(to: "", call)
        },
        Route(
            desk, "viewDraft", Bilingual("编制台", "The desk at which a draft is worked on"), .page, isOfLedger: false,
            parameters: ofDraft + [
                Parameter("version", .count(1...100_000), Bilingual("版本；默认为最近的", "the version; by default the latest"))
            ]
        ) { call in
            let desk = try call.desk
            let page = DraftPage(call: call, desk: desk, sheet: try desk.sheet(call.arguments.count("version")))
            return .page(title(call), try page.html())
        },
        Route(
            desk + "/changes", "viewDraftChanges", Bilingual("比较草案的两个版本", "Two versions of a draft side by side"),
            .page,
            parameters: ofDraft
                + ["before", "after"].map {
                    Parameter($0, .count(1...100_000), Bilingual("版本", "the version"), isRequired: true)
                }
        ) { call in
            let table = try DraftRoutes.comparison(call)
            let html = HTMLTable(renderer: TableRenderer(language: call.language)).html(table)
            let back = call.language.words("返回编制台", "Back to the desk")
            return .page(
                title(call),
                "<nav><a href=\"\(address(call))\">\(back)</a></nav><section><h2>\(table.title)</h2>\(html)</section>")
        },
        Route(
            desk + "/edits", "editDraftForm", Bilingual("保存编辑的表单", "The form that stores edits"), .page, method: .post,
            isOfLedger: false, admission: .body(.editor),
            parameters: ofDraft + [
                DraftWorkRoutes.version, DraftWorkRoutes.reason,
            ] + newLine + DraftWorkRoutes.cells, work: edit),
        Route(
            desk + "/rules", "changeDraftRulesForm", Bilingual("更换规则的表单", "The form that changes rules"), .page,
            method: .post, isOfLedger: false, admission: .body(.editor),
            parameters: ofDraft + DraftWorkRoutes.ruleFields
        ) { call in
            _ = try DraftWorkRoutes.changeRules(call)
            return back(to: "", call)
        },
        Route(
            desk + "/comments", "commentDraftForm", Bilingual("添加批注的表单", "The form for comments"), .page, method: .post,
            isOfLedger: false, admission: .body(.editor),
            parameters: ofDraft + [
                Parameter("words", .passage, in: .body, Bilingual("内容", "what is said"), isRequired: true),
                Parameter("subject", .text, in: .body, Bilingual("科目", "the line")),
            ]
        ) { call in
            try DraftWorkRoutes.comment(call)
            return back(to: "#comments", call)
        },
        Route(
            desk + "/submission", "submitDraftForm", Bilingual("提交的表单", "The form by which a draft is handed in"),
            .page,
            method: .post, isOfLedger: false, admission: .body(.editor),
            parameters: ofDraft + [
                DraftWorkRoutes.action(DraftAction.ofEditors), DraftWorkRoutes.version, DraftWorkRoutes.why,
            ]
        ) { call in
            try DraftWorkRoutes.move(call)
            return back(to: "", call)
        },
        Route(
            desk + "/decision", "decideDraftForm", Bilingual("审批的表单", "The form by which a draft is decided on"), .page,
            method: .post, isOfLedger: false, admission: .body(.approver),
            parameters: ofDraft + [
                DraftWorkRoutes.action(DraftAction.ofApprovers), DraftWorkRoutes.version, DraftWorkRoutes.why,
            ]
        ) { call in
            try DraftWorkRoutes.move(call)
            return back(to: "", call)
        },
    ]

    private static func title(_ call: Call) -> String {
        let (body, year) = (call.arguments["body"] ?? "", call.arguments["year"] ?? "")
        return call.language.words("\(body)：\(year) 年预算草案", "\(body): draft of \(year)")
    }

    private static func address(_ call: Call) -> String {
        DraftPage.address(of: BudgetUnit(call.arguments["body"] ?? ""), call.arguments.year("year") ?? FiscalYear(0))
    }

    private static func back(to place: String, _ call: Call) -> Answer {
        .response(ServiceResponse(303, headers: HeaderFields(["location": address(call) + place])))
    }

    private static func list(_ call: Call) throws -> Answer {
        let (unit, lines) = try PageRoutes.linesOfBody(call)
        let drafts = try DraftListTable(of: unit, in: call.ledger.path, language: call.language)
        let table = HTMLTable(renderer: TableRenderer(language: call.language)) { row, column in
            column.key == "year" ? DraftPage.address(of: unit, drafts.years[row]) : nil
        }
        let shown: HTML =
            drafts.years.isEmpty
            ? "<p>\(call.language.words("尚无草案。", "There are no drafts yet."))</p>" : table.html(drafts.table)
        var next = HTML.empty
        if let year = lines.latestYear?.next, !drafts.years.contains(year) {
            let words = call.language.words("\(year) 年预算：程序的建议", "The budget of \(year): what is suggested")
            next = "<p><a href=\"\(DraftPage.address(of: unit, year))\">\(words)</a></p>"
        }
        let home = "/bodies/" + FormText.encoded(unit.name)
        return .page(
            call.language.words("\(unit.name)：预算草案", "\(unit.name): drafts"),
            "<nav><a href=\"\(home)\">\(unit.name)</a></nav><section>\(shown)\(next)</section>")
    }

    private static func edit(_ call: Call) throws -> Answer {
        let desk = try call.desk
        let amounts = try desk.sheet().workbook.draft.amounts
        var edits = try DraftWorkRoutes.edits(call, unit: amounts.displayUnit)
        if let code = call.arguments["new_subject"]?.trimmed {
            edits.append(
                try DraftWorkRoutes.final(call.arguments["new_final"] ?? "", of: code, unit: amounts.displayUnit))
            if let note = call.arguments["new_note"] { edits.append(DraftEdit(subject: code, .note(note.trimmed))) }
        }
        let outcome = try desk.edit(
            edits, on: call.arguments.count("version") ?? 0, author: call.who, reason: call.arguments["reason"] ?? "",
            at: Date())
        guard case .conflict(let latest, let conflicts, let others) = outcome else {
            if case .stored(let version, _) = outcome { try DraftWorkRoutes.note(version, call) }
            return back(to: "", call)
        }
        let page = DraftConflictPage(
            call: call, desk: desk, latest: latest, conflicts: conflicts, others: others, amounts: amounts)
        return .response(
            PageFrame(
                language: call.language, title: title(call), identity: call.identity, address: address(call),
                content: page.html
            ).response(409))
    }
}
