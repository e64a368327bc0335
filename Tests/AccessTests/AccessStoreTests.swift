import Foundation
import GRDB
import Platform
import Testing

@testable import Access

@Suite("Who may do what")
final class AccessStoreTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "access-\(UUID().uuidString)")
    private var path: String { folder.appending(path: "a.access").path }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func store() throws -> AccessStore {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return try AccessStore(at: path)
    }

    @Test("The file is its owner's alone, and something else in its place is told")
    func file() throws {
        _ = try store()
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let other = folder.appending(path: "other").path
        try Data("a text".utf8).write(to: URL(filePath: other))
        #expect(throws: AccessError.self) { try AccessStore(at: other) }
        let database = folder.appending(path: "ledger").path
        try DatabaseQueue(path: database).write { try $0.execute(sql: "CREATE TABLE a (b)") }
        #expect(throws: AccessError.self) { try AccessStore(at: database) }
    }

    @Test("A password is known again and no other is, and no two have the same hash")
    func passwords() throws {
        let (first, second) = (try PasswordHash("correct horse"), try PasswordHash("correct horse"))
        #expect(first.text.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$") && first != second)
        #expect(first.fits("correct horse") && !first.fits("correct horsf") && !first.fits(""))
        #expect(throws: AccessError.self) { try PasswordHash("short") }
        #expect(throws: AccessError.self) { try PasswordHash(String(repeating: "長", count: 400)) }
    }

    @Test("A name that nobody has takes as long as one that is known")
    func timing() throws {
        let store = try store()
        let member = try store.add("known", role: .viewer, scope: .all)
        _ = try store.accept(store.invite(member.id, at: 0).text, password: "long enough", at: 1)
        func time(_ name: String) throws -> Double {
            // The shortest of several is the work itself.
            try (0..<5).map { _ in
                let begun = ContinuousClock.now
                let found = try store.member(named: name, password: "wrong password")
                #expect(found == nil)
                return Double(begun.duration(to: .now).components.attoseconds) / 1e18
            }.min() ?? 0
        }
        let (known, unknown) = (try time("known"), try time("unknown"))
        #expect(unknown > known / 2 && known > unknown / 2, "\(known) and \(unknown) s")
    }

    @Test("An invitation holds once and for three days")
    func invitations() throws {
        let store = try store()
        let first = try #require(try store.inviteFirst(at: 0))
        let second = try #require(try store.inviteFirst(at: 1))
        #expect(try store.invited(by: first.text, at: 2) == nil, "a link of before holds on")
        #expect(try store.invited(by: second.text, at: 3 * 86_400 + 2) == nil)
        #expect(throws: AccessError.self) { try store.accept(second.text, password: "short", at: 2) }
        #expect(try store.accept(second.text, password: "long enough", at: 2).role == .administrator)
        #expect(throws: AccessError.self) { try store.accept(second.text, password: "long enough", at: 3) }
        #expect(try store.inviteFirst(at: 4) == nil)
    }

    @Test("A session ends by itself, and with its member")
    func sessions() throws {
        let store = try store()
        let member = try store.add("one", role: .editor, scope: .bodies(["甲局"]))
        _ = try store.add("chief", role: .administrator, scope: .all)
        let session = try store.beginSession(of: member, replacing: nil, at: 0).text
        #expect(try store.identity(ofSession: session, at: 100)?.scope == .bodies(["甲局"]))
        #expect(try store.identity(ofSession: session, at: 100 + 12 * 3600 + 1) == nil)
        #expect(try store.identity(ofSession: "other", at: 100) == nil)
        _ = try store.change(member.id, isDisabled: true)
        #expect(try store.identity(ofSession: session, at: 101) == nil)
        #expect(try store.member(named: "one", password: "long enough") == nil)
    }

    @Test("A token does no more than its owner may, and holds as long as it was made for")
    func tokens() throws {
        let store = try store()
        let member = try store.add("one", role: .editor, scope: .bodies(["甲局", "乙局"]))
        for (role, scope) in [(Role.administrator, Scope.bodies(["甲局"])), (.viewer, .all), (.viewer, .bodies(["丙局"]))] {
            #expect(throws: AccessError.self) {
                try store.addToken(of: member, named: "t", role: role, scope: scope, days: 1, at: 0)
            }
        }
        let (token, secret) = try store.addToken(
            of: member, named: "t", role: .editor, scope: .bodies(["甲局"]), days: 1, at: 0)
        let identity = try store.identity(ofToken: secret.text, at: 10)
        #expect(identity?.role == .editor && identity?.scope == .bodies(["甲局"]))
        // What the owner loses the token loses.
        _ = try store.add("chief", role: .administrator, scope: .all)
        _ = try store.change(member.id, role: .viewer, scope: .bodies(["乙局"]))
        #expect(try store.identity(ofToken: secret.text, at: 11)?.role == .viewer)
        #expect(try store.identity(ofToken: secret.text, at: 11)?.scope == .bodies([]))
        #expect(try store.identity(ofToken: secret.text, at: 86_401) == nil)
        #expect(throws: AccessError.self) { try store.revokeToken(token.id, of: member.id + 1, at: 12) }
        try store.revokeToken(token.id, of: member.id, at: 12)
        #expect(try store.identity(ofToken: secret.text, at: 13) == nil)
        let kept = try String(decoding: Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        #expect(!kept.contains(secret.text), "the secret is kept")
    }

    @Test("The last administrator cannot be taken away")
    func lastAdministrator() throws {
        let store = try store()
        let chief = try store.add("chief", role: .administrator, scope: .all)
        #expect(throws: AccessError.self) { try store.change(chief.id, isDisabled: true) }
        #expect(throws: AccessError.self) { try store.change(chief.id, role: .viewer) }
        #expect(throws: AccessError.self) { try store.change(chief.id, scope: .bodies(["甲局"])) }
        #expect(throws: AccessError.self) { try store.add(" CHIEF ", role: .viewer, scope: .all) }
        #expect(try store.member(chief.id)?.role == .administrator)
    }

    @Test("The log of what was done is only added to, and a change by hand is found")
    func audit() throws {
        let store = try store()
        for number in 1...5 {
            try store.note(
                "login", of: "\(number)\nforged", by: "one", request: "r", peer: "p", at: "2026-01-0\(number)")
        }
        #expect(try store.audit(limit: 2).map(\.subject) == ["5 forged", "4 forged"])
        #expect(try store.firstBrokenAuditEntry() == nil)
        for statement in ["UPDATE audit SET who = 'two'", "DELETE FROM audit"] {
            #expect(throws: AccessError.self) { try store.write { try $0.execute(sql: statement) } }
        }
        try store.write { database in
            try database.execute(sql: "DROP TRIGGER audit_is_not_changed; UPDATE audit SET who = 'two' WHERE id = 3")
        }
        #expect(try store.firstBrokenAuditEntry() == 3)
    }
}
