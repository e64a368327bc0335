import FinalAccounts
import OfficialForm
import Platform

extension DisclosedLine {
    /// What it states that a document without a year has no line for.
    var withoutYear: Diagnostic? {
        line.source.map {
            Diagnostic(
                kind: .unplacedFigure, page: $0.page, quote: $0.quote,
                message: Bilingual(
                    "“\(line.subject.name)”的金额没有年度，未形成科目",
                    "the amounts of \(line.subject.name) have no year; no line was made of them"))
        }
    }
}
