import Regression
import Testing

/// Against R 4.2.2: `f <- lm(y ~ x, weights = w)` and `summary`, `hatvalues`, `rstudent`, `cooks.distance`, `predict`.
@Suite("Weighted least squares")
struct WeightedFitTests {
    private func fit() throws -> LinearFit {
        try LinearModel.leastSquares.fit(
            Design(["dose": PlantWeights.dose]), PlantWeights.response, weights: PlantWeights.weights)
    }

    @Test("Coefficients, standard errors, t and p agree with R")
    func coefficients() throws {
        let table = try fit().coefficientTable()
        #expect(areClose(table.map(\.estimate), [5.1669568680052, -0.045247935616381], 1e-12))
        #expect(areClose(table.map(\.standardError), [0.294604525739133, 0.0392672947398433], 1e-12))
        #expect(areClose(table.map(\.t), [17.5386201384443, -1.15230590536377], 1e-12))
        #expect(areClose(table.map(\.pValue), [7.71708450956242e-09, 0.275997740601974], 1e-11))
        #expect(table.map(\.name) == [Design.interceptName, "dose"])
    }

    @Test("Residual standard deviation, R² and AICc agree with R")
    func summary() throws {
        let fit = try fit()
        #expect(isClose(try #require(fit.residualStandardDeviation), 0.558338909336138, 1e-12))
        #expect(isClose(try #require(fit.rSquared), 0.117216746090285, 1e-12))
        #expect(isClose(try #require(fit.adjustedRSquared), 0.0289384206993136, 1e-11))
        #expect(isClose(try #require(fit.aicc), 26.4742617295904, 1e-12))
        #expect(fit.warnings.isEmpty)
    }

    @Test("Leverages, studentized deleted residuals and Cook's distances agree with R")
    func influence() throws {
        let fit = try fit()
        let leverages = [
            0.218803705411409, 0.338181665758478, 0.129270235151109, 0.0496709561135097, 0.0793058641069707,
            0.207486272372889, 0.0689105922789957, 0.0785513685710693, 0.0245211049167959, 0.127509745567339,
            0.333654692543069, 0.344133797208367,
        ]
        let studentized = [
            -2.30855786308369, 1.71259833102898, 0.27203493420993, 1.56181218751823, -0.808241771379648,
            -0.994183772466979, 0.57327798617765, -0.493254111270317, 0.497225118652155, 0.801170718588939,
            0.418391746848648, -0.788513254994223,
        ]
        let cook = [
            0.520854991689697, 0.627975809749168, 0.00605390486113536, 0.0557260561058071, 0.0291453143968038,
            0.129535836377556, 0.0130369632608984, 0.01121933272387, 0.00336036529104951, 0.0486453642814251,
            0.0477667395249996, 0.169529727743968,
        ]
        #expect(areClose(try fit.leverages(), leverages, 1e-11))
        #expect(areClose(try fit.studentizedDeletedResiduals().compactMap { $0 }, studentized, 1e-11))
        #expect(areClose(try fit.cooksDistances().compactMap { $0 }, cook, 1e-11))
    }

    @Test("Heteroscedasticity-consistent errors agree with the HC3 formula in R")
    func hc3() throws {
        #expect(areClose(try fit().standardErrors(.hc3), [0.476677458015715, 0.0542136313106307], 1e-11))
    }

    @Test("Confidence and prediction intervals agree with R")
    func intervals() throws {
        let predictions = try fit().predict(Design(["dose": [12, 20]]), level: 0.9)
        #expect(areClose(predictions.map(\.mean), [4.62398164060863, 4.26199815567758], 1e-12))
        #expect(areClose(predictions.map(\.confidence.lowerBound), [4.15362109501639, 3.26746614887124], 1e-12))
        #expect(areClose(predictions.map(\.confidence.upperBound), [5.09434218620087, 5.25653016248391], 1e-12))
        #expect(areClose(predictions.map(\.prediction.lowerBound), [3.50804373976109, 2.84313513612269], 1e-12))
        #expect(areClose(predictions.map(\.prediction.upperBound), [5.73991954145616, 5.68086117523247], 1e-12))
    }

    @Test("A row of weight zero is as good as absent")
    func zeroWeight() throws {
        var weights = PlantWeights.weights
        weights[3] = 0
        let zero = try LinearModel.leastSquares.fit(
            Design(["dose": PlantWeights.dose]), PlantWeights.response, weights: weights)
        let kept = PlantWeights.dose.indices.filter { $0 != 3 }
        let absent = try LinearModel.leastSquares.fit(
            Design(["dose": kept.map { PlantWeights.dose[$0] }]), kept.map { PlantWeights.response[$0] },
            weights: kept.map { weights[$0] })
        #expect(areClose(zero.coefficients, absent.coefficients, 1e-12))
        #expect(areClose(try zero.standardErrors(), try absent.standardErrors(), 1e-12))
        #expect(areClose(try zero.standardErrors(.hc3), try absent.standardErrors(.hc3), 1e-12))
        #expect(isClose(try #require(zero.aicc), try #require(absent.aicc), 1e-12))
        #expect(try zero.studentizedDeletedResiduals()[3] == nil)
        #expect(isClose(zero.residuals[3], PlantWeights.response[3] - zero.fittedValues[3], 1e-12))
    }

    @Test("Weights are taken up to a factor in coefficients and errors")
    func factor() throws {
        let scaled = try LinearModel.leastSquares.fit(
            Design(["dose": PlantWeights.dose]), PlantWeights.response, weights: PlantWeights.weights.map { $0 * 7 })
        #expect(areClose(scaled.coefficients, try fit().coefficients, 1e-12))
        #expect(areClose(try scaled.standardErrors(), try fit().standardErrors(), 1e-12))
    }

    @Test("Weights that are negative, not finite, too few or all zero are refused")
    func refused() throws {
        let design = try Design(["x": [1, 2, 3]])
        let fit = { (weights: [Double]) throws(RegressionError) in
            try LinearModel.leastSquares.fit(design, [1, 2, 4], weights: weights)
        }
        #expect(throws: RegressionError.invalidWeight(row: 1, value: -1)) { try fit([1, -1, 1]) }
        #expect(throws: RegressionError.invalidWeight(row: 2, value: .infinity)) { try fit([1, 1, .infinity]) }
        #expect(throws: RegressionError.self) { try fit([1, .nan, 1]) }
        #expect(throws: RegressionError.self) { try fit([1, 1]) }
        #expect(throws: RegressionError.self) { try fit([0, 0, 0]) }
    }
}
