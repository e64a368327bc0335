/// Whose past a body's forecast is learned from.
public enum LearningScope: String, Hashable, Sendable, Codable, CaseIterable {
    /// All bodies of the input together.
    case acrossBodies = "across-bodies"
    /// Each body's own: what else the input holds changes nothing.
    case eachBody = "each-body"
}
