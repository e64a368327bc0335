import OfficialForm

extension TableHead {
    /// What the other columns or rows of a table say, which settles what its words alone leave open.
    struct Setting {
        /// The year of the document.
        var fiscalYear: Int
        /// The side of an amount that names none.
        var plainSide: Aspect
        /// Whether the table states amounts of the year before.
        var hasPrevious = false
        /// Whether it states both a budget and what was spent of it.
        var hasBoth = false
    }

    /// The side of the measure that a number under these words states; `nil` where no side of the form fits.
    func aspect(in setting: Setting) -> Aspect? {
        switch quantity {
        case .share: return isYears(setting, behind: 0) ? .share : nil
        case .executionRate:
            guard isYears(setting, behind: 0) else { return nil }
            switch side {
            case .initialBudget: return .rateOnInitialBudget
            case .adjustedBudget: return .rateOnAdjustedBudget
            default: return .rateOnBudget
            }
        case .change, .changeRate: return change(in: setting)
        case .amount: return amount(in: setting)
        }
    }

    private func amount(in setting: Setting) -> Aspect? {
        let side = side ?? setting.plainSide
        switch years(setting) {
        case 0: return side
        case 1: return setting.plainSide != .amount || side == .amount ? .previousAmount : nil
        default: return nil
        }
    }

    private func change(in setting: Setting) -> Aspect? {
        let isRate = quantity == .changeRate
        if isAgainstBudget, setting.plainSide == .amount, base != .previous {
            return isRate ? .changeRateOnBudget : .changeOnBudget
        }
        switch base {
        case .previous: break
        case .year(let year) where year == setting.fiscalYear - 1: break
        // 2023年增减额: the year's own change.
        case nil, .own, .year(setting.fiscalYear):
            if setting.hasBoth, !setting.hasPrevious { return isRate ? .changeRateOnBudget : .changeOnBudget }
            guard setting.hasPrevious || base != nil || !setting.hasBoth else { return nil }
        case .year: return nil
        }
        return isRate ? .changeRate : .change
    }

    /// How many years before the document's the named one is; `nil` for a later one.
    func years(_ setting: Setting) -> Int? {
        switch time {
        case nil, .own: 0
        case .previous: 1
        case .year(let year): year <= setting.fiscalYear ? setting.fiscalYear - year : nil
        }
    }

    private func isYears(_ setting: Setting, behind count: Int) -> Bool { years(setting) == count }
}
