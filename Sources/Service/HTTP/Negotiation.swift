import Platform

/// What a request wants of several forms of one thing (RFC 9110, 12.5).
enum Negotiation {
    /// A choice with its weight, from the most wanted.
    static func choices(_ header: String) -> [(name: String, weight: Double)] {
        header.split(separator: ",").map { item in
            let parts = item.split(separator: ";").map(\.trimmed)
            let weight = parts.dropFirst().first { $0.lowercased().hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) }
            return (parts.first?.lowercased() ?? "", weight ?? 1)
        }
    }

    /// The form that is wanted most of those there are; the first where nothing is said, `nil` where none will do.
    static func form<Wanted>(of forms: [(type: String, form: Wanted)], accept: String?) -> Wanted? {
        guard let accept, !accept.trimmed.isEmpty else { return forms.first?.form }
        let choices = choices(accept)
        var best: (form: Wanted, weight: Double)?
        for (type, form) in forms {
            let family = type.prefix { $0 != "/" } + "/*"
            // The more exact says more than the weight of the wider.
            let found =
                choices.first { $0.name == type } ?? choices.first { $0.name == family }
                ?? choices.first { $0.name == "*/*" }
            guard let weight = found?.weight, weight > 0, weight > (best?.weight ?? 0) else { continue }
            best = (form, weight)
        }
        return best?.form
    }

    /// Whether what is compressed by gzip can be read; only who says so can.
    static func takesGzip(_ header: String?) -> Bool {
        guard let header else { return false }
        let choices = choices(header)
        let found = choices.first { $0.name == "gzip" || $0.name == "x-gzip" } ?? choices.first { $0.name == "*" }
        return (found?.weight ?? 0) > 0
    }

    /// The language that is wanted of the two that are spoken; `nil` where neither is named.
    static func language(_ header: String?) -> Language? {
        guard let header else { return nil }
        var best: (language: Language, weight: Double)?
        for (name, weight) in choices(header) where weight > (best?.weight ?? 0) {
            if name == "zh" || name.hasPrefix("zh-") { best = (.zhHans, weight) }
            if name == "en" || name.hasPrefix("en-") { best = (.en, weight) }
        }
        return best?.language
    }
}
