import FinalAccounts
import OfficialForm

/// Writes the explanatory part of a budget's disclosure (部门预算情况说明) in the official order.
///
/// Sums, changes and shares are worked out from the lines. What nobody stated (a reason, the part of pay, the “三公” costs) is a
/// visible blank; a blank stands for words, never for the digits before a unit, which would read as a figure.
///
/// ```swift
/// let text = try BudgetNarrative(budget).text()
/// ```
package struct BudgetNarrative: Sendable {
    private let budget: BudgetedAccounts
    private let amountUnit: AmountUnit

    private static let blank = NarrativeWriter.blank

    package init(_ budget: BudgetedAccounts, amountUnit: AmountUnit = .wan) {
        self.budget = budget
        self.amountUnit = amountUnit
    }

    /// The text, one paragraph a line.
    ///
    /// - Throws: ``AmountError`` where a sum does not fit.
    package func text() throws(AmountError) -> String {
        var chapters: [(title: String, paragraphs: [String])] = [
            ("收支预算总体情况说明", try overall()), ("收入预算情况说明", [try income()]),
            ("支出预算情况说明", try expenditure()), ("财政拨款收支预算总体情况说明", [try fiscal()]),
            ("一般公共预算支出情况说明", try generalBudget()), ("一般公共预算基本支出情况说明", [basic()]),
        ]
        chapters.append(("政府性基金预算支出情况说明", try other(.governmentFund, "政府性基金预算")))
        chapters.append(("国有资本经营预算支出情况说明", try other(.stateCapital, "国有资本经营预算")))
        chapters.append(("“三公”经费预算情况说明", [threePublic()]))
        chapters.append(("其他重要事项情况说明", operation))
        let head = "第二部分 \(budget.unit.name)\(year)年部门预算情况说明"
        let body = chapters.enumerated().flatMap { place, chapter in
            ["\(ChineseNumeral.text(place + 1))、\(chapter.title)"] + chapter.paragraphs
        }
        return ([head] + body).joined(separator: "\n") + "\n"
    }

    private var year: Int { budget.year.number }
    private var before: Int { budget.year.previous.number }
    private var asked: [BudgetedAccounts.Line] { budget.lines.filter { $0.amount != .zero } }

    // MARK: Chapters

    private func overall() throws(AmountError) -> [String] {
        let total = try sum(asked)
        return [
            "\(year)年收支总预算\(money(total))。"
                + (try change(budget.lines, "与\(before)年预算相比，收、支总计各", equal: "收、支总计与\(before)年预算持平。") ?? "")
        ]
    }

    private func income() throws(AmountError) -> String {
        let total = try sum(asked)
        var parts: [String] = []
        for (fund, name) in Self.funds {
            let amount = try sum(asked.filter { $0.fund == fund })
            if amount != .zero { parts.append("\(name)拨款收入\(money(amount))" + share(amount, total)) }
        }
        return "\(year)年收入预算\(money(total))，其中：\(parts.joined(separator: "；"))。"
    }

    private func expenditure() throws(AmountError) -> [String] {
        let total = try sum(asked)
        let parts = try categories(asked).map { $0.name + money($0.amount) }
        return [
            "\(year)年支出预算\(money(total))。", "按支出功能分类，包括\(parts.joined(separator: "、"))。",
            try uses(asked, total),
        ]
    }

    private func fiscal() throws(AmountError) -> String {
        let total = try sum(asked)
        let parts = try categories(asked).map { $0.name + money($0.amount) }
        return "\(year)年财政拨款收支总预算\(money(total))。支出包括：\(parts.joined(separator: "、"))。"
    }

    private func generalBudget() throws(AmountError) -> [String] {
        let all = budget.lines.filter { $0.fund == .generalPublicBudget }
        let lines = all.filter { $0.amount != .zero }
        let total = try sum(lines)
        guard !lines.isEmpty else { return ["本部门\(year)年没有一般公共预算支出。"] }
        let scale =
            "\(year)年一般公共预算支出预算\(money(total))"
            + (try change(all, "，比\(before)年年初预算", equal: "，与\(before)年年初预算持平。") ?? "。")
        var paragraphs = ["（一）一般公共预算支出规模变化情况", scale, "（二）一般公共预算支出结构情况"]
        paragraphs.append(
            try categories(lines).map { "\($0.name)\(money($0.amount))" + share($0.amount, total) }
                .joined(separator: "；") + "。")
        paragraphs.append("（三）一般公共预算支出具体安排情况")
        for (place, line) in lines.enumerated() { paragraphs.append(try item(line, place + 1)) }
        return paragraphs
    }

    private func basic() -> String {
        "\(year)年一般公共预算基本支出及其中的人员经费、公用经费：\(Self.blank)。"
    }

    private func other(_ fund: Fund, _ name: String) throws(AmountError) -> [String] {
        let all = budget.lines.filter { $0.fund == fund }
        let lines = all.filter { $0.amount != .zero }
        guard !lines.isEmpty else { return ["本部门\(year)年没有\(name)支出。"] }
        var paragraphs = [
            "\(year)年\(name)支出预算\(money(try sum(lines)))"
                + (try change(all, "，比\(before)年年初预算", equal: "，与\(before)年年初预算持平。") ?? "。")
        ]
        for (place, line) in lines.enumerated() { paragraphs.append(try item(line, place + 1)) }
        return paragraphs
    }

    private func threePublic() -> String {
        let known = budget.threePublicBefore.map { "\(before)年“三公”经费预算数\(money($0))。" } ?? ""
        return known + "\(year)年“三公”经费预算及增减变化的主要原因：\(Self.blank)。"
    }

    private var operation: [String] {
        [
            "（一）机关运行经费。\(year)年机关运行经费预算：\(Self.blank)。",
            "（二）政府采购情况。\(year)年政府采购预算：\(Self.blank)。",
            "（三）国有资产占有使用情况。\(Self.blank)。", "（四）绩效目标设置情况。\(Self.blank)。",
        ]
    }

    // MARK: Pieces

    private static let funds: [(Fund, String)] = [
        (.generalPublicBudget, "一般公共预算"), (.governmentFund, "政府性基金预算"), (.stateCapital, "国有资本经营预算"),
    ]

    private func sum(_ lines: [BudgetedAccounts.Line]) throws(AmountError) -> Amount {
        try Amount.sum(lines.map(\.amount))
    }

    private func money(_ amount: Amount) -> String {
        amount.formatted(unit: amountUnit, decimals: 2) + (amountUnit == .yuan ? "元" : "万元")
    }

    private func share(_ amount: Amount, _ total: Amount) -> String {
        StatedPercentage(of: amount, in: total).map { "，占\($0.text)" } ?? ""
    }

    /// `比2023年年初预算增加80.88万元，增长1.15%，主要原因是＿＿＿＿。` of the lines' sum; `nil` where an initial budget is not known.
    private func change(
        _ lines: [BudgetedAccounts.Line], _ lead: String, equal: String
    ) throws(AmountError) -> String? {
        guard lines.allSatisfy({ $0.before != .notStated || $0.amount == .zero }) else { return nil }
        let base = try Amount.sum(lines.compactMap(\.before.amount))
        return try change(try sum(lines), base, lead, equal: equal, reason: nil)
    }

    private func change(
        _ now: Amount, _ base: Amount, _ lead: String, equal: String, reason: String?
    ) throws(AmountError) -> String {
        let difference = try now.subtracting(base)
        if difference == .zero { return equal }
        let isMore = difference > .zero
        let rate = StatedPercentage(of: difference.magnitude, in: base).map { "，\(isMore ? "增长" : "下降")\($0.text)" }
        return lead + (isMore ? "增加" : "减少") + money(difference.magnitude) + (rate ?? "")
            + "，主要原因是\(reason ?? Self.blank)。"
    }

    private func categories(_ lines: [BudgetedAccounts.Line]) throws(AmountError) -> [(name: String, amount: Amount)] {
        var order: [String] = []
        var amounts: [String: Amount] = [:]
        for line in lines {
            let name = line.subject.names.first ?? line.subject.name
            if amounts[name] == nil { order.append(name) }
            amounts[name] = try (amounts[name] ?? .zero).adding(line.amount)
        }
        return order.map { ($0, amounts[$0] ?? .zero) }
    }

    private func uses(_ lines: [BudgetedAccounts.Line], _ total: Amount) throws(AmountError) -> String {
        let known = lines.compactMap(\.basic)
        guard known.count == lines.count else { return "按支出用途分类，基本支出和项目支出：\(Self.blank)。" }
        let basic = try Amount.sum(known)
        let project = try total.subtracting(basic)
        return "按支出用途分类，包括基本支出\(money(basic))\(share(basic, total))；"
            + "项目支出\(money(project))\(share(project, total))。"
    }

    private func item(_ line: BudgetedAccounts.Line, _ number: Int) throws(AmountError) -> String {
        let signs = ["（类）", "（款）", "（项）"]
        let names = line.subject.names
        let first = max(0, min(line.subject.level.depth, signs.count) - names.count)
        let subject = zip(names, signs.dropFirst(first)).map { $0 + $1 }.joined()
        let head = "\(number). \(subject)\(year)年预算数为\(money(line.amount))"
        switch line.before {
        case .stated(let base):
            return head
                + (try change(
                    line.amount, base, "，比\(before)年年初预算数", equal: "，与\(before)年年初预算数持平。", reason: line.reason))
        case .unbudgeted: return head + "，\(before)年未安排年初预算，主要原因是\(line.reason ?? Self.blank)。"
        case .notStated: return head + "。"
        }
    }
}
