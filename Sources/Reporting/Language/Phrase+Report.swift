import FinalAccounts

/// Wording of the report.
extension Phrase {
    static var summary: Phrase { Phrase(zhHans: "摘要", en: "Summary") }
    static var contents: Phrase { Phrase(zhHans: "目录", en: "Contents") }
    static var fourFigures: Phrase { Phrase(zhHans: "决算四图", en: "Four figures of the disclosure") }
    static var figureTotals: Phrase {
        Phrase(
            zhHans: "图1 收、支决算总计变动情况",
            en: "Figure 1. Change of total income and expenditure")
    }
    static var figureIncome: Phrase { Phrase(zhHans: "图2 收入决算结构", en: "Figure 2. Structure of income") }
    static var figureExpenditure: Phrase { Phrase(zhHans: "图3 支出决算结构", en: "Figure 3. Structure of expenditure") }
    static var figureAppropriation: Phrase {
        Phrase(
            zhHans: "图4 财政拨款收、支决算总计变动情况",
            en: "Figure 4. Change of fiscal appropriation")
    }
    static var figuresAsTable: Phrase { Phrase(zhHans: "数据表", en: "Figures as a table") }
    static var history: Phrase { Phrase(zhHans: "历年支出与预测", en: "Spending over the years and forecast") }
    static var historyTotal: Phrase { Phrase(zhHans: "支出合计", en: "Total expenditure") }
    static var historyCategories: Phrase { Phrase(zhHans: "按类分的支出", en: "Expenditure by category") }
    static var subjects: Phrase { Phrase(zhHans: "科目明细", en: "Subjects") }
    static var treeHint: Phrase {
        Phrase(
            zhHans: "点击科目可逐级展开，直至各年度数据、原因与预测说明。",
            en: "Open a subject to go down level by level, to its years, reasons and forecast.")
    }
    static var anomalies: Phrase { Phrase(zhHans: "异常清单", en: "What does not fit") }
    static var anomalyHint: Phrase {
        Phrase(
            zhHans: "按金额影响与异常程度综合排序。",
            en: "Ranked by the money at stake and by how unusual it is.")
    }
    static var findings: Phrase { Phrase(zhHans: "勾稽与一致性检查", en: "Consistency findings") }
    static var method: Phrase { Phrase(zhHans: "方法与准确度", en: "Method and accuracy") }
    static var modelsUsed: Phrase { Phrase(zhHans: "所用模型", en: "Models used") }
    static var subjectsWithModel: Phrase { Phrase(zhHans: "科目数", en: "Subjects") }
    static var methodText: Phrase {
        Phrase(
            zhHans: "每个科目单独建模；区间表示按以往误差估计，实际数落入其中的可能性。金额越小、年份越少，区间越宽。预测供编制预算参考，不代替政策判断。",
            en:
                "Each subject is modelled by itself. A range says how likely the actual is to fall into it, judged by past errors; the fewer the years, the wider it is. A forecast supports the budget draft and does not replace judgement of policy."
        )
    }
    static var provenance: Phrase { Phrase(zhHans: "数据来源", en: "Provenance") }
    static var provenanceHint: Phrase {
        Phrase(
            zhHans: "报告中的每个数字都来自下列文件。",
            en: "Every figure of this report comes from these documents.")
    }
    static var noReasonGiven: Phrase { Phrase(zhHans: "公开文件未说明原因。", en: "The document gives no reason.") }
    static var reasonGiven: Phrase { Phrase(zhHans: "公开原因：", en: "Reason given: ") }
    static var unbudgetedSpending: Phrase { Phrase(zhHans: "无年初预算支出", en: "Spent without a budget") }
    static var syntheticAsterisk: Phrase {
        Phrase(
            zhHans: "* 合成数据，仅供演示，并非公开数据。",
            en: "* Synthetic figures for demonstration, not published ones.")
    }
    static var reportSubtitlePlain: Phrase {
        Phrase(
            zhHans: "部门决算同比分析与下年预测",
            en: "Final accounts compared, and next year's forecast")
    }
    static var footer: Phrase {
        Phrase(
            zhHans: "由决算（Juesuan）生成。本文件可离线打开与打印。",
            en: "Made by Juesuan. This file opens offline and prints.")
    }

    static func reportTitle(unit: String, year: Int) -> Phrase {
        Phrase(zhHans: "\(unit) \(year) 年度决算分析报告", en: "Final accounts of \(unit), \(year)")
    }

    static func reportSubtitle(unit: String) -> Phrase {
        Phrase(
            zhHans: "部门决算同比分析与下年预测 · 金额单位：\(unit)",
            en: "Final accounts compared, and next year's forecast · amounts in \(unit)")
    }

    static func topQuestions(_ count: Int) -> Phrase {
        Phrase(zhHans: "最可能被问到的 \(count) 个科目", en: "The \(count) subjects that will be asked about")
    }

    static func spentIn(_ year: Int) -> Phrase {
        Phrase(zhHans: "\(year) 年支出决算", en: "Spent in \(year)")
    }

    static func actualOf(_ year: Int) -> Phrase {
        Phrase(zhHans: "\(year) 决算", en: "Actual \(year)")
    }

    static func forecastFor(_ year: Int) -> Phrase {
        Phrase(zhHans: "\(year) 年预测", en: "Forecast \(year)")
    }

    static func amountIn(_ year: Int, _ amount: String) -> Phrase {
        Phrase(zhHans: "\(year) 年 \(amount)", en: "\(year): \(amount)")
    }

    static func subjectCount(_ count: Int) -> Phrase {
        Phrase(zhHans: "\(count) 个科目", en: count == 1 ? "1 subject" : "\(count) subjects")
    }

    static func page(_ page: Int) -> Phrase {
        Phrase(zhHans: "第 \(page) 页", en: "page \(page)")
    }

    static func forecastBasis(model: String, years: String) -> Phrase {
        Phrase(zhHans: "模型 \(model)，所用年度 \(years)。", en: "model \(model), years used \(years).")
    }
}
