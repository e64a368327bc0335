import FinalAccounts

/// Which column of the draft sheet holds what; the same map serves writing and reading back.
struct DraftColumns: Hashable, Sendable {
    /// How many earlier years have a column.
    let history: Int
    /// Whether the model's own forecast has a column: where the user stated numbers, the two differ.
    var hasModelForecast = false

    /// How deep the row stands.
    let depth = 0
    /// The subject's code.
    let code = 1
    /// The subject's name.
    let name = 2
    /// The first earlier year.
    let firstHistory = 3
    /// This year's initial budget.
    var budget: Int { firstHistory + history }
    /// This year's adjusted budget.
    var adjusted: Int { budget + 1 }
    /// This year's actual.
    var actual: Int { budget + 2 }
    /// This year's execution rate.
    var rate: Int { budget + 3 }
    /// What is expected to be spent.
    var forecast: Int { budget + 4 }
    /// What the model says by itself; `nil` where it is the forecast.
    var modelForecast: Int? { hasModelForecast ? forecast + 1 : nil }
    /// The lower end of the 80% range.
    var lower: Int { forecast + (hasModelForecast ? 2 : 1) }
    /// The upper end of the 80% range.
    var upper: Int { lower + 1 }
    /// What is expected and not asked for.
    var apart: Int { lower + 2 }
    /// The class of the line.
    var lineClass: Int { lower + 3 }
    /// What shows the class.
    var evidence: Int { lower + 4 }
    /// What the years come to, in a sentence.
    var story: Int { lower + 5 }
    /// The model in words.
    var model: Int { lower + 6 }
    /// The flags.
    var flags: Int { lower + 7 }
    /// The budget that is asked for by policy and rules.
    var suggested: Int { lower + 8 }
    /// The adjustment, to be filled in.
    var adjustment: Int { lower + 9 }
    /// The final budget.
    var final: Int { lower + 10 }
    /// The final budget less this year's initial budget.
    var changeOnBudget: Int { lower + 11 }
    /// The final budget against this year's actual.
    var change: Int { lower + 12 }
    /// Where the line stands with those who approve it, to be chosen.
    var approval: Int { lower + 13 }
    /// A remark, to be filled in.
    var remark: Int { lower + 14 }
    /// How many columns there are.
    var count: Int { lower + 15 }

    /// The row of the column heads, counted from 0.
    static let headRow = 3
    /// The row of the total, the first with figures.
    static let firstRow = 4
}

extension DraftColumns {
    /// The columns of a draft's sheet.
    init(_ draft: BudgetDraft) {
        self.init(history: draft.historyYears.count, hasModelForecast: draft.hasMovedForecasts)
    }
}
