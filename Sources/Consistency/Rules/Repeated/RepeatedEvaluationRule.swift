import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// All mentions of one figure of a self-evaluation: in the summary, in the report, in the table.
enum RepeatedEvaluationRule: ConsistencyRule {
    static let about = RuleDescription(
        "repeated-evaluation", .repetition, .error, title: Bilingual("绩效自评数据前后不一致", "Evaluation figures said twice"),
        compares: Bilingual(
            "同一项目或部门整体的预算数、执行数、得分、指标数在综述、报告、自评表中的各处",
            "budget, executed amount, score and number of indicators of one evaluation in summary, report and table"),
        tolerance: .sumTolerance, example: "综述：全年预算数4000.95万元；自评表：预算数4009.50万元")

    static func relations(in facts: FactBase) -> [Relation] {
        struct Key: Hashable {
            var topic: Topic
            var aspect: Aspect
            var subject: String?
        }
        // Where an initial and an adjusted budget are told apart, the plain word is the initial one.
        let adjusted = Set(
            facts.figures.filter { $0.measure.aspect == .adjustedBudget }.map {
                "\($0.measure.topic)|\($0.stated.subject ?? "")"
            })
        let initial = facts.figures.filter {
            $0.measure.aspect == .budget && adjusted.contains("\($0.measure.topic)|\($0.stated.subject ?? "")")
        }.filter { figure in
            facts.figures.contains {
                $0.measure == Measure(figure.measure.topic, .adjustedBudget) && $0.stated.quote == figure.stated.quote
            }
        }.map(\.fact)
        let topics: Set<Topic> = [
            .projectEvaluation, .overallEvaluation, .indicators, .metIndicators, .unmetIndicators,
        ]
        let mentions = facts.figures.filter {
            topics.contains($0.measure.topic) && aspect($0.measure.aspect) != nil && !initial.contains($0.fact)
        }
        let groups = Dictionary(grouping: mentions) {
            Key(topic: $0.measure.topic, aspect: aspect($0.measure.aspect) ?? .amount, subject: $0.stated.subject)
        }
        return groups.values.filter { $0.count > 1 }.sorted { $0[0].fact < $1[0].fact }.flatMap { mentions in
            mentions.dropFirst().map { later in
                Relation(
                    rule: id, target: later.fact, form: .sum([Relation.Term(mentions[0].fact)]),
                    source: Bilingual(
                        "另一处\(facts[mentions[0].fact].number.text)",
                        "\(facts[mentions[0].fact].number.text) stated elsewhere"))
            }
        }
    }

    /// The adjusted and the plain budget of a project are one; what was paid in may differ from both.
    private static func aspect(_ aspect: Aspect) -> Aspect? {
        switch aspect {
        case .budget, .adjustedBudget: .adjustedBudget
        case .amount, .score, .count: aspect
        default: nil
        }
    }
}
