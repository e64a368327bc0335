import FinalAccounts
import Platform

/// The names of levels as people read them; files keep those of ``SubjectScheme/name(of:)``.
struct LevelLabel {
    let scheme: SubjectScheme
    let language: Language

    /// 合计, 类, 款, 项 in the Chinese classification; the number of digits in others.
    func name(of level: SubjectLevel) -> String {
        let isChinese = language == .zhHans
        if level == .total { return isChinese ? "合计" : "total" }
        guard isChinese else { return scheme.name(of: level) }
        guard scheme == .china else { return scheme.name(of: level) + "位" }
        return level == .category ? "类" : level == .section ? "款" : "项"
    }

    /// The level as a cell: its name in settings for programs, its name in the language for people.
    func cell(_ level: SubjectLevel) -> ReportCell { .term(code: scheme.name(of: level), label: name(of: level)) }
}
