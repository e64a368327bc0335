import FinalAccounts

/// The series of one unit as a tree, from the total down.
struct SubjectTree {
    /// The unit's total.
    let root: SpendingSeries?
    private let childrenByParent: [SubjectKey: [SpendingSeries]]

    /// Finds every series' parent: by code under the scheme, else by its path of names; where the parent itself has
    /// no series, the subject hangs under the total.
    init(series: [SpendingSeries], scheme: SubjectScheme) {
        root = series.first { $0.subject.level == .total }
        let known = Set(series.map(\.subject.key))
        var children: [SubjectKey: [SpendingSeries]] = [:]
        for one in series where one.subject.level != .total {
            let parent = Self.parent(of: one.subject, scheme: scheme)
            children[known.contains(parent) ? parent : Subject.total.key, default: []].append(one)
        }
        childrenByParent = children.mapValues { list in list.sorted { $0.subject.key < $1.subject.key } }
    }

    /// The series directly below one, in the classification's order.
    func children(of series: SpendingSeries) -> [SpendingSeries] {
        childrenByParent[series.subject.key] ?? []
    }

    private static func parent(of subject: Subject, scheme: SubjectScheme) -> SubjectKey {
        if let code = subject.code { return scheme.parent(of: code).map { .code($0) } ?? Subject.total.key }
        return .path(Array(subject.names.dropLast()))
    }
}
