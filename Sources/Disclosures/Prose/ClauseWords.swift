/// The words between a stop and an amount.
enum ClauseWords {
    /// Whether the words name nothing of their own, so that the amount still states what was named before them:
    /// ，共计支出3万元, but not ，维修3万元.
    static func areNeutral(_ text: FoldedText, _ range: Range<Int>) -> Bool {
        guard !range.isEmpty else { return true }
        var position = range.lowerBound
        while position < range.upperBound {
            if let word = neutral.first(where: { text.hasPrefix($0, at: position) }) {
                position += word.count
            } else if ScalarFolding.isDigit(text.scalars[position]) {
                position += 1
            } else {
                return false
            }
        }
        return true
    }

    private static let neutral: [[Unicode.Scalar]] = [
        "本部门", "本单位", "我单位", "我局", "全年", "本年度", "本年", "当年", "年度", "共计", "合计", "总计", "累计", "实际", "发生", "安排",
        "支出", "收入", "金额", "总额", "费用", "决算数", "决算", "分别", "均", "共", "为", "是", "达", "计", "约", "的", "年", ":", "其中", " ",
    ].map { Array($0.unicodeScalars) }
}
