/// Words that several tables share.
extension Phrase {
    /// The state of a subject for which no initial budget was applied for.
    public static var unbudgeted: Phrase { Phrase(zhHans: "未申请年初预算", en: "unbudgeted") }

    /// The mark on everything that rests on generated figures.
    public static var synthetic: Phrase { Phrase(zhHans: "合成数据", en: "synthetic") }

    /// The note below a table some of whose years are generated.
    ///
    /// - Parameter years: the years, written out.
    public static func usesSyntheticYears(_ years: String) -> Phrase {
        Phrase(
            zhHans: "注意：\(years)年的数据为合成数据（演示用），并非公开数据。",
            en: "Note: the figures of \(years) are synthetic (for demonstration), not published ones.")
    }

    /// The unit of a table's money.
    static func amountsIn(_ unit: String) -> Phrase {
        Phrase(zhHans: "金额单位：\(unit)", en: "amounts in \(unit)")
    }

    /// The note below a table that had to leave columns out to fit the terminal.
    static func hiddenColumns(_ count: Int) -> Phrase {
        Phrase(
            zhHans: "（终端较窄，未显示 \(count) 列；--format csv 可输出全部）",
            en: "(\(count == 1 ? "1 column does" : "\(count) columns do") not fit the terminal; "
                + "--format csv writes them all)")
    }
}
