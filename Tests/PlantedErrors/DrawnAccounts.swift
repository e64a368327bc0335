import Disclosures
import FinalAccounts
import OfficialForm

/// The accounts of one body for one year, drawn at random and exact to the 分: what a document is made of.
///
/// The figures agree with one another before they are printed: items add up to totals, opening and income to
/// expenditure and closing, tables and text are made of the same amounts. Half of all bodies keep their books in
/// amounts that the printed decimals show in full; the others are rounded figure by figure, as real ones are.
struct DrawnAccounts: Sendable {
    /// An amount in 分.
    typealias Fen = Int64

    /// One subject of one fund.
    struct Line: Sendable {
        var code: String
        var names: [String]
        var fund: Fund
        /// The initial budget; `nil` where none was applied for.
        var budget: Fen?
        var basic: Fen
        var project: Fen
        /// What was spent of business and other income: in the tables of all income and expenditure only.
        var business: Fen = 0
        var other: Fen = 0
        var opening: Fen = 0
        var closing: Fen = 0
        var lastYear: Fen
        var reason: String?
        var purpose: String?

        var actual: Fen { basic + project }
        var extra: Fen { business + other }
        /// The appropriation of the year.
        var income: Fen { actual + closing - opening }
    }

    /// Budget and actual of one of the public costs.
    struct Cost: Sendable {
        var budget: Fen
        var actual: Fen
    }

    /// A cost of the economic classification.
    struct Economic: Sendable {
        var code: String
        var name: String
        var amount: Fen
    }

    /// A project with its self-evaluation.
    struct Project: Sendable {
        var name: String
        var budget: Fen
        var executed: Fen
        var indicators: [Indicator]

        /// The mark in tenths: what the indicators leave of a hundred points.
        var score: Int64 {
            indicators.reduce(1000) { $0 - ($1.weight?.digits ?? 0) + ($1.score?.digits ?? 0) }
        }
    }

    var unit: String
    var year: Int
    var lines: [Line] = []
    var business: Fen = 0
    var otherIncome: Fen = 0
    /// Last year's sums of other income and balances, for the totals' changes.
    var lastYearOther: Fen = 0
    var abroad = Cost(budget: 0, actual: 0)
    var purchase = Cost(budget: 0, actual: 0)
    var running = Cost(budget: 0, actual: 0)
    var reception = Cost(budget: 0, actual: 0)
    var goods: Fen = 0
    var works: Fen = 0
    var services: Fen = 0
    var smallFirms: Fen = 0
    var microFirms: Fen = 0
    var economic: [Economic] = []
    var vehiclesByKind: [(name: String, count: Int64)] = []
    var vehiclesHeld: Int64 = 0
    var equipment: Int64 = 0
    var visits: Int64 = 0
    var batches: Int64 = 0
    var visitors: Int64 = 0
    var projects: [Project] = []

    // MARK: Sums

    func lines(of fund: Fund) -> [Line] { lines.filter { $0.fund == fund } }
    func spent(_ fund: Fund) -> Fen { lines(of: fund).reduce(0) { $0 + $1.actual } }
    func income(_ fund: Fund) -> Fen { lines(of: fund).reduce(0) { $0 + $1.income } }
    func opening(_ fund: Fund) -> Fen { lines(of: fund).reduce(0) { $0 + $1.opening } }
    func closing(_ fund: Fund) -> Fen { lines(of: fund).reduce(0) { $0 + $1.closing } }
    var fiscalIncome: Fen { Fund.allCases.reduce(0) { $0 + income($1) } }
    var fiscalSpent: Fen { Fund.allCases.reduce(0) { $0 + spent($1) } }
    var opening: Fen { lines.reduce(0) { $0 + $1.opening } }
    var closing: Fen { lines.reduce(0) { $0 + $1.closing } }
    var yearIncome: Fen { fiscalIncome + business + otherIncome }
    var yearExpenditure: Fen { fiscalSpent + business + otherIncome }
    var total: Fen { yearIncome + opening }
    var basic: Fen { lines.reduce(0) { $0 + $1.basic } }
    var generalBasic: Fen { lines(of: .generalPublicBudget).reduce(0) { $0 + $1.basic } }
    var personnel: Fen {
        economic.filter { $0.code.hasPrefix("301") || $0.code.hasPrefix("303") }.reduce(0) { $0 + $1.amount }
    }
    var operating: Fen { generalBasic - personnel }
    var vehicles: Cost { Cost(budget: purchase.budget + running.budget, actual: purchase.actual + running.actual) }
    var threePublic: Cost {
        Cost(
            budget: abroad.budget + vehicles.budget + reception.budget,
            actual: abroad.actual + vehicles.actual + reception.actual)
    }
    var procurement: Fen { goods + works + services }
    var vehicleCount: Int64 { vehiclesByKind.reduce(0) { $0 + $1.count } }
}
