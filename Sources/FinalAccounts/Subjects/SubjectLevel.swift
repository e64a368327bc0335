/// How deep a subject stands in its classification: 0 for the total, 1 for the widest class.
///
/// The Chinese scheme has three: ``category`` (类), ``section`` (款) and ``item`` (项). Other schemes may
/// have more.
public struct SubjectLevel: Hashable, Comparable, Sendable, Codable {
    /// The depth, counted from 0.
    public let depth: Int

    /// Creates a level from its depth.
    public init(depth: Int) {
        self.depth = depth
    }

    /// All subjects together.
    public static let total = SubjectLevel(depth: 0)
    /// 类.
    public static let category = SubjectLevel(depth: 1)
    /// 款.
    public static let section = SubjectLevel(depth: 2)
    /// 项.
    public static let item = SubjectLevel(depth: 3)

    /// Whether the first level is the wider one.
    public static func < (left: SubjectLevel, right: SubjectLevel) -> Bool { left.depth < right.depth }
}
