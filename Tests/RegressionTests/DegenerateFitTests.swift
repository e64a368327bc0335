import LinearAlgebra
import Platform
import Regression
import Testing

@Suite("Degenerate data")
struct DegenerateFitTests {
    private let x = [1.0, 2, 3, 4, 5, 6]
    private let y = [2.0, 3, 7, 8, 9, 13]

    @Test("Collinear columns give the least-norm solution, the rank and a warning")
    func collinear() throws {
        let fit = try LinearModel.leastSquares.fit(Design(["x": x, "double": x.map { 2 * $0 }]), y)
        let plain = try LinearModel.leastSquares.fit(Design(["x": x]), y)
        let slope = plain.coefficients[1]
        // Of all (a, b) with a + 2b = slope the shortest is slope · (1, 2) / 5.
        #expect(areClose(fit.coefficients, [plain.coefficients[0], slope / 5, 2 * slope / 5], 1e-12))
        #expect(fit.rank == 2)
        guard case .rankDeficient(rank: 2, let dependent) = fit.warnings.first else {
            Issue.record("no warning in \(fit.warnings)")
            return
        }
        #expect(dependent.count == 1 && ["x", "double"].contains(dependent[0]))
        #expect(areClose(fit.residuals, plain.residuals, 1e-10))
        #expect(isClose(try #require(fit.residualStandardDeviation), try #require(plain.residualStandardDeviation)))
        #expect(areClose(try fit.leverages(), try plain.leverages()))
    }

    @Test("Errors of a rank-deficient fit are those of the least-norm estimator")
    func deficientErrors() throws {
        let fit = try LinearModel.leastSquares.fit(Design(["x": x, "double": x.map { 2 * $0 }]), y)
        let plain = try LinearModel.leastSquares.fit(Design(["x": x]), y)
        let (errors, slopeError) = (try fit.standardErrors(), try plain.standardErrors()[1])
        #expect(areClose(errors.dropFirst(), [slopeError / 5, 2 * slopeError / 5], 1e-10))
    }

    @Test("A prediction tells whether the data determine it")
    func estimable() throws {
        let fit = try LinearModel.leastSquares.fit(Design(["x": x, "double": x.map { 2 * $0 }]), y)
        let rows = try fit.predict(Design(["x": [7, 7], "double": [14, 3]]))
        #expect(rows.map(\.isEstimable) == [true, false])
        let plain = try LinearModel.leastSquares.fit(Design(["x": x]), y).predict(Design(["x": [7]]))
        #expect(isClose(rows[0].mean, plain[0].mean) && isClose(rows[0].standardError, plain[0].standardError))
    }

    @Test("A column of zeros gets the coefficient zero")
    func zeroColumn() throws {
        let fit = try LinearModel.leastSquares.fit(Design(["x": x, "nothing": x.map { _ in 0 }]), y)
        #expect(fit.coefficients[2] == 0)
        #expect(fit.rank == 2)
    }

    @Test("Whether columns are dependent does not depend on their units", arguments: [1e-12, 1e-3, 1e6, 1e100])
    func dependenceWithoutUnits(unit: Double) throws {
        let independent = x.map { $0 * $0 * unit }
        #expect(try LinearModel.leastSquares.fit(Design(["x": x, "square": independent]), y).rank == 3)
        let dependent = x.map { (3 * $0 + 1) * unit }
        #expect(try LinearModel.leastSquares.fit(Design(["x": x, "line": dependent]), y).rank == 2)
    }

    @Test("Huge differences of scale cost no digits", arguments: [1e-150, 1e-30, 1e30, 1e150])
    func scales(unit: Double) throws {
        let plain = try LinearModel.leastSquares.fit(Design(["x": x, "square": x.map { $0 * $0 }]), y)
        let scaled = try LinearModel.leastSquares.fit(Design(["x": x, "square": x.map { $0 * $0 * unit }]), y)
        #expect(isClose(scaled.coefficients[2] * unit, plain.coefficients[2], 1e-12))
        #expect(isClose(try scaled.standardErrors()[2] * unit, try plain.standardErrors()[2], 1e-12))
        let tall = try LinearModel.leastSquares.fit(Design(["x": x]), y.map { $0 * unit })
        let line = try LinearModel.leastSquares.fit(Design(["x": x]), y)
        #expect(areClose(tall.coefficients.map { $0 / unit }, line.coefficients, 1e-12))
    }

    @Test("As many parameters as observations fit exactly and have no errors")
    func saturated() throws {
        let fit = try LinearModel.leastSquares.fit(Design(["x": [1, 2]]), [3, 5])
        #expect(areClose(fit.coefficients, [1, 2]))
        #expect(fit.warnings.contains(.saturated))
        #expect(fit.residualStandardDeviation == nil && fit.adjustedRSquared == nil && fit.aicc == nil)
        let expected = RegressionError.noResidualDegreesOfFreedom(observations: 2, parameters: 2)
        #expect(throws: expected) { try fit.standardErrors() }
        #expect(throws: expected) { try fit.predict(Design(["x": [3]])) }
        #expect(throws: expected) { try fit.cooksDistances() }
        #expect(try fit.mean(at: Matrix(rows: [[1, 3]])).map { isClose($0, 7) } == [true])
        #expect(try fit.leaveOneOutResiduals() == [nil, nil])
    }

