import FinalAccounts
import Interchange
import OfficialForm

extension DisclosedLine {
    /// The line as `read` prints it: amounts in yuan, the stated rate in percent (never computed), the initial budget only
    /// where one is stated.
    var json: JSONValue {
        .members([
            "fund": .string(line.fund.rawValue), "category": name(level: .category), "section": name(level: .section),
            "item": name(level: .item), "code": line.subject.code.map(JSONValue.string),
            "initialBudget": line.initialBudget.amount.map(\.json), "budgetState": .string(line.initialBudget.state),
            "adjustedBudget": line.adjustedBudget.map(\.json), "actual": line.actual.map(\.json),
            "previousActual": (statedPreviousActual?.amount.json), "basic": line.basic.map(\.json),
            "project": line.project.map(\.json),
            "executionRate": statedRate.map(\.json), "rateBasis": (rateBasis?.rawValue).map(JSONValue.string),
            "reason": line.reason.map(JSONValue.string), "page": (line.source?.page).map(JSONValue.integer),
            "quote": (line.source?.quote).map(JSONValue.string), "place": .string(place.rawValue),
            "confidence": confidence.map(JSONValue.number),
        ])
    }

    /// The name at a level; a row that names only itself still stands at its own level.
    private func name(level: SubjectLevel) -> JSONValue? {
        let names = line.subject.names
        let index = level.depth - 1 - max(0, line.subject.level.depth - names.count)
        return names.indices.contains(index) ? .string(names[index]) : nil
    }
}
