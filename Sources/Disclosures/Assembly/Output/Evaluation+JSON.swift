import FinalAccounts
import Interchange
import OfficialForm

extension Evaluation {
    /// The self-evaluation as `read` prints it and the ledger keeps it: amounts in yuan, the rate in percent.
    public var json: JSONValue {
        .members([
            "kind": .string(kind.rawValue), "name": .string(name), "budget": budget.map(\.amount.json),
            "executed": executed.map(\.amount.json), "rate": rate.map(\.json), "score": score.map(\.json),
            "parts": parts.isEmpty ? nil : .array(parts.map(\.json)), "indicators": .array(indicators.map(\.json)),
            "page": page.map(JSONValue.integer),
            "quote": .string(quote),
        ])
    }
}

extension EvaluationPart {
    fileprivate var json: JSONValue {
        .members([
            "name": .string(name), "weight": weight.map(\.json), "score": score.map(\.json),
            "words": words.map(JSONValue.string),
        ])
    }
}

extension Indicator {
    fileprivate var json: JSONValue {
        .members([
            "firstLevel": firstLevel.map(JSONValue.string), "secondLevel": secondLevel.map(JSONValue.string),
            "name": .string(name), "weight": weight.map(\.json), "target": target.json, "actual": actual.json,
            "score": score.map(\.json), "reason": reason.map(JSONValue.string), "page": page.map(JSONValue.integer),
        ])
    }
}

extension IndicatorTarget {
    fileprivate var json: JSONValue {
        .members([
            "text": .string(text), "comparison": (comparison?.rawValue).map(JSONValue.string),
            "number": number.map(\.json), "unit": unit.map(JSONValue.string),
        ])
    }
}

extension DecimalText {
    fileprivate var json: JSONValue { .string(text) }
}

extension Amount {
    /// The amount as a decimal string in yuan.
    var json: JSONValue { .string(formatted(unit: .yuan)) }
}

extension StatedPercentage {
    /// The rate in percent, without the sign.
    var json: JSONValue { .string(String(text.dropLast())) }
}
