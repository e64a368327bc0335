/// One side of a measure and the words for it.
package struct FormAspect: Sendable {
    /// The side.
    package let aspect: Aspect
    /// What is added to a measure's name in Chinese.
    package let name: String
    /// What is added to a measure's name in English.
    package let english: String
    /// Every wording that announces it, in folded form.
    package let phrases: [String]
    /// The column that it has in tables of one measure a row.
    package let column: FormColumn?

    /// Declares a side.
    package init(
        _ aspect: Aspect, _ name: String, _ english: String, phrases: [String] = [], column: FormColumn? = nil
    ) {
        self.aspect = aspect
        self.name = name
        self.english = english
        self.phrases = phrases.map(FormWords.folded)
        self.column = column
    }
}