    @Test("Fewer observations than parameters give the least-norm solution that passes through them")
    func underdetermined() throws {
        let fit = try LinearModel.leastSquares.fit(Design(intercept: false, ["a": [3], "b": [4]]), [50])
        #expect(areClose(fit.coefficients, [6, 8]))
        #expect(fit.rank == 1)
        #expect(fit.warnings.contains(.saturated))
    }

    @Test("A constant response has a mean and no R²")
    func constantResponse() throws {
        let fit = try LinearModel.leastSquares.fit(Design(["x": x]), x.map { _ in 4.2 })
        #expect(isClose(fit.coefficients[0], 4.2) && abs(fit.coefficients[1]) < 1e-14)
        #expect(fit.rSquared == nil && fit.adjustedRSquared == nil)
        #expect(fit.warnings.contains(.constantResponse) && fit.warnings.contains(.exactFit))
    }

    @Test("An exact line is told, and its coefficients have no p value to speak of")
    func exactLine() throws {
        let fit = try LinearModel.leastSquares.fit(Design(["x": x]), x.map { 2 * $0 })
        #expect(fit.warnings == [.exactFit])
        #expect(fit.aicc == nil)
        #expect(try fit.coefficientTable().allSatisfy { $0.pValue.isFinite && !$0.t.isNaN })
    }

    @Test("An observation with a column of its own has leverage one and no deleted residual")
    func leverageOne() throws {
        let own = [0.0, 0, 0, 1, 0, 0]
        let fit = try LinearModel.leastSquares.fit(Design(["x": x, "own": own]), y)
        #expect(isClose(try fit.leverages()[3], 1))
        #expect(try fit.leaveOneOutResiduals()[3] == nil)
        #expect(try fit.studentizedDeletedResiduals()[3] == nil)
        #expect(try fit.cooksDistances()[3] == nil)
        #expect(try fit.standardErrors(.hc3).allSatisfy { $0.isFinite })
        #expect(try fit.leaveOneOutResiduals().count { $0 == nil } == 1)
    }

    @Test("Values that are not finite are refused with column and row", arguments: [Double.nan, .infinity])
    func notFinite(value: Double) throws {
        var column = x
        column[4] = value
        let design = try Design(["x": column])
        #expect(throws: RegressionError.notFinite(column: "x", row: 4)) { try LinearModel.leastSquares.fit(design, y) }
        #expect(throws: RegressionError.notFinite(column: "x", row: 4)) { try LinearModel.ridge().fit(design, y) }
        #expect(throws: RegressionError.notFinite(column: "x", row: 4)) { try LinearModel.huber().fit(design, y) }
        var response = y
        response[2] = value
        let spoilt = response
        let good = try Design(["x": x])
        for model in [LinearModel.leastSquares, .ridge(), .huber()] {
            #expect(throws: RegressionError.notFinite(column: "response", row: 2)) { try model.fit(good, spoilt) }
        }
        let fit = try LinearModel.leastSquares.fit(good, y)
        #expect(throws: RegressionError.self) { try fit.predict(Design(["x": [value]])) }
    }

    @Test("Lengths, names and levels that do not fit are refused")
    func refused() throws {
        let design = try Design(["x": x])
        #expect(
            throws: RegressionError.shapeMismatch(
                what: Bilingual("因变量个数", "length of the response"), expected: 6, found: 2)
        ) {
            try LinearModel.leastSquares.fit(design, [1, 2])
        }
        #expect(throws: RegressionError.self) { try Design(["a": [1, 2], "b": [1]]) }
        #expect(throws: RegressionError.self) { try Design(["a": [1, 2], "a": [1, 3]]) }
        #expect(throws: RegressionError.self) { try Design([:]) }
        #expect(throws: RegressionError.self) { try Design(["a": []]) }
        #expect(throws: RegressionError.self) { try Design(matrix: Matrix(rows: 2, columns: 2), interceptColumn: 0) }
        #expect(throws: RegressionError.self) { try Design(matrix: Matrix(rows: 2, columns: 2), names: ["a"]) }
        #expect(throws: RegressionError.self) { try Design.polynomial(x, degree: 0) }
        #expect(throws: RegressionError.self) { try Design.polynomial([1e200], degree: 2) }
        let fit = try LinearModel.leastSquares.fit(design, y)
        #expect(throws: RegressionError.self) { try fit.predict(Design(["z": [1]])) }
        #expect(throws: RegressionError.self) { try fit.predict(Matrix(rows: 1, columns: 3)) }
        for level in [0, 1, -1, Double.nan] {
            #expect(throws: RegressionError.self) { try fit.coefficientTable(level: level) }
            #expect(throws: RegressionError.self) { try fit.predict(design, level: level) }
        }
    }

    @Test("A design of zeros has nothing to fit")
    func zeros() throws {
        let design = try Design(intercept: false, ["a": [0, 0, 0]])
        #expect(throws: RegressionError.self) { try LinearModel.leastSquares.fit(design, [1, 2, 3]) }
    }

    @Test("Nearly collinear columns are told")
    func illConditioned() throws {
        let close = x.enumerated().map { $1 + ($0 % 2 == 0 ? 1e-12 : -1e-12) }
        let fit = try LinearModel.leastSquares.fit(Design(["x": x, "close": close]), y)
        #expect(fit.rank == 3)
        #expect(fit.warnings.contains { if case .illConditioned = $0 { true } else { false } })
    }
}
