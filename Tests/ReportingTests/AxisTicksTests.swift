import SeededNumbers
import Testing

@testable import Reporting

@Suite("Axis ticks")
struct AxisTicksTests {
    @Test("Ticks are round, cover the data and zero, and are as many as wanted give or take")
    func coverTheData() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<500 {
            let scale = [0.001, 1, 1_000, 1e9][Int.random(in: 0..<4, using: &generator)]
            let low = Double.random(in: -1...1, using: &generator) * scale
            let high = low + Double.random(in: 0.01...1, using: &generator) * scale
            let ticks = AxisTicks(covering: low...high, count: 4)
            #expect(ticks.low <= min(0, low) + scale * 1e-9 && ticks.high >= max(0, high) - scale * 1e-9)
            #expect((3...8).contains(ticks.values.count))
        }
    }

    @Test("Nothing to show still makes an axis")
    func emptyRange() {
        #expect(AxisTicks(covering: 0...0, count: 4).values == [0, 1])
    }
}
