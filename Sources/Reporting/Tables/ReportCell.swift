import FinalAccounts
import Platform

/// One typed value of a table; how it is printed depends on the format.
package enum ReportCell: Hashable, Sendable {
    /// Nothing is stated: an empty field, `null` in JSON.
    case empty
    /// Words.
    case text(String)
    /// A whole number such as a year or a rank.
    case integer(Int)
    /// A sum of money; exact for programs, rounded to the display unit for people.
    case amount(Amount)
    /// A percentage; programs get the number without its sign.
    case percentage(StatedPercentage)
    /// A measured number and the decimals it is shown with.
    case number(Double, decimals: Int)
    /// A value from a fixed list: its spelling for programs, its label for people, how it is coloured.
    case term(code: String, label: String, tone: Tone = .plain)
    /// Words that lead to a file, whose path is relative to where the table is kept; programs get the path.
    case link(String, path: String)

    /// A moment in ISO 8601 in UTC, which people read in the time of the place; nothing for an empty or absent one.
    package static func moment(_ text: String?) -> ReportCell {
        guard let text, !text.isEmpty else { return .empty }
        return .term(code: text, label: LocalTime.text(of: text))
    }

    /// How much attention a term asks for.
    package enum Tone: String, Hashable, Sendable {
        /// None.
        case plain
        /// All is well.
        case good
        /// Worth a look.
        case warning
        /// Needs an answer.
        case serious
    }

    /// A sum of money, or nothing where none is stated.
    package static func amount(ifStated amount: Amount?) -> ReportCell {
        amount.map { .amount($0) } ?? .empty
    }

    /// A percentage, or nothing where there is none.
    package static func percentage(ifStated percentage: StatedPercentage?) -> ReportCell {
        percentage.map { .percentage($0) } ?? .empty
    }

    /// Words, or nothing where there are none.
    package static func text(ifStated text: String?) -> ReportCell {
        text.map { .text($0) } ?? .empty
    }

    /// An initial budget: its amount, the word for "unbudgeted", or nothing where the document is silent.
    package static func budget(_ state: BudgetState, in language: Language) -> ReportCell {
        switch state {
        case .stated(let amount): .amount(amount)
        case .unbudgeted: .term(code: "unbudgeted", label: Bilingual.unbudgeted.text(in: language), tone: .warning)
        case .notStated: .empty
        }
    }

    /// Whether figures were published or generated.
    package static func origin(_ origin: Origin, in language: Language) -> ReportCell {
        switch origin {
        case .published: .term(code: origin.rawValue, label: Bilingual.published.text(in: language))
        case .synthetic: .term(code: origin.rawValue, label: Bilingual.synthetic.text(in: language), tone: .warning)
        }
    }
}
