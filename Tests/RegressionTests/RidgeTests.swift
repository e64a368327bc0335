import LinearAlgebra
import Regression
import Testing

@Suite("Ridge regression")
struct RidgeTests {
    /// The weighted mean and standard deviation of a column.
    private func spread(_ column: [Double], _ weights: [Double]) -> (mean: Double, deviation: Double) {
        let total = weights.reduce(0, +)
        let mean = zip(column, weights).reduce(0) { $0 + $1.0 * $1.1 } / total
        let square = zip(column, weights).reduce(0) { $0 + $1.1 * ($1.0 - mean) * ($1.0 - mean) } / total
        return (mean, square.squareRoot())
    }

    /// The ridge solution by least squares on the data with one row more for each penalized coefficient.
    private func augmented(_ problem: RandomProblem, penalty: Double) throws -> [Double] {
        let extra = problem.columns.count
        let columns = problem.columns.enumerated().map { j, column in
            column + (0..<extra).map { $0 == j ? penalty.squareRoot() * spread(column, problem.weights).deviation : 0 }
        }
        let ones = problem.response.map { _ in 1.0 } + [Double](repeating: 0, count: extra)
        let design = try Design(matrix: Matrix(columns: [ones] + columns))
        return try LinearModel.leastSquares.fit(
            design, problem.response + [Double](repeating: 0, count: extra),
            weights: problem.weights + [Double](repeating: 1, count: extra)
        ).coefficients
    }

    @Test("The solution is that of least squares with a row for each penalty", arguments: 1...10)
    func definition(seed: UInt64) throws {
        let problem = RandomProblem(seed: seed)
        for penalty in [1e-3, 1, 50] {
            let fit = try LinearModel.ridge(.fixed(penalty)).fit(
                problem.design(), problem.response, weights: problem.weights)
            #expect(areClose(fit.coefficients, try augmented(problem, penalty: penalty), 1e-10))
        }
    }

    @Test("With the penalty going to zero the fit goes to least squares", arguments: 1...10)
    func vanishing(seed: UInt64) throws {
        let problem = RandomProblem(seed: seed)
        let ordinary = try LinearModel.leastSquares.fit(problem.design(), problem.response)
        var last = Double.infinity
        for exponent in 1...5 {
            let penalty = (0..<exponent).reduce(1.0) { value, _ in value / 100 }
            let ridge = try LinearModel.ridge(.fixed(penalty)).fit(problem.design(), problem.response)
            let gap = distance(ridge.coefficients, ordinary.coefficients)
            #expect(gap < last / 10)
            last = gap
        }
        let zero = try LinearModel.ridge(.fixed(0)).fit(problem.design(), problem.response)
        #expect(areClose(zero.coefficients, ordinary.coefficients, 1e-11))
        #expect(areClose(try zero.standardErrors(), try ordinary.standardErrors(), 1e-11))
        #expect(areClose(try zero.standardErrors(.hc3), try ordinary.standardErrors(.hc3), 1e-11))
        #expect(areClose(try zero.leverages(), try ordinary.leverages(), 1e-11))
    }

    @Test("With a huge penalty the mean is left")
    func enormous() throws {
        let problem = RandomProblem(seed: 3)
        let fit = try LinearModel.ridge(.fixed(1e14)).fit(problem.design(), problem.response)
        let mean = problem.response.reduce(0, +) / Double(problem.response.count)
        #expect(isClose(fit.coefficients[0], mean, 1e-9))
        #expect(fit.coefficients.dropFirst().allSatisfy { abs($0) < 1e-11 })
        #expect(isClose(fit.effectiveParameters, 1, 1e-9))
    }

    @Test(
        "Units of columns and response do not matter", arguments: [RidgePenalty.fixed(2), .generalizedCrossValidation])
    func units(penalty: RidgePenalty) throws {
        let problem = RandomProblem(seed: 8)
        let plain = try LinearModel.ridge(penalty).fit(problem.design(), problem.response)
        let columns = [problem.columns[0].map { $0 * 1e9 + 5e9 }, problem.columns[1], problem.columns[2]]
        let scaled = try LinearModel.ridge(penalty).fit(
            RandomProblem.design(columns), problem.response.map { $0 * 1e4 })
        #expect(isClose(scaled.coefficients[1] * 1e5, plain.coefficients[1], 1e-6))
        #expect(isClose(scaled.coefficients[2] / 1e4, plain.coefficients[2], 1e-6))
        #expect(isClose(scaled.effectiveParameters, plain.effectiveParameters, 1e-6))
    }

