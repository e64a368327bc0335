import Access
import FinalAccounts
import Platform
import Reporting
import Workbench

/// What people look at of the ledger itself: its documents, with the form to take one out or put it back, and what was done.
enum LedgerPageRoutes {
    static let routes: [Route] = [
        Route(
            "/documents", "viewDocuments", Bilingual("账本中的文件", "The documents of the ledger"), .page, isOfLedger: false,
            admission: .member(.viewer), parameters: [PageRoutes.search], work: documents),
        Route(
            "/history", "viewHistory", Bilingual("账本历史", "What was done to the ledger"), .page, work: history),
    ]

    private static func documents(_ call: Call) throws -> Answer {
        let wanted = call.arguments["q"] ?? ""
        let bodies = try StoredDocumentContent.bodies(in: call.ledger.path)
        let entries = try call.ledger.history.documents(of: nil, isComplete: true, asOf: nil).filter { entry in
            let own = bodies(entry.document)
            let isFound =
                wanted.isEmpty || (own.map(\.name) + [entry.document.fileName]).contains { $0.contains(wanted) }
            return own.allSatisfy(call.maySee) && isFound
        }
        let table = HTMLTable(renderer: TableRenderer(language: call.language)) { row, column in
            column.key == "file" ? "/documents/\(entries[row].document.id)" : nil
        }.html(DocumentListTable(entries, language: call.language).table)
        return .page(
            call.language.words("文件", "Documents"),
            "<section>\(PageRoutes.searchForm(call, action: "/documents", wanted))\(table)</section>\(changeForm(entries, call))"
        )
    }

    /// The form by which an editor takes a document out or puts it back.
    private static func changeForm(_ entries: [LedgerHistory.Entry], _ call: Call) -> HTML {
        guard let identity = call.identity, identity.role >= .editor, case .session(let csrf) = identity.proof,
            !entries.isEmpty
        else { return .empty }
        let items = entries.map { entry -> HTML in
            let (action, words) =
                entry.document.isCurrent
                ? ("remove", Bilingual("撤出", "Take out")) : ("reinstate", Bilingual("恢复", "Put back"))
            let name = "why-\(entry.document.id)"
            return """
                <li><form class="filter" method="post" action="/documents/\(Int(entry.document.id))">
                <input type="hidden" name="csrf" value="\(csrf)"><input type="hidden" name="action" value="\(action)">
                <div><label for="\(name)">\(Int(entry.document.id)) · \(entry.document.fileName)：\(call.language.words("理由", "why"))</label>
                <input id="\(name)" name="why" required maxlength="500"></div><button>\(words.text(in: call.language))</button></form></li>

                """
        }
        let title = call.language.words("撤出与恢复", "Take out and put back")
        return "<section><h2>\(title)</h2><ul class=\"list\">\(items)</ul></section>"
    }

    private static func history(_ call: Call) throws -> Answer {
        let events = try call.ledger.history.events(of: nil, year: nil)
        let table = HTMLTable(renderer: TableRenderer(language: call.language)).html(
            EventTable(events, language: call.language).table)
        return .page(call.language.words("账本历史", "History of the ledger"), "<section>\(table)</section>")
    }
}
