import Access
import Disclosures
import FinalAccounts
import Foundation
import Interchange
import Ledger
import Platform
import Reporting
import Workbench

/// Sending documents: each is kept aside, shown as it was understood, and counts when somebody says so.
enum UploadRoutes {
    private static let upload = Parameter("upload", .text, in: .path, Bilingual("上传编号", "what the upload is known by"))
    private static let name = Parameter("name", .text, Bilingual("文件名", "the file's name"), isRequired: true)
    /// What is said of a document that it does not say itself, or says wrongly.
    private static func corrections(in place: Parameter.Place) -> [Parameter] {
        [
            Parameter("body_name", .text, in: place, Bilingual("文件未写明时的单位", "the body, where the document names none")),
            Parameter(
                "fiscal_year", .year, in: place, Bilingual("文件未写明时的年度", "the year, where the document names none")),
            Parameter(
                "amount_unit", .choice(["yuan", "qian", "wan", "million", "yi"]), in: place,
                Bilingual("科目数据的金额单位", "the unit of amounts in files of account lines")),
        ]
    }
    private static let terms = [
        Parameter(
            "decision", .choice(ImportTerms.Decision.allCases.map(\.rawValue)), in: .body,
            Bilingual("与账本矛盾时如何处理", "what becomes of a document that contradicts the ledger")),
        Parameter("confirm", .flag, in: .body, Bilingual("看似有误的数据确认无误", "that figures that look wrong are right")),
        Parameter("why", .text, in: .body, Bilingual("理由", "why")),
    ]
    /// The bytes that a document may have.
    static let mostBytes = 64 << 20

    static let routes: [Route] = [
        Route(
            "/api/v1/uploads", "sendDocument", Bilingual("上传文件，尚不计入账本", "Send a document; it counts for nothing yet"),
            .json,
            method: .post, isOfLedger: false, admission: .member(.editor), mostBytes: mostBytes, parameters: [name]
        ) { call in
            let id = try keep(call.request.body, named: call.arguments["name"] ?? "", call)
            return .response(
                ServiceResponse(
                    201, json: .object(["upload": .string(id), "bytes": .integer(call.request.body.count)])))
        },
        Route(
            "/api/v1/uploads/{upload}", "previewUpload",
            Bilingual("上传的文件被理解为什么，有何假定", "What an upload was understood as, and what was assumed"),
            .tables(["understood", "years", "doubts"]), isOfLedger: false, admission: .member(.editor),
            parameters: [upload] + corrections(in: .query)
        ) { .tables(try preview($0).tables, .chinese) },
        Route(
            "/api/v1/uploads/{upload}/import", "importUpload", Bilingual("将上传的文件计入账本", "Have an upload count"),
            .tables(["import"]),
            method: .post, isOfLedger: false, admission: .member(.editor), keepsAnswer: true,
            parameters: [upload] + corrections(in: .body) + terms
        ) { call in .tables([ImportTable([try store(call)], language: call.language).table], .chinese) },
        Route(
            "/api/v1/uploads/{upload}", "forgetUpload", Bilingual("放弃上传的文件", "Forget an upload"), .nothing,
            method: .delete, isOfLedger: false, admission: .member(.editor), parameters: [upload]
        ) { call in
            call.surroundings.uploads.remove(call.arguments["upload"] ?? "", of: call.sender)
            return .response(ServiceResponse(204))
        },
        Route(
            "/uploads", "viewUploads", Bilingual("上传文件的页面", "The page to send documents"), .page, isOfLedger: false,
            admission: .member(.editor)
        ) {
            .page($0.language.words("上传文件", "Send a document"), UploadPage(language: $0.language, csrf: $0.csrf).form)
        },
        Route(
            "/uploads", "sendForm", Bilingual("上传文件的表单", "The form by which documents are sent"), .page, method: .post,
            isOfLedger: false, admission: .member(.editor), mostBytes: mostBytes
        ) { call in
            guard let file = call.file else {
                throw Problem(
                    .unprocessable, Bilingual("没有选择文件", "no file was chosen"), Bilingual("请选择文件", "choose one"))
            }
            let id = try keep(file.bytes, named: file.name, call)
            return .response(ServiceResponse(303, headers: HeaderFields(["location": "/uploads/" + id])))
        },
        Route(
            "/uploads/{upload}", "viewUpload", Bilingual("上传文件的预览页", "The page that shows what was understood"), .page,
            isOfLedger: false, admission: .member(.editor), parameters: [upload] + corrections(in: .query)
        ) { call in
            let page = UploadPage(language: call.language, csrf: call.csrf)
            let tables: [ReportTable]
            do { tables = try preview(call).tables } catch {
                let problem = Problem(error, isReading: false, hiding: call.ledger.path)
                return .page(
                    call.language.words("预览", "Preview"), page.unread(problem, id: call.arguments["upload"] ?? ""))
            }
            let given = ["body_name", "fiscal_year", "amount_unit"].compactMap { name in
                call.arguments[name].map { (name, $0) }
            }
            return .page(
                call.language.words("预览", "Preview"),
                page.preview(tables, id: call.arguments["upload"] ?? "", given: given))
        },
        Route(
            "/uploads/{upload}", "importForm", Bilingual("计入账本的表单", "The form by which an upload counts"), .page,
            method: .post,
            isOfLedger: false, admission: .member(.editor), parameters: [upload] + corrections(in: .body) + terms
        ) { call in
            let row = try store(call)
            let page = UploadPage(language: call.language, csrf: call.csrf)
            return .page(call.language.words("已导入", "Imported"), page.result(row))
        },
    ]