    @Test("The chosen penalty has the least generalized cross-validation", arguments: 1...10)
    func crossValidation(seed: UInt64) throws {
        let problem = RandomProblem(seed: seed, observations: 30, columns: 8, noise: 20)
        let score = { (penalty: Double) in
            let fit = try LinearModel.ridge(.fixed(penalty)).fit(problem.design(), problem.response)
            let freedom = 30 - fit.effectiveParameters
            return 30 * fit.residualSumOfSquares / (freedom * freedom)
        }
        let chosen = try LinearModel.ridge().fit(problem.design(), problem.response)
        guard case .ridge(let penalty, _) = chosen.details else {
            Issue.record("no penalty told")
            return
        }
        let best = try score(penalty)
        for factor in [0.01, 0.3, 0.9, 1.1, 3, 100] { #expect(try score(penalty * factor) >= best * (1 - 1e-6)) }
    }

    @Test("Leave-one-out residuals are those of fits without the observation at the same absolute penalty")
    func leaveOneOut() throws {
        let problem = RandomProblem(seed: 12, columns: 1)
        let fit = try LinearModel.ridge(.fixed(4)).fit(problem.design(), problem.response)
        let ones = problem.response.map { _ in 1.0 }
        let deviation = spread(problem.columns[0], ones).deviation
        for row in problem.response.indices {
            let rest = try problem.without(row)
            let restDeviation = spread(Array(rest.design.matrix.column(1)), rest.weights.map { _ in 1 }).deviation
            let same = 4 * (deviation / restDeviation) * (deviation / restDeviation)
            let other = try LinearModel.ridge(.fixed(same)).fit(rest.design, rest.response)
            let predicted = try other.mean(at: problem.design().matrix.selecting(rows: [row]))[0]
            let deleted = try #require(try fit.leaveOneOutResiduals()[row])
            #expect(isClose(deleted, problem.response[row] - predicted, 1e-9))
        }
    }

    @Test("Collinear columns share a coefficient instead of failing")
    func collinear() throws {
        let problem = RandomProblem(seed: 5, columns: 1)
        let twin = [problem.columns[0], problem.columns[0]]
        let fit = try LinearModel.ridge(.fixed(1e-9)).fit(RandomProblem.design(twin), problem.response)
        #expect(isClose(fit.coefficients[1], fit.coefficients[2], 1e-9))
        #expect(fit.rank == 2)
    }

    @Test("A constant column beside the intercept gets the coefficient zero")
    func constantColumn() throws {
        let problem = RandomProblem(seed: 5, columns: 1)
        let columns = [problem.columns[0], problem.response.map { _ in 2024.3 }]
        let fit = try LinearModel.ridge().fit(RandomProblem.design(columns), problem.response)
        #expect(fit.coefficients[2] == 0)
    }

    @Test("More columns than observations can be fitted, with the penalty chosen")
    func wide() throws {
        let problem = RandomProblem(seed: 21, observations: 12, columns: 30)
        let fit = try LinearModel.ridge().fit(problem.design(), problem.response)
        #expect(fit.effectiveParameters <= 11 && fit.coefficients.allSatisfy { $0.isFinite })
        #expect(try fit.standardErrors().allSatisfy { $0.isFinite })
    }

    @Test("A design without intercept is penalized about zero")
    func withoutIntercept() throws {
        let design = try Design(intercept: false, ["x": [1, 2, 3]])
        let fit = try LinearModel.ridge(.fixed(3)).fit(design, [2, 4, 7])
        // Σxy / (Σx² + λ Σx²/n)
        #expect(isClose(fit.coefficients[0], 31.0 / (14 + 14), 1e-12))
    }

    @Test("A penalty below zero or not finite is refused", arguments: [-1, Double.nan, .infinity])
    func refused(penalty: Double) throws {
        let design = try Design(["x": [1, 2, 3]])
        #expect(throws: RegressionError.self) { try LinearModel.ridge(.fixed(penalty)).fit(design, [1, 2, 4]) }
    }
}
