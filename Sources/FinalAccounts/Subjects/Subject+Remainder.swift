extension Subject {
    /// What a subject with parts calls the rest of itself.
    public static let remainderName = "其余"

    /// What is stated of a subject beyond its parts, as a subject beside them; `nil` at the narrowest level of codes.
    ///
    /// It carries the code of the subject with an `X` in each further place (`208`: `208XX`), so that it is part of the
    /// same sums as its neighbours.
    func remainder(in scheme: SubjectScheme) -> Subject? {
        let names = self.names + [Self.remainderName]
        guard let code else { return Subject(names: names) }
        guard let level = scheme.level(of: code), level.depth < scheme.lengths.count else { return nil }
        let places = scheme.lengths[level.depth] - scheme.lengths[level.depth - 1]
        return Subject(
            code: code + String(repeating: "X", count: places), names: names,
            level: SubjectLevel(depth: level.depth + 1))
    }

    /// Whether the subject is what another is beyond its parts.
    public var isRemainder: Bool { names.last == Self.remainderName }
}
