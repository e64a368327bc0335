/// Why thresholds could not be used.
public struct ThresholdFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file as it was given.
    public let file: String
    /// The line of the mistake, counted from 1; `nil` where it cannot be told.
    public let line: Int?
    /// What is wrong.
    public let problem: String
    /// What to do.
    public let remedy: String

    /// One sentence that says where and what is wrong and what to do.
    public var description: String {
        "\(file)\(line.map { ":\($0)" } ?? ""): \(problem); \(remedy)"
    }
}
