import FinalAccounts

/// Headings and words of figures that several tables share.
extension Bilingual {
    /// 支出决算.
    static var actual: Bilingual { Bilingual("支出决算", "Actual") }
    /// 年初预算.
    static var initialBudget: Bilingual { Bilingual("年初预算", "Initial budget") }
    /// 调整预算.
    static var adjustedBudget: Bilingual { Bilingual("调整预算", "Adjusted budget") }
    /// 预测.
    static var forecast: Bilingual { Bilingual("预测", "Forecast") }
    /// 模型预测.
    static var modelForecast: Bilingual { Bilingual("模型预测", "Model's forecast") }
    /// 预测.
    static var forecastMark: Bilingual { Bilingual("预测", " forecast") }
    /// 80% 区间.
    static var range80: Bilingual { Bilingual("80% 区间", "80% range") }
    /// 95% 区间.
    static var range95: Bilingual { Bilingual("95% 区间", "95% range") }
    /// 完成年初预算.
    static var executionRate: Bilingual { Bilingual("完成年初预算", "Execution rate") }
    /// 同比.
    static var changeOnYear: Bilingual { Bilingual("同比", "Year over year") }
    /// 增减额.
    static var change: Bilingual { Bilingual("增减额", "Change") }
    /// 增减率.
    static var changeRate: Bilingual { Bilingual("增减率", "Change in %") }
    /// 占比.
    static var share: Bilingual { Bilingual("占比", "Share") }
    /// 金额.
    static var amount: Bilingual { Bilingual("金额", "Amount") }
    /// 项目.
    static var item: Bilingual { Bilingual("项目", "Item") }
    /// 科目.
    static var subject: Bilingual { Bilingual("科目", "Subject") }
    /// 科目编码.
    static var subjectCode: Bilingual { Bilingual("科目编码", "Code") }
    /// 年度.
    static var year: Bilingual { Bilingual("年度", "Year") }
    /// 主要原因.
    static var reason: Bilingual { Bilingual("主要原因", "Reason") }
    /// 单位.
    static var unit: Bilingual { Bilingual("单位", "Unit") }
    /// 级次.
    static var level: Bilingual { Bilingual("级次", "Level") }
    /// 合计.
    static var grandTotal: Bilingual { Bilingual("合计", "Total") }
    /// 其他科目.
    static var otherSubjects: Bilingual { Bilingual("其他科目", "Other subjects") }
    /// 支出.
    static var expenditure: Bilingual { Bilingual("支出", "Expenditure") }
    /// 公开数据.
    static var published: Bilingual { Bilingual("公开数据", "published") }
    /// 模型.
    static var model: Bilingual { Bilingual("模型", "Model") }
    /// 说明.
    static var note: Bilingual { Bilingual("说明", "Note") }
    /// 所用年度.
    static var yearsUsed: Bilingual { Bilingual("所用年度", "Years used") }
    /// 预测年度.
    static var targetYear: Bilingual { Bilingual("预测年度", "Year") }
    /// 来源.
    static var origin: Bilingual { Bilingual("来源", "Origin") }
    /// 文件.
    static var document: Bilingual { Bilingual("文件", "Document") }
    /// 行数.
    static var lines: Bilingual { Bilingual("行数", "Lines") }
    /// 序号.
    static var rank: Bilingual { Bilingual("序号", "Rank") }
    /// 异常.
    static var flags: Bilingual { Bilingual("异常", "Flags") }
    /// 程度.
    static var severity: Bilingual { Bilingual("程度", "Severity") }
    /// 上年决算.
    static var previousActual: Bilingual { Bilingual("上年决算", "Last year") }
    /// 拉动（百分点）.
    static var growthContribution: Bilingual { Bilingual("拉动（百分点）", "Points of growth") }
    /// 状态.
    static var state: Bilingual { Bilingual("状态", "State") }
    /// 新增.
    static var appeared: Bilingual { Bilingual("新增", "appeared") }
    /// 停止.
    static var ended: Bilingual { Bilingual("停止", "ended") }
    /// 不可比.
    static var notComparable: Bilingual { Bilingual("不可比", "not comparable") }
    /// 80% 下限.
    static var lower80: Bilingual { Bilingual("80% 下限", "80% low") }
    /// 80% 上限.
    static var upper80: Bilingual { Bilingual("80% 上限", "80% high") }
    /// 支出合计.
    static var totalExpenditure: Bilingual { Bilingual("支出合计", "Total expenditure") }
    /// ，.
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
    static func comparedWith(_ year: Int) -> Bilingual {
        Bilingual("比 \(year) 年", "on \(year)")
    }

    /// 某单位 2023 年度决算.
    static func accountsOf(unit: String, year: Int) -> Bilingual {
        Bilingual("\(unit) \(year) 年度决算", "\(unit), final accounts of \(year)")
    }

    /// A remark in parentheses.
    static func aside(_ words: String) -> Bilingual {
        Bilingual("（\(words)）", " (\(words))")
    }
}
