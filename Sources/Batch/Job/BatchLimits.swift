import Platform

/// What a batch may use of the machine.
package struct BatchLimits: Hashable, Sendable {
    /// How many bytes of memory the work under way may take by estimate. One document or unit is always worked on.
    package var memory = 1_000_000_000
    /// How many documents or units are worked on at once; `nil` for one a processor.
    package var parallel: Int?

    /// What the process that reads a document may take: its share where as many documents are read as may be, and never so
    /// little that an ordinary disclosure would not fit.
    package var readingMemory: Int { max(memory / (parallel ?? Parallel.cores), 256_000_000) }
}
