import Platform

/// What a summary, a journal and those who are told of a batch say of an error.
enum FailureMessage {
    static func text(_ error: any Error, in language: Language) -> String {
        (error as? any ExplainedError)?.sentence.text(in: language) ?? "\(error)"
    }
}
