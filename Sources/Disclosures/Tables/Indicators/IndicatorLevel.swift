/// The names of the first and second level of indicators, which are the same in every evaluation.
enum IndicatorLevel: Hashable, Sendable {
    case first
    case second
    /// 成本指标 stands at either level, as forms of different years have it.
    case either

    /// The level whose name stands at a position, at least up to the end of a word or cell.
    static func match(_ text: CellText, at position: Int, end: Int) -> (level: IndicatorLevel, range: Range<Int>)? {
        for (name, level) in names where text.hasPrefix(name, at: position) {
            let after = position + name.count
            guard after <= end else { continue }
            let isWhole = after == end || text.breaks[after] != .none || text.scalars[after] == "("
            if isWhole { return (level, position..<after) }
        }
        return nil
    }

    /// Whether words are the name of a level.
    static func isName(_ words: String) -> Bool {
        let words = Array(words.unicodeScalars)
        return names.contains { $0.0 == words }
    }

    private static let names: [([Unicode.Scalar], IndicatorLevel)] = vocabulary.map {
        (Array($0.0.unicodeScalars), $0.1)
    }.sorted { $0.0.count > $1.0.count }

    private static let vocabulary: [(String, IndicatorLevel)] =
        ["产出指标", "效益指标", "满意度指标", "绩效指标", "决策指标", "过程指标", "管理指标", "履职效能指标", "运行成本指标", "管理效率指标"].map { ($0, .first) }
        + [
            "数量指标", "质量指标", "时效指标", "经济成本指标", "社会成本指标", "生态环境成本指标", "环境成本指标", "经济效益指标", "社会效益指标",
            "生态效益指标", "环境效益指标", "可持续影响指标", "可持续发展指标", "服务对象满意度指标", "服务对象满意度", "社会公众满意度指标",
            "受益对象满意度指标", "满意度指标(服务对象)", "联系部门满意度指标", "经济效益", "社会效益", "生态效益", "可持续影响",
        ].map { ($0, .second) } + [("成本指标", .either)]
}
