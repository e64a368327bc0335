import Disclosures

/// A kind of error that is planted in documents which agree with themselves.
package enum ErrorFamily: String, Sendable, CaseIterable {
    case executionRate = "execution rate"
    case share
    case growth = "change and rate of change"
    case direction = "direction of a change"
    case comparison = "above, below, equal"
    case itemAmount = "amount of an item"
    case transposedDigits = "digits transposed in a total"
    case decimalPoint = "decimal point slipped in a total"
    case unitSlip = "yuan for ten thousand yuan"
    case parts = "part of a sum in the text"
    case counts = "counts and project budgets"
    case rateWithoutBudget = "rate without a budget"
    case reason = "missing or idle reason"
    case staleYear = "wrong year"
    case unitName = "another body's name"
    case subjectName = "subject named differently"
    case attachmentTitle = "title of an attachment"
    case tableCell = "cell of a table"
    case tableShift = "table that agrees with itself only"
    case missingTable = "missing or silent table"
    case costList = "list of costs"
    case foreignPurpose = "purpose of another subject"
    case residue = "residue of the form"
    case evaluation
    case restated = "last year restated"

    /// The rules that name such an error rightly: those whose own subject it is.
    package var rules: Set<String> {
        switch self {
        case .executionRate: ["execution-rate"]
        case .share: ["share"]
        case .growth: ["growth-rate", "change-amount"]
        case .direction: ["change-direction"]
        case .comparison: ["budget-comparison"]
        case .itemAmount: ["table-prose", "category-sum", "item-sum", "execution-rate"]
        case .transposedDigits, .decimalPoint, .unitSlip:
            [
                "repeated-figure", "table-prose", "fund-parts", "income-sources", "expenditure-kinds", "basic-parts",
                "category-sum", "item-sum", "balance", "growth-rate",
            ]
        case .parts: ["basic-parts", "procurement-parts", "three-public-parts", "table-prose"]
        case .counts: ["vehicle-count", "project-sum"]
        case .rateWithoutBudget: ["rate-without-budget"]
        case .reason: ["missing-reason", "idle-reason"]
        case .staleYear: ["stale-year"]
        case .unitName: ["unit-name"]
        case .subjectName: ["line-name", "official-name", "glossary-name", "code-name"]
        case .attachmentTitle: ["attachment-title"]
        case .tableCell: ["table-row", "table-column", "table-table", "balance"]
        case .tableShift: ["table-table", "table-prose"]
        case .missingTable: ["missing-table", "empty-table"]
        case .costList: ["listed-but-zero", "unlisted-cost"]
        case .foreignPurpose: ["foreign-purpose"]
        case .residue: ["placeholder", "open-choice", "missing-unit-word", "form-residue"]
        case .evaluation: ["score-above-weight", "full-marks-for-miss", "indicator-score"]
        case .restated: ["restated-figure"]
        }
    }

    /// Whether the error can only stand in a document with tables.
    package var needsTables: Bool {
        switch self {
        case .tableCell, .tableShift, .missingTable, .costList: true
        default: false
        }
    }

    /// The kind of difference that has to be named with the error.
    package var slip: String? {
        switch self {
        case .transposedDigits: "数字顺序颠倒"
        case .decimalPoint: "小数点错位"
        case .unitSlip: "元与万元混淆"
        default: nil
        }
    }
}

/// A document with one error.
package struct PlantedError: Sendable {
    /// What kind of error it is.
    package var family: ErrorFamily
    /// The document with the error.
    package var document: SyntheticDocument
    /// The sentence, row or name as it reads with the error.
    package var place: String
    /// What was changed to what, for people.
    package var change: String
    /// The figure or words that stand there now; empty where something was taken away.
    package var wrong: String
    /// The figure or words that stood there.
    package var right: String
}
