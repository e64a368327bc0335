/// A document a batch found.
public struct BatchDocument: Hashable, Sendable {
    /// The name the journal knows it by: its path, relative to the job file where the source is.
    public let name: String
    /// The path the process opens.
    public let path: String
    /// The source that named it.
    public let source: BatchSource
    /// The file's size in bytes.
    public let size: Int
}
