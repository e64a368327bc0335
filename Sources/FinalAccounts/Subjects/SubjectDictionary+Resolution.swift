extension SubjectDictionary {
    /// Finds the subject that a document means.
    ///
    /// A code decides, where one is given. Names are compared in their evened-out spelling: the subject's own name
    /// has to be the entry's, every further name that of one of its ancestors, wider ones first; levels may be left
    /// out. A stated level that fits narrows the choice, and so does `year`. Names that stand under other parents
    /// than the document says are not found: a wrong code is worse than none.
    ///
    /// ```swift
    /// dictionary.resolve(Subject(names: ["组织事务", "其他组织事务"]))       // normalised: 2013299
    /// dictionary.resolve(Subject(names: ["行政运行"]))                       // ambiguous
    /// dictionary.resolve(Subject(names: ["社会福利", "养老福利"]))           // unknown
    /// ```
    ///
    /// - Parameters:
    ///   - subject: the subject as the document names it.
    ///   - year: the year of the accounts; without one, names in force now go before older ones.
    public func resolve(_ subject: Subject, in year: FiscalYear? = nil) -> SubjectResolution {
        if let code = subject.code {
            return entry(of: code, in: year).map { .exact($0) } ?? .unknown
        }
        var found = entries(named: subject.names[...])
        found = narrowed(found) { $0.level == subject.level }
        found = narrowed(found) { $0.isValid(in: year) }
        guard let last = found.last else { return .unknown }
        guard found.allSatisfy({ $0.code == last.code }) else { return .ambiguous(firstOfEachCode(found)) }
        return isVerbatim(last, names: subject.names, year: year) ? .exact(last) : .normalised(last)
    }

    /// The elements that fit, or all where none does.
    private func narrowed(_ found: [SubjectEntry], by fits: (SubjectEntry) -> Bool) -> [SubjectEntry] {
        let fitting = found.filter(fits)
        return fitting.isEmpty ? found : fitting
    }

    private func firstOfEachCode(_ found: [SubjectEntry]) -> [SubjectEntry] {
        var result: [SubjectEntry] = []
        for entry in found where result.last?.code != entry.code { result.append(entry) }
        return result
    }

    /// The codes above `code`, the widest first.
    private func ancestors(of code: String) -> [String] {
        guard let parent = scheme.parent(of: code) else { return [] }
        return ancestors(of: parent) + [parent]
    }

    /// The rows that carry the last name under rows that carry the names before it.
    private func entries(named names: ArraySlice<String>) -> [SubjectEntry] {
        guard let name = names.last else { return [] }
        let found = positions(spelled: SubjectSpelling(name).hash)
        guard names.count > 1 else { return found.map { entries[$0] } }
        let parents = entries(named: names.dropLast())
        return found.lazy.map { entries[$0] }.filter { entry in
            parents.contains { $0.level < entry.level && entry.code.hasPrefix($0.code) }
        }
    }

    /// Whether every name given stands in the dictionary letter for letter, and the subject's own in that year.
    private func isVerbatim(_ entry: SubjectEntry, names: [String], year: FiscalYear?) -> Bool {
        guard entry.name == names.last, entry.isValid(in: year) else { return false }
        let above = ancestors(of: entry.code)
        return names.dropLast().allSatisfy { name in
            above.contains { self.entries(of: $0).contains { $0.name == name } }
        }
    }
}
