import FinalAccounts
import Interchange
import Platform

extension Disclosure {
    /// The document as `read` prints it, with its lines, figures, evaluations, tables and diagnostics; amounts are decimal
    /// strings in yuan.
    ///
    /// ```swift
    /// JSONValue.object(["documents": .array([disclosure.json(in: .en)])]).text(.indented)
    /// ```
    ///
    /// - Parameter language: the language of the diagnostics' sentences; all else is the same in both.
    public func json(in language: Language) -> JSONValue {
        .members([
            "file": .string(file), "kind": .string(kind.rawValue), "unit": (unit?.name).map(JSONValue.string),
            "fiscalYear": (fiscalYear?.number).map(JSONValue.integer), "lines": .array(lines.map(\.json)),
            "figures": .array(figures.map(\.json)), "evaluations": .array(evaluations.map(\.json)),
            "tables": .array(tables.map(\.json)), "remarks": remarks.isEmpty ? nil : .array(remarks.map(\.json)),
            "glossary": glossary.isEmpty ? nil : .array(glossary.map(\.json)),
            "bodies": bodies.isEmpty ? nil : .array(bodies.map(JSONValue.string)),
            "diagnostics": .array(diagnostics.map { $0.json(in: language) }),
            "placed": .integer(placedCount), "unplaced": .integer(unplacedCount),
        ])
    }
}
