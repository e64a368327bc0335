import FinalAccounts
import Interchange
import Platform

extension BudgetRules {
    /// Reads rules.
    ///
    /// ```yaml
    /// spread: proportional                    # or range, priority
    /// ceilings:
    ///   - {name: 控制数, total: 7500}
    ///   - {name: 社会保障, lines: [208], total: 2000, at: exactly}
    /// caps:
    ///   - {name: 三公只减不增, classes: [three_public], at_most: initial_budget, each: true}
    ///   - {name: 压减一般性支出, lines: [2010399], at_most: initial_budget, cut: 0.05}
    /// links:
    ///   - {name: 公积金, line: 2210201, rate: 0.12, of: [2010301, 2010350]}
    /// fixed:
    ///   - {lines: [2080506], amount: 25}
    /// zero_based: [2129999]
    /// bounds:
    ///   - {down: 0.3, up: 0.1}
    /// priorities:
    ///   - {level: 2, lines: [20103]}
    /// scenarios:                              # each with all rules above
    ///   - name: 从紧
    ///     ceilings: [{name: 控制数, total: 7000, at: exactly, funds: [general_public_budget]}]
    /// ```
    ///
    /// - Parameters:
    ///   - file: the name that appears in errors.
    ///   - unit: the unit of amounts.
    /// - Throws: `ReadError` with the line.
    package init(yaml: String, file: String, unit: AmountUnit) throws(ReadError) {
        self.init()
        let entries = try SettingsFile(name: file).entries(of: yaml)
        let reader = RuleReader(unit: unit)
        for entry in entries where entry.key != "scenarios" { try add(entry, reader) }
        for entry in entries where entry.key == "scenarios" {
            for item in entry.items() { scenarios.append(try scenario(item, reader)) }
        }
        priorities.sort { $0.level > $1.level }
    }

    /// Adds one section of rules.
    private mutating func add(_ entry: SettingsFile.Entry, _ reader: RuleReader) throws(ReadError) {
        switch entry.key {
        case "spread": spread = try entry.word(Spread.self)
        case "ceilings": for item in entry.items() { rules.append(try reader.ceiling(item)) }
        case "caps": for item in entry.items() { rules.append(try reader.cap(item)) }
        case "links": for item in entry.items() { rules.append(try reader.link(item)) }
        case "fixed": for item in entry.items() { rules.append(try reader.fixed(item)) }
        case "bounds": for item in entry.items() { rules.append(try reader.bounds(item)) }
        case "zero_based":
            let lines = LineSet(subjects: try reader.texts(entry))
            rules.append(BudgetRule(name: "zero_based", lines: lines, demand: .zeroBased))
        case "priorities": for item in entry.items() { priorities.append(try reader.priority(item)) }
        default:
            throw entry.failure(
                Bilingual("没有“\(entry.key)”这个键", "unknown key '\(entry.key)'"),
                Bilingual(
                    "可写 spread、ceilings、caps、links、fixed、bounds、zero_based、priorities，方案之外还可写 scenarios",
                    "write spread, ceilings, caps, links, fixed, bounds, zero_based, priorities or, outside of scenarios, scenarios"
                )
            )
        }
    }

    /// A scenario: its name, and sections of rules that are kept with the rules of the file.
    private func scenario(_ item: SettingsFile.Entry, _ reader: RuleReader) throws(ReadError) -> Scenario {
        var own = BudgetRules()
        var name: String?
        own.spread = spread
        for entry in try item.entries() {
            if entry.key == "name" { name = entry.text } else { try own.add(entry, reader) }
        }
        guard let name, !name.isEmpty else {
            throw item.failure(
                Bilingual("有方案没有 name", "a scenario has no 'name'"), Bilingual("请补上 name:", "add 'name:' to it"))
        }
        guard !scenarios.contains(where: { $0.name == name }) else {
            throw item.failure(
                Bilingual("有两个方案都叫“\(name)”", "there are two scenarios '\(name)'"),
                Bilingual("请给其中一个改名", "call one of them otherwise"))
        }
        let order = (priorities + own.priorities).sorted { $0.level > $1.level }
        return Scenario(name: name, rules: rules + own.rules, spread: own.spread, priorities: order)
    }
}

/// Reads single rules.
private struct RuleReader {
    let unit: AmountUnit

    /// The settings of one rule by key.
    private struct Settings {
        let place: SettingsFile.Entry
        private let entries: [String: SettingsFile.Entry]

        init(_ item: SettingsFile.Entry, known: [String]) throws(ReadError) {
            place = item
            var entries: [String: SettingsFile.Entry] = [:]
            for entry in try item.entries() {
                guard known.contains(entry.key) else {
                    throw entry.failure(
                        Bilingual("没有“\(entry.key)”这个键", "unknown key '\(entry.key)'"),
                        Bilingual("可写 \(known.joined(separator: "、"))", "write \(known.joined(separator: ", "))"))
                }
                entries[entry.key] = entry
            }
            self.entries = entries
        }

        subscript(_ key: String) -> SettingsFile.Entry? { entries[key] }

        func required(_ key: String) throws(ReadError) -> SettingsFile.Entry {
            guard let entry = entries[key] else {
                throw place.failure(
                    Bilingual("“\(place.key)”的一条规则缺少“\(key)”", "a rule of \(place.key) has no '\(key)'"),
                    Bilingual("请补上“\(key):”", "add '\(key):' to it"))
            }
            return entry
        }
    }

