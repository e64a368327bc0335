import FinalAccounts

/// Labels of the totals that the disclosure's own figures show.
extension Bilingual {
    /// 财政拨款收入.
    static var fiscalIncome: Bilingual { Bilingual("财政拨款收入", "Fiscal appropriation") }
    /// 财政拨款支出.
    static var fiscalExpenditure: Bilingual { Bilingual("财政拨款支出", "Appropriation spent") }
    /// 上级补助收入.
    static var superiorSubsidyIncome: Bilingual { Bilingual("上级补助收入", "Subsidies from above") }
    /// 事业收入.
    static var businessIncome: Bilingual { Bilingual("事业收入", "Institutional income") }
    /// 经营收入.
    static var commercialIncome: Bilingual { Bilingual("经营收入", "Commercial income") }
    /// 附属单位上缴收入.
    static var affiliateIncome: Bilingual { Bilingual("附属单位上缴收入", "Paid in by affiliates") }
    /// 其他收入.
    static var otherIncome: Bilingual { Bilingual("其他收入", "Other income") }
    /// 基本支出.
    static var basicExpenditure: Bilingual { Bilingual("基本支出", "Basic expenditure") }
    /// 项目支出.
    static var projectExpenditure: Bilingual { Bilingual("项目支出", "Project expenditure") }
    /// 上缴上级支出.
    static var paymentsToSuperior: Bilingual { Bilingual("上缴上级支出", "Paid to superiors") }
    /// 经营支出.
    static var commercialExpenditure: Bilingual { Bilingual("经营支出", "Commercial expenditure") }
    /// 对附属单位补助支出.
    static var affiliateSubsidies: Bilingual { Bilingual("对附属单位补助支出", "Subsidies to affiliates") }
}
