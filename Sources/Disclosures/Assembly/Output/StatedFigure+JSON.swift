import Interchange
import OfficialForm

extension StatedFigure {
    /// The figure as `read` prints it: the measure as `topic.aspect`, the value as a decimal string (yuan, percent, points or
    /// a number of things).
    var json: JSONValue {
        .members([
            "measure": .string(measure.name), "subject": subject.map(JSONValue.string), "value": .string(value.text),
            "unit": .string(value.unitName), "page": page.map(JSONValue.integer), "quote": .string(quote),
            "confidence": confidence.map(JSONValue.number),
        ])
    }
}
