import Interchange
import Platform

extension RequestPolicy {
    /// Reads a policy; classes the text leaves out keep their default, and so do caps and what is kept where it names neither
    /// request nor growth.
    ///
    /// ```yaml
    /// budgeted: {request: initial_budget, growth: 0.02}
    /// three_public: {request: last_actual, at_most: initial_budget, keep: 0.05}
    /// transfer: zero
    /// ```
    ///
    /// - Parameter file: the name that appears in errors.
    /// - Throws: `ReadError` with the line.
    package init(yaml: String, file: String) throws(ReadError) {
        self = .standard
        for entry in try SettingsFile(name: file).entries(of: yaml) {
            guard let lineClass = LineClass(rawValue: entry.key) else {
                let known = LineClass.allCases.map(\.rawValue).listed()
                throw entry.failure(
                    Bilingual("没有“\(entry.key)”这一类别", "there is no class '\(entry.key)'"),
                    Bilingual("请填写以下之一：\(known.zhHans)", "write one of \(known.en)"))
            }
            if entry.text != nil {
                self[lineClass] = Rule(try entry.word(Basis.self))
                continue
            }
            let settings = try entry.entries()
            var rule = self[lineClass]
            // Who says what is asked for says all of it: what the default keeps and caps is the default's.
            if settings.contains(where: { $0.key == "request" || $0.key == "growth" }) { rule = Rule(rule.basis) }
            for setting in settings {
                switch setting.key {
                case "request": rule.basis = try setting.word(Basis.self)
                case "growth":
                    rule.growth = try setting.number()
                    guard rule.growth > -1 else {
                        throw setting.failure(
                            Bilingual("growth 小于 -1", "growth is below -1"),
                            Bilingual("请填写比率，如 0.03", "write a rate such as 0.03"))
                    }
                case "at_most": rule.cap = setting.text == "none" ? nil : try setting.word(Basis.self)
                case "keep":
                    rule.keep = try setting.number()
                    guard (0...1).contains(rule.keep) else {
                        throw setting.failure(
                            Bilingual("keep 不在 0 至 1 之间", "keep is not 0 to 1"),
                            Bilingual("请填写比例，如 0.1", "write a share such as 0.1"))
                    }
                default:
                    throw setting.failure(
                        Bilingual("没有“\(setting.key)”这个键", "unknown key '\(setting.key)'"),
                        Bilingual("可写 request、growth、at_most、keep", "write request, growth, at_most or keep"))
                }
            }
            self[lineClass] = rule
        }
    }
}
