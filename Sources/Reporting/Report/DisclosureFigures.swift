import FinalAccounts

/// The totals behind the four figures that every disclosure of final accounts carries.
public struct DisclosureFigures: Hashable, Sendable {
    /// A total in two years.
    public struct Total: Hashable, Sendable {
        /// What it is the total of, in the report's language.
        public let label: String
        /// The year before; `nil` where it is not known.
        public let previous: Amount?
        /// The year of the accounts.
        public let current: Amount?

        /// Creates a total.
        public init(label: String, previous: Amount?, current: Amount?) {
            self.label = label
            self.previous = previous
            self.current = current
        }
    }

    /// A part of income or expenditure.
    public struct Part: Hashable, Sendable {
        /// Its name, in the report's language.
        public let label: String
        /// Its amount.
        public let amount: Amount

        /// Creates a part.
        public init(label: String, amount: Amount) {
            self.label = label
            self.amount = amount
        }
    }

    /// 图1: income and expenditure of the two years (收、支决算总计变动情况).
    public var totals: [Total]
    /// 图2: income by source (收入决算结构).
    public var income: [Part]
    /// 图3: expenditure by kind (支出决算结构).
    public var expenditure: [Part]
    /// 图4: fiscal appropriation of the two years (财政拨款收、支决算总计变动情况).
    public var appropriation: [Total]

    /// Puts figures together; what a document does not state is left empty and its figure left out.
    public init(totals: [Total] = [], income: [Part] = [], expenditure: [Part] = [], appropriation: [Total] = []) {
        self.totals = totals
        self.income = income
        self.expenditure = expenditure
        self.appropriation = appropriation
    }
}
