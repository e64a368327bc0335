/// What every error of this program says: its kind, its place, what is wrong, and what to do about it.
///
/// No requirement but ``description`` has a default, so that a type without a kind does not compile.
public protocol ExplainedError: Error, CustomStringConvertible {
    /// What sort of failure it is.
    var kind: ErrorKind { get }
    /// Where: a file with the place in it, a cell, a subject; `nil` where the error has no place of its own and whoever
    /// knows the place adds it.
    var location: String? { get }
    /// What is wrong, without a full stop.
    var problem: String { get }
    /// What to do about it, without a full stop.
    var remedy: String { get }
}

extension ExplainedError {
    /// One sentence: the place, what is wrong, what to do.
    public var description: String {
        (location.map { $0 + ": " } ?? "") + problem + "; " + remedy
    }
}
