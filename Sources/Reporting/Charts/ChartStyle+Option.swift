import FinalAccounts
import Interchange
import Platform

/// What the options of live figures have in common: values with the words that are shown for them, axes, room.
extension ChartStyle {
    /// An amount at its place with what a reader is told of it: the amount with its unit, and a mark where one is true.
    func item(_ amount: Amount, mark: String = "") -> JSONValue {
        item(value: .number((value(amount) * 100).rounded() / 100), amounts.textWithUnit(amount, in: language) + mark)
    }

    /// A value with its words.
    func item(value: JSONValue, _ words: String) -> JSONValue {
        .object(["value": value, "text": .string(words)])
    }

    /// Words for a range.
    func words(_ range: ClosedRange<Amount>) -> String {
        amounts.text(range.lowerBound) + " – " + amounts.textWithUnit(range.upperBound, in: language)
    }

    /// The members of a figure with years or names along one axis and money along the other.
    func axes(_ names: [String], top: Int = 34) -> [String: JSONValue] {
        [
            "animation": .boolean(false),
            "grid": .object([
                "left": .integer(8), "right": .integer(16), "top": .integer(top), "bottom": .integer(8),
                "containLabel": .boolean(true),
            ]),
            "legend": .object(["show": .boolean(false)]),
            "tooltip": .object(["trigger": .string("axis"), "confine": .boolean(true)]),
            "xAxis": .object([
                "type": .string("category"), "data": .array(names.map(JSONValue.string)),
                "axisLabel": .object(["color": .string(ChartPalette.soft)]),
            ]),
            "yAxis": .object([
                "type": .string("value"), "name": .string(amounts.unitName(in: language)),
                "nameTextStyle": .object(["color": .string(ChartPalette.soft), "align": .string("right")]),
                "axisLabel": .object(["color": .string(ChartPalette.soft)]),
                "splitLine": .object(["lineStyle": .object(["color": .string(ChartPalette.line)])]),
            ]),
        ]
    }
}

extension JSONValue {
    /// The object with further members; other values stay as they are.
    func merging(_ members: [String: JSONValue]) -> JSONValue {
        guard case .object(let own) = self else { return self }
        return .object(own.merging(members) { _, new in new })
    }
}
