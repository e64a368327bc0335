import FinalAccounts
import OfficialForm

/// The figures of a disclosure by what they measure, and which of them have been written.
struct FigureIndex {
    private struct Key: Hashable {
        var measure: Measure
        var subject: String?
        var fund: Fund?
    }

    private var figures: [Key: StatedFigure] = [:]
    private var order: [Key] = []
    private var written: Set<Key> = []

    init(_ figures: [StatedFigure]) {
        for figure in figures {
            let key = Self.key(figure.measure, figure.subject, figure.section.fund)
            guard self.figures[key] == nil else { continue }
            self.figures[key] = figure
            order.append(key)
        }
    }

    /// A figure's value, which counts as written from here on.
    mutating func take(
        _ topic: Topic, _ aspect: Aspect, subject: String? = nil, fund: Fund = .generalPublicBudget
    ) -> FigureValue? {
        let key = Self.key(Measure(topic, aspect), subject, fund)
        guard let figure = figures[key] else { return nil }
        written.insert(key)
        return figure.value
    }

    /// Whether a figure is there.
    func has(_ topic: Topic, _ aspect: Aspect) -> Bool {
        figures[Self.key(Measure(topic, aspect), nil, .generalPublicBudget)] != nil
    }

    /// The subjects a topic is stated of, in the document's order.
    func subjects(of topic: Topic, fund: Fund = .generalPublicBudget) -> [String] {
        var seen: Set<String> = []
        return order.compactMap { key in
            guard key.measure.topic == topic, let subject = key.subject, key.fund == nil || key.fund == fund,
                seen.insert(subject).inserted
            else { return nil }
            return subject
        }
    }

    /// What was not written, in the document's order.
    var unwritten: [StatedFigure] {
        order.compactMap { written.contains($0) ? nil : figures[$0] }
    }

    /// The same category may stand in two funds; every other measure is one whatever section states it.
    private static func key(_ measure: Measure, _ subject: String?, _ fund: Fund) -> Key {
        Key(measure: measure, subject: subject, fund: measure.topic == .category ? fund : nil)
    }
}