    func ceiling(_ item: SettingsFile.Entry) throws(ReadError) -> BudgetRule {
        let settings = try Settings(item, known: ["name", "lines", "classes", "funds", "total", "at"])
        let isExact =
            try settings["at"].map { entry throws(ReadError) in try entry.word(Reach.self) == .exactly } ?? false
        return BudgetRule(
            name: try name(settings), lines: try lines(settings),
            demand: .ceiling(try amount(settings.required("total")), isExact: isExact))
    }

    func cap(_ item: SettingsFile.Entry) throws(ReadError) -> BudgetRule {
        let settings = try Settings(item, known: ["name", "lines", "classes", "funds", "at_most", "cut", "each"])
        let cut = try settings["cut"].map { entry throws(ReadError) in try share(entry) } ?? 0
        let each = try settings["each"].map { entry throws(ReadError) in try entry.word(Answer.self) == .yes } ?? false
        return BudgetRule(
            name: try name(settings), lines: try lines(settings),
            demand: .cap(try settings.required("at_most").word(RequestPolicy.Basis.self), cut: cut, isEach: each))
    }

    func link(_ item: SettingsFile.Entry) throws(ReadError) -> BudgetRule {
        let settings = try Settings(item, known: ["name", "line", "rate", "of"])
        let rate = try settings.required("rate").number()
        guard rate > 0 else {
            throw try settings.required("rate").failure(
                Bilingual("rate 不大于 0", "rate is not above 0"), Bilingual("请填写比率，如 0.12", "write a rate such as 0.12"))
        }
        return BudgetRule(
            name: try name(settings), lines: LineSet(subjects: try texts(settings.required("line"))),
            demand: .link(rate: rate, of: LineSet(subjects: try texts(settings.required("of")))))
    }

    func fixed(_ item: SettingsFile.Entry) throws(ReadError) -> BudgetRule {
        let settings = try Settings(item, known: ["name", "lines", "classes", "funds", "amount"])
        _ = try settings.required("lines")
        return BudgetRule(
            name: try name(settings), lines: try lines(settings),
            demand: .fixed(try amount(settings.required("amount"))))
    }

    func bounds(_ item: SettingsFile.Entry) throws(ReadError) -> BudgetRule {
        let settings = try Settings(item, known: ["name", "lines", "classes", "funds", "down", "up"])
        let down = try settings["down"].map { entry throws(ReadError) in try share(entry) } ?? 1
        let up = try settings["up"].map { entry throws(ReadError) in try entry.number() } ?? 1e6
        guard up >= 0 else {
            throw item.failure(
                Bilingual("up 小于 0", "up is below 0"), Bilingual("请填写比例，如 0.1", "write a share such as 0.1"))
        }
        return BudgetRule(
            name: try name(settings), lines: try lines(settings), demand: .bounds(down: down, up: up))
    }

    func priority(_ item: SettingsFile.Entry) throws(ReadError) -> BudgetRules.Priority {
        let settings = try Settings(item, known: ["level", "lines", "classes", "funds"])
        let entry = try settings.required("level")
        guard let level = Int(exactly: try entry.number()), (1...5).contains(level) else {
            throw entry.failure(
                Bilingual("level 不在 1 至 5 之间", "level is not 1 to 5"),
                Bilingual("请填写 1（最后压减）至 5", "write 1 for what is cut last, up to 5"))
        }
        return BudgetRules.Priority(level: level, lines: try lines(settings))
    }

    private enum Reach: String, CaseIterable { case most, exactly }

    private enum Answer: String, CaseIterable {
        case yes = "true"
        case no = "false"
    }

    /// What a rule is called: its name, else what it is and where it stands.
    private func name(_ settings: Settings) throws(ReadError) -> String {
        guard let entry = settings["name"] else {
            return settings.place.key + (settings.place.line.map { ":\($0)" } ?? "")
        }
        guard let text = entry.text, !text.isEmpty else {
            throw entry.failure(Bilingual("name 是空的", "name is empty"), Bilingual("请填写名称", "write a name"))
        }
        return text
    }

    private func lines(_ settings: Settings) throws(ReadError) -> LineSet {
        var set = LineSet()
        if let entry = settings["lines"], entry.text != "all" { set.subjects = try texts(entry) }
        if let entry = settings["classes"] {
            var classes: [LineClass] = []
            for item in entry.items() { classes.append(try item.word(LineClass.self)) }
            set.classes = classes
        }
        if let entry = settings["funds"] {
            var funds: [Fund] = []
            for item in entry.items() { funds.append(try item.word(Fund.self)) }
            set.funds = funds
        }
        return set
    }

    func texts(_ entry: SettingsFile.Entry) throws(ReadError) -> [String] {
        var texts: [String] = []
        for item in entry.items() {
            guard let text = item.text, !text.isEmpty else {
                throw item.failure(
                    Bilingual("“\(entry.key)”没有指明科目", "\(entry.key) names no line"),
                    Bilingual("请填写科目编码或名称", "write codes or names of subjects"))
            }
            texts.append(text)
        }
        return texts
    }

    private func share(_ entry: SettingsFile.Entry) throws(ReadError) -> Double {
        let value = try entry.number()
        guard (0...1).contains(value) else {
            throw entry.failure(
                Bilingual("“\(entry.key)”不在 0 至 1 之间", "\(entry.key) is not 0 to 1"),
                Bilingual("请填写比例，如 0.05", "write a share such as 0.05"))
        }
        return value
    }

    private func amount(_ entry: SettingsFile.Entry) throws(ReadError) -> Amount {
        guard let text = entry.text, let amount = try? Amount(parsing: text, unit: unit) else {
            throw entry.failure(
                Bilingual("“\(entry.key)”不是金额", "\(entry.key) is no amount"),
                Bilingual("请填写数字，如 7500", "write a number such as 7500"))
        }
        return amount
    }
}
