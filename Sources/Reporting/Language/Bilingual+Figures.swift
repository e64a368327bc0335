import FinalAccounts
import Platform

/// Headings and words of figures that several tables share.
extension Bilingual {
    static var actual: Bilingual { Bilingual("支出决算", "Actual") }
    static var initialBudget: Bilingual { Bilingual("年初预算", "Initial budget") }
    static var adjustedBudget: Bilingual { Bilingual("调整预算", "Adjusted budget") }
    static var forecast: Bilingual { Bilingual("预测", "Forecast") }
    static var modelForecast: Bilingual { Bilingual("模型预测", "Model's forecast") }
    static var forecastMark: Bilingual { Bilingual("预测", " forecast") }
    static var range80: Bilingual { Bilingual("80% 区间", "80% range") }
    static var range95: Bilingual { Bilingual("95% 区间", "95% range") }
    static var executionRate: Bilingual { Bilingual("完成年初预算", "Execution rate") }
    static var changeOnYear: Bilingual { Bilingual("同比", "Year over year") }
    static var change: Bilingual { Bilingual("增减额", "Change") }
    static var changeRate: Bilingual { Bilingual("增减率", "Change in %") }
    static var share: Bilingual { Bilingual("占比", "Share") }
    static var amount: Bilingual { Bilingual("金额", "Amount") }
    static var item: Bilingual { Bilingual("项目", "Item") }
    static var subject: Bilingual { Bilingual("科目", "Subject") }
    static var subjectCode: Bilingual { Bilingual("科目编码", "Code") }
    static var year: Bilingual { Bilingual("年度", "Year") }
    static var reason: Bilingual { Bilingual("主要原因", "Reason") }
    static var unit: Bilingual { Bilingual("单位", "Unit") }
    static var level: Bilingual { Bilingual("级次", "Level") }
    static var grandTotal: Bilingual { Bilingual("合计", "Total") }
    static var otherSubjects: Bilingual { Bilingual("其他科目", "Other subjects") }
    static var expenditure: Bilingual { Bilingual("支出", "Expenditure") }
    static var published: Bilingual { Bilingual("公开数据", "published") }
    static var model: Bilingual { Bilingual("模型", "Model") }
    static var note: Bilingual { Bilingual("说明", "Note") }
    static var yearsUsed: Bilingual { Bilingual("所用年度", "Years used") }
    static var targetYear: Bilingual { Bilingual("预测年度", "Year") }
    static var origin: Bilingual { Bilingual("来源", "Origin") }
    static var document: Bilingual { Bilingual("文件", "Document") }
    static var lines: Bilingual { Bilingual("行数", "Lines") }
    static var rank: Bilingual { Bilingual("序号", "Rank") }
    static var flags: Bilingual { Bilingual("异常", "Flags") }
    static var severity: Bilingual { Bilingual("程度", "Severity") }
    static var previousActual: Bilingual { Bilingual("上年决算", "Last year") }
    static var growthContribution: Bilingual { Bilingual("拉动（百分点）", "Points of growth") }
    static var state: Bilingual { Bilingual("状态", "State") }
    static var appeared: Bilingual { Bilingual("新增", "appeared") }
    static var ended: Bilingual { Bilingual("停止", "ended") }
    static var adjustedRate: Bilingual { Bilingual("完成调整预算", "Of adjusted budget") }
    static var incomplete: Bilingual { Bilingual("不完整", "incomplete") }
    static var notComparable: Bilingual { Bilingual("不可比", "not comparable") }
    static var lower80: Bilingual { Bilingual("80% 下限", "80% low") }
    static var upper80: Bilingual { Bilingual("80% 上限", "80% high") }
    static var totalExpenditure: Bilingual { Bilingual("支出合计", "Total expenditure") }
    static var comma: Bilingual { Bilingual("，", ", ") }

    /// The note below a table that rests on generated figures in part.
    static var includesSyntheticFigures: Bilingual {
        Bilingual(
            "注意：含合成数据（演示用），并非全部为公开数据。",
            "Note: some figures are synthetic (for demonstration), not published ones.")
    }

    /// 2023 年比 2022 年.
    static func compared(_ year: Int, to previous: Int) -> Bilingual {
        Bilingual("\(year) 年比 \(previous) 年", "\(year) compared with \(previous)")
    }

    /// 比 2022 年.
    static func comparedWith(_ year: Int) -> Bilingual { Bilingual("比 \(year) 年", "on \(year)") }

    /// 某单位 2023 年度决算.
    static func accountsOf(unit: String, year: Int) -> Bilingual {
        Bilingual("\(unit) \(year) 年度决算", "\(unit), final accounts of \(year)")
    }

    /// A remark in parentheses.
    static func aside(_ words: String) -> Bilingual { Bilingual("（\(words)）", " (\(words))") }
}
