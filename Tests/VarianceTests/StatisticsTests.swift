import Regression
import SeededNumbers
import SyntheticAccounts
import Testing

@testable import Variance

@Suite("Statistics of the detector")
struct StatisticsTests {
    @Test("Median and spread are those of the calm half, whatever the wild values are")
    func robustScale() {
        let calm = RobustScale([9, 10, 10, 11, 12, 8, 10])
        let wild = RobustScale([9, 10, 10, 11, 12, 1e9, -1e9])
        #expect(calm.centre == 10 && wild.centre == 10)
        #expect(abs(calm.spread - RobustScale.consistency) < 1e-12)
        #expect(wild.spread <= 2 * RobustScale.consistency)
        #expect(RobustScale([]).centre == 0 && RobustScale([5]).spread == 0)
    }

    @Test("The spread estimates the standard deviation of normal values")
    func robustScaleIsConsistent() {
        var random = SeededGenerator(seed: 11)
        let scale = RobustScale((0..<20_000).map { _ in 3 + 2 * random.normal() })
        #expect(abs(scale.centre - 3) < 0.06)
        #expect(abs(scale.spread - 2) < 0.06)
    }

    @Test("A value selected is the one that sorting finds, ties and orders of all kinds included", arguments: 0..<40)
    func selection(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let kinds = [1, 2, 5, 1_000_000]
        var values = (0..<random.integer(1, 300)).map { _ in Double(random.integer(0, kinds[seed % 4])) }
        if seed % 3 == 1 { values.sort() }
        if seed % 3 == 2 { values.sort(by: >) }
        let sorted = values.sorted()
        for place in sorted.indices {
            var moved = values
            #expect(Selection.element(at: place, of: &moved) == sorted[place])
            #expect(moved.sorted() == sorted)
        }
    }

    @Test("p-values are adjusted as in Benjamini and Hochberg's example")
    func benjaminiHochberg() {
        // The fifteen p-values of Benjamini and Hochberg (1995), section 4.1; four are below 0.05 · i / 15.
        let pValues = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0,
        ]
        let adjusted = BenjaminiHochberg.adjusted(pValues)
        #expect(adjusted.count { $0 <= 0.05 } == 4)
        #expect(abs(adjusted[0] - 0.0015) < 1e-12)
        #expect(abs(adjusted[3] - 0.035625) < 1e-12)
        #expect(abs(adjusted[4] - 0.0603) < 1e-12)
        #expect(zip(adjusted, adjusted.dropFirst()).allSatisfy { $0 <= $1 })
        let upToATenth = BenjaminiHochberg.adjusted(pValues, upTo: 0.1)
        #expect(zip(adjusted, upToATenth).allSatisfy { $1 == ($0 <= 0.1 ? $0 : 1) })
    }

    @Test("A test that was not made is not counted")
    func benjaminiHochbergSkipsMissing() {
        let adjusted = BenjaminiHochberg.adjusted([.nan, 0.02, .nan, 0.04])
        #expect(adjusted[0].isNaN && adjusted[2].isNaN)
        #expect(adjusted[1] == 0.04 && adjusted[3] == 0.04)
    }

    @Test("Adjusted p-values keep the share of false discoveries at the rate asked for")
    func falseDiscoveryRate() {
        var random = SeededGenerator(seed: 7)
        var false_ = 0
        var all = 0
        for _ in 0..<200 {
            let shifts = (0..<500).map { $0 < 25 ? 4.0 : 0.0 }
            let column = SurpriseColumn(shifts.map { $0 + random.normal() }, falseDiscoveryRate: 0.1)
            for index in shifts.indices where column.significance(of: index).falseDiscoveryRate <= 0.1 {
                all += 1
                if shifts[index] == 0 { false_ += 1 }
            }
        }
        #expect(all > 2000)
        #expect(Double(false_) / Double(all) < 0.11)
    }

    @Test("The normal equivalent of t is as improbable as t", arguments: [3.0, 5, 10, 30], [0.5, 1, 2, 4, 8])
    func normalEquivalent(degrees: Double, t: Double) throws {
        let exact = Normal().upperQuantile(try StudentT(degreesOfFreedom: degrees).upperTail(t))
        let approximate = Surprise.normalEquivalent(ofT: t, degreesOfFreedom: degrees)
        #expect(abs(exact - approximate) < 0.05)
        #expect(Surprise.normalEquivalent(ofT: -t, degreesOfFreedom: degrees) == -approximate)
    }

    @Test("Digamma and trigamma at 1 and 1/2 are the known constants, and the inverse inverts")
    func polyGamma() {
        #expect(abs(PolyGamma.digamma(1) + 0.577_215_664_901_533) < 1e-8)
        #expect(abs(PolyGamma.digamma(0.5) + 1.963_510_026_021_423) < 1e-8)
        #expect(abs(PolyGamma.trigamma(1) - Double.pi * Double.pi / 6) < 1e-8)
        #expect(abs(PolyGamma.trigamma(0.5) - Double.pi * Double.pi / 2) < 1e-8)
        for x in [0.3, 0.5, 1, 2.5, 10, 200] {
            #expect(abs(PolyGamma.inverseTrigamma(PolyGamma.trigamma(x)) - x) < 1e-6 * x)
        }
    }

    @Test("The prior finds the scale and the scatter of variances that histories were drawn with")
    func variancePrior() {
        var random = SeededGenerator(seed: 3)
        // Variances 0.04 · 6/χ²(6): scale 0.2, 6 degrees of freedom.
        let histories = (0..<4000).map { _ in
            let chiSquare = (0..<6).reduce(0.0) { sum, _ in
                let one = random.normal()
                return sum + one * one
            }
            let deviation = (0.04 * 6 / chiSquare).squareRoot()
            return (0..<5).map { _ in deviation * random.normal() }
        }
        let prior = VariancePrior(histories, floor: 0.01, spread: 1)
        #expect(abs(prior.scale - 0.2) < 0.02)
        #expect((4...9).contains(prior.degreesOfFreedom))
    }

    @Test("One wild year does not make a subject's scale")
    func moderatedScale() {
        let prior = VariancePrior(scale: 0.1)
        let calm = prior.moderated([0.05, -0.05, 0.04, 0.06, -0.05])
        let wild = prior.moderated([0.05, -0.05, 0.04, 0.06, 9])
        #expect(calm.scale < 0.1)
        #expect(wild.scale < 0.2)
        #expect(wild.degreesOfFreedom == 8)
    }

    @Test("The amount scale is symmetric, invertible, and turns ratios into steps far above its threshold")
    func amountScale() {
        let scale = AmountScale(threshold: 100)
        #expect(scale.position(of: 0) == 0)
        #expect(scale.position(of: -5000) == -scale.position(of: 5000))
        #expect(abs(scale.yuan(at: scale.position(of: 12_345)) - 12_345) < 1e-6)
        #expect(abs(scale.position(of: 2e6) - scale.position(of: 1e6) - 0.693_147) < 1e-4)
    }
}
