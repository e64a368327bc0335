import Foundation
import Regression
import Testing

/// The digits to keep: nine on problems of lower and average difficulty, seven on those of higher.
private let problems = [
    ("Norris", 9.0), ("Pontius", 9), ("NoInt1", 9), ("NoInt2", 9), ("Longley", 7), ("Filip", 7), ("Wampler1", 7),
    ("Wampler2", 7), ("Wampler3", 7), ("Wampler4", 7), ("Wampler5", 7),
]

@Suite("NIST StRD linear problems")
struct NISTTests {
    private func leastDigits(_ fit: LinearFit, _ problem: NISTProblem) throws -> Double {
        let pairs =
            zip(fit.coefficients, problem.estimates).map { ($0, $1) }
            + zip(try fit.standardErrors(), problem.standardErrors).map { ($0, $1) } + [
                (try #require(fit.residualStandardDeviation), problem.residualStandardDeviation),
                (try #require(fit.rSquared), problem.rSquared),
            ]
        #expect(pairs.count == 2 * problem.estimates.count + 2)
        return pairs.map(logRelativeError).min() ?? 0
    }

    @Test("Every problem keeps the digits it must", arguments: problems)
    func certified(name: String, digits: Double) throws {
        let problem = try NISTProblem(name)
        let fit = try LinearModel.leastSquares.fit(problem.design(), problem.response)
        #expect(try leastDigits(fit, problem) >= digits)
    }

    @Test("Every problem keeps the digits it must when given as a matrix of rounded powers", arguments: problems)
    func plain(name: String, digits: Double) throws {
        let problem = try NISTProblem(name)
        let fit = try LinearModel.leastSquares.fit(problem.plainDesign(), problem.response)
        #expect(try leastDigits(fit, problem) >= digits)
    }

    @Test("Knowing the powers beyond doubles keeps twelve digits of every problem", arguments: problems.map(\.0))
    func extended(name: String) throws {
        let problem = try NISTProblem(name)
        let fit = try LinearModel.leastSquares.fit(problem.design(), problem.response)
        #expect(try leastDigits(fit, problem) >= 12)
    }

    @Test("Refinement is what keeps the digits of Wampler5 and Filip", arguments: ["Wampler5", "Filip"])
    func unrefined(name: String) throws {
        let problem = try NISTProblem(name)
        let model = LinearModel(.leastSquares, refinement: .never)
        #expect(try leastDigits(model.fit(problem.design(), problem.response), problem) < 9)
    }

    @Test(
        "The fixtures carry the published figures",
        .enabled(
            if: FileManager.default.fileExists(atPath: NISTProblem.published.path), "../shared/nist is absent"),
        arguments: problems.map(\.0))
    func fixtures(name: String) throws {
        let problem = try NISTProblem(name)
        let published = try NISTProblem.publishedNumbers(name)
        let carried = problem.estimates + problem.standardErrors + problem.response + problem.predictors.joined()
        #expect(published.isSuperset(of: carried + [problem.residualStandardDeviation, problem.rSquared]))
    }
}
