import Platform

extension RequestPolicy {
    /// Reads a policy; classes the text leaves out keep their default.
    ///
    /// ```yaml
    /// budgeted: {request: initial_budget, growth: 0.02}
    /// three_public: {request: last_actual, at_most: initial_budget}
    /// transfer: zero
    /// ```
    ///
    /// - Parameter file: the name that appears in errors.
    /// - Throws: `ReadError` with the line.
    package init(yaml: String, file: String) throws(ReadError) {
        self = .standard
        for entry in try SettingsFile(name: file).entries(of: yaml) {
            guard let lineClass = LineClass(rawValue: entry.key) else {
                let known = LineClass.allCases.map(\.rawValue).joined(separator: ", ")
                throw entry.failure("there is no class '\(entry.key)'", "write one of \(known)")
            }
            if entry.text != nil {
                self[lineClass] = Rule(try entry.word(Basis.self))
                continue
            }
            var rule = self[lineClass]
            for setting in try entry.entries() {
                switch setting.key {
                case "request": rule.basis = try setting.word(Basis.self)
                case "growth":
                    rule.growth = try setting.number()
                    guard rule.growth > -1 else {
                        throw setting.failure("growth is below -1", "write a rate such as 0.03")
                    }
                case "at_most": rule.cap = setting.text == "none" ? nil : try setting.word(Basis.self)
                default:
                    throw setting.failure("unknown key '\(setting.key)'", "write request, growth or at_most")
                }
            }
            self[lineClass] = rule
        }
    }
}
