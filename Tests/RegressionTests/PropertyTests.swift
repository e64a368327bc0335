import LinearAlgebra
import Regression
import SeededNumbers
import Testing

@Suite("Properties of least squares")
struct PropertyTests {
    @Test(
        "Scaling the response scales coefficients, errors and residuals, and leaves t and R² alone", arguments: 1...20)
    func scaling(seed: UInt64) throws {
        let problem = RandomProblem(seed: seed)
        let plain = try LinearModel.leastSquares.fit(problem.design(), problem.response, weights: problem.weights)
        let scaled = try LinearModel.leastSquares.fit(
            problem.design(), problem.response.map { -3.7e8 * $0 }, weights: problem.weights)
        #expect(areClose(scaled.coefficients, plain.coefficients.map { -3.7e8 * $0 }, 1e-10))
        #expect(areClose(try scaled.standardErrors(.hc3), try plain.standardErrors(.hc3).map { 3.7e8 * $0 }, 1e-10))
        #expect(areClose(try scaled.coefficientTable().map { -$0.t }, try plain.coefficientTable().map(\.t), 1e-10))
        #expect(isClose(try #require(scaled.rSquared), try #require(plain.rSquared), 1e-10))
    }

    @Test("Shifting the response moves the intercept alone", arguments: 1...20)
    func shifting(seed: UInt64) throws {
        let problem = RandomProblem(seed: seed)
        let plain = try LinearModel.leastSquares.fit(problem.design(), problem.response)
        let shifted = try LinearModel.leastSquares.fit(problem.design(), problem.response.map { $0 + 1000 })
        #expect(isClose(shifted.coefficients[0], plain.coefficients[0] + 1000, 1e-11))
        #expect(distance(shifted.coefficients.dropFirst(), plain.coefficients.dropFirst()) < 1e-10)
        #expect(distance(try shifted.standardErrors(), try plain.standardErrors()) < 1e-10)
    }

    @Test("Rotating the columns rotates the coefficients and leaves the fit alone", arguments: 1...20)
    func rotation(seed: UInt64) throws {
        let problem = RandomProblem(seed: seed)
        let x = try Matrix(columns: problem.columns)
        var generator = SeededGenerator(seed: seed + 100)
        let random = Matrix(rows: 3, columns: 3) { entries in
            for k in entries.indices { entries[k] = generator.normal() }
        }
        let rotation = try QRFactorization(random).orthonormalColumns()
        let turned = try x * rotation
        let plain = try LinearModel.leastSquares.fit(Design(matrix: x), problem.response)
        let rotated = try LinearModel.leastSquares.fit(Design(matrix: turned), problem.response)
        #expect(distance(rotated.residuals, plain.residuals) < 1e-11)
        #expect(distance(try rotation * rotated.coefficients, plain.coefficients) < 1e-11)
        #expect(distance(try rotated.leverages(), try plain.leverages()) < 1e-11)
        #expect(isClose(rotated.residualSumOfSquares, plain.residualSumOfSquares, 1e-11))
    }

    @Test("Leave-one-out residuals are those of fits without the observation", arguments: 1...6)
    func leaveOneOut(seed: UInt64) throws {
        let problem = RandomProblem(seed: seed)
        let fit = try LinearModel.leastSquares.fit(problem.design(), problem.response, weights: problem.weights)
        let deleted = try fit.leaveOneOutResiduals()
        for row in problem.response.indices {
            let rest = try problem.without(row)
            let other = try LinearModel.leastSquares.fit(rest.design, rest.response, weights: rest.weights)
            let predicted = try other.mean(at: problem.design().matrix.selecting(rows: [row]))[0]
            #expect(isClose(try #require(deleted[row]), problem.response[row] - predicted, 1e-9))
        }
    }

