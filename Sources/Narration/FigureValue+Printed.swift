import FinalAccounts
import OfficialForm

extension FigureValue {
    /// The value as texts print it; counts carry no word of their own, the sentence has it.
    package var printed: String {
        switch self {
        case .amount(let stated): stated.text
        case .percentage(let stated): stated.text
        case .count(let number, _): String(number)
        case .score(let number): number.text
        }
    }
}
