import Reporting

/// What the machine names of a batch are called.
enum BatchWords {
    private static let phrases: [String: Phrase] = [
        "documents": Phrase(zhHans: "文件", en: "documents"), "units": Phrase(zhHans: "单位", en: "units"),
        "findings": Phrase(zhHans: "问题", en: "findings"),
        "above_threshold": Phrase(zhHans: "超过阈值", en: "above threshold"),
        "imported": Phrase(zhHans: "已导入", en: "imported"), "replaced": Phrase(zhHans: "已替换旧版", en: "replaced"),
        "unchanged": Phrase(zhHans: "未变", en: "unchanged"), "reinstated": Phrase(zhHans: "已恢复", en: "reinstated"),
        "skipped": Phrase(zhHans: "已跳过", en: "skipped"), "failed": Phrase(zhHans: "失败", en: "failed"),
        "done": Phrase(zhHans: "已完成", en: "done"), "running": Phrase(zhHans: "运行中", en: "running"),
        "interrupted": Phrase(zhHans: "已中断", en: "interrupted"), "finished": Phrase(zhHans: "已结束", en: "finished"),
        "abandoned": Phrase(zhHans: "已放弃", en: "abandoned"), "document": Phrase(zhHans: "文件", en: "document"),
        "unit": Phrase(zhHans: "单位", en: "unit"),
    ]

    /// The phrase of a name; the name itself where there is none.
    static func phrase(_ name: String) -> Phrase {
        phrases[name] ?? Phrase(zhHans: name, en: name)
    }
}
