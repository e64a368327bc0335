/// What a batch may use of the machine.
package struct BatchLimits: Hashable, Sendable {
    /// How many bytes of memory the work under way may take by estimate. One document or unit is always worked on.
    package var memory = 1_000_000_000
    /// How many documents or units are worked on at once; `nil` for one a processor.
    package var parallel: Int?
}
