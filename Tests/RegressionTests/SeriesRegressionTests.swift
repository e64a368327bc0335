import LinearAlgebra
import Regression
import SeededNumbers
import Testing

@Suite("Many series on one design")
struct SeriesRegressionTests {
    private func random(_ periods: Int, _ count: Int, seed: UInt64, missing share: Double = 0) -> Matrix {
        var generator = SeededGenerator(seed: seed)
        return Matrix(rows: periods, columns: count) { entries in
            for k in entries.indices {
                let value = Double(k % periods) + 3 * generator.normal()
                entries[k] = generator.uniform() < share ? .nan : value
            }
        }
    }

    private func trend(_ periods: Int) throws -> Design { try Design(["t": (0..<periods).map(Double.init)]) }

    /// Holds every series against a fit of its own.
    private func expectEqual(_ fit: SeriesFit, _ series: Matrix, _ design: Design, _ next: Design) throws {
        for i in 0..<series.columns {
            let observed = (0..<series.rows).filter { !series[$0, i].isNaN }
            #expect(fit.pattern(of: i).observed == observed)
            guard !observed.isEmpty else {
                #expect(fit.coefficients.column(i).allSatisfy { $0.isNaN })
                continue
            }
            let part = try Design(matrix: design.matrix.selecting(rows: observed), names: design.names)
            let single = try LinearModel.leastSquares.fit(part, observed.map { series[$0, i] })
            #expect(distance(fit.coefficients.column(i), single.coefficients) < 1e-11)
            #expect(fit.rank(of: i) == single.rank)
            #expect(fit.degreesOfFreedom(of: i) == observed.count - single.rank)
            let deleted = try single.leaveOneOutResiduals()
            for (k, row) in observed.enumerated() {
                let value = fit.leaveOneOutResiduals[row, i]
                if let expected = deleted[k] { #expect(isClose(value, expected, 1e-9)) } else { #expect(value.isNaN) }
            }
            #expect((0..<series.rows).allSatisfy { observed.contains($0) || fit.leaveOneOutResiduals[$0, i].isNaN })
            guard observed.count > single.rank else {
                #expect(fit.residualStandardDeviation(of: i) == nil && fit.predictionInterval(of: i) == nil)
                continue
            }
            let deviation = try #require(single.residualStandardDeviation)
            #expect(isClose(try #require(fit.residualStandardDeviation(of: i)), deviation, 1e-10))
            let prediction = try single.predict(next, level: 0.8)[0]
            let interval = try #require(fit.predictionInterval(of: i))
            #expect(isClose(interval.lowerBound, prediction.prediction.lowerBound, 1e-9))
            #expect(isClose(interval.upperBound, prediction.prediction.upperBound, 1e-9))
        }
    }

    @Test("Complete series are fitted as each by itself", arguments: [(3, 5), (10, 700), (23, 40)])
    func complete(periods: Int, count: Int) throws {
        let series = random(periods, count, seed: 1)
        let next = try Design(["t": [Double(periods)]])
        let fit = try SeriesRegression(trend(periods), predicting: next, level: 0.8).fit(series)
        #expect(fit.patterns.count == 1)
        try expectEqual(fit, series, trend(periods), next)
    }

    @Test("Series with gaps are fitted as each by itself, down to none observed", arguments: [0.1, 0.5, 0.9])
    func gaps(share: Double) throws {
        let series = random(6, 300, seed: 2, missing: share)
        let next = try Design(["t": [6]])
        let fit = try SeriesRegression(trend(6), predicting: next, level: 0.8).fit(series)
        #expect(fit.patterns.count > 5)
        try expectEqual(fit, series, trend(6), next)
    }

    @Test("Patterns of more than 64 periods are told apart")
    func long() throws {
        let series = random(150, 12, seed: 3, missing: 0.02)
        let next = try Design(["t": [150]])
        let fit = try SeriesRegression(trend(150), predicting: next, level: 0.8).fit(series)
        try expectEqual(fit, series, trend(150), next)
    }

    @Test("On all cores the bits are the same as on one")
    func concurrent() async throws {
        let series = random(8, 70_000, seed: 4, missing: 0.01)
        let regression = try SeriesRegression(trend(8), predicting: Design(["t": [8]]))
        let one = try regression.fit(series)
        let all = try await regression.fitConcurrently(series)
        let same = { (a: Matrix, b: Matrix) in zip(a.elements, b.elements).allSatisfy { $0.bitPattern == $1.bitPattern }
        }
        #expect(same(one.coefficients, all.coefficients))
        #expect(same(one.leaveOneOutResiduals, all.leaveOneOutResiduals))
        #expect(same(one.predictions, all.predictions) && same(one.halfWidths, all.halfWidths))
        #expect(one.patterns == all.patterns)
        let indices = stride(from: 0, to: 70_000, by: 97)
        #expect(indices.allSatisfy { one.patternIndex(of: $0) == all.patternIndex(of: $0) })
    }

    @Test("A matrix handed over becomes the residuals in place; one that is kept is left alone")
    func ownership() throws {
        let regression = try SeriesRegression(trend(5))
        let kept = random(5, 100, seed: 5)
        let entries = kept.elements
        _ = try regression.fit(kept)
        #expect(kept.elements == entries)
        let given = random(5, 100, seed: 5)
        let base = given.withUnsafeBufferPointer { $0.baseAddress }
        let fit = try regression.fit(consume given)
        #expect(fit.leaveOneOutResiduals.withUnsafeBufferPointer { $0.baseAddress } == base)
    }

    @Test("A period with a column of its own has no leave-one-out residual")
    func leverageOne() throws {
        let design = try Design(["t": [0, 1, 2, 3, 4], "break": [0, 0, 0, 0, 1]])
        let fit = try SeriesRegression(design).fit(random(5, 20, seed: 6))
        #expect((0..<20).allSatisfy { fit.leaveOneOutResiduals[4, $0].isNaN })
        #expect((0..<20).allSatisfy { fit.leaveOneOutResiduals[0, $0].isFinite })
    }

    @Test("A prediction that the observed periods leave open is not made up")
    func open() throws {
        let series = try Matrix(columns: [[5, .nan, .nan, .nan], [5, 6, .nan, .nan], [5, 6, 8, 8]])
        let fit = try SeriesRegression(trend(4), predicting: Design(["t": [4]])).fit(series)
        #expect(fit.predictions[0, 0].isNaN && fit.predictionInterval(of: 0) == nil)
        #expect(isClose(fit.predictions[0, 1], 9) && fit.predictionInterval(of: 1) == nil)
        #expect(fit.predictionInterval(of: 2) != nil)
        #expect((0..<3).map { fit.rank(of: $0) } == [1, 2, 2])
    }

    @Test("A collinear design gives least-norm coefficients for every series")
    func collinear() throws {
        let design = try Design(["t": [0, 1, 2, 3], "double": [0, 2, 4, 6]])
        let series = random(4, 10, seed: 7)
        let fit = try SeriesRegression(design).fit(series)
        for i in 0..<10 {
            let single = try LinearModel.leastSquares.fit(design, Array(series.column(i)))
            #expect(distance(fit.coefficients.column(i), single.coefficients) < 1e-11)
        }
    }

    @Test("Ill-conditioned designs keep their digits")
    func illConditioned() throws {
        let years = (2010..<2024).map(Double.init)
        let design = try Design.polynomial(years, degree: 3, name: "year")
        let series = random(14, 5, seed: 8)
        let fit = try SeriesRegression(design).fit(series)
        for i in 0..<5 {
            let single = try LinearModel.leastSquares.fit(design, Array(series.column(i)))
            #expect(areClose(fit.coefficients.column(i), single.coefficients, 1e-6))
            let deviation = try #require(single.residualStandardDeviation)
            #expect(isClose(fit.residualStandardDeviations[i], deviation, 1e-9))
        }
    }

    @Test("Infinity, other lengths, other columns and levels are refused")
    func refused() throws {
        let regression = try SeriesRegression(trend(3))
        let infinite = try Matrix(columns: [[1, 2, 3], [1, .infinity, 3]])
        #expect(throws: RegressionError.notFinite(column: "series 1", row: 1)) { try regression.fit(infinite) }
        let mixed = try Matrix(columns: [[1, 2, 3], [.nan, 2, -.infinity]])
        #expect(throws: RegressionError.notFinite(column: "series 1", row: 2)) { try regression.fit(mixed) }
        let huge = try Matrix(columns: [[1.7e308, 1.7e308, 1.7e308]])
        #expect(throws: RegressionError.self) { try regression.fit(huge) }
        #expect(throws: RegressionError.self) { try regression.fit(Matrix(rows: 4, columns: 1)) }
        #expect(throws: RegressionError.self) { try SeriesRegression(trend(3), predicting: Design(["u": [1]])) }
        #expect(throws: RegressionError.self) { try SeriesRegression(trend(3), level: 1) }
    }

    @Test("No series give an empty fit")
    func empty() throws {
        #expect(try SeriesRegression(trend(3)).fit(Matrix(rows: 3, columns: 0)).count == 0)
    }
}
