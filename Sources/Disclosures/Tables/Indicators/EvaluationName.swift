import OfficialForm

/// What the words before 自评 name: a project, or the body as a whole.
enum EvaluationName {
    /// 2023年度城市管理项目 is the project 城市管理; …街道办事处2023年整体 is the whole of that body.
    static func named(_ words: String) -> (Evaluation.Kind, String)? {
        var name = Substring(words)
        if let open = name.firstIndex(where: { $0 == "（" || $0 == "(" }), name[open...].holds("简称") {
            name = name[..<open]
        }
        name = withoutLeadingYear(name)
        if name.closes(with: "整体") { return (.overall, String(withoutTrailingYear(name.dropLast(2)))) }
        guard name.closes(with: "项目") else { return nil }
        name = name.dropLast(2)
        let quotes: Set<Character> = ["“", "”", "\"", "、"]
        while let first = name.first, quotes.contains(first) { name = name.dropFirst() }
        while let last = name.last, quotes.contains(last) { name = name.dropLast() }
        return name.isEmpty || name == "本" || name == "部门" ? nil : (.project, String(name))
    }

    /// The project that the words before 自评表 name: 城市管理 in 2023年度城市管理项目; `nil` for forms' own words.
    static func projectName(_ words: String) -> String? {
        guard let (kind, name) = named(words), kind == .project, !["支出", "预算", "财政"].contains(name) else { return nil }
        return name
    }

    private static func withoutLeadingYear(_ words: Substring) -> Substring {
        guard words.prefix(while: \.isNumber).count == 4 else { return words }
        let rest = words.dropFirst(4)
        return rest.opens(with: "年度") ? rest.dropFirst(2) : rest.opens(with: "年") ? rest.dropFirst() : words
    }

    private static func withoutTrailingYear(_ words: Substring) -> Substring {
        var rest = words
        if rest.closes(with: "度") { rest = rest.dropLast() }
        guard rest.closes(with: "年") else { return words }
        rest = rest.dropLast()
        while let last = rest.last, last.isNumber || last == " " { rest = rest.dropLast() }
        return rest
    }
}
