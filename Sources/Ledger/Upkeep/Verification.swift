import Platform

/// What ``Ledger/verify()`` found.
package struct Verification: Hashable, Sendable {
    /// One thing that is not as it was written.
    package struct Problem: Hashable, Sendable {
        /// What was tested.
        package enum Check: String, Hashable, Sendable {
            /// SQLite's `integrity_check`: pages, indices, constraints.
            case integrity
            /// A row refers to one that is not there.
            case foreignKeys = "foreign_keys"
            /// The lines of a block are not the ones it names.
            case blocks
            /// What counts is not what follows from the editions.
            case standing
            /// What is stored for a document is not what was imported.
            case contentHash = "content_hash"
            /// The chain of events is not what was written: a document was changed, added, taken away or set aside by hand.
            case chain
            /// A table, index, view or trigger is not one that this program makes.
            case schema
        }

        /// What was tested.
        package let check: Check
        /// The table, row or document concerned.
        package let place: Bilingual
        /// What is wrong.
        package let message: Bilingual
    }

    /// Everything found, in order of the checks; empty for a sound ledger.
    package let problems: [Problem]
    /// How many documents were recomputed, superseded ones among them.
    package let documents: Int
    /// How many account lines were read.
    package let lines: Int

    /// Whether nothing was found.
    package var isSound: Bool { problems.isEmpty }
}
