/// How much the model, the last value and the approved budget each count in the forecasts of one level of one body.
///
/// Chosen by the level's own errors at past origins: of all mixtures in quarters the one of least error counts, where the model's
/// error is what others are measured in and every share taken from it costs 1/√m of that error with m origins known. So much
/// shrinkage is needed: on public panels a choice by past errors alone did worse than the model in bodies of fifty lines.
struct HonestChoice: Hashable, Sendable {
    /// The share of the model.
    var model = 1.0
    /// The share of the last value.
    var last = 0.0
    /// The share of the budget.
    var budget = 0.0
    /// The error of the mixture at past origins in shares of the model's.
    var error = 1.0

    private static let shrinkage = 1.0
    private static let memory = 0.8
    private static let leastOrigins = 3
    private static let steps = 4

    /// The model alone.
    init() {}

    /// The choice that trials of one level of a body lead to.
    init(_ trials: [Trial]) {
        let hasBudgets = trials.allSatisfy { !$0.budget.isNaN }
        let newest = trials.map(\.column).max() ?? 0
        let origins = Set(trials.map(\.column)).count
        guard origins >= Self.leastOrigins else { return }
        let ages = trials.map { power(Self.memory, Double(newest - $0.column)) }
        let whole = Self.error(of: self, trials, ages)
        guard whole > 0 else { return }
        var least = 1.0
        for candidate in Self.mixtures where hasBudgets || candidate.budget == 0 {
            let share = Self.error(of: candidate, trials, ages) / whole
            let cost = share + Self.shrinkage * (1 - candidate.model) / Double(origins).squareRoot()
            guard cost < least else { continue }
            least = cost
            self = candidate
            error = share
        }
    }

    private static func error(of choice: HonestChoice, _ trials: [Trial], _ ages: [Double]) -> Double {
        zip(trials, ages).reduce(0) { sum, pair in
            sum + pair.1 * abs(pair.0.outcome - choice.mixed(pair.0.model, last: pair.0.last, budget: pair.0.budget))
        }
    }

    /// All mixtures in quarters but the model alone.
    private static let mixtures: [HonestChoice] = (0..<steps).flatMap { model in
        (0...(steps - model)).map { last in
            var choice = HonestChoice()
            choice.model = Double(model) / Double(steps)
            choice.last = Double(last) / Double(steps)
            choice.budget = Double(steps - model - last) / Double(steps)
            return choice
        }
    }

    /// The mixture of three numbers; a budget that does not count may be NaN.
    func mixed(_ value: Double, last: Double, budget: Double) -> Double {
        model * value + self.last * last + (self.budget > 0 ? self.budget * budget : 0)
    }
}
