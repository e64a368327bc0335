import LinearAlgebra
import Regression
import Testing

/// The examples in doc comments, run, with the values they state.
@Suite("Examples of the documentation")
struct DocumentationExampleTests {
    @Test("LinearFit and its extensions")
    func linearFit() throws {
        let fit = try LinearModel.leastSquares.fit(Design(["year": [0, 1, 2, 3]]), [10, 12, 13, 16])
        #expect(areClose(fit.coefficients, [9.9, 1.9]))
        #expect(isClose(try #require(fit.residualStandardDeviation), 0.591607978309962, 1e-12))
        let slope = try fit.coefficientTable(level: 0.9)[1]
        #expect(isClose(slope.standardError, 0.2646, 1e-4))
        #expect(isClose(slope.t, 7.181, 1e-4) && isClose(slope.pValue, 0.0188, 1e-2))
        #expect(isClose(try fit.covariance()[1, 1].squareRoot(), slope.standardError))
        #expect(areClose(try fit.leverages(), [0.7, 0.3, 0.3, 0.7]))
        let deleted = try fit.leaveOneOutResiduals().compactMap { $0 }
        #expect(areClose(deleted, [1.0 / 3, 2.0 / 7, -1, 4.0 / 3]))
        let next = try fit.predict(Design(["year": [4]]), level: 0.8)[0]
        #expect(isClose(next.mean, 17.5))
        #expect(isClose(next.prediction.lowerBound, 15.74, 1e-3) && isClose(next.prediction.upperBound, 19.26, 1e-3))
        #expect(areClose(try fit.mean(at: Matrix(rows: [[1, 4], [1, 5]])), [17.5, 19.4]))
    }

    @Test("LinearModel, ridge and Huber")
    func linearModel() throws {
        let design = try Design(["year": [0, 1, 2, 3, 4, 5]])
        let spending = [102.0, 108, 111, 140, 122, 127]
        let ordinary = try LinearModel.leastSquares.fit(design, spending)
        let robust = try LinearModel.huber(HuberOptions(tuning: 1.345)).fit(design, spending)
        let weighted = try LinearModel.leastSquares.fit(design, spending, weights: [1, 1, 1, 0.2, 1, 1])
        #expect(isClose(ordinary.coefficients[1], 5.6))
        #expect(abs(robust.residuals[3]) > abs(ordinary.residuals[3]))
        #expect(abs(weighted.residuals[3]) > abs(ordinary.residuals[3]))
        let ridge = try LinearModel.ridge().fit(design, spending)
        guard case .ridge(let penalty, _) = ridge.details, case .huber(let weights, let iterations) = robust.details
        else {
            Issue.record("details of another estimator")
            return
        }
        #expect(penalty >= 0 && ridge.effectiveParameters <= 2)
        #expect(weights.min() == weights[3] && iterations > 1)
    }

    @Test("SeriesRegression")
    func series() throws {
        let years = try Design(["year": [0, 1, 2, 3, 4]])
        let regression = try SeriesRegression(years, predicting: Design(["year": [5]]), level: 0.8)
        let spending = try Matrix(columns: [[10, 12, 13, 15, 18], [7, .nan, 8, 8, 9]])
        let fit = try regression.fit(consume spending)
        #expect(isClose(fit.coefficients[1, 0], 1.9))
        #expect(fit.predictionInterval(of: 1)?.contains(9.1) == true)
    }

    @Test("FixedEffectsModel")
    func panel() throws {
        let fit = try FixedEffectsModel(effects: .unitsAndPeriods).fit(
            Design(intercept: false, ["staff": [41, 42, 40, 11, 12, 15]]), [9.1, 9.6, 9.2, 3.0, 3.4, 4.4],
            units: ["a", "a", "a", "b", "b", "b"], periods: [2021, 2022, 2023, 2021, 2022, 2023])
        #expect(try fit.coefficientTable(.clustered).map(\.name) == ["staff"])
        let next = try fit.predict(unit: "a", period: 2023, values: [43], level: 0.8)
        #expect(next.prediction.contains(next.mean))
    }

    @Test("Errors and warnings say what the examples say")
    func messages() throws {
        let two = try LinearModel.leastSquares.fit(Design(["x": [1, 2]]), [3, 5])
        let error = #expect(throws: RegressionError.self) { try two.standardErrors() }
        let text = "2 observations for 2 parameters leave no degrees of freedom for errors"
        #expect(error?.description.hasPrefix(text) == true)
        let warning = FitWarning.rankDeficient(rank: 2, dependent: ["double"])
        #expect(warning.description.hasPrefix("rank 2: double can be had from the other columns"))
    }
}
