/// How far a long piece of work is.
package struct Progress: Sendable {
    /// How many items are through.
    package let done: Int
    /// How many there are.
    package let total: Int
    /// The item that was finished last.
    package let label: String
}
