import FinalAccounts
import Platform

/// One question as HTML: the subject, what does not fit, the reason given and where it was read.
struct QuestionText {
    let language: Language

    /// The whole question.
    ///
    /// - Parameter link: where the subject's name leads; `nil` for nowhere.
    func html(_ question: ReportQuestion, link: String? = nil) -> HTML {
        let name = SubjectLabel(language: language).name(of: question.subject)
        let title: HTML = link.map { "<a href=\"\($0)\">\(name)</a>" } ?? "\(name)"
        let path = question.subject.names.dropLast().joined(separator: " › ")
        let code = question.subject.code ?? ""
        let place = [code, path].filter { !$0.isEmpty }.joined(separator: " · ")
        let flags = question.flags.map { flag -> HTML in
            "<p><span class=\"tag \(flag.tone.rawValue)\">\(flag.label)</span>\(flag.sentence)</p>\n"
        }
        return """
            <div><h3 dir="auto">\(title)</h3><div class="path" dir="auto">\(place)</div>
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

extension ReportQuestion {
    /// The question as HTML, its subject's name leading somewhere.
    package func html(in language: Language, link: String?) -> HTML {
        QuestionText(language: language).html(self, link: link)
    }
}
