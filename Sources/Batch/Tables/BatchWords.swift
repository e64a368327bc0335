import FinalAccounts
import Platform
import Reporting

/// What the machine names of a batch are called.
enum BatchWords {
    private static let phrases: [String: Bilingual] = [
        "documents": Bilingual("文件", "documents"), "units": Bilingual("单位", "units"),
        "findings": Bilingual("问题", "findings"),
        "above_threshold": Bilingual("超过阈值", "above threshold"),
        "imported": Bilingual("已导入", "imported"), "replaced": Bilingual("已替换旧版", "replaced"),
        "unchanged": Bilingual("未变", "unchanged"), "reinstated": Bilingual("已恢复", "reinstated"),
        "supplemented": Bilingual("已补充", "supplemented"), "kept": Bilingual("保留原有数据", "kept as history"),
        "history": Bilingual("历史版本", "history"),
        "skipped": Bilingual("无变化", "unchanged"), "failed": Bilingual("失败", "failed"),
        "done": Bilingual("已完成", "done"), "running": Bilingual("运行中", "running"),
        "interrupted": Bilingual("已中断", "interrupted"), "finished": Bilingual("已结束", "finished"),
        "abandoned": Bilingual("已放弃", "abandoned"), "document": Bilingual("文件", "document"),
        "unit": Bilingual("单位", "unit"), "error": Bilingual("错误", "error"),
        "warning": Bilingual("警告", "warning"), "anomaly": Bilingual("异常", "anomaly"),
    ]

    /// The phrase of a name; the name itself where there is none.
    static func phrase(_ name: String) -> Bilingual {
        phrases[name] ?? Bilingual(name, name)
    }
}
