extension FormMeasure {
    /// What documents state of performance, and what stands in explanations.
    package static let performance: [FormMeasure] = [
        FormMeasure(
            .targetedProjects, "编报绩效目标的项目", "targeted projects",
            phrases: [
                "编报绩效目标", "编制绩效目标", "编制了绩效目标", "设定绩效目标", "填报绩效目标", "申报绩效目标", "设置绩效目标", "绩效目标管理", "设置了绩效目标", "设定了绩效目标",
                "编报了绩效目标", "填报了绩效目标", "绩效目标设置", "绩效目标覆盖", "绩效目标编报", "绩效目标申报", "实行绩效管理", "纳入绩效管理",
                "项目支出绩效目标", "绩效目标:",
            ]),
        FormMeasure(.trackedProjects, "绩效跟踪的项目", "tracked projects", phrases: ["绩效跟踪评价", "绩效跟踪", "绩效运行监控", "绩效监控"]),
        FormMeasure(
            .evaluatedProjects, "绩效自评的项目", "evaluated projects",
            phrases: ["绩效自评", "开展自评", "单位自评", "绩效评价", "自评价", "绩效自评价"]),
        FormMeasure(.indicators, "绩效指标", "evaluation indicators", phrases: ["共设置", "绩效评价共设置"]),
        FormMeasure(.metIndicators, "完成的绩效指标", "met indicators", phrases: ["完成的绩效指标", "完成指标", "已完成的绩效指标"]),
        FormMeasure(.unmetIndicators, "未完成的绩效指标", "unmet indicators", phrases: ["未完成的绩效指标", "未完成指标"]),
        FormMeasure(.averageScore, "平均得分", "average score", phrases: ["平均得分"]),
        FormMeasure(.evaluationProblems, "自评发现问题", "evaluation problems", phrases: ["发现问题"]),
        FormMeasure(.gradedProjects, "绩效评级项目", "graded projects", phrases: ["绩效评级为"]),
        FormMeasure(.overallEvaluation, "部门整体绩效自评", "overall evaluation"),
        FormMeasure(.projectEvaluation, "项目绩效自评", "project evaluation"),
        FormMeasure(.other, "表式以外的数", "other"),
        FormMeasure(.explanation, "原因说明中的金额", "explanation"),
    ]
}
