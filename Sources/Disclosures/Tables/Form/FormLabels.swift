import OfficialForm

/// The labels that the two-sided tables of the form print: sources of income and categories of expenditure.
///
/// A wrapped label is told from two labels by them: 国有资本 over 经营预算支出 is one.
enum FormLabels {
    /// Whether a numbered label begins a label of the form, or is one.
    static func begins(with folded: String) -> Bool {
        let scalars = Array(folded.unicodeScalars)
        guard let mark = OutlineMark(in: scalars, at: 0) else { return false }
        let words = String(String.UnicodeScalarView(scalars[mark.end...]))
        return !words.isEmpty && FormRows.numbered.contains { $0.opens(with: words) }
    }
}
