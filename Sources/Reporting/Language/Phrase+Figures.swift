/// Headings and words of figures that several tables share.
extension Phrase {
    /// 支出决算.
    static var actual: Phrase { Phrase(zhHans: "支出决算", en: "Actual") }
    /// 年初预算.
    static var initialBudget: Phrase { Phrase(zhHans: "年初预算", en: "Initial budget") }
    /// 调整预算.
    static var adjustedBudget: Phrase { Phrase(zhHans: "调整预算", en: "Adjusted budget") }
    /// 预测.
    static var forecast: Phrase { Phrase(zhHans: "预测", en: "Forecast") }
    /// 模型预测.
    static var modelForecast: Phrase { Phrase(zhHans: "模型预测", en: "Model's forecast") }
    /// 预测.
    static var forecastMark: Phrase { Phrase(zhHans: "预测", en: " forecast") }
    /// 80% 区间.
    static var range80: Phrase { Phrase(zhHans: "80% 区间", en: "80% range") }
    /// 95% 区间.
    static var range95: Phrase { Phrase(zhHans: "95% 区间", en: "95% range") }
    /// 完成年初预算.
    static var executionRate: Phrase { Phrase(zhHans: "完成年初预算", en: "Execution rate") }
    /// 同比.
    static var changeOnYear: Phrase { Phrase(zhHans: "同比", en: "Year over year") }
    /// 增减额.
    static var change: Phrase { Phrase(zhHans: "增减额", en: "Change") }
    /// 增减率.
    static var changeRate: Phrase { Phrase(zhHans: "增减率", en: "Change in %") }
    /// 占比.
    static var share: Phrase { Phrase(zhHans: "占比", en: "Share") }
    /// 金额.
    static var amount: Phrase { Phrase(zhHans: "金额", en: "Amount") }
    /// 项目.
    static var item: Phrase { Phrase(zhHans: "项目", en: "Item") }
    /// 科目.
    static var subject: Phrase { Phrase(zhHans: "科目", en: "Subject") }
    /// 科目编码.
    static var subjectCode: Phrase { Phrase(zhHans: "科目编码", en: "Code") }
    /// 年度.
    static var year: Phrase { Phrase(zhHans: "年度", en: "Year") }
    /// 主要原因.
    static var reason: Phrase { Phrase(zhHans: "主要原因", en: "Reason") }
    /// 单位.
    static var unit: Phrase { Phrase(zhHans: "单位", en: "Unit") }
    /// 级次.
    static var level: Phrase { Phrase(zhHans: "级次", en: "Level") }
    /// 合计.
    static var grandTotal: Phrase { Phrase(zhHans: "合计", en: "Total") }
    /// 其他科目.
    static var otherSubjects: Phrase { Phrase(zhHans: "其他科目", en: "Other subjects") }
    /// 支出.
    static var expenditure: Phrase { Phrase(zhHans: "支出", en: "Expenditure") }
    /// 公开数据.
    static var published: Phrase { Phrase(zhHans: "公开数据", en: "published") }
    /// 模型.
    static var model: Phrase { Phrase(zhHans: "模型", en: "Model") }
    /// 说明.
    static var note: Phrase { Phrase(zhHans: "说明", en: "Note") }
    /// 所用年度.
    static var yearsUsed: Phrase { Phrase(zhHans: "所用年度", en: "Years used") }
    /// 预测年度.
    static var targetYear: Phrase { Phrase(zhHans: "预测年度", en: "Year") }
    /// 来源.
    static var origin: Phrase { Phrase(zhHans: "来源", en: "Origin") }
    /// 文件.
    static var document: Phrase { Phrase(zhHans: "文件", en: "Document") }
    /// 行数.
    static var lines: Phrase { Phrase(zhHans: "行数", en: "Lines") }
    /// 序号.
    static var rank: Phrase { Phrase(zhHans: "序号", en: "Rank") }
    /// 异常.
    static var flags: Phrase { Phrase(zhHans: "异常", en: "Flags") }
    /// 程度.
    static var severity: Phrase { Phrase(zhHans: "程度", en: "Severity") }
    /// 上年决算.
    static var previousActual: Phrase { Phrase(zhHans: "上年决算", en: "Last year") }
    /// 拉动（百分点）.
    static var growthContribution: Phrase { Phrase(zhHans: "拉动（百分点）", en: "Points of growth") }
    /// 状态.
    static var state: Phrase { Phrase(zhHans: "状态", en: "State") }
    /// 新增.
    static var appeared: Phrase { Phrase(zhHans: "新增", en: "appeared") }
    /// 停止.
    static var ended: Phrase { Phrase(zhHans: "停止", en: "ended") }
    /// 不可比.
    static var notComparable: Phrase { Phrase(zhHans: "不可比", en: "not comparable") }
    /// 80% 下限.
    static var lower80: Phrase { Phrase(zhHans: "80% 下限", en: "80% low") }
    /// 80% 上限.
    static var upper80: Phrase { Phrase(zhHans: "80% 上限", en: "80% high") }
    /// 95% 下限.
    static var lower95: Phrase { Phrase(zhHans: "95% 下限", en: "95% low") }
    /// 95% 上限.
    static var upper95: Phrase { Phrase(zhHans: "95% 上限", en: "95% high") }
    /// 支出合计.
    static var totalExpenditure: Phrase { Phrase(zhHans: "支出合计", en: "Total expenditure") }
    /// ，.
    static var comma: Phrase { Phrase(zhHans: "，", en: ", ") }

    /// The note below a table that rests on generated figures in part.
    static var includesSyntheticFigures: Phrase {
        Phrase(
            zhHans: "注意：含合成数据（演示用），并非全部为公开数据。",
            en: "Note: some figures are synthetic (for demonstration), not published ones.")
    }

    /// 2023 年比 2022 年.
    static func compared(_ year: Int, to previous: Int) -> Phrase {
        Phrase(zhHans: "\(year) 年比 \(previous) 年", en: "\(year) compared with \(previous)")
    }

    /// 比 2022 年.
    static func comparedWith(_ year: Int) -> Phrase {
        Phrase(zhHans: "比 \(year) 年", en: "on \(year)")
    }

    /// 某单位 2023 年度决算.
    static func accountsOf(unit: String, year: Int) -> Phrase {
        Phrase(zhHans: "\(unit) \(year) 年度决算", en: "\(unit), final accounts of \(year)")
    }

    /// A remark in parentheses.
    static func aside(_ words: String) -> Phrase {
        Phrase(zhHans: "（\(words)）", en: " (\(words))")
    }
}
