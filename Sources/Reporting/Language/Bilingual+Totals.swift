import FinalAccounts
import Platform

/// Labels of the totals that the disclosure's own figures show.
extension Bilingual {
    static var fiscalIncome: Bilingual { Bilingual("财政拨款收入", "Fiscal appropriation") }
    static var fiscalExpenditure: Bilingual { Bilingual("财政拨款支出", "Appropriation spent") }
    static var superiorSubsidyIncome: Bilingual { Bilingual("上级补助收入", "Subsidies from above") }
    static var businessIncome: Bilingual { Bilingual("事业收入", "Institutional income") }
    static var commercialIncome: Bilingual { Bilingual("经营收入", "Commercial income") }
    static var affiliateIncome: Bilingual { Bilingual("附属单位上缴收入", "Paid in by affiliates") }
    static var otherIncome: Bilingual { Bilingual("其他收入", "Other income") }
    static var basicExpenditure: Bilingual { Bilingual("基本支出", "Basic expenditure") }
    static var projectExpenditure: Bilingual { Bilingual("项目支出", "Project expenditure") }
    static var paymentsToSuperior: Bilingual { Bilingual("上缴上级支出", "Paid to superiors") }
    static var commercialExpenditure: Bilingual { Bilingual("经营支出", "Commercial expenditure") }
    static var affiliateSubsidies: Bilingual { Bilingual("对附属单位补助支出", "Subsidies to affiliates") }
}
