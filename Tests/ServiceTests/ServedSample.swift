import Access
import FinalAccounts
import Foundation
import Ledger
import Platform
import Service
import Workbench

/// A service over a ledger of its own: five years of a street office, four of them synthetic, and one of a second body.
final class ServedSample: Sendable {
    /// The folder of the ledger, which goes away with the value.
    let folder: URL
    let service: LedgerService
    let store: AccessStore
    /// A token of an administrator of all bodies, by which it is asked where nothing else is said.
    let administrator: String

    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let body = "武汉市洪山区人民政府青菱街道办事处"
    static let otherBody = "河畔街道办事处"

    init() async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "service-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(Self.otherLines.utf8).write(to: folder.appending(path: "other.csv"))
        let data = Self.package.appending(path: "Data")
        let files = (2019...2022).map { data.appending(path: "qingling/\($0)-synthetic.csv").path }
        try await Self.load(
            files + [data.appending(path: "qingling/2023-lines.csv").path, folder.appending(path: "other.csv").path],
            into: folder.appending(path: "a.sqlite").path)
        var settings = ServingSettings(
            ledger: folder.appending(path: "a.sqlite").path, host: "127.0.0.1", port: 0, language: .zhHans)
        settings.subjectFiles = ["functional", "economic", "crosswalk"].map {
            data.appending(path: "subjects/\($0).tsv").path
        }
        settings.modelFile = Self.package.appending(path: "Models/small-bodies.json").path
        // The process that reads for a service is the program itself, which a test is not: `ServeCommandTests` has that one.
        service = try LedgerService(settings) { try $0.read($1) }
        store = try AccessStore(at: settings.accessFile)
        administrator = try Self.token(of: "chief", .administrator, .all, in: store)
    }

    /// A token of a new member with a password.
    static func token(of name: String, _ role: Role, _ scope: Scope, in store: AccessStore) throws -> String {
        let now = Int(Date().timeIntervalSince1970)
        let member = try store.add(name, role: role, scope: scope)
        return try store.addToken(of: member, named: "test", role: role, scope: scope, days: 1, at: now).secret.text
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Imports files of account lines in 万元.
    static func load(_ files: [String], into ledger: String) async throws {
        let loader = DocumentLoader(
            reader: .init(), amountUnit: .wan, latestYear: FiscalYear(2026))
        let rows = try await LedgerImport(loader, into: ledger, command: "test", program: "test", now: { Date() }).run(
            files)
        for row in rows { if let failure = row.failure { throw failure } }
    }

    private static let otherLines = """
        unit,fiscal_year,subject_code,subject_name,initial_budget,actual
        河畔街道办事处,2022,2010301,一般公共服务支出/政府办公厅（室）及相关机构事务/行政运行,300,310
        河畔街道办事处,2023,2010301,一般公共服务支出/政府办公厅（室）及相关机构事务/行政运行,320,318.5
        河畔街道办事处,2023,2080505,社会保障和就业支出/行政事业单位养老支出/机关事业单位基本养老保险缴费支出,40,41.2

        """

    /// Asks for an address as the administrator.
    func get(
        _ target: String, _ headers: KeyValuePairs<String, String> = [:], method: ServiceRequest.Method = .get,
        authority: String = "127.0.0.1:8686"
    ) async -> ServiceResponse {
        var fields = HeaderFields(headers)
        fields.set("authorization", "Bearer " + administrator)
        return await ask(method, target, fields, authority: authority)
    }

    /// Asks for an address with nothing but what is given.
    func ask(
        _ method: ServiceRequest.Method = .get, _ target: String, _ headers: HeaderFields = HeaderFields(),
        json: String? = nil, form: String? = nil, authority: String = "127.0.0.1:8686", peer: String = "127.0.0.1"
    ) async -> ServiceResponse {
        var headers = headers
        if json != nil { headers.set("content-type", "application/json") }
        if form != nil { headers.set("content-type", "application/x-www-form-urlencoded") }
        return await service.answer(
            ServiceRequest(
                method, target, authority: authority, headers: headers, body: Array((json ?? form ?? "").utf8),
                id: "test",
                peer: peer)
        ).response
    }

    /// A text as part of an address.
    static func encoded(_ text: String) -> String {
        text.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

extension ServiceResponse {
    /// The body as an object of JSON.
    var object: [String: Any] {
        get throws { try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any] ?? [:] }
    }
}
