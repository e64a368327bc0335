/// What a batch last did for one document or one unit.
public struct BatchTask: Hashable, Sendable {
    /// What was worked on.
    public enum Kind: String, Hashable, Sendable {
        /// A document was read and imported; the name is its path.
        case document
        /// A unit was analysed; the name is the unit's.
        case unit
    }

    /// How it ended.
    public enum State: String, Hashable, Sendable {
        /// It was finished and everything it wrote is in place.
        case done
        /// It could not be finished.
        case failed
    }

    /// A file the task wrote.
    public struct Output: Hashable, Sendable, Codable {
        /// The path, relative to the job's output folder.
        public let path: String
        /// The digest of the file as hexadecimal digits.
        public let hash: String

        /// Creates an output from its parts.
        public init(path: String, hash: ContentHash) {
            self.path = path
            self.hash = hash.description
        }
    }

    /// What was worked on.
    public let kind: Kind
    /// The document's path or the unit's name.
    public let name: String
    /// How it ended.
    public let state: State
    /// The digest of everything the task was made from outside the ledger: files, settings, program.
    public let inputHash: ContentHash
    /// The digest of what the task was made from inside the ledger.
    public let ledgerHash: ContentHash
    /// The files it wrote, in order of path.
    public let outputs: [Output]
    /// What the batch wants to say of it in its summary, as one JSON value.
    public let result: String
    /// Why it failed.
    public let message: String?

    /// Creates a task from its parts.
    public init(
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
