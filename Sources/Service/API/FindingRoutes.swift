import Access
import FinalAccounts
import Foundation
import Ledger
import Platform
import Reporting
import Workbench

/// What does not fit in documents, settling it, and the pages of documents where it stands.
enum FindingRoutes {
    static let why = Parameter("why", .text, in: .body, Bilingual("理由", "why"), isRequired: true)
    private static let finding = Parameter(
        "finding", .text, in: .path, Bilingual("问题编号", "what the finding is known by"))
    private static let document = Parameter(
        "document", .count(1...Int(Int32.max)), in: .path, Bilingual("文件编号", "the number of the document"))
    /// By what findings are chosen.
    static let filters = [
        Parameter(
            "severity", .choice(["error", "warning", "note"]), Bilingual("只看此级别", "only those of this severity")),
        Parameter("rule", .text, Bilingual("只看此规则", "only those of this rule")),
        Parameter("state", .choice(["open", "accepted"]), Bilingual("只看此状态", "only those that stand so")),
        Parameter(
            "order", .choice(["severity", "document", "rule"]), Bilingual("顺序", "in which order")),
    ]

    static let routes: [Route] = [
        Route(
            "/api/v1/findings", "listFindings",
            Bilingual("文件中的问题，与“check”相同", "What does not fit in documents, as 'check' finds it"),
            .tables(["findings"]), isPaged: true,
            parameters: [
                SourceParameters.body,
                Parameter("document", .count(1...Int(Int32.max)), Bilingual("只看此文件", "only those of this document")),
            ] + filters
        ) { call in
            .tables([FindingListTable(try chosen(call), language: call.language).table], .chinese)
        },
        Route(
            "/api/v1/findings/{finding}/acceptance", "acceptFinding",
            Bilingual("核实问题：确认无误", "Accept a finding: it stands as it is"),
            .tables(["findings"]), method: .post, isOfLedger: false, admission: .member(.editor), keepsAnswer: true,
            parameters: [finding, why]
        ) { try settle($0, .accept) },
        Route(
            "/api/v1/findings/{finding}/reopening", "reopenFinding",
            Bilingual("重新打开已核实的问题", "Open a finding again that was accepted"),
            .tables(["findings"]), method: .post, isOfLedger: false, admission: .member(.editor), keepsAnswer: true,
            parameters: [finding, why]
        ) { try settle($0, .reopen) },
        Route(
            "/api/v1/documents/{document}/check", "checkDocument",
            Bilingual("重新检查一份文件", "Check a document again"), .tables(["findings"]), method: .post,
            isOfLedger: false, admission: .member(.editor), keepsAnswer: true, parameters: [document]
        ) { call in
            let content = try LedgerRoutes.content(call)
            try call.ledger.check(content.document, original(of: content.document, call))
            try call.note("document.check", of: "\(content.document.id) \(content.document.fileName)")
            let entries = try call.findings.entries(of: content.document.id, language: call.language)
            return .tables([FindingListTable(entries, language: call.language).table], .chinese)
        },
        Route(
            "/api/v1/documents/{document}/pages/{page}", "showDocumentPage",
            Bilingual("文件一页的图像", "The picture of a document's page (PNG)"), .text("image/png"), isOfLedger: false,
            admission: .member(.viewer),
            parameters: [
                document, Parameter("page", .count(1...10_000), in: .path, Bilingual("页", "the page")),
            ]
        ) { call in
            let file = try original(of: LedgerRoutes.content(call).document, call)
            guard DocumentPage.isPDF(file) else { throw Problem.noPicture }
            let png = try DocumentPage.picture(of: file, page: call.arguments.count("page") ?? 1)
            return .response(
                ServiceResponse(
                    200,
                    headers: HeaderFields([
                        "content-type": "image/png", "cache-control": "private, max-age=3600",
                    ]), body: png))
        },
    ]

    /// The findings that a call asks for; those of documents that are not all the caller's are left out.
    static func chosen(_ call: Call) throws -> [DocumentFindings.Entry] {
        let arguments = call.arguments
        let body = arguments["body"].map { BudgetUnit($0) }
        let entries = try call.findings.entries(
            of: arguments.count("document").map { Int64($0) }, language: call.language
        ).filter { entry in
            entry.bodies.allSatisfy(call.maySee) && (body.map(entry.bodies.contains) ?? true)
                && (arguments["severity"] ?? entry.severity) == entry.severity
                && (arguments["rule"] ?? entry.rule) == entry.rule
                && (arguments["state"].map { ($0 == "accepted") == entry.isAccepted } ?? true)
        }
        switch arguments["order"] {
        case "document": return entries.sorted { ($0.document.id, $0.page ?? 0) < ($1.document.id, $1.page ?? 0) }
        case "rule": return entries.sorted { ($0.rule, $0.document.id) < ($1.rule, $1.document.id) }
        default: return entries
        }
    }

    /// The finding of a name; of a document that is not the caller's there is none.
    static func entry(_ id: String, _ call: Call) throws -> DocumentFindings.Entry {
        let number = id.split(separator: "-").first.flatMap { Int64($0) } ?? 0
        let found = try call.findings.entries(of: number, language: call.language).first { $0.id == id }
        guard let found, found.bodies.allSatisfy(call.maySee) else {
            throw Problem(
                .notFound, Bilingual("没有此问题", "there is no such finding"),
                Bilingual("编号见 /api/v1/findings", "/api/v1/findings lists what they are known by"))
        }
        return found
    }

    /// Notes the caller's decision on a finding.
    static func decide(_ id: String, _ action: FindingEvent.Action, _ call: Call) throws {
        let entry = try entry(id, call)
        try call.findings.settle(entry, action, who: call.who, why: call.arguments["why"] ?? "", at: Date())
        try call.note("finding." + action.rawValue, of: "\(entry.id) \(entry.rule)")
    }

    private static func settle(_ call: Call, _ action: FindingEvent.Action) throws -> Answer {
        let id = call.arguments["finding"] ?? ""
        try decide(id, action, call)
        return .tables([FindingListTable([try entry(id, call)], language: call.language).table], .chinese)
    }

    /// The document as it was sent.
    ///
    /// - Throws: ``Problem`` where it was not sent to the service.
    static func original(of document: StoredDocument, _ call: Call) throws -> SourceFile {
        guard let file = try call.ledger.originals.file(document.contentHash, named: document.fileName) else {
            throw Problem.notKept
        }
        return file
    }
}

extension Problem {
    static let notKept = Problem(
        .notFound, Bilingual("没有保存此文件的原件：它不是通过本服务上传的", "the original is not kept: it was not sent to the service"),
        Bilingual("请在“上传”中再次上传同一文件并导入", "send the same document and import it again"))
    static let noPicture = Problem(
        .notFound, Bilingual("此文件没有页面图像", "there are no pictures of this document's pages"),
        Bilingual("只有 PDF 有页面图像", "only those of PDFs are drawn"))
}

extension Call {
    /// What does not fit in the documents of the ledger.
    var findings: DocumentFindings { DocumentFindings(ledger: ledger.path) }
}
