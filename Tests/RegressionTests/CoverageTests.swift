import LinearAlgebra
import Regression
import SeededNumbers
import Testing

/// Intervals hold the truth as often as they say: counts over seeded simulations, within four standard errors of the
/// binomial.
@Suite("Coverage of intervals by simulation")
struct CoverageTests {
    private let simulations = 4000

    private func agrees(_ hits: Int, _ level: Double) -> Bool {
        let error = (level * (1 - level) * Double(simulations)).squareRoot()
        return abs(Double(hits) - level * Double(simulations)) < 4 * error
    }

    @Test("Confidence intervals of coefficients, of the mean and prediction intervals", arguments: [0.8, 0.95])
    func leastSquares(level: Double) throws {
        var generator = SeededGenerator(seed: 2024)
        let x = [0.0, 1, 2, 3, 4, 5, 6, 9]
        let design = try Design(["x": x])
        let next = try Design(["x": [11]])
        var (slope, mean, single) = (0, 0, 0)
        for _ in 0..<simulations {
            let fit = try LinearModel.leastSquares.fit(design, x.map { 2 + 0.5 * $0 + generator.normal() })
            if try fit.coefficientTable(level: level)[1].interval.contains(0.5) { slope += 1 }
            let prediction = try fit.predict(next, level: level)[0]
            if prediction.confidence.contains(7.5) { mean += 1 }
            if prediction.prediction.contains(7.5 + generator.normal()) { single += 1 }
        }
        #expect(agrees(slope, level) && agrees(mean, level) && agrees(single, level))
    }

    @Test("Prediction intervals of weighted fits")
    func weighted() throws {
        var generator = SeededGenerator(seed: 7)
        let x = [0.0, 1, 2, 3, 4, 5, 6, 7]
        let deviations = [3.0, 2.5, 2, 1.5, 1, 1, 1, 0.5]
        let design = try Design(["x": x])
        var hits = 0
        for _ in 0..<simulations {
            let y = zip(x, deviations).map { 1 - $0 + $1 * generator.normal() }
            let fit = try LinearModel.leastSquares.fit(design, y, weights: deviations.map { 1 / ($0 * $0) })
            let prediction = try fit.predict(Design(["x": [8]]), level: 0.8)[0].prediction
            if prediction.contains(-7 + generator.normal()) { hits += 1 }
        }
        #expect(agrees(hits, 0.8))
    }

    @Test("Prediction intervals of many series at once")
    func series() throws {
        var generator = SeededGenerator(seed: 99)
        let series = Matrix(rows: 7, columns: simulations) { entries in
            for k in entries.indices { entries[k] = Double(k % 7) + generator.normal() }
        }
        let regression = try SeriesRegression(
            Design(["t": [0, 1, 2, 3, 4, 5, 6]]), predicting: Design(["t": [7]]), level: 0.8)
        let fit = try regression.fit(series)
        let hits = (0..<simulations).count { i in
            fit.predictionInterval(of: i)?.contains(7 + generator.normal()) == true
        }
        #expect(agrees(hits, 0.8))
    }

    @Test("Clustered intervals hold where errors of a unit move together and classic ones do not")
    func clustered() throws {
        var generator = SeededGenerator(seed: 5)
        let (units, years) = (40, 6)
        let names = (0..<(units * years)).map { "u\($0 / years)" }
        let periods = (0..<(units * years)).map { 2018 + $0 % years }
        let trends = (0..<units).map { _ in generator.normal() }
        let x = (0..<(units * years)).map { trends[$0 / years] * Double($0 % years) }
        let design = try Design(intercept: false, ["x": x])
        var (clustered, classic) = (0, 0)
        let runs = 600
        for _ in 0..<runs {
            let drifts = (0..<units).map { _ in generator.normal() }
            let y = x.indices.map { x[$0] + drifts[$0 / years] * Double($0 % years) + generator.normal() }
            let fit = try FixedEffectsModel(effects: .units).fit(design, y, units: names, periods: periods)
            if try fit.coefficientTable(.clustered)[0].interval.contains(1) { clustered += 1 }
            if try fit.coefficientTable(.classic)[0].interval.contains(1) { classic += 1 }
        }
        #expect(Double(clustered) / Double(runs) > 0.88)
        #expect(Double(classic) / Double(runs) < 0.8)
    }
}
