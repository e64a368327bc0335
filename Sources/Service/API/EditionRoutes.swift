import FinalAccounts
import Foundation
import Ledger
import Platform
import Workbench

/// Taking documents out of the ledger and putting them back; nothing is deleted.
enum EditionRoutes {
    private static let document = Parameter(
        "document", .count(1...Int(Int32.max)), in: .path, Bilingual("文件编号", "the number of the document"))
    private static let why = Parameter("why", .text, in: .body, Bilingual("理由", "why"), isRequired: true)

    static let routes: [Route] = [
        Route(
            "/api/v1/documents/{document}/removal", "removeDocument",
            Bilingual("撤出文件：其数据不再生效", "Take a document out: its figures count no more"), .tables(["changes"]),
            method: .post, isOfLedger: false, admission: .member(.editor), keepsAnswer: true,
            parameters: [document, why]
        ) { try change($0, .removed) },
        Route(
            "/api/v1/documents/{document}/reinstatement", "reinstateDocument",
            Bilingual("恢复被撤出或被取代的文件", "Put a document back that was taken out or replaced"), .tables(["changes"]),
            method: .post, isOfLedger: false, admission: .member(.editor), keepsAnswer: true,
            parameters: [document, why]
        ) { try change($0, .reinstated) },
        Route(
            "/documents/{document}", "changeDocument",
            Bilingual("撤出或恢复文件的表单", "The form by which a document is taken out or put back"),
            .page, method: .post, isOfLedger: false, admission: .member(.editor),
            parameters: [
                document, why,
                Parameter(
                    "action", .choice(["remove", "reinstate"]), in: .body, Bilingual("操作", "what is done"),
                    isRequired: true),
            ]
        ) { call in
            _ = try change(call, call.arguments["action"] == "remove" ? .removed : .reinstated)
            return .response(ServiceResponse(303, headers: HeaderFields(["location": "/documents"])))
        },
    ]

    /// Makes the change in the caller's name and tells which figures it changed.
    private static func change(_ call: Call, _ action: LedgerEvent.Action) throws -> Answer {
        let content = try LedgerRoutes.content(call)
        let who = call.identity?.member.name ?? ""
        let event = try call.ledger.history.change(
            String(content.document.id), action, who: who, why: call.arguments["why"] ?? "",
            command: "serve \(call.request.id)", program: Version.program, at: Date())
        try call.note(
            action == .removed ? "document.remove" : "document.reinstate",
            of: "\(content.document.id) \(content.document.fileName)")
        return .tables([EventTable(event.map { [$0] } ?? [], language: call.language).changes], .chinese)
    }
}
