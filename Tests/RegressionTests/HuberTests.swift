import Regression
import Testing

/// Reference values: the iteration written out in R 4.2.2 with `qr.coef`, to convergence. `MASS::rlm` differs in the fifth
/// digit because it rounds the normal quartile to 0.6745.
@Suite("Huber's M-estimator")
struct HuberTests {
    private let exact = LinearModel.huber(HuberOptions(tolerance: 1e-13, iterationLimit: 1000))

    @Test("Coefficients, errors, scale and weights agree with R")
    func reference() throws {
        let fit = try exact.fit(Design(["dose": PlantWeights.dose]), PlantWeights.spoilt)
        #expect(areClose(fit.coefficients, [5.4796786359249428, -0.058709156032166698], 1e-9))
        #expect(areClose(try fit.standardErrors(), [0.48678371401845072, 0.063644093761006409], 1e-9))
        #expect(isClose(try #require(fit.residualStandardDeviation), 0.6365620498921819, 1e-9))
        guard case .huber(let weights, _) = fit.details else {
            Issue.record("no robust weights told")
            return
        }
        let expected = [0.68440994833732471, 1, 1, 0.98961804523427177, 1, 0.057567427446282675, 1, 1, 1, 1, 1, 1]
        #expect(areClose(weights, expected, 1e-8))
        #expect(fit.warnings.isEmpty)
    }

    @Test("Weights given with the data stand for inverse variances")
    func weighted() throws {
        let fit = try exact.fit(
            Design(["dose": PlantWeights.dose]), PlantWeights.spoilt, weights: PlantWeights.weights)
        #expect(areClose(fit.coefficients, [5.5621939637352851, -0.070009965776456184], 1e-8))
        #expect(areClose(try fit.standardErrors(), [0.36260493871688848, 0.048330944567113746], 1e-8))
        #expect(isClose(try #require(fit.residualStandardDeviation), 0.51146821481986648, 1e-8))
    }

    @Test("One wild value hardly moves the fit")
    func robust() throws {
        let design = try Design(["dose": PlantWeights.dose])
        let clean = try LinearModel.huber().fit(design, PlantWeights.response)
        let wild = PlantWeights.response.enumerated().map { $0 == 5 ? 1e9 : $1 }
        let spoilt = try LinearModel.huber().fit(design, wild)
        #expect(distance(spoilt.coefficients, clean.coefficients) < 0.6)
        #expect(spoilt.warnings.isEmpty)
    }

    @Test("With a tuning constant that lets everything pass it is least squares")
    func permissive() throws {
        let problem = RandomProblem(seed: 4)
        let huber = try LinearModel.huber(HuberOptions(tuning: 1e6)).fit(problem.design(), problem.response)
        let ordinary = try LinearModel.leastSquares.fit(problem.design(), problem.response)
        #expect(areClose(huber.coefficients, ordinary.coefficients, 1e-11))
        #expect(areClose(try huber.standardErrors(), try ordinary.standardErrors(), 1e-11))
    }

    @Test("The response may be scaled and shifted", arguments: 1...5)
    func equivariance(seed: UInt64) throws {
        let problem = RandomProblem(seed: seed)
        let plain = try exact.fit(problem.design(), problem.response)
        let moved = try exact.fit(problem.design(), problem.response.map { 1e6 * $0 + 7e6 })
        #expect(isClose(moved.coefficients[0], 1e6 * plain.coefficients[0] + 7e6, 1e-7))
        #expect(areClose(moved.coefficients.dropFirst(), plain.coefficients.dropFirst().map { $0 * 1e6 }, 1e-7))
    }

    @Test("Stopping at the limit is told")
    func limit() throws {
        let fit = try LinearModel.huber(HuberOptions(tolerance: 1e-15, iterationLimit: 2)).fit(
            Design(["dose": PlantWeights.dose]), PlantWeights.spoilt)
        guard case .notConverged(iterations: 2, let change) = fit.warnings.first else {
            Issue.record("no warning in \(fit.warnings)")
            return
        }
        #expect(change > 1e-15)
    }

    @Test("Points on a line stay on it, however wild the rest, and the scale of zero is told")
    func zeroScale() throws {
        let x = (0..<12).map(Double.init)
        let y = x.map { $0 == 7 ? 500 : 2 * $0 + 1 }
        let fit = try LinearModel.huber(HuberOptions(iterationLimit: 2000)).fit(Design(["x": x]), y)
        #expect(distance(fit.coefficients, [1, 2]) < 1e-6)
        let perfect = try LinearModel.huber().fit(Design(["x": x]), x.map { 3 * $0 })
        #expect(perfect.warnings.contains(.exactFit))
        #expect(areClose(perfect.coefficients, [0, 3], 1e-10))
    }

    @Test("Options outside their domain are refused")
    func refused() throws {
        let design = try Design(["x": [1, 2, 3]])
        let bad = [
            HuberOptions(tuning: 0), HuberOptions(tuning: .nan), HuberOptions(tolerance: -1),
            HuberOptions(iterationLimit: 0),
        ]
        for options in bad {
            #expect(throws: RegressionError.self) { try LinearModel.huber(options).fit(design, [1, 2, 4]) }
        }
    }
}
