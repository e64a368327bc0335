import FinalAccounts

extension Evaluation {
    /// The self-evaluations that stated figures tell of: the unit's own, then each project's in the figures' order.
    ///
    /// - Parameters:
    ///   - figures: figures of the topics `overall_evaluation` and `project_evaluation`.
    ///   - unit: the name of the unit's own evaluation.
    public static func evaluations(in figures: [StatedFigure], of unit: BudgetUnit) -> [Evaluation] {
        var evaluations: [Evaluation] = []
        for figure in figures {
            let name: String
            switch (figure.measure.topic, figure.subject) {
            case (.overallEvaluation, _): name = unit.name
            case (.projectEvaluation, let project?): name = project
            default: continue
            }
            let kind: Kind = figure.measure.topic == .overallEvaluation ? .overall : .project
            if let index = evaluations.firstIndex(where: { $0.kind == kind && $0.name == name }) {
                evaluations[index].take(figure)
            } else {
                var evaluation = Evaluation(kind: kind, name: name)
                evaluation.take(figure)
                evaluations.append(evaluation)
            }
        }
        return evaluations.filter { $0.kind == .overall } + evaluations.filter { $0.kind == .project }
    }

    private mutating func take(_ figure: StatedFigure) {
        switch (figure.measure.aspect, figure.value) {
        case (.adjustedBudget, .amount(let stated)): budget = stated
        case (.amount, .amount(let stated)): executed = stated
        case (.rateOnBudget, .percentage(let stated)): rate = stated
        case (.score, .score(let stated)): score = stated
        default: break
        }
    }
}
