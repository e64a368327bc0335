import FinalAccounts

/// The totals behind the four figures that every disclosure of final accounts carries.
package struct DisclosureFigures: Hashable, Sendable {
    /// A total in two years.
    package struct Total: Hashable, Sendable {
        /// What it is the total of, in the report's language.
        package let label: String
        /// The year before; `nil` where it is not known.
        package let previous: Amount?
        /// The year of the accounts.
        package let current: Amount?
    }

    /// A part of income or expenditure.
    package struct Part: Hashable, Sendable {
        /// Its name, in the report's language.
        package let label: String
        /// Its amount.
        package let amount: Amount

        package init(label: String, amount: Amount) {
            self.label = label
            self.amount = amount
        }
    }

    /// 图1: income and expenditure of the two years (收、支决算总计变动情况).
    package var totals: [Total]
    /// 图2: income by source (收入决算结构).
    package var income: [Part]
    /// 图3: expenditure by kind (支出决算结构).
    package var expenditure: [Part]
    /// 图4: fiscal appropriation of the two years (财政拨款收、支决算总计变动情况).
    package var appropriation: [Total]

    /// Puts figures together; what a document does not state is left empty and its figure left out.
    package init(totals: [Total] = [], income: [Part] = [], expenditure: [Part] = [], appropriation: [Total] = []) {
        self.totals = totals
        self.income = income
        self.expenditure = expenditure
        self.appropriation = appropriation
    }
}
