/// A document a batch found.
package struct BatchDocument: Hashable, Sendable {
    /// The name the journal knows it by: its path, relative to the job file where the source is.
    package let name: String
    /// The path the process opens.
    package let path: String
    /// The source that named it.
    package let source: BatchSource
    /// The file's size in bytes.
    package let size: Int
}
