/// What a stated figure measures: a ``Topic`` and the ``Aspect`` of it that is stated.
///
/// Written as `topic.aspect`, for example `year_expenditure.change_rate` (支出合计 … 下降 24.01%).
public struct Measure: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    /// What is measured.
    public var topic: Topic
    /// Which side of it.
    public var aspect: Aspect

    /// Creates a measure.
    public init(_ topic: Topic, _ aspect: Aspect) {
        self.topic = topic
        self.aspect = aspect
    }

    /// Reads `topic.aspect`; `nil` for a name outside the vocabulary.
    public init?(name: some StringProtocol) {
        guard let point = name.firstIndex(of: "."), let topic = Topic(rawValue: String(name[..<point])),
            let aspect = Aspect(rawValue: String(name[name.index(after: point)...]))
        else { return nil }
        self.init(topic, aspect)
    }

    /// The name used in JSON: `topic.aspect`.
    public var name: String { topic.rawValue + "." + aspect.rawValue }

    /// The same as ``name``.
    public var description: String { name }

    /// Orders measures by name.
    public static func < (left: Measure, right: Measure) -> Bool { left.name < right.name }
}
