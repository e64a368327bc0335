import FinalAccounts
import OfficialForm

extension NarrativeDraft {
    /// 一 to 四: totals, income, expenditure, fiscal appropriation.
    mutating func writeTotals() {
        writeOverall()
        writeIncome()
        writeExpenditure()
        writeFiscal()
    }

    private mutating func writeOverall() {
        let both = style == .itemized ? "收、支总计" : "收入支出总计"
        let lead = style == .itemized ? "\(year)年度" : "\(unitName)\(year)年度"
        let joint = style == .itemized ? "\(both)均为" : both
        let paragraphs = [
            sentence(lead, [Piece(before: joint, topic: .incomeAndExpenditure, aspect: .amount)]),
            change(.incomeAndExpenditure, "与\(lastYear)年度相比，\(both)\(style == .itemized ? "各" : "")"),
            sentence(
                "\(year)年度",
                [
                    .named(.incomeTotal),
                    .named(.expenditureTotal),
                ]),
            sentence(
                "其中：",
                [
                    .named(.usedReserves),
                    .named(.openingBalance),
                    .named(.distributedSurplus),
                    .named(.closingBalance),
                ]),
        ].compactMap(\.self)
        guard !paragraphs.isEmpty else { return }
        openChapter("收入支出决算总体情况说明")
        paragraphs.forEach { add($0) }
    }

    private mutating func writeIncome() {
        writeSide("收入决算情况说明", total: .yearIncome, name: "收入合计", whole: "本年收入")
    }

    private mutating func writeExpenditure() {
        writeSide("支出决算情况说明", total: .yearExpenditure, name: "支出合计", whole: "本年支出")
    }

    private mutating func writeSide(
        _ title: String, total: Topic, name: String, whole: String
    ) {
        let lead = style == .itemized ? "\(year)年度" : "本年"
        let sentences = [
            sentence(lead, [Piece(before: name, topic: total, aspect: .amount)]),
            change(total, "与\(lastYear)年度相比，\(name)"),
            breakdown(total.parts, whole: whole),
        ].compactMap(\.self)
        guard !sentences.isEmpty else { return }
        openChapter(title)
        sentences.forEach { add($0) }
    }

    /// 其中：财政拨款收入…，占本年收入…；事业收入…，占…。
    private mutating func breakdown(_ parts: [Topic], whole: String) -> String? {
        let clauses = parts.compactMap { topic in
            self.clauses([
                .named(topic),
                Piece(before: style == .itemized ? "占\(whole)" : "占", topic: topic, aspect: .share),
            ])
        }
        return clauses.isEmpty ? nil : "其中：" + clauses.joined(separator: "；") + "。"
    }

    private mutating func writeFiscal() {
        let both = style == .itemized ? "财政拨款收、支总计" : "财政拨款收入支出总计"
        let lead = style == .itemized ? "\(year)年度" : "\(unitName)\(year)年度"
        let joint = style == .itemized ? "\(both)均为" : both
        var sentences = [
            sentence(lead, [Piece(before: joint, topic: .fiscalIncomeAndExpenditure, aspect: .amount)]),
            change(.fiscalIncomeAndExpenditure, "与\(lastYear)年度相比，\(both)\(style == .itemized ? "各" : "")"),
        ]
        for topic in Topic.fiscalIncome.parts + [.fiscalExpenditure] {
            sentences.append(
                sentence(
                    "",
                    [
                        .named(topic),
                        Piece(
                            before: "比\(lastYear)年度决算数", topic: topic, aspect: .change, direction: ("增加", "减少")),
                        Piece(before: "", topic: topic, aspect: .changeRate, direction: ("增长", "下降")),
                    ]))
        }
        let written = sentences.compactMap(\.self)
        guard !written.isEmpty else { return }
        openChapter("财政拨款收入支出决算总体情况说明")
        written.forEach { add($0) }
    }
}
