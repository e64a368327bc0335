import FinalAccounts

/// Which column of the draft sheet holds what; the same map serves writing and reading back.
struct DraftColumns: Hashable, Sendable {
    /// How many earlier years have a column.
    let history: Int

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
    /// The lower end of the 80% range.
    var lower: Int { budget + 4 }
    /// The upper end of the 80% range.
    var upper: Int { budget + 5 }
    /// The model in words.
    var model: Int { budget + 6 }
    /// The flags.
    var flags: Int { budget + 7 }
    /// The suggested budget.
    var suggested: Int { budget + 8 }
    /// The adjustment, to be filled in.
    var adjustment: Int { budget + 9 }
    /// The final budget.
    var final: Int { budget + 10 }
    /// The final budget against this year's actual.
    var change: Int { budget + 11 }
    /// A remark, to be filled in.
    var remark: Int { budget + 12 }
    /// How many columns there are.
    var count: Int { budget + 13 }

    /// The row of the column heads, counted from 0.
    static let headRow = 3
    /// The row of the total, the first with figures.
    static let firstRow = 4
}
