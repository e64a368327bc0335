/// What sort of failure an error is, as far as a caller acts differently on it; the command line makes its exit code of it.
public enum ErrorKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// What was asked for cannot be, whatever the data.
    case usage
    /// The content is not what it should be.
    case data
    /// There is no such input, or it may not be read.
    case noInput
    /// A program or service that is needed is absent or failed.
    case unavailable
    /// The program itself is at fault.
    case internalFault
    /// The output cannot be created.
    case cannotCreate
    /// Reading or writing failed half way.
    case inputOutput
    /// Another process is at it; trying again later helps.
    case busy
}
