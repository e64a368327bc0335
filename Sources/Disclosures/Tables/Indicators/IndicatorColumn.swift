/// What a column of a table of indicators holds.
enum IndicatorColumn: Hashable, Sendable {
    /// 一级指标, 二级指标, and 三级指标 or 指标名称.
    case first, second, name
    /// 年度指标值 and 实际完成值.
    case target, actual
    /// 分值 and 得分.
    case weight, score
    /// 偏差原因分析及改进措施.
    case reason
    /// Anything else.
    case other

    /// What a header in folded form says of its column.
    init(header text: String) {
        func says(_ words: [String]) -> Bool { words.contains { text.holds($0) } }
        self =
            if says(["原因", "改进"]) {
                .reason
            } else if says(["一级"]) {
                .first
            } else if says(["二级"]) {
                .second
            } else if says(["解释", "说明", "评分标准", "评分细则", "计分", "偏差率", "完成率", "完成比例"]) {
                .other
            } else if says(["三级", "指标名称", "指标内容"]) {
                .name
            } else if says(["实际", "完成值", "完成情况"]) {
                .actual
            } else if says(["指标值", "目标值", "年度目标", "年初目标", "计划值"]) {
                .target
            } else if says(["分值", "权重", "标准分"]) {
                .weight
            } else if says(["得分", "评分"]) {
                .score
            } else {
                text.holds("偏差") ? .reason : .other
            }
    }
}
