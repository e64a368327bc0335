/// The words that tell classes of lines apart, as data.
enum ClassWords {
    /// In a reason or name: money for one occasion.
    static let oneOff = ["疫情", "防疫", "应急", "抢险", "救灾", "灾后", "突发", "一次性", "普查"]
    /// In a reason: money that came from above.
    static let transfer = ["转移支付", "上级", "中央", "省级", "市级", "直达资金", "专款"]
    /// In a reason: money that was added to a budget during the year.
    static let addition = ["追加", "年中", "下达", "结转", "调增", "调剂"]
    /// In a name: money that follows from staff and pay.
    static let personnel = [
        "养老保险", "职业年金", "行政单位医疗", "事业单位医疗", "公务员医疗", "住房公积金", "提租补贴", "购房补贴", "离退休", "行政运行",
        "事业运行", "工资", "社会保障缴费",
    ]
    /// In a name: the three costs that may not rise.
    static let threePublic = ["公务接待", "因公出国", "公务用车"]

    /// The first of some words that a text has.
    static func first(_ words: [String], in text: String) -> String? { words.first(where: text.contains) }
}
