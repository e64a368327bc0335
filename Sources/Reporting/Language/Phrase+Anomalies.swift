/// Wording of the list of anomalies, its workbook and its page.
extension Phrase {
    /// 历年情况.
    static var earlierYears: Phrase { Phrase(zhHans: "历年情况", en: "Earlier years") }
    /// 历年：.
    static var earlier: Phrase { Phrase(zhHans: "历年：", en: "Earlier years: ") }
    static var colon: Phrase { Phrase(zhHans: "：", en: ": ") }
    static var noEarlierYears: Phrase { Phrase(zhHans: "此前年度无数据。", en: "No earlier year is on record.") }
    static var flagSheet: Phrase { Phrase(zhHans: "逐项说明", en: "Flags") }
    static var yearSheet: Phrase { Phrase(zhHans: "历年数据", en: "Years") }
    static var thresholds: Phrase { Phrase(zhHans: "阈值", en: "Thresholds") }
    static var threshold: Phrase { Phrase(zhHans: "名称", en: "Name") }
    static var meaning: Phrase { Phrase(zhHans: "含义", en: "Meaning") }
    static var flag: Phrase { Phrase(zhHans: "标记", en: "Flag") }
    static var expectedAmount: Phrase { Phrase(zhHans: "参照数", en: "Expected") }
    static var observedAmount: Phrase { Phrase(zhHans: "实际数", en: "Observed") }
    static var difference: Phrase { Phrase(zhHans: "差额", en: "Difference") }
    static var rateOfExpected: Phrase { Phrase(zhHans: "为参照数的", en: "Of expected") }
    static var surprise: Phrase { Phrase(zhHans: "异常程度（标准差）", en: "Surprise (std. dev.)") }
    static var pValue: Phrase { Phrase(zhHans: "p 值", en: "p-value") }
    static var adjustedPValue: Phrase { Phrase(zhHans: "校正 p 值（BH）", en: "Adjusted p (BH)") }
    static var priorForecast: Phrase { Phrase(zhHans: "事前预测", en: "Forecast before the year") }
    static var overview: Phrase { Phrase(zhHans: "总览", en: "Overview") }
    static var cases: Phrase { Phrase(zhHans: "逐项情况", en: "One by one") }
    static var examined: Phrase { Phrase(zhHans: "审查科目", en: "Subjects examined") }
    static var listed: Phrase { Phrase(zhHans: "列出异常", en: "Listed") }
    static var gravest: Phrase { Phrase(zhHans: "首要异常", en: "The gravest") }
    static var flagCounts: Phrase { Phrase(zhHans: "各类标记的科目数", en: "Subjects by flag") }
    static var profile: Phrase { Phrase(zhHans: "阈值方案", en: "Profile") }
    static var nothingFound: Phrase {
        Phrase(
            zhHans: "按所用阈值，没有需要说明的科目。",
            en: "Nothing departs far enough to be listed under these thresholds.")
    }
    static var severityText: Phrase {
        Phrase(
            zhHans:
                "排序依据为程度：偏离金额相对于重要性水平的大小，与该偏离按本科目历年、本单位其他科目和其他单位同科目衡量的异常程度（标准差）合并计算。依据统计检验的标记，误报比例按 Benjamini-Hochberg 方法控制。",
            en:
                "The list is ranked by severity: the money by which a figure departs against materiality, together with how unusual the departure is (in standard deviations), judged by the subject's past, the unit's other subjects and the same subject elsewhere. Where a flag rests on a test, the share of false ones is controlled after Benjamini and Hochberg."
        )
    }
    static var auditProfile: Phrase { Phrase(zhHans: "审计（从严）", en: "audit (strict)") }
    static var draftProfile: Phrase { Phrase(zhHans: "预算编制", en: "draft") }

    static func anomaliesTitle(year: Int) -> Phrase {
        Phrase(zhHans: "\(year) 年度决算异常清单", en: "What does not fit in the accounts of \(year)")
    }

    static func anomaliesTitle(unit: String, year: Int) -> Phrase {
        Phrase(zhHans: "\(unit) \(year) 年度决算异常清单", en: "\(unit): what does not fit in the accounts of \(year)")
    }

    static func rowsShown(_ shown: Int, of all: Int) -> Phrase {
        Phrase(
            zhHans: "显示前 \(shown) 项，共 \(all) 项；--format csv 或 xlsx 可输出全部。",
            en: "The first \(shown) of \(all) are shown; --format csv or xlsx writes them all.")
    }

    static func amountsInUnit(_ unit: String) -> Phrase {
        Phrase(zhHans: "按金额与异常程度排序 · 金额单位：\(unit)", en: "Ranked by money and surprise · amounts in \(unit)")
    }

    static func unitCount(_ count: Int) -> Phrase {
        Phrase(zhHans: "\(count) 个单位", en: count == 1 ? "1 unit" : "\(count) units")
    }
}
