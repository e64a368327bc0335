import FinalAccounts
import Platform

/// Wording of the list of anomalies, its workbook and its page.
extension Bilingual {
    static var earlierYears: Bilingual { Bilingual("历年情况", "Earlier years") }
    static var earlier: Bilingual { Bilingual("历年：", "Earlier years: ") }
    static var colon: Bilingual { Bilingual("：", ": ") }
    static var noEarlierYears: Bilingual { Bilingual("此前年度无数据。", "No earlier year is on record.") }
    static var flagSheet: Bilingual { Bilingual("逐项说明", "Flags") }
    static var yearSheet: Bilingual { Bilingual("历年数据", "Years") }
    static var thresholds: Bilingual { Bilingual("阈值", "Thresholds") }
    static var threshold: Bilingual { Bilingual("名称", "Name") }
    static var meaning: Bilingual { Bilingual("含义", "Meaning") }
    static var flag: Bilingual { Bilingual("标记", "Flag") }
    static var expectedAmount: Bilingual { Bilingual("参照数", "Expected") }
    static var observedAmount: Bilingual { Bilingual("实际数", "Observed") }
    static var difference: Bilingual { Bilingual("差额", "Difference") }
    static var rateOfExpected: Bilingual { Bilingual("为参照数的", "Of expected") }
    static var surprise: Bilingual { Bilingual("异常程度（标准差）", "Surprise (std. dev.)") }
    static var pValue: Bilingual { Bilingual("p 值", "p-value") }
    static var adjustedPValue: Bilingual { Bilingual("校正 p 值（BH）", "Adjusted p (BH)") }
    static var priorForecast: Bilingual { Bilingual("事前预测", "Forecast before the year") }
    static var overview: Bilingual { Bilingual("总览", "Overview") }
    static var cases: Bilingual { Bilingual("逐项情况", "One by one") }
    static var examined: Bilingual { Bilingual("审查科目", "Subjects examined") }
    static var listed: Bilingual { Bilingual("列出异常", "Listed") }
    static var gravest: Bilingual { Bilingual("首要异常", "The gravest") }
    static var flagCounts: Bilingual { Bilingual("各类标记的科目数", "Subjects by flag") }
    static var profile: Bilingual { Bilingual("阈值方案", "Profile") }
    static var nothingFound: Bilingual {
        Bilingual("按所用阈值，没有需要说明的科目。", "Nothing departs far enough to be listed under these thresholds.")
    }
    static var severityText: Bilingual {
        Bilingual(
            "排序依据为程度：偏离金额相对于重要性水平的大小，与该偏离按本科目历年、本单位其他科目和其他单位同科目衡量的异常程度（标准差）合并计算。依据统计检验的标记，误报比例按 Benjamini-Hochberg 方法控制。",
            "The list is ranked by severity: the money by which a figure departs against materiality, together with how unusual the departure is (in standard deviations), judged by the subject's past, the unit's other subjects and the same subject elsewhere. Where a flag rests on a test, the share of false ones is controlled after Benjamini and Hochberg."
        )
    }
    static var auditProfile: Bilingual { Bilingual("审计（从严）", "audit (strict)") }
    static var draftProfile: Bilingual { Bilingual("预算编制", "draft") }

    static func anomaliesTitle(year: Int) -> Bilingual {
        Bilingual("\(year) 年度决算异常清单", "What does not fit in the accounts of \(year)")
    }

    static func anomaliesTitle(unit: String, year: Int) -> Bilingual {
        Bilingual("\(unit) \(year) 年度决算异常清单", "\(unit): what does not fit in the accounts of \(year)")
    }

    static func rowsShown(_ shown: Int, of all: Int) -> Bilingual {
        Bilingual(
            "显示前 \(shown) 项，共 \(all) 项；--format csv 或 xlsx 可输出全部。",
            "The first \(shown) of \(all) are shown; --format csv or xlsx writes them all.")
    }

    static func amountsInUnit(_ unit: String) -> Bilingual {
        Bilingual("按金额与异常程度排序 · 金额单位：\(unit)", "Ranked by money and surprise · amounts in \(unit)")
    }
}
