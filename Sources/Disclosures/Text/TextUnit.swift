import FinalAccounts

/// The unit that a text states once for all of its amounts: 以下金额单位均为万元, 预算如下（单位：万元）.
///
/// A caption over a table alone (单位：万元) is not taken for the text's.
enum TextUnit {
    /// The unit, and where the words stand behind which it counts; `nil` where the text states none.
    static func find(in text: FoldedText) -> (unit: AmountUnit, from: Int)? {
        for position in text.scalars.indices {
            guard let lead = leads.longest(in: text, at: position, end: text.scalars.count) else { continue }
            let end = position + lead.length
            guard end < text.scalars.count,
                let name = names.longest(in: text, at: end, end: text.scalars.count)
            else { continue }
            return (name.value, end + name.length)
        }
        return nil
    }

    private static let leads = WordTable(words: ["单位均为", "单位都为", "单位都是", "单位统一为", "单位一律为", "如下(单位:", "如下(金额单位:"])

    private static let names = WordTable<AmountUnit>([
        (word: "元", value: .yuan), (word: "人民币元", value: .yuan), (word: "万元", value: .wan),
        (word: "人民币万元", value: .wan), (word: "亿元", value: .yi),
    ])
}