    private static func keep(_ bytes: [UInt8], named name: String, _ call: Call) throws -> String {
        let id = try call.surroundings.uploads.keep(bytes, named: name, of: call.sender)
        try call.note("document.send", of: id + " " + UploadStore.safe(name))
        return id
    }

    private static func preview(_ call: Call) throws -> ImportPreview {
        let (path, loader) = try loader(call)
        let loaded = try loader.load(path)
        let preview = ImportPreview(loaded, at: path, language: call.language)
        try checkBodies(preview, call)
        return preview
    }

    /// Nobody imports what is of bodies that are not theirs.
    private static func checkBodies(_ preview: ImportPreview, _ call: Call) throws(Problem) {
        guard preview.bodies.allSatisfy(call.maySee) else { throw Problem.foreignBody }
    }

    private static func loader(_ call: Call) throws -> (path: String, loader: DocumentLoader) {
        let path = try call.surroundings.uploads.path(call.arguments["upload"] ?? "", of: call.sender)
        let unit: AmountUnit = call.arguments.choice("amount_unit") ?? .yuan
        return (
            path,
            call.ledger.loader(
                body: call.arguments["body_name"], year: call.arguments.year("fiscal_year"), amountUnit: unit)
        )
    }

    /// Keeps what was imported as it came and checks it. The import stands whatever comes of that, which the log then tells.
    private static func keep(_ path: String, _ call: Call) throws {
        do {
            try call.ledger.keep(SourceFile(reading: path))
        } catch let error as any ExplainedError {
            try call.note("document.check.failed", of: "\(FileEntry.name(of: path)): \(error.problem.en)")
        }
    }

    /// Imports an upload in the caller's name and forgets it.
    private static func store(_ call: Call) throws -> ImportRow {
        let (path, loader) = try loader(call)
        _ = try preview(call)
        let terms = ImportTerms(
            decision: call.arguments.choice("decision"), isConfirmed: call.arguments.flag("confirm"),
            who: call.identity?.member.name ?? "", why: call.arguments["why"] ?? "")
        let row = try LedgerImport(
            loader, into: call.ledger.path, command: "serve \(call.request.id)", program: Version.program, terms: terms,
            now: { Date() }
        ).runOne(path)
        if let failure = row.failure { throw failure }
        try call.note(
            "document.import", of: "\(row.status.map { "\($0)" } ?? "") \(FileEntry.name(of: path))")
        try keep(path, call)
        call.surroundings.uploads.remove(call.arguments["upload"] ?? "", of: call.sender)
        return row.shown(as: FileEntry.name(of: path))
    }
}

extension Call {
    /// Whose uploads are meant.
    fileprivate var sender: Int64 { identity?.member.id ?? 0 }
}
