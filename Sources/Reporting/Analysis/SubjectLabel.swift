import FinalAccounts
import Platform

/// How a subject is called in tables and on pages.
struct SubjectLabel {
    let language: Language

    /// The subject's name, its code where it has no name, the word for the total at the top.
    func name(of subject: Subject) -> String {
        if subject.level == .total { return Bilingual.grandTotal.text(in: language) }
        if subject.isRemainder, language == .en { return "Remainder" }
        return subject.name.isEmpty ? subject.code ?? "" : subject.name
    }

    /// The names of the levels above, from the widest down; empty where they are not known.
    func path(of subject: Subject) -> String {
        subject.names.dropLast().joined(separator: " › ")
    }
}
