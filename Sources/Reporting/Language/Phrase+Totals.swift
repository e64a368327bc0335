/// Labels of the totals that the disclosure's own figures show.
extension Phrase {
    /// 收入总计.
    static var totalIncome: Phrase { Phrase(zhHans: "收入总计", en: "Total income") }
    /// 支出总计.
    static var totalExpenditureSide: Phrase { Phrase(zhHans: "支出总计", en: "Total expenditure") }
    /// 财政拨款收入.
    static var fiscalIncome: Phrase { Phrase(zhHans: "财政拨款收入", en: "Fiscal appropriation") }
    /// 财政拨款支出.
    static var fiscalExpenditure: Phrase { Phrase(zhHans: "财政拨款支出", en: "Appropriation spent") }
    /// 上级补助收入.
    static var superiorSubsidyIncome: Phrase { Phrase(zhHans: "上级补助收入", en: "Subsidies from above") }
    /// 事业收入.
    static var businessIncome: Phrase { Phrase(zhHans: "事业收入", en: "Institutional income") }
    /// 经营收入.
    static var commercialIncome: Phrase { Phrase(zhHans: "经营收入", en: "Commercial income") }
    /// 附属单位上缴收入.
    static var affiliateIncome: Phrase { Phrase(zhHans: "附属单位上缴收入", en: "Paid in by affiliates") }
    /// 其他收入.
    static var otherIncome: Phrase { Phrase(zhHans: "其他收入", en: "Other income") }
    /// 基本支出.
    static var basicExpenditure: Phrase { Phrase(zhHans: "基本支出", en: "Basic expenditure") }
    /// 项目支出.
    static var projectExpenditure: Phrase { Phrase(zhHans: "项目支出", en: "Project expenditure") }
    /// 上缴上级支出.
    static var paymentsToSuperior: Phrase { Phrase(zhHans: "上缴上级支出", en: "Paid to superiors") }
    /// 经营支出.
    static var commercialExpenditure: Phrase { Phrase(zhHans: "经营支出", en: "Commercial expenditure") }
    /// 对附属单位补助支出.
    static var affiliateSubsidies: Phrase { Phrase(zhHans: "对附属单位补助支出", en: "Subsidies to affiliates") }
}
