/// One measure of the form and all that is said of it in words: what documents call it in their text and in their
/// tables, what it is called in print, and what it is a part of.
///
/// Words are written as they are printed; reading folds brackets and quotation marks of every width.
package struct FormMeasure: Sendable {
    /// The measure.
    package let topic: Topic
    /// Its name in Chinese.
    package let name: String
    /// Its name in English, inside a sentence.
    package let english: String
    /// Its name in English at the head of a column or beside a bar; the other one where there is none.
    package let heading: String
    /// Every wording that text has for it, in folded form.
    package let phrases: [String]
    /// The rows that it has in the two-sided tables.
    package let rows: [FormRow]
    /// The column that it has in the tables.
    package let column: FormColumn?
    /// What the same words mean in some parts of the form: 基本支出 is that of one fund in the part on that fund.
    package let meanings: [Section: Topic]
    /// The measure that is the sum of this one and others.
    package let whole: Topic?
    /// Words that a sentence names it by which says that there was none: 未购置公务用车.
    package let denials: [String]
    /// A measure that this one is never above.
    package let bound: Topic?
    /// Whether it is all the income or all the expenditure of one fund.
    package let isFundTotal: Bool
    /// Whether the fund it is of is named by the figure and not by the measure.
    package let namesFund: Bool

    /// Declares a measure.
    package init(
        _ topic: Topic, _ name: String, _ english: String, heading: String? = nil, phrases: [String] = [],
        rows: [FormRow] = [], column: FormColumn? = nil, meanings: [Section: Topic] = [:], partOf whole: Topic? = nil,
        denials: [String] = [], within bound: Topic? = nil, isFundTotal: Bool = false, namesFund: Bool = false
    ) {
        self.topic = topic
        self.name = name
        self.english = english
        self.heading = heading ?? english
        self.phrases = phrases.map(FormWords.folded)
        self.rows = rows.map { FormRow($0.number, $0.label.isEmpty ? name : $0.label) }
        self.column = column.map { $0.words.isEmpty ? FormColumn($0.label, name, []) : $0 }
        self.meanings = meanings
        self.whole = whole
        self.denials = denials
        self.bound = bound
        self.isFundTotal = isFundTotal
        self.namesFund = namesFund
    }
}
