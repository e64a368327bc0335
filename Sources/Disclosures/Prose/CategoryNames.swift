/// Categories (类) that are named without their sign: 教育支出10万元, 占…%.
struct CategoryNames {
    /// The names of categories over the years, as far as prose names them, without the closing 支出.
    private static let names: [[Unicode.Scalar]] = [
        "一般公共服务", "外交", "国防", "公共安全", "教育", "科学技术", "文化体育与传媒", "文化旅游体育与传媒", "社会保障和就业", "社会保险基金",
        "医疗卫生", "医疗卫生与计划生育", "卫生健康", "环境保护", "节能环保", "城乡社区", "农林水", "交通运输", "资源勘探信息等",
        "资源勘探工业信息等", "商业服务业等", "金融", "援助其他地区", "国土海洋气象等", "自然资源海洋气象等", "住房保障", "粮油物资储备",
        "灾害防治及应急管理", "债务还本", "债务付息", "债务发行费用", "抗疫特别国债安排的",
    ].map { Array($0.unicodeScalars) }.sorted { $0.count > $1.count }

    private static let ending: [Unicode.Scalar] = ["支", "出"]

    /// The categories of a stretch that a figure follows at once, in order.
    static func mentions(in text: FoldedText, _ range: Range<Int>) -> [SubjectMention] {
        var result: [SubjectMention] = []
        var position = range.lowerBound
        while position < range.upperBound {
            if let mention = mention(in: text, at: position, range) {
                result.append(mention)
                position = mention.range.upperBound
            } else {
                position += 1
            }
        }
        return result
    }

    /// The category that a stretch is the name of, `nil` for any other words.
    static func name(in text: FoldedText, _ range: Range<Int>) -> String? {
        for name in names where text.hasPrefix(name + ending, at: range.lowerBound) {
            let rest = range.lowerBound + name.count + ending.count
            guard rest == range.upperBound else { continue }
            return String(String.UnicodeScalarView(name + ending))
        }
        return nil
    }

    private static func mention(in text: FoldedText, at start: Int, _ range: Range<Int>) -> SubjectMention? {
        guard begins(text, at: start, from: range.lowerBound),
            let name = names.first(where: { text.hasPrefix($0 + ending, at: start) })
        else { return nil }
        let end = start + name.count + ending.count
        guard end < range.upperBound, statesFigure(text, from: end, limit: range.upperBound) else { return nil }
        return SubjectMention(
            category: String(String.UnicodeScalarView(name + ending)), section: nil, item: nil, code: nil,
            range: start..<end)
    }

    /// Whether a name may begin here: behind a stop, a number of the outline, a quotation mark, a code.
    private static func begins(_ text: FoldedText, at position: Int, from lowest: Int) -> Bool {
        guard position > lowest else { return true }
        switch text.scalars[position - 1] {
        case "，", ",", "。", "；", ";", ":", "、", "\"", ")", ".", "0"..."9": return true
        case "中": return position >= 2 && text.scalars[position - 2] == "其"
        default: return text.marks.last(before: position)?.end == position
        }
    }

    /// Whether an amount follows, or the words that announce one.
    private static func statesFigure(_ text: FoldedText, from start: Int, limit: Int) -> Bool {
        var position = start
        while position < limit, text.scalars[position] == "\"" || text.scalars[position] == "为" { position += 1 }
        guard position < limit else { return false }
        if ScalarFolding.isDigit(text.scalars[position]) { return true }
        return if case .aspect = Lexicon.match(text, at: position, end: limit)?.cue { true } else { false }
    }
}
