import FinalAccounts

/// Wording of the budget draft.
extension Phrase {
    /// 建议预算.
    static var suggested: Phrase { Phrase(zhHans: "建议预算", en: "Suggested") }
    /// 人工调整.
    static var adjustment: Phrase { Phrase(zhHans: "人工调整", en: "Adjustment") }
    /// 最终预算.
    static var finalBudget: Phrase { Phrase(zhHans: "最终预算", en: "Final") }
    /// 备注.
    static var remark: Phrase { Phrase(zhHans: "备注", en: "Remark") }
    /// 比本年决算.
    static var changeOnThisYear: Phrase { Phrase(zhHans: "比本年决算", en: "On this year") }
    /// 预测说明.
    static var modelInWords: Phrase { Phrase(zhHans: "预测说明", en: "Forecast in words") }
    /// 预算草案.
    static var draftSheet: Phrase { Phrase(zhHans: "预算草案", en: "Draft") }
    /// 编制假设.
    static var assumptionsSheet: Phrase { Phrase(zhHans: "编制假设", en: "Assumptions") }
    /// 异常.
    static var anomaliesSheet: Phrase { Phrase(zhHans: "异常", en: "Anomalies") }
    /// 方法.
    static var methodSheet: Phrase { Phrase(zhHans: "方法", en: "Method") }
    /// 来源.
    static var sourcesSheet: Phrase { Phrase(zhHans: "来源", en: "Sources") }
    /// 值.
    static var value: Phrase { Phrase(zhHans: "值", en: "Value") }
    /// 最终预算超出 80% 预测区间时标色.
    static var outsideRange: Phrase {
        Phrase(zhHans: "最终预算超出 80% 预测区间时标色", en: "Final budgets outside the 80% range are coloured")
    }
    /// 级.
    static var levelShort: Phrase {
        Phrase(
            zhHans: "级",
            en: "Lv")
    }
    /// 黄色单元格可填写，合计与比率自动计算.
    static var draftHint: Phrase {
        Phrase(
            zhHans: "黄色单元格可填写，合计与比率自动计算",
            en: "fill in the yellow cells; sums and rates follow")
    }
    /// 在建议预算上增减的数，单位与表头一致；减少填负数.
    static var adjustmentHint: Phrase {
        Phrase(
            zhHans: "在建议预算上增减的数，单位与表头一致；减少填负数。",
            en: "What is added to the suggestion, in the unit of the sheet; negative to take away.")
    }
    /// 本年.
    static var thisYear: Phrase {
        Phrase(
            zhHans: "本年",
            en: "This year")
    }
    /// 数据年度.
    static var yearsShown: Phrase {
        Phrase(
            zhHans: "数据年度",
            en: "Years shown")
    }
    /// 金额单位.
    static var amountUnit: Phrase {
        Phrase(
            zhHans: "金额单位",
            en: "Unit of amounts")
    }
    /// 新增科目.
    static var newRows: Phrase {
        Phrase(
            zhHans: "新增科目",
            en: "New subjects")
    }
    /// 版本.
    static var version: Phrase {
        Phrase(
            zhHans: "版本",
            en: "Version")
    }
    /// 取最末级科目的预测值，按表中小数位四舍五入；上级为下级之和.
    static var suggestionRule: Phrase {
        Phrase(
            zhHans: "取最末级科目的预测值，按表中小数位四舍五入；上级为下级之和。",
            en: "The forecast of the narrowest subjects, rounded to the printed digit; levels above are sums.")
    }
    /// 由编制人填写；上级与合计随之变动.
    static var adjustmentRule: Phrase {
        Phrase(
            zhHans: "由编制人填写；上级与合计随之变动。",
            en: "Filled in by the officer; levels above and the total follow.")
    }
    /// 未计入自填数字与设定增速时模型的预测；与预测不同处标色.
    static var modelForecastRule: Phrase {
        Phrase(
            zhHans: "未计入自填数字与设定增速时模型的预测；与预测不同处标色。",
            en: "What the model says without numbers of your own and stated growth; forecasts that differ are coloured."
        )
    }
    /// 建议预算加人工调整.
    static var finalRule: Phrase {
        Phrase(
            zhHans: "建议预算加人工调整。",
            en: "The suggestion and the adjustment together.")
    }
    /// 在所属上级之下插入一行，填写级、科目编码、科目名称和人工调整.
    static var newRowsRule: Phrase {
        Phrase(
            zhHans: "在所属上级之下插入一行，填写级、科目编码、科目名称和人工调整。",
            en: "Insert a row below its parent and fill in level, code, name and adjustment.")
    }

    /// 预算阶段.
    static var phase: Phrase { Phrase(zhHans: "预算阶段", en: "Phase") }
    /// 某单位 2024 年预算草案.
    static func draftTitle(unit: String, year: Int) -> Phrase {
        Phrase(zhHans: "\(unit) \(year) 年预算草案", en: "Budget draft of \(unit), \(year)")
    }

    /// 2023 年初预算.
    static func budgetOf(_ year: Int) -> Phrase {
        Phrase(zhHans: "\(year) 年初预算", en: "Budget \(year)")
    }
    /// 两版草案的差异.
    static var draftChanges: Phrase { Phrase(zhHans: "两版草案的差异", en: "What changed between two drafts") }
    /// 调整.
    static var draftChanged: Phrase { Phrase(zhHans: "调整", en: "changed") }
    /// 删除.
    static var draftRemoved: Phrase { Phrase(zhHans: "删除", en: "removed") }
    /// 原版.
    static var draftBefore: Phrase { Phrase(zhHans: "原版", en: "Before") }
    /// 新版.
    static var draftAfter: Phrase { Phrase(zhHans: "新版", en: "After") }
    /// 草案版本.
    static var draftHistory: Phrase { Phrase(zhHans: "草案版本", en: "Versions of the draft") }
    /// 保存时间.
    static var storedAt: Phrase { Phrase(zhHans: "保存时间", en: "Stored") }
    /// 编制人.
    static var author: Phrase { Phrase(zhHans: "编制人", en: "Author") }
    /// 事由.
    static var reasonForVersion: Phrase { Phrase(zhHans: "事由", en: "Reason") }

    /// 第 2 版与第 1 版的差异.
    static func draftVersions(_ before: Int, _ after: Int) -> Phrase {
        Phrase(
            zhHans: "草案第 \(after) 版与第 \(before) 版的差异", en: "Draft version \(after) compared with version \(before)")
    }
}
