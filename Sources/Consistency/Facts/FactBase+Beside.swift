import Disclosures
import OfficialForm

extension FactBase {
    /// The figure that stands beside another: the nearest one before it in the same section that states one of
    /// the aspects of the same topic and subject, else the nearest one after it in the same sentence.
    ///
    /// - Parameters:
    ///   - index: the figure's index in ``figures``.
    ///   - topic: another topic to look for, for shares of something else.
    func beside(_ index: Int, _ aspects: Set<Aspect>, of topic: Topic? = nil) -> Fact.ID? {
        let figure = figures[index].stated
        let wanted = topic ?? figure.measure.topic
        let subject = topic == nil ? figure.subject : nil
        func fits(_ other: StatedFigure) -> Bool {
            other.measure.topic == wanted && aspects.contains(other.measure.aspect) && other.subject == subject
        }
        for other in figures[..<index].reversed() where other.stated.section == figure.section {
            if fits(other.stated) { return other.fact }
        }
        for other in figures[(index + 1)...] {
            if other.stated.quote != figure.quote { break }
            if fits(other.stated) { return other.fact }
        }
        return nil
    }
}
