import FinalAccounts
import OfficialForm

extension NarrativeDraft {
    /// 五: expenditure of the general public budget as a whole, by category, item by item.
    mutating func writeGeneralPublicBudget() {
        let topic = Topic.generalPublicExpenditure
        let name = "一般公共预算财政拨款支出"
        let whole = [
            sentence(
                style == .itemized ? "\(year)年度" : "",
                [
                    Piece(before: name, topic: topic, aspect: .amount),
                    Piece(before: "占本年支出合计的", topic: topic, aspect: .share),
                ]),
            change(topic, "与\(lastYear)年度相比，\(name)"),
        ].compactMap(\.self)
        let categories = categoryParagraphs(name)
        let total = budgetSentence(topic, name)
        let items = lineParagraphs(.generalPublicBudget)
        guard !(whole.isEmpty && categories.isEmpty && items.isEmpty && total == nil) else { return }
        openChapter("一般公共预算财政拨款支出决算情况说明")
        openSection(1, "一般公共预算财政拨款支出决算总体情况")
        whole.forEach { add($0) }
        if !categories.isEmpty {
            openSection(2, "一般公共预算财政拨款支出决算结构情况")
            categories.forEach { add($0) }
        }
        guard total != nil || !items.isEmpty else { return }
        openSection(3, "一般公共预算财政拨款支出决算具体情况")
        if let total { add(total + (items.isEmpty ? "" : "其中：")) }
        items.forEach { add($0) }
    }

    private mutating func budgetSentence(_ topic: Topic, _ name: String) -> String? {
        clauses([
            Piece(before: "年初预算为", topic: topic, aspect: .initialBudget),
            Piece(before: "全年预算为", topic: topic, aspect: .adjustedBudget),
            Piece(before: "支出决算为", topic: topic, aspect: .amount),
            Piece(before: "完成年初预算的", topic: topic, aspect: .rateOnInitialBudget),
            Piece(before: "完成全年预算的", topic: topic, aspect: .rateOnAdjustedBudget),
        ]).map { Self.joined((style == .itemized ? "\(year)年度" : "") + name, $0) + "。" }
    }

    private mutating func categoryParagraphs(_ name: String) -> [String] {
        let clauses = figures.subjects(of: .category).compactMap { category -> String? in
            self.clauses([
                Piece(before: category + "（类）", topic: .category, aspect: .amount, subject: category),
                Piece(before: "占", topic: .category, aspect: .share, subject: category),
            ])
        }
        guard !clauses.isEmpty else { return [] }
        if style == .running { return [name + "主要用于以下方面：" + clauses.joined(separator: "；") + "。"] }
        return [name + "主要用于以下方面："] + clauses.enumerated().map { "\($0 + 1).\($1)。" }
    }

    /// The items of a fund, numbered.
    mutating func lineParagraphs(_ fund: Fund) -> [String] {
        let lines = accounts.lines.filter { $0.line.fund == fund }
        return lines.enumerated().map { LineSentence(style: style, number: $0 + 1).text($1) }
    }

    /// 六: 人员经费 and 公用经费.
    mutating func writeBasicExpenditure() {
        let text = sentence(
            "\(year)年度",
            [
                .named(.generalPublicBasic),
                Piece(before: "其中：人员经费", topic: .personnel, aspect: .amount),
                .named(.operating),
                .named(.generalPublicProject),
            ])
        guard let text else { return }
        openChapter("一般公共预算财政拨款基本支出决算情况说明")
        add(text)
    }

    /// 七, 八: government funds and state capital.
    mutating func writeFund(_ fund: Fund) {
        let name = fund == .governmentFund ? "政府性基金预算财政拨款" : "国有资本经营预算财政拨款"
        let expenditure: Topic = fund == .governmentFund ? .governmentFundExpenditure : .stateCapitalExpenditure
        openChapter("\(name)收入支出决算情况说明")
        var paragraphs = [statement("\(year)年度\(name)支出", expenditure)]
        for category in figures.subjects(of: .category, fund: fund) {
            paragraphs.append(
                sentence(
                    "",
                    [
                        Piece(
                            before: category + "（类）", topic: .category, aspect: .amount, subject: category, fund: fund),
                        Piece(before: "占", topic: .category, aspect: .share, subject: category, fund: fund),
                    ]))
        }
        let written = paragraphs.compactMap(\.self) + lineParagraphs(fund)
        written.forEach { add($0) }
        if written.isEmpty { add("\(year)年度无\(name)收入和支出。") }
    }
}
