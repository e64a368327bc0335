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
                    Piece(before: "收入总计", topic: .incomeTotal, aspect: .amount),
                    Piece(before: "支出总计", topic: .expenditureTotal, aspect: .amount),
                ]),
            sentence(
                "其中：",
                [
                    Piece(before: "使用非财政拨款结余", topic: .usedReserves, aspect: .amount),
                    Piece(before: "年初结转和结余", topic: .openingBalance, aspect: .amount),
                    Piece(before: "结余分配", topic: .distributedSurplus, aspect: .amount),
                    Piece(before: "年末结转和结余", topic: .closingBalance, aspect: .amount),
                ]),
        ].compactMap(\.self)
        guard !paragraphs.isEmpty else { return }
        openChapter("收入支出决算总体情况说明")
        paragraphs.forEach { add($0) }
    }

    private mutating func writeIncome() {
        let sources: [(String, Topic)] = [
            ("财政拨款收入", .fiscalIncome), ("上级补助收入", .superiorSubsidyIncome), ("事业收入", .businessIncome),
            ("经营收入", .commercialIncome), ("附属单位上缴收入", .affiliateIncome), ("其他收入", .otherIncome),
        ]
        writeSide("收入决算情况说明", total: .yearIncome, name: "收入合计", whole: "本年收入", parts: sources)
    }

    private mutating func writeExpenditure() {
        let kinds: [(String, Topic)] = [
            ("基本支出", .basicExpenditure), ("项目支出", .projectExpenditure), ("上缴上级支出", .paymentsToSuperior),
            ("经营支出", .commercialExpenditure), ("对附属单位补助支出", .affiliateSubsidies),
        ]
        writeSide("支出决算情况说明", total: .yearExpenditure, name: "支出合计", whole: "本年支出", parts: kinds)
    }

    private mutating func writeSide(
        _ title: String, total: Topic, name: String, whole: String, parts: [(String, Topic)]
    ) {
        let lead = style == .itemized ? "\(year)年度" : "本年"
        let sentences = [
            sentence(lead, [Piece(before: name, topic: total, aspect: .amount)]),
            change(total, "与\(lastYear)年度相比，\(name)"),
            breakdown(parts, whole: whole),
        ].compactMap(\.self)
        guard !sentences.isEmpty else { return }
        openChapter(title)
        sentences.forEach { add($0) }
    }

    /// 其中：财政拨款收入…，占本年收入…；事业收入…，占…。
    private mutating func breakdown(_ parts: [(String, Topic)], whole: String) -> String? {
        let clauses = parts.compactMap { name, topic in
            self.clauses([
                Piece(before: name, topic: topic, aspect: .amount),
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
        let funds: [(String, Topic)] = [
            ("一般公共预算财政拨款收入", .generalPublicIncome), ("政府性基金预算财政拨款收入", .governmentFundIncome),
            ("国有资本经营预算财政拨款收入", .stateCapitalIncome), ("财政拨款支出", .fiscalExpenditure),
        ]
        for (name, topic) in funds {
            sentences.append(
                sentence(
                    "",
                    [
                        Piece(before: name, topic: topic, aspect: .amount),
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
