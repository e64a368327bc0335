extension SubjectCatalog {
    /// The subject under its official code and the names of that year, as far as the dictionary knows it.
    ///
    /// A subject with a code keeps it and gets the names above its own; its own name is replaced by the official one
    /// where it is missing, cut off, or a spelling or former name of it. A subject without a code gets one where its
    /// names are resolved. Where they are not, its names stay, under the official names of its parents if those are
    /// resolved, so that it stands beside their other children.
    ///
    /// - Parameters:
    ///   - subject: the subject as the document gives it.
    ///   - year: the year of the accounts.
    public func settled(_ subject: Subject, in year: FiscalYear?) -> Subject {
        if subject == .total { return subject }
        if let code = subject.code { return settled(subject, code: code, in: year) }
        if let entry = functional.resolve(subject, in: year).entry {
            return Subject(code: entry.code, names: functional.path(of: entry.code, in: year), level: entry.level)
        }
        let parents = Subject(names: Array(subject.names.dropLast()))
        guard let parent = functional.resolve(parents, in: year).entry else { return subject }
        return child(named: subject.name, of: crosswalk.succession(of: parent.code, in: year).code)
    }

    private func settled(_ subject: Subject, code: String, in year: FiscalYear?) -> Subject {
        let path = functional.path(of: code, in: year)
        guard let official = path.last, let level = functional.scheme.level(of: code) else { return subject }
        let own = subject.name
        let isOfficial = official.hasPrefix(own) || isName(own, of: code)
        return Subject(code: code, names: isOfficial ? path : path.dropLast() + [own], level: level)
    }

    private func child(named name: String, of code: String) -> Subject {
        let path = functional.path(of: code)
        return Subject(code: nil, names: path + [name], level: SubjectLevel(depth: path.count + 1))
    }

    /// Whether the code has, or ever had, a name of this spelling.
    private func isName(_ name: String, of code: String) -> Bool {
        let spelling = SubjectSpelling(name)
        return functional.entries(of: code).contains { SubjectSpelling($0.name) == spelling }
    }

    /// The official name that a subject was given under, where the code has another one now.
    func formerName(_ given: String, of code: String) -> String? {
        let rows = functional.entries(of: code)
        guard rows.count > 1, let newest = rows.last else { return nil }
        let spelling = SubjectSpelling(given)
        guard spelling != SubjectSpelling(newest.name) else { return nil }
        return rows.first { SubjectSpelling($0.name) == spelling }?.name
    }
}
