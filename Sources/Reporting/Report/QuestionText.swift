import FinalAccounts
import Platform

/// One question as HTML: the subject, what does not fit, the reason given and where it was read.
struct QuestionText {
    let language: Language

    /// The whole question.
    func html(_ question: ReportQuestion) -> HTML {
        let path = question.subject.names.dropLast().joined(separator: " › ")
        let code = question.subject.code ?? ""
        let place = [code, path].filter { !$0.isEmpty }.joined(separator: " · ")
        let flags = question.flags.map { flag -> HTML in
            "<p><span class=\"tag \(flag.tone.rawValue)\">\(flag.label)</span>\(flag.sentence)</p>\n"
        }
        return """
            <div><h3 dir="auto">\(SubjectLabel(language: language).name(of: question.subject))</h3><div class="path" dir="auto">\(place)</div>
            \(flags)\(reason(question))</div>
            """
    }

    private func reason(_ question: ReportQuestion) -> HTML {
        guard let reason = question.reason else {
            return "<blockquote>\(text(.noReasonGiven))</blockquote>"
        }
        return "<blockquote>\(text(.reasonGiven))\(reason)\(citation(question.source))</blockquote>"
    }

    private func citation(_ source: SourceReference?) -> HTML {
        guard let source else { return .empty }
        let place = source.page.map { text(Bilingual.page($0)) } ?? ""
        let words = place.isEmpty ? source.file : source.file + " " + place
        return "<small>\(text(Bilingual.aside(words)))</small>"
    }

    private func text(_ phrase: Bilingual) -> String { phrase.text(in: language) }
}
