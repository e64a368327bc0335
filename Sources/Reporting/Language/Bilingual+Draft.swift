import FinalAccounts
import Platform

/// Wording of the budget draft.
extension Bilingual {
    static var suggested: Bilingual { Bilingual("申请预算", "Request") }
    static var expected: Bilingual { Bilingual("预计执行", "Expected") }
    static var notRequested: Bilingual { Bilingual("预计但不申请", "Expected, not asked for") }
    static var lineClass: Bilingual { Bilingual("类别", "Class") }
    static var evidence: Bilingual { Bilingual("依据", "Evidence") }
    static var story: Bilingual { Bilingual("一句话", "In a sentence") }
    static var changeOnBudget: Bilingual { Bilingual("比本年年初预算", "On this year's budget") }
    static var rulesKept: Bilingual { Bilingual("规则", "Rules") }
    static var bothTotals: Bilingual { Bilingual("两个总数", "Both totals") }
    /// 2023 调整预算.
    static func adjustedOf(_ year: Int) -> Bilingual { Bilingual("\(year) 调整预算", "Adjusted \(year)") }
    /// 2024 年预计执行.
    static func expectedIn(_ year: Int) -> Bilingual { Bilingual("\(year) 年预计执行", "Expected in \(year)") }
    static var adjustment: Bilingual { Bilingual("人工调整", "Adjustment") }
    static var finalBudget: Bilingual { Bilingual("最终预算", "Final") }
    static var approval: Bilingual { Bilingual("审批状态", "Approval") }
    static var rulesSheet: Bilingual { Bilingual("规则", "Rules") }
    static var scenariosSheet: Bilingual { Bilingual("方案比较", "Scenarios") }
    static var scenario: Bilingual { Bilingual("方案", "Scenario") }
    static var remark: Bilingual { Bilingual("备注", "Remark") }
    static var changeOnThisYear: Bilingual { Bilingual("比本年决算", "On this year") }
    static var modelInWords: Bilingual { Bilingual("预测说明", "Forecast in words") }
    static var draftSheet: Bilingual { Bilingual("预算草案", "Draft") }
    static var assumptionsSheet: Bilingual { Bilingual("编制假设", "Assumptions") }
    static var anomaliesSheet: Bilingual { Bilingual("异常", "Anomalies") }
    static var methodSheet: Bilingual { Bilingual("方法", "Method") }
    static var sourcesSheet: Bilingual { Bilingual("来源", "Sources") }
    static var value: Bilingual { Bilingual("值", "Value") }
    static var outsideRange: Bilingual {
        Bilingual("最终预算超出 80% 预测区间时标色", "Final budgets outside the 80% range are coloured")
    }
    static var levelShort: Bilingual { Bilingual("级", "Lv") }
    static var draftHint: Bilingual {
        Bilingual("黄色单元格可填写，合计与比率自动计算", "fill in the yellow cells; sums and rates follow")
    }
    static var adjustmentHint: Bilingual {
        Bilingual(
            "在申请预算上增减的数，单位与表头一致；减少填负数。",
            "What is added to the request, in the unit of the sheet; negative to take away.")
    }
    static var thisYear: Bilingual { Bilingual("本年", "This year") }
    static var yearsShown: Bilingual { Bilingual("数据年度", "Years shown") }
    static var amountUnit: Bilingual { Bilingual("金额单位", "Unit of amounts") }
    static var newRows: Bilingual { Bilingual("新增科目", "New subjects") }
    static var version: Bilingual { Bilingual("版本", "Version") }
    static var suggestionRule: Bilingual {
        Bilingual(
            "最末级科目按类别的政策得出，并满足规则：以本年年初预算为基数，追加不作基数，人员经费据实；年中追加、上级转移和一次性支出不申请；按表中小数位四舍五入，上级为下级之和。",
            "What the policy for the class of each narrowest subject asks for, with all rules kept: this year's initial budget is the base, what was added to it is not, pay is asked for as it will be due; what is added during the year, comes from above or was for one occasion is not asked for; rounded to the printed digit, levels above are sums."
        )
    }
    static var adjustmentRule: Bilingual {
        Bilingual("由编制人填写；上级与合计随之变动。", "Filled in by the officer; levels above and the total follow.")
    }
    static var modelForecastRule: Bilingual {
        Bilingual(
            "未计入自填数字与设定增速时模型的预测；与预测不同处标色。",
            "What the model says without numbers of your own and stated growth; forecasts that differ are coloured."
        )
    }
    static var finalRule: Bilingual { Bilingual("申请预算加人工调整。", "The request and the adjustment together.") }
    static var newRowsRule: Bilingual {
        Bilingual(
            "在所属上级之下插入一行，填写级、科目编码、科目名称和人工调整。",
            "Insert a row below its parent and fill in level, code, name and adjustment.")
    }

    static var phase: Bilingual { Bilingual("预算阶段", "Phase") }
    /// 某单位 2024 年预算草案.
    static func draftTitle(unit: String, year: Int) -> Bilingual {
        Bilingual("\(unit) \(year) 年预算草案", "Budget draft of \(unit), \(year)")
    }

    /// 2023 年初预算.
    static func budgetOf(_ year: Int) -> Bilingual { Bilingual("\(year) 年初预算", "Budget \(year)") }
    static var draftChanges: Bilingual { Bilingual("两版草案的差异", "What changed between two drafts") }
    static var draftChanged: Bilingual { Bilingual("调整", "changed") }
    static var draftRemoved: Bilingual { Bilingual("删除", "removed") }
    static var draftBefore: Bilingual { Bilingual("原版", "Before") }
    static var draftAfter: Bilingual { Bilingual("新版", "After") }
    static var draftHistory: Bilingual { Bilingual("草案版本", "Versions of the draft") }
    static var storedAt: Bilingual { Bilingual("保存时间", "Stored") }
    static var author: Bilingual { Bilingual("编制人", "Author") }
    static var reasonForVersion: Bilingual { Bilingual("事由", "Reason") }

    /// 第 2 版与第 1 版的差异.
    static func draftVersions(_ before: Int, _ after: Int) -> Bilingual {
        Bilingual("草案第 \(after) 版与第 \(before) 版的差异", "Draft version \(after) compared with version \(before)")
    }
}
