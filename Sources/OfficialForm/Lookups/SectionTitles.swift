import FinalAccounts

/// Tells the parts of the form by their headings.
package enum SectionTitles {
    /// The part of the form a heading opens; `nil` when it is none of them.
    package static func section(for title: String) -> Section? {
        FormTitle.all.first { entry in
            entry.signs.contains { words in words.allSatisfy { title.holds($0) } }
        }?.section
    }
}

extension TableKind {
    /// The table whose title holds these words; `nil` where they are no title of the nine.
    package init?(titleWith words: Substring) {
        if !words.holds("决算"), FormTable.foreign.contains(where: { words.holds($0) }) { return nil }
        guard let table = FormTable.all.first(where: { $0.signs.contains { words.holds($0) } }) else { return nil }
        self = table.kind
    }

    /// The title on the official form.
    package var name: String { FormTable.all.first { $0.kind == self }?.title ?? rawValue }
}
