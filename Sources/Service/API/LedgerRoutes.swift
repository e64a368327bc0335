import Batch
import FinalAccounts
import Ledger
import Platform
import Workbench

/// What the ledger holds and what was done to it.
enum LedgerRoutes {
    private static let document = Parameter(
        "document", .count(1...Int(Int32.max)), in: .path, Bilingual("文件编号", "the number of the document"))

    static let routes: [Route] = [
        Route(
            "/api/v1/bodies", "listBodies", Bilingual("账本中的单位", "The bodies of the ledger"), .tables(["bodies"]),
            isPaged: true, admission: .member(.viewer)
        ) { call in
            let list = try BodyListTable(ledger: call.ledger.path, language: call.language, where: call.maySee)
            return .tables([list.table], .chinese)
        },
        Route(
            "/api/v1/bodies/{body}", "showBody", Bilingual("一个单位及其年度", "A body and its years"), .tables(["bodies"]),
            parameters: [Parameter("body", .text, in: .path, Bilingual("单位", "the body"))]
        ) { call in
            let body = BudgetUnit(call.arguments["body"] ?? "")
            let list = try BodyListTable(ledger: call.ledger.path, language: call.language) { $0 == body }
            guard !list.entries.isEmpty else { throw Problem.noSuchBody(body.name) }
            return .tables([list.table], .chinese)
        },
        Route(
            "/api/v1/lines", "listLines",
            Bilingual("科目数据，与“ledger export”相同", "Account lines, as 'ledger export' has them"), .lines, isPaged: true,
            parameters: SourceParameters.selection + [
                Parameter("from", .year, Bilingual("只看此年度及以后", "only years from this one on")),
                Parameter("to", .year, Bilingual("只看此年度及以前", "only years up to this one")),
            ]
        ) { call in
            let (first, last) = (call.arguments.year("from"), call.arguments.year("to"))
            return .lines(
                try call.source.read().lines.filter { line in
                    (first.map { $0 <= line.fiscalYear } ?? true) && (last.map { line.fiscalYear <= $0 } ?? true)
                })
        },
        Route(
            "/api/v1/documents", "listDocuments",
            Bilingual("账本中生效的文件", "The documents of the ledger that count"), .tables(["documents"]), isPaged: true,
            parameters: [SourceParameters.body, SourceParameters.asOf]
        ) { try documents($0, isComplete: false) },
        Route(
            "/api/v1/editions", "listEditions",
            Bilingual("全部文件，包括先前版本和已撤出的", "All documents, with earlier editions and what was taken out"),
            .tables(["documents"]), isPaged: true, parameters: [SourceParameters.body, SourceParameters.asOf]
        ) { try documents($0, isComplete: true) },
        Route(
            "/api/v1/documents/{document}/lines", "listDocumentLines",
            Bilingual("一份文件的科目数据", "The account lines of a document"), .lines, isPaged: true,
            admission: .member(.viewer),
            parameters: [document]
        ) { .lines(try content($0).lines()) },
        Route(
            "/api/v1/documents/{document}/figures", "listDocumentFigures",
            Bilingual("一份文件列示的数据及其原文", "The figures a document states, with its words"), .tables(["figures"]),
            isPaged: true, admission: .member(.viewer), parameters: [document]
        ) { .tables([try content($0).figures(language: $0.language)], .chinese) },
        Route(
            "/api/v1/documents/{document}/diagnostics", "listDocumentDiagnostics",
            Bilingual("一份文件中未能归类的内容", "What could not be placed in a document"), .tables(["diagnostics"]),
            isPaged: true, admission: .member(.viewer), parameters: [document]
        ) { .tables([try content($0).diagnostics(language: $0.language)], .chinese) },
        Route(
            "/api/v1/history", "listEvents",
            Bilingual("账本的导入、撤出和恢复", "What was imported, taken out and put back"), .tables(["history"]), isPaged: true,
            parameters: [SourceParameters.body, Parameter("year", .year, Bilingual("年度", "the year"))]
        ) { .tables([try events($0).table], .chinese) },
        Route(
            "/api/v1/history/changes", "listChanges",
            Bilingual("每项金额变动的前后数", "Every amount that changed, before and after"), .tables(["changes"]), isPaged: true,
            parameters: [SourceParameters.body, Parameter("year", .year, Bilingual("年度", "the year"))]
        ) { .tables([try events($0).changes], .chinese) },
        Route(
            "/api/v1/runs", "listRuns", Bilingual("批处理运行及其失败项", "Runs of batches and what failed in them"),
            .tables(["runs", "failures"]), isOfLedger: false,
            parameters: [
                Parameter("last", .count(1...1000), Bilingual("最近几次；默认为 10", "how many, the latest; 10 by default"))
            ]
        ) { call in
            let journal = BatchJournal(try Ledger.open(at: call.ledger.path, readOnly: true))
            let status = try BatchStatus(
                runs: Array(journal.runs(of: nil).prefix(call.arguments.count("last") ?? 10)), journal: journal,
                isHeld: BatchLock.isHeld(ledger: call.ledger.path))
            let tables = BatchStatusTables(status, language: call.language)
            return .tables([tables.runs] + (status.failures.isEmpty ? [] : [tables.failures]), .chinese)
        },
    ]

    private static func documents(_ call: Call, isComplete: Bool) throws -> Answer {
        let found = try call.ledger.history.documents(
            of: call.arguments["body"].map { BudgetUnit($0) }, isComplete: isComplete, asOf: call.arguments["as_of"])
        return .tables([DocumentListTable(found, language: call.language).table], .chinese)
    }

    private static func events(_ call: Call) throws -> EventTable {
        EventTable(
            try call.ledger.history.events(
                of: call.arguments["body"].map { BudgetUnit($0) }, year: call.arguments.year("year")),
            language: call.language)
    }

    /// The document that a call names.
    ///
    /// - Throws: ``Problem`` where the ledger has none of the number that is the caller's.
    static func content(_ call: Call) throws -> StoredDocumentContent {
        let number = call.arguments.count("document") ?? 0
        // One that speaks of a body that is not the caller's is not there for them.
        guard let content = try StoredDocumentContent(Int64(number), in: call.ledger.path),
            content.bodies.allSatisfy(call.maySee)
        else {
            throw Problem(
                .notFound, Bilingual("没有第 \(number) 号文件", "there is no document \(number)"),
                Bilingual("编号见 /api/v1/editions", "/api/v1/editions lists their numbers"))
        }
        return content
    }
}

extension Problem {
    static func noSuchBody(_ name: String) -> Problem {
        Problem(
            .notFound, Bilingual("账本中没有“\(name)”", "the ledger has nothing of '\(name)'"),
            Bilingual("单位见 /api/v1/bodies", "/api/v1/bodies lists the bodies"))
    }
}
