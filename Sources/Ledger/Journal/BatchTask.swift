import Platform

/// What a batch last did for one document or one unit.
package struct BatchTask: Hashable, Sendable {
    /// What was worked on.
    package enum Kind: String, Hashable, Sendable {
        /// A document was read and imported; the name is its path.
        case document
        /// A unit was analysed; the name is the unit's.
        case unit
    }

    /// How it ended.
    package enum State: String, Hashable, Sendable {
        /// It was finished and everything it wrote is in place.
        case done
        /// It could not be finished.
        case failed
    }

    /// A file the task wrote.
    package struct Output: Hashable, Sendable, Codable {
        /// The path, relative to the job's output folder.
        package let path: String
        /// The digest of the file as hexadecimal digits.
        package let hash: String

        /// Creates an output from its parts.
        package init(path: String, hash: ContentHash) {
            self.path = path
            self.hash = hash.description
        }
    }

    /// What was worked on.
    package let kind: Kind
    /// The document's path or the unit's name.
    package let name: String
    /// How it ended.
    package let state: State
    /// The digest of everything the task was made from outside the ledger: files, settings, program.
    package let inputHash: ContentHash
    /// The digest of what the task was made from inside the ledger.
    package let ledgerHash: ContentHash
    /// The files it wrote, in order of path.
    package let outputs: [Output]
    /// What the batch wants to say of it in its summary, as one JSON value.
    package let result: String
    /// Why it failed.
    package let message: String?

    /// Creates a task from its parts.
    package init(
        kind: Kind, name: String, state: State, inputHash: ContentHash, ledgerHash: ContentHash,
        outputs: [Output] = [], result: String = "{}", message: String? = nil
    ) {
        self.kind = kind
        self.name = name
        self.state = state
        self.inputHash = inputHash
        self.ledgerHash = ledgerHash
        self.outputs = outputs
        self.result = result
        self.message = message
    }
}
