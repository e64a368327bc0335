import FinalAccounts
import Platform

/// Wording of the report.
extension Bilingual {
    static var summary: Bilingual { Bilingual("摘要", "Summary") }
    static var contents: Bilingual { Bilingual("目录", "Contents") }
    static var fourFigures: Bilingual { Bilingual("决算四图", "Four figures of the disclosure") }
    static var figureTotals: Bilingual {
        Bilingual("图1 收、支决算总计变动情况", "Figure 1. Change of total income and expenditure")
    }
    static var figureIncome: Bilingual { Bilingual("图2 收入决算结构", "Figure 2. Structure of income") }
    static var figureExpenditure: Bilingual { Bilingual("图3 支出决算结构", "Figure 3. Structure of expenditure") }
    static var figureAppropriation: Bilingual {
        Bilingual("图4 财政拨款收、支决算总计变动情况", "Figure 4. Change of fiscal appropriation")
    }
    static var figuresAsTable: Bilingual { Bilingual("数据表", "Figures as a table") }
    static var history: Bilingual { Bilingual("历年支出与预测", "Spending over the years and forecast") }
    static var historyTotal: Bilingual { Bilingual("支出合计", "Total expenditure") }
    static var historyCategories: Bilingual { Bilingual("按类分的支出", "Expenditure by category") }
    static var composition: Bilingual { Bilingual("资金构成", "What the spending is made of") }
    static var compositionHint: Bilingual {
        Bilingual("预算类别、类级科目、科目，面积为支出金额", "Funds, categories and subjects; an area is what was spent")
    }
    static var fund: Bilingual { Bilingual("预算类别", "Fund") }
    static var category: Bilingual { Bilingual("类", "Category") }
    static var stated: Bilingual { Bilingual("文件所载", "stated") }
    static var computed: Bilingual { Bilingual("应为", "should be") }
    static var subjects: Bilingual { Bilingual("科目明细", "Subjects") }
    static var treeHint: Bilingual {
        Bilingual(
            "点击科目可逐级展开，直至各年度数据、原因与预测说明。",
            "Open a subject to go down level by level, to its years, reasons and forecast.")
    }
    static var anomalies: Bilingual { Bilingual("异常清单", "What does not fit") }
    static var anomalyHint: Bilingual {
        Bilingual("按金额影响与异常程度综合排序。", "Ranked by the money at stake and by how unusual it is.")
    }
    static var findings: Bilingual { Bilingual("勾稽与一致性检查", "Consistency findings") }
    static var method: Bilingual { Bilingual("方法与准确度", "Method and accuracy") }
    static var modelsUsed: Bilingual { Bilingual("所用模型", "Models used") }
    static var subjectsWithModel: Bilingual { Bilingual("科目数", "Subjects") }
    static var methodText: Bilingual {
        Bilingual(
            "每个科目单独建模；区间表示按以往误差估计，实际数落入其中的可能性。金额越小、年份越少，区间越宽。预测供编制预算参考，不代替政策判断。",
            "Each subject is modelled by itself. A range says how likely the actual is to fall into it, judged by past errors; the fewer the years, the wider it is. A forecast supports the budget draft and does not replace judgement of policy."
        )
    }
    static var provenance: Bilingual { Bilingual("数据来源", "Provenance") }
    static var provenanceHint: Bilingual {
        Bilingual("报告中的每个数字都来自下列文件。", "Every figure of this report comes from these documents.")
    }
    static var noReasonGiven: Bilingual { Bilingual("公开文件未说明原因。", "The document gives no reason.") }
    static var reasonGiven: Bilingual { Bilingual("公开原因：", "Reason given: ") }
    static var unbudgetedSpending: Bilingual { Bilingual("无年初预算支出", "Spent without a budget") }
    static var syntheticAsterisk: Bilingual {
        Bilingual("* 合成数据，仅供演示，并非公开数据。", "* Synthetic figures for demonstration, not published ones.")
    }
    static var reportSubtitlePlain: Bilingual {
        Bilingual("部门决算同比分析与下年预测", "Final accounts compared, and next year's forecast")
    }
    static var footer: Bilingual {
        Bilingual("由决算（Juesuan）生成。本文件可离线打开与打印。", "Made by Juesuan. This file opens offline and prints.")
    }

    static func reportTitle(unit: String, year: Int) -> Bilingual {
        Bilingual("\(unit) \(year) 年度决算分析报告", "Final accounts of \(unit), \(year)")
    }

    static func reportSubtitle(unit: String) -> Bilingual {
        Bilingual(
            "部门决算同比分析与下年预测 · 金额单位：\(unit)",
            "Final accounts compared, and next year's forecast · amounts in \(unit)")
    }

    static func topQuestions(_ count: Int) -> Bilingual {
        Bilingual("最可能被问到的 \(count) 个科目", "The \(count) subjects that will be asked about")
    }

    static func spentIn(_ year: Int) -> Bilingual { Bilingual("\(year) 年支出决算", "Spent in \(year)") }

    static func actualOf(_ year: Int) -> Bilingual { Bilingual("\(year) 决算", "Actual \(year)") }

    static func forecastFor(_ year: Int) -> Bilingual { Bilingual("\(year) 年预测", "Forecast \(year)") }

    static func amountIn(_ year: Int, _ amount: String) -> Bilingual {
        Bilingual("\(year) 年 \(amount)", "\(year): \(amount)")
    }

    static func subjectCount(_ count: Int) -> Bilingual {
        Bilingual("\(count) 个科目", count == 1 ? "1 subject" : "\(count) subjects")
    }

    static func page(_ page: Int) -> Bilingual { Bilingual("第 \(page) 页", "page \(page)") }

    static func forecastBasis(model: String, years: String) -> Bilingual {
        Bilingual("模型 \(model)，所用年度 \(years)。", "model \(model), years used \(years).")
    }
}
