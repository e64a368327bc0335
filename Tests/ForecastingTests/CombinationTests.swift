import Testing

@testable import Forecasting

@Suite("Combination")
struct CombinationTests {
    private func errors(_ forecasts: [[Double]], outcomes: [Double]) -> [Double] {
        var errors = MemberErrors(count: MemberSets.all.count)
        for (row, outcome) in zip(forecasts, outcomes) {
            MemberSets.means(row).withUnsafeBufferPointer {
                errors.add(column: 3, outcome: outcome, size: 100, forecasts: $0)
            }
        }
        return errors.errors
    }

    @Test("All sets of members are held against what came, single ones first")
    func sets() {
        #expect(MemberSets.all.count == 31)
        #expect(MemberSets.all.prefix(5).elementsEqual((0..<5).map { [$0] }))
        #expect(MemberSets.means([10, 20, 30, 40, 50]).prefix(6).elementsEqual([10, 20, 30, 40, 50, 15]))
    }

    @Test("A member that is always right gets all the weight")
    func best() {
        let outcomes = [100.0, 110, 120]
        let weights = CombinationWeights(
            errors: errors(outcomes.map { [$0, $0 + 9, $0 + 20, $0 + 30, $0 + 40] }, outcomes: outcomes))
        #expect(weights.values == [1, 0, 0, 0, 0])
    }

    @Test("Members whose errors cancel are averaged, and weights add up to one")
    func cancelling() {
        let outcomes = [100.0, 110, 120]
        let weights = CombinationWeights(
            errors: errors(outcomes.map { [$0 + 8, $0 - 8, $0 + 30, $0 + 30, $0 + 40] }, outcomes: outcomes))
        #expect(weights[.level] == 0.5 && weights[.growth] == 0.5)
        #expect(abs(weights.values.reduce(0, +) - 1) < 1e-12)
    }
}
