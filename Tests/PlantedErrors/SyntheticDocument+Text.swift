extension SyntheticDocument {
    /// The document as plain text, one paragraph a line; of tables only their titles, as where they are pictures.
    package func text() -> String {
        blocks.compactMap { block -> String? in
            switch block {
            case .title(let words), .paragraph(let words): words
            case .table(let table): table.title
            case .pageBreak: nil
            }
        }.joined(separator: "\n") + "\n"
    }
}