    @Test("Studentized deleted residuals are predictions' errors over their standard errors", arguments: 1...6)
    func studentized(seed: UInt64) throws {
        let problem = RandomProblem(seed: seed)
        let fit = try LinearModel.leastSquares.fit(problem.design(), problem.response)
        let studentized = try fit.studentizedDeletedResiduals()
        for row in problem.response.indices {
            let rest = try problem.without(row)
            let other = try LinearModel.leastSquares.fit(rest.design, rest.response)
            let at = try other.predict(problem.design().matrix.selecting(rows: [row]))[0]
            let deviation = try #require(other.residualStandardDeviation)
            let error = (at.standardError * at.standardError + deviation * deviation).squareRoot()
            #expect(isClose(try #require(studentized[row]), (problem.response[row] - at.mean) / error, 1e-9))
        }
    }

    @Test("Cook's distance is the shift of all fitted values over p s²", arguments: 1...6)
    func cook(seed: UInt64) throws {
        let problem = RandomProblem(seed: seed)
        let fit = try LinearModel.leastSquares.fit(problem.design(), problem.response)
        let distances = try fit.cooksDistances()
        let variance = try #require(fit.residualStandardDeviation) * #require(fit.residualStandardDeviation)
        for row in problem.response.indices {
            let rest = try problem.without(row)
            let moved = try LinearModel.leastSquares.fit(rest.design, rest.response).mean(at: problem.design().matrix)
            let shift = zip(moved, fit.fittedValues).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
            #expect(isClose(try #require(distances[row]), shift / (4 * variance), 1e-8))
        }
    }

    @Test("Leverages lie between 0 and 1 and sum to the rank", arguments: 1...20)
    func leverages(seed: UInt64) throws {
        let problem = RandomProblem(seed: seed, observations: 6 + Int(seed))
        let leverages = try LinearModel.leastSquares.fit(problem.design(), problem.response).leverages()
        #expect(leverages.allSatisfy { $0 >= 0 && $0 <= 1 })
        #expect(isClose(leverages.reduce(0, +), 4, 1e-12))
    }

    @Test("Refinement changes nothing but the last digits of a well-conditioned fit", arguments: 1...10)
    func refinement(seed: UInt64) throws {
        let problem = RandomProblem(seed: seed)
        let plain = try LinearModel(.leastSquares, refinement: .never).fit(problem.design(), problem.response)
        let refined = try LinearModel(.leastSquares, refinement: .always).fit(problem.design(), problem.response)
        #expect(areClose(refined.coefficients, plain.coefficients, 1e-12))
        #expect(areClose(try refined.standardErrors(), try plain.standardErrors(), 1e-12))
        #expect(distance(refined.residuals, plain.residuals) < 1e-12)
    }

    @Test("Refinement gives back the digits that ill-conditioned designs take", arguments: 4...8)
    func hilbert(order: Int) throws {
        // Of a Hilbert design with a known solution and no error, in integers so that data and solution are exact.
        let common = (1...(order + 12)).reduce(1.0) { lowest, k in lowest * Double(k) / gcd(lowest, Double(k)) }
        let columns: [[Double]] = (0..<order).map { j in (0..<12).map { i in common / Double(i + j + 1) } }
        let signs: [Double] = [1, -1]
        let solution = (0..<order).map { signs[$0 % 2] * Double($0 + 1) }
        let response: [Double] = (0..<12).map { i in
            zip(columns, solution).reduce(0.0) { sum, term in sum + term.0[i] * term.1 }
        }
        let design = try Design(intercept: false, columns: columns.enumerated().map { (name: "x\($0)", values: $1) })
        let refined = try LinearModel.leastSquares.fit(design, response)
        let plain = try LinearModel(.leastSquares, refinement: .never).fit(design, response)
        #expect(areClose(refined.coefficients, solution, 1e-14))
        #expect(distance(plain.coefficients, solution) > distance(refined.coefficients, solution))
    }

    private func gcd(_ a: Double, _ b: Double) -> Double {
        b == 0 ? a : gcd(b, a.truncatingRemainder(dividingBy: b))
    }
}
