import Regression
import Testing

@Suite("NIST StRD linear problems", .enabled(if: NISTProblem.isAvailable, "../shared/nist is absent"))
struct NISTTests {
    @Test(
        "Every problem keeps the digits it must",
        arguments: [
            ("Norris", 9.0), ("Pontius", 9), ("NoInt1", 9), ("NoInt2", 9), ("Longley", 7), ("Filip", 7),
            ("Wampler1", 7), ("Wampler2", 7), ("Wampler3", 7), ("Wampler4", 7), ("Wampler5", 7),
        ])
    func certified(name: String, digits: Double) throws {
        let problem = try NISTProblem(name)
        let fit = try LinearModel.leastSquares.fit(problem.design(), problem.response)
        let errors = try fit.standardErrors()
        let worst = zip(fit.coefficients, problem.estimates).map { logRelativeError($0, $1) }.min() ?? 0
        let worstError = zip(errors, problem.standardErrors).map { logRelativeError($0, $1) }.min() ?? 0
        let deviation = logRelativeError(
            try #require(fit.residualStandardDeviation), problem.residualStandardDeviation)
        #expect(fit.coefficients.count == problem.estimates.count)
        #expect(worst >= digits)
        #expect(worstError >= digits)
        #expect(deviation >= digits)
        #expect(logRelativeError(try #require(fit.rSquared), problem.rSquared) >= digits)
    }
}
