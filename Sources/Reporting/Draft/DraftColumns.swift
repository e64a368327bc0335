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
    /// This year's actual.
    var actual: Int { budget + 1 }
    /// This year's execution rate.
    var rate: Int { budget + 2 }
    /// The forecast.
    var forecast: Int { budget + 3 }
    /// What the model says by itself; `nil` where it is the forecast.
    var modelForecast: Int? { hasModelForecast ? forecast + 1 : nil }
    /// The lower end of the 80% range.
    var lower: Int { forecast + (hasModelForecast ? 2 : 1) }
    /// The upper end of the 80% range.
    var upper: Int { lower + 1 }
    /// The model in words.
    var model: Int { lower + 2 }
    /// The flags.
    var flags: Int { lower + 3 }
    /// The suggested budget.
    var suggested: Int { lower + 4 }
    /// The adjustment, to be filled in.
    var adjustment: Int { lower + 5 }
    /// The final budget.
    var final: Int { lower + 6 }
    /// The final budget against this year's actual.
    var change: Int { lower + 7 }
    /// A remark, to be filled in.
    var remark: Int { lower + 8 }
    /// How many columns there are.
    var count: Int { lower + 9 }

    /// The row of the column heads, counted from 0.
    static let headRow = 3
    /// The row of the total, the first with figures.
    static let firstRow = 4
}
