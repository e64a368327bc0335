import FinalAccounts
import OfficialForm

/// Words one subject line: 年初预算为…，支出决算为…，完成年初预算的…。
struct LineSentence {
    let style: NarrativeStyle
    let number: Int

    func text(_ disclosed: DisclosedLine) -> String {
        var text = style == .itemized ? "\(number). " : "\(number)、"
        text += subject(disclosed.line.subject) + "。"
        if let purpose = disclosed.purpose { text += "主要用于：\(purpose)。" }
        text += amounts(disclosed).joined(separator: "，") + "。"
        text += comparison(disclosed)
        return text
    }

    private func subject(_ subject: Subject) -> String {
        let signs = ["（类）", "（款）", "（项）"]
        let first = max(0, min(subject.level.depth, signs.count) - subject.names.count)
        return zip(subject.names, signs.dropFirst(first)).map { $0 + $1 }.joined()
    }

    private func amounts(_ disclosed: DisclosedLine) -> [String] {
        var clauses: [String] = []
        if let budget = disclosed.statedInitialBudget {
            clauses.append("年初预算为\(budget.text)")
        } else if disclosed.line.initialBudget == .unbudgeted {
            clauses.append(style == .itemized ? "该科目未申请年初财政拨款预算" : "年初无预算")
        }
        if let budget = disclosed.statedAdjustedBudget { clauses.append("全年预算为\(budget.text)") }
        if let actual = disclosed.statedActual { clauses.append("支出决算为\(actual.text)") }
        if let rate = disclosed.statedRate {
            let basis =
                switch disclosed.rateBasis {
                case .adjustedBudget: "全年预算"
                case .initialBudget: "年初预算"
                case .unspecified, nil: "预算"
                }
            clauses.append("完成\(basis)的\(rate.text)")
        }
        if let change = disclosed.statedChange { clauses.append("比上年" + signed(change.text, "增加", "减少")) }
        if let rate = disclosed.statedChangeRate {
            clauses.append((disclosed.statedChange == nil ? "比上年" : "") + signed(rate.text, "增长", "下降"))
        }
        return clauses
    }

    private func signed(_ text: String, _ more: String, _ less: String) -> String {
        text.hasPrefix("-") ? less + text.dropFirst() : more + text
    }

    /// The document's own comparison and the reason for it; a blank where a deviation has none.
    private func comparison(_ disclosed: DisclosedLine) -> String {
        let budget = disclosed.statedInitialBudget == nil && disclosed.statedAdjustedBudget != nil ? "全年" : "年初"
        let sides =
            style == .itemized ? ("支出决算数", "\(budget)预算数") : ("决算数", budget == "全年" ? "全年预算数" : "预算数")
        let given = disclosed.line.reason
        switch disclosed.comparison {
        case .above: return deviation("\(sides.0)大于\(sides.1)的", given)
        case .below: return deviation("\(sides.0)小于\(sides.1)的", given)
        case .equal: return "\(sides.0)与\(sides.1)持平。" + explanation(given)
        case .aboutEqual: return "\(sides.0)与\(sides.1)基本持平。" + explanation(given)
        case nil: return explanation(given)
        }
    }

    private func deviation(_ words: String, _ reason: String?) -> String {
        words + (style == .itemized ? "主要原因是：" : "主要原因：") + (reason ?? NarrativeWriter.blank) + "。"
    }

    private func explanation(_ reason: String?) -> String {
        reason.map { "主要原因是：\($0)。" } ?? ""
    }
}
