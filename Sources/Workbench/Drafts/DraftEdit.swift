import FinalAccounts
import Platform
import Reporting

/// One cell of a draft as a person wants it.
package struct DraftEdit: Hashable, Sendable {
    /// What a cell holds, and of which kind it is.
    package enum Value: Hashable, Sendable {
        /// The budget that is asked for; `nil` for what was suggested.
        case final(Amount?)
        /// The reason.
        case note(String?)
        /// What those who approve say of the line.
        case approval(Approval?)

        /// The name of the cell's column.
        package var field: String {
            switch self {
            case .final: "final"
            case .note: "note"
            case .approval: "approval"
            }
        }

        /// The value for programs: amounts in yuan, nothing for none.
        package var text: String {
            switch self {
            case .final(let amount): amount.map { $0.formatted(unit: .yuan) } ?? ""
            case .note(let note): note ?? ""
            case .approval(let approval): approval?.rawValue ?? ""
            }
        }
    }

    /// The code of the line's subject, or its name where it has none.
    package let subject: String
    package let value: Value

    package init(subject: String, _ value: Value) {
        self.subject = subject
        self.value = value
    }
}

/// A cell that two people changed from one version, each to something else.
package struct DraftConflict: Hashable, Sendable {
    package let subject: Subject
    /// What it was when both began, what the one wants now, and what the other made of it.
    package let base: DraftEdit.Value
    package let mine: DraftEdit.Value
    package let theirs: DraftEdit.Value
}

extension DraftEntry {
    /// By what a line is named: the code of its subject, or its name where it has none.
    package var name: String { subject.code ?? subject.name }

    /// The cell of the column that a value is of.
    func cell(like value: DraftEdit.Value) throws(AmountError) -> DraftEdit.Value {
        switch value {
        case .final: .final(try final())
        case .note: .note(note)
        case .approval: .approval(approval)
        }
    }

    /// The entry with a cell changed.
    ///
    /// - Throws: ``WorkbenchError`` for a budget below zero; `AmountError`.
    func with(_ value: DraftEdit.Value) throws -> DraftEntry {
        var copy = self
        switch value {
        case .note(let note): copy.note = note.flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed }
        case .approval(let approval): copy.approval = approval
        case .final(nil): copy.adjustment = nil
        case .final(let wanted?):
            guard wanted >= .zero else {
                throw WorkbenchError(
                    .data, Bilingual("“\(name)”的预算小于零", "the budget of '\(name)' is below zero"),
                    advice: Bilingual("请填写零或正数", "enter zero or more"))
            }
            let change = try wanted.subtracting(suggested ?? .zero)
            copy.adjustment = change == .zero && suggested != nil ? nil : change
        }
        return copy
    }
}
