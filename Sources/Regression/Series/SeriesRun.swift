import LinearAlgebra
import Platform

/// One fit of a matrix of series under way: the matrices being written and the pieces they are written in.
struct SeriesRun: Sendable {
    private let regression: SeriesRegression
    /// The series at first; their leave-one-out residuals in the end.
    private let series: SharedColumns
    private let coefficients: SharedColumns
    private let deviations: SharedColumns
    private let predictions: SharedColumns
    private let halfWidths: SharedColumns

    /// A piece of work for one task: large enough that starting the task does not count, and the same on any machine.
    private static let chunkSize = 1 << 15
    /// Doubles of a block that is worked on at once: a share of the second-level cache.
    private static let blockDoubles = 1 << 14

    init(_ regression: SeriesRegression, _ series: consuming Matrix) throws(RegressionError) {
        let (rows, count) = (series.rows, series.columns)
        guard rows == regression.design.observations else {
            throw .shapeMismatch(
                what: Bilingual("序列的期数", "periods of the series"), expected: regression.design.observations, found: rows
            )
        }
        self.regression = regression
        self.series = SharedColumns(consume series)
        coefficients = SharedColumns(rows: regression.design.parameters, columns: count)
        deviations = SharedColumns(rows: 1, columns: count)
        predictions = SharedColumns(rows: regression.predictionRows.rows, columns: count)
        halfWidths = SharedColumns(rows: regression.predictionRows.rows, columns: count)
    }

    /// The series in pieces for tasks.
    var chunks: [Range<Int>] { pieces(series.columns, of: Self.chunkSize) }

    private var blockWidth: Int { max(16, Self.blockDoubles / max(series.rows, 1) / 16 * 16) }

    /// Fits the series of a chunk that are complete and returns the others, which it leaves as they were.
    func fitComplete(_ chunk: Range<Int>) -> [Int] {
        let kernel = kernel(regression.complete)
        let scratch = ScratchSpace(count: kernel.scratchRows * blockWidth)
        var incomplete: [Int] = []
        for start in stride(from: chunk.lowerBound, to: chunk.upperBound, by: blockWidth) {
            let count = min(blockWidth, chunk.upperBound - start)
            let target = SeriesKernel.Target(
                coefficients: coefficients.column(start), deviations: deviations.column(start),
                predictions: predictions.column(start), halfWidths: halfWidths.column(start))
            kernel.fit(series.column(start), count: count, scratch: scratch.base, target: target) {
                incomplete.append(start + $0)
            }
        }
        return incomplete
    }

    private func kernel(_ model: SeriesOperator) -> SeriesKernel {
        SeriesKernel(
            model: model, parameters: regression.design.parameters, predicted: regression.predictionRows.rows)
    }

    /// Sorts incomplete series by their pattern and factors the design once for each.
    ///
    /// - Throws: `notFinite` when one of them has an infinite value.
    func groups(of incomplete: [Int]) throws(RegressionError) -> SeriesGroups {
        var groups = SeriesGroups(count: series.columns, complete: regression.complete)
        for place in incomplete {
            let values = UnsafeBufferPointer(start: series.column(place), count: series.rows)
            if let row = values.firstIndex(where: \.isInfinite) {
                throw .notFinite(column: "series \(place)", row: row)
            }
            let pattern = ObservationPattern(values)
            if pattern.count == values.count {
                throw .invalidParameter(
                    name: "largest value of series \(place)", value: values.reduce(0) { max($0, abs($1)) },
                    expected: Bilingual("求和不溢出的数值", "a magnitude whose sums do not overflow"))
            }
            groups.add(place, pattern: pattern)
        }
        try groups.factor(regression)
        return groups
    }

    /// Fits a batch of series of one pattern: gathers their observed periods, and scatters the results.
    func fit(_ batch: SeriesGroups.Batch, of groups: SeriesGroups) {
        let places = groups.members[batch.pattern][batch.range]
        guard let model = groups.operators[batch.pattern] else { return places.forEach(markUnobserved) }
        let kernel = kernel(model)
        let (n, p, k) = (model.observed.count, kernel.parameters, kernel.predicted)
        let count = places.count
        let space = ScratchSpace(count: (n + kernel.scratchRows + p + 1 + 2 * k) * count)
        let block = space.base
        let scratch = block + n * count
        let fitted = scratch + kernel.scratchRows * count
        let target = SeriesKernel.Target(
            coefficients: fitted, deviations: fitted + p * count, predictions: fitted + (p + 1) * count,
            halfWidths: fitted + (p + 1 + k) * count)
        for (j, place) in places.enumerated() {
            let source = series.column(place)
            for (i, period) in model.observed.enumerated() { block[j * n + i] = source[period] }
        }
        kernel.fit(block, count: count, scratch: scratch, target: target) { _ in }
        for (j, place) in places.enumerated() {
            let residuals = series.column(place)
            for (i, period) in model.observed.enumerated() { residuals[period] = block[j * n + i] }
            coefficients.column(place).update(from: target.coefficients + j * p, count: p)
            deviations.column(place).update(from: target.deviations + j, count: 1)
            predictions.column(place).update(from: target.predictions + j * k, count: k)
            halfWidths.column(place).update(from: target.halfWidths + j * k, count: k)
        }
    }

    /// A series without any observation: nothing is known, and nothing is made up.
    private func markUnobserved(_ place: Int) {
        coefficients.column(place).update(repeating: .nan, count: coefficients.rows)
        deviations.column(place).update(repeating: .nan, count: 1)
        predictions.column(place).update(repeating: .nan, count: predictions.rows)
        halfWidths.column(place).update(repeating: .nan, count: halfWidths.rows)
    }

    /// The finished fit.
    func result(_ groups: SeriesGroups) -> SeriesFit {
        SeriesFit(
            coefficients: coefficients.matrix, residualStandardDeviations: deviations.matrix.asColumn,
            leaveOneOutResiduals: series.matrix, predictions: predictions.matrix, halfWidths: halfWidths.matrix,
            level: regression.level, patterns: groups.patterns, operators: groups.operators,
            patternIndices: groups.indices)
    }
}

/// A range from 0 cut into pieces of a size.
func pieces(_ count: Int, of size: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
}

/// Memory for one task, freed with the value.
private final class ScratchSpace {
    let base: UnsafeMutablePointer<Double>

    init(count: Int) { base = .allocate(capacity: max(count, 1)) }

    deinit { base.deallocate() }
}
