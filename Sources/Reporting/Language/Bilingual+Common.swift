import FinalAccounts
import Platform

/// Words that several tables share.
extension Bilingual {
    /// The state of a subject for which no initial budget was applied for.
    package static var unbudgeted: Bilingual { Bilingual("未申请年初预算", "unbudgeted") }

    /// The mark on everything that rests on generated figures.
    package static var synthetic: Bilingual { Bilingual("合成数据", "synthetic") }

    /// The note below a table some of whose years are generated.
    ///
    /// - Parameter years: the years, written out.
    package static func usesSyntheticYears(_ years: String) -> Bilingual {
        Bilingual(
            "注意：\(years)年的数据为合成数据（演示用），并非公开数据。",
            "Note: the figures of \(years) are synthetic (for demonstration), not published ones.")
    }

    /// The unit of a table's money.
    static func amountsIn(_ unit: String) -> Bilingual { Bilingual("金额单位：\(unit)", "amounts in \(unit)") }

    /// The note below a table that had to leave columns out to fit the terminal.
    static func hiddenColumns(_ count: Int) -> Bilingual {
        Bilingual(
            "（终端较窄，未显示 \(count) 列；--format csv 可输出全部）",
            "(\(count == 1 ? "1 column does" : "\(count) columns do") not fit the terminal; "
                + "--format csv writes them all)")
    }
}
