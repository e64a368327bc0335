/// Which documents and blocks count: now, or as a ledger stood after one of its events.
struct Standing: Hashable {
    /// The last event that is known of; `nil` for all.
    let event: Int64?

    /// As it is now.
    static let now = Standing(event: nil)

    /// The SQL condition on a row of `block` beside its `document` that says whether it counts.
    var blocks: String {
        guard let event else { return "block.counts" }
        return """
            (document.event_id <= \(event) AND ifnull((SELECT counts FROM block_standing WHERE block_id = block.id
            AND block_standing.event_id <= \(event) ORDER BY block_standing.event_id DESC LIMIT 1), 1))
            """
    }

    /// The SQL condition on a row of `document` that says whether it counts.
    var documents: String {
        guard let event else { return "document.counts" }
        return """
            (document.event_id <= \(event) AND ifnull((SELECT counts FROM document_standing
            WHERE document_standing.document_id = document.id AND document_standing.event_id <= \(event)
            ORDER BY document_standing.event_id DESC LIMIT 1), 1))
            """
    }

    /// The SQL condition on a row of `document` that says whether it had been imported.
    var known: String { event.map { "document.event_id <= \($0)" } ?? "TRUE" }
}
