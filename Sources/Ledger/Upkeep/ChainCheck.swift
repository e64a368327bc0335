import GRDB
import Platform

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Holds a ledger's chain of events against what stands in its tables.
struct ChainCheck {
    private let database: Database
    private(set) var problems: [Verification.Problem] = []

    init(_ database: Database) {
        self.database = database
    }

    mutating func run() throws {
        try checkEntries()
        try checkDocuments()
        try checkStanding()
    }

    private mutating func report(_ place: Bilingual, _ message: Bilingual) {
        problems.append(Verification.Problem(check: .chain, place: place, message: message))
    }

    private mutating func checkEntries() throws {
        let chain = EventChain(database)
        var stored: [Int64: (name: String, hash: ContentHash?)] = [:]
        for row in try Row.fetchAll(database, sql: "SELECT event_id, file_name, hash FROM chain") {
            guard let event = Int64.fromDatabaseValue(row[0]), let name = String.fromDatabaseValue(row[1]) else {
                continue
            }
            stored[event] = (name, Data.fromDatabaseValue(row[2]).flatMap { ContentHash(column: $0) })
        }
        let events = try Int64.fetchAll(database, sql: "SELECT id FROM event ORDER BY id")
        var previous: ContentHash?
        var names: [Int64: String] = [:]
        for event in events {
            guard let known = stored.removeValue(forKey: event) else {
                report(
                    Bilingual("事件 \(event)", "event \(event)"),
                    Bilingual("链中没有此项，是手工添加的", "it stands in no entry of the chain: it was added by hand"))
                continue
            }
            guard let entry = try chain.entry(event, after: previous, fileName: known.name) else {
                report(Bilingual("事件 \(event)", "event \(event)"), Bilingual("对应的文件不存在", "its document is not there"))
                previous = known.hash
                continue
            }
            if entry.hash != known.hash {
                report(
                    Bilingual(
                        "事件 \(event)，文件 \(entry.document)（\(known.name)）",
                        "event \(event), document \(entry.document) (\(known.name))"),
                    Bilingual(
                        "账本现有内容与当时所写不同，或前一项已被更换",
                        "what stands in the ledger is not what was written then, or the entry before it is another"))
            }
            names[entry.document] = known.name
            previous = known.hash
        }
        for event in stored.keys.sorted() {
            report(Bilingual("事件 \(event)", "event \(event)"), Bilingual("缺失", "it is missing"))
        }
        if let end = try chain.end() {
            if end.length != events.count || end.hash != previous {
                report(
                    Bilingual("链", "chain"),
                    Bilingual(
                        "现有 \(events.count) 项，写入时为 \(end.length) 项",
                        "it ends after \(events.count) entries and was written for \(end.length)"))
            }
        } else if !events.isEmpty {
            report(Bilingual("链", "chain"), Bilingual("缺少结尾", "its end is missing"))
        }
        for (document, name) in names.sorted(by: { $0.key < $1.key }) {
            let present = try String.fetchOne(
                database.cachedStatement(sql: "SELECT file_name FROM document WHERE id = ?"), arguments: [document])
            if let present, present != name {
                report(
                    Bilingual("文件 \(document)", "document \(document)"),
                    Bilingual("原名“\(name)”，不是“\(present)”", "it was called \(name), not \(present)"))
            }
        }
    }

    private mutating func checkDocuments() throws {
        for document in try Int64.fetchAll(
            database,
            sql:
                "SELECT id FROM document WHERE id NOT IN (SELECT document_id FROM event WHERE action = 'import') ORDER BY id"
        ) { report(Bilingual("文件 \(document)", "document \(document)"), Bilingual("不是导入而来", "no import brought it")) }
        for document in try Int64.fetchAll(
            database,
            sql: """
                SELECT document.id FROM document WHERE removed <> ifnull(
                    (SELECT action = 'remove' FROM event WHERE document_id = document.id ORDER BY event.id DESC LIMIT 1), 0)
                ORDER BY id
                """)
        {
            report(
                Bilingual("文件 \(document)", "document \(document)"),
                Bilingual("被手工撤出或恢复", "it was taken out or put back by hand"))
        }
    }

    /// What counts has to be what the events noted last.
    private mutating func checkStanding() throws {
        for (table, place) in [("block", Bilingual("块", "block")), ("document", Bilingual("文件", "document"))] {
            for id in try Int64.fetchAll(
                database,
                sql: """
                    SELECT id FROM \(table) WHERE counts <> ifnull(
                        (SELECT counts FROM \(table)_standing WHERE \(table)_id = \(table).id
                         ORDER BY event_id DESC LIMIT 1), 1)
                    ORDER BY id
                    """)
            {
                report(
                    place + Bilingual(verbatim: " \(id)"),
                    Bilingual("是否生效被手工更改", "whether it counts was changed by hand"))
            }
        }
        for document in try Int64.fetchAll(
            database,
            sql: """
                SELECT id FROM document WHERE superseded_by IS NOT NULL AND (counts OR superseded_by NOT IN
                    (SELECT by_document_id FROM replacement WHERE document_id = document.id)) ORDER BY id
                """)
        {
            report(
                Bilingual("文件 \(document)", "document \(document)"),
                Bilingual("取代它的文件与版本记录不符", "what took its place is not what the editions say"))
        }
    }
}
