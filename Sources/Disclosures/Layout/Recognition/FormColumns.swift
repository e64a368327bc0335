import OfficialForm

/// The columns that each table of the form has, in their order.
///
/// A figure read from a picture is taken for a fact only in a table whose columns are all recognized and are those of
/// the form: sums hold in a wrong column too.
enum FormColumns {
    /// Whether the title and all columns of a table are those of one of the form's.
    static func areKnown(_ table: DisclosureTable) -> Bool {
        guard hasTitle(table) else { return false }
        let roles = table.columns.map(\.role)
        switch table.kind {
        case .basicExpenditure: return isBasic(table.columns)
        case .threePublic: return isThreePublic(roles)
        default: return forms(table.kind).contains { $0.map(Optional.some) == roles }
        }
    }

    private static func forms(_ kind: TableKind) -> [[ColumnRole]] {
        let spending: [ColumnRole] = [.total, .basic, .project]
        let balances: [ColumnRole] = [.openingBalance, .yearIncome, .total, .basic, .project, .closingBalance]
        return switch kind {
        case .incomeAndExpenditure: [[.amount, .amount]]
        case .income:
            [
                [
                    .total, .fiscalIncome, .superiorSubsidyIncome, .businessIncome, .commercialIncome, .affiliateIncome,
                    .otherIncome,
                ]
            ]
        case .expenditure: [spending + [.paymentsToSuperior, .commercialExpenditure, .affiliateSubsidies]]
        case .fiscalIncomeAndExpenditure:
            [
                [.amount, .total, .generalPublicBudget, .governmentFund, .stateCapital],
                [.total, .total, .generalPublicBudget, .governmentFund, .stateCapital],
                [.amount, .total, .generalPublicBudget, .governmentFund],
            ]
        case .generalPublicExpenditure: [spending]
        case .governmentFund, .stateCapital: [spending, balances]
        case .basicExpenditure, .threePublic: []
        }
    }

    /// Lists side by side with one amount each, or one list with total, personnel and operating costs.
    private static func isBasic(_ columns: [TableColumn]) -> Bool {
        if columns.allSatisfy({ $0.role == .amount }) { return !columns.isEmpty && columns.count <= 3 }
        guard columns.count == 3, columns[0].role == .total else { return false }
        let details = columns.dropFirst().map { $0.header.split(separator: "/").last.map(String.init) }
        return details == ["人员经费", "公用经费"]
    }

    private static let budgets: [ColumnRole] = [
        .threePublicBudget, .abroadBudget, .vehiclesBudget, .vehiclePurchaseBudget, .vehicleRunningBudget,
        .receptionBudget,
    ]
    private static let actuals: [ColumnRole] = [
        .threePublicActual, .abroadActual, .vehiclesActual, .vehiclePurchaseActual, .vehicleRunningActual,
        .receptionActual,
    ]

    private static func isThreePublic(_ roles: [ColumnRole?]) -> Bool {
        roles == budgets + actuals || roles == zip(budgets, actuals).flatMap { [$0, $1] }
    }

    /// Whether the title says the whole name of the table: the second line of a title cut in two names another.
    private static func hasTitle(_ table: DisclosureTable) -> Bool {
        let title = TableText.folded(table.title.unicodeScalars)
        guard TableTitles.kind(title) == table.kind else { return false }
        switch table.kind {
        // A stroke alone is read as many signs.
        case .generalPublicExpenditure: return title.holds("般公共预算")
        case .stateCapital: return title.holds("国有资本经营预算")
        default: return true
        }
    }
}
