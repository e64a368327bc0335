/// What every error of this program says: its kind, its place, what is wrong, and what to do about it, each in the languages
/// that the product speaks, so that an error without a translation does not compile.
///
/// No requirement but ``description`` has a default, so that a type without a kind does not compile.
public protocol ExplainedError: Error, CustomStringConvertible {
    /// What sort of failure it is.
    var kind: ErrorKind { get }
    /// Where: a file with the place in it, a cell, a subject; `nil` where the error has no place of its own and whoever
    /// knows the place adds it.
    var location: Bilingual? { get }
    /// What is wrong, without a full stop.
    var problem: Bilingual { get }
    /// What to do about it, without a full stop.
    var remedy: Bilingual { get }
    /// One sentence: the place, what is wrong, what to do.
    var sentence: Bilingual { get }
}

extension ExplainedError {
    /// The place, what is wrong, what to do.
    public var sentence: Bilingual {
        let words = problem + Bilingual("；", "; ") + remedy
        return location.map(words.at) ?? words
    }

    /// The sentence in English, for whoever prints an error without a language in mind.
    public var description: String { sentence.en }
}
