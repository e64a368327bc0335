import Regression
import Testing

/// Reference values from R 4.2.2 (`pt`, `qt`, `dt`, …), seventeen digits.
@Suite("Distributions")
struct DistributionTests {
    @Test("Student's t agrees with R in body and tails")
    func studentT() throws {
        #expect(isClose(try StudentT(degreesOfFreedom: 5).cdf(2.3), 0.96511376533398141, 1e-14))
        #expect(isClose(try StudentT(degreesOfFreedom: 3).cdf(-40), 1.719034039457927e-05, 1e-13))
        #expect(isClose(try StudentT(degreesOfFreedom: 7).upperTail(1e4), 1.3205203887746518e-26, 1e-12))
        #expect(isClose(try StudentT(degreesOfFreedom: 8).quantile(0.975), 2.3060041352041658, 1e-14))
        #expect(isClose(try StudentT(degreesOfFreedom: 4).quantile(1e-12), -1316.0727465592572, 1e-12))
        #expect(isClose(try StudentT(degreesOfFreedom: 2.5).density(1.5), 0.11766850421719724, 1e-13))
    }

    @Test("Fisher's F agrees with R in body and tails")
    func fisherF() throws {
        #expect(isClose(try FisherF(numerator: 4, denominator: 17).cdf(3.2), 0.96059742963533457, 1e-13))
        #expect(isClose(try FisherF(numerator: 2, denominator: 9).upperTail(50), 1.3355865958049667e-05, 1e-13))
        #expect(isClose(try FisherF(numerator: 3, denominator: 20).quantile(0.95), 3.0983912121407795, 1e-13))
        #expect(isClose(try FisherF(numerator: 5, denominator: 7).density(1.1), 0.41674072072658952, 1e-13))
    }

    @Test("χ² agrees with R in body and tails")
    func chiSquared() throws {
        #expect(isClose(try ChiSquared(degreesOfFreedom: 3).cdf(7.81), 0.94989394364999402, 1e-13))
        #expect(isClose(try ChiSquared(degreesOfFreedom: 2).upperTail(400), 1.3838965267367376e-87, 1e-12))
        #expect(isClose(try ChiSquared(degreesOfFreedom: 10).quantile(0.99), 23.209251158954356, 1e-13))
        #expect(isClose(try ChiSquared(degreesOfFreedom: 1.5).density(2), 0.15010381384200872, 1e-13))
    }

    @Test("The normal agrees with R in body and tails")
    func normal() {
        #expect(isClose(Normal().cdf(1.3), 0.9031995154143897, 1e-14))
        #expect(isClose(Normal().upperTail(30), 4.9067139271481872e-198, 1e-12))
        #expect(isClose(Normal().quantile(0.975), 1.9599639845400536, 1e-14))
        #expect(isClose(Normal().upperQuantile(1e-300), 37.047096299361201, 1e-12))
        #expect(isClose(Normal().density(2), 0.053990966513188063, 1e-14))
    }

    @Test("Quantiles invert the distribution function and the tails", arguments: [1e-12, 0.001, 0.2, 0.5, 0.9, 0.9999])
    func roundTrip(p: Double) throws {
        let t = try StudentT(degreesOfFreedom: 6.5)
        let f = try FisherF(numerator: 3, denominator: 11)
        let chi = try ChiSquared(degreesOfFreedom: 4)
        #expect(isClose(t.cdf(t.quantile(p)), p, 1e-9) && isClose(t.upperTail(t.upperQuantile(p)), p, 1e-9))
        #expect(isClose(f.cdf(f.quantile(p)), p, 1e-9) && isClose(f.upperTail(f.upperQuantile(p)), p, 1e-9))
        #expect(isClose(chi.cdf(chi.quantile(p)), p, 1e-9) && isClose(chi.upperTail(chi.upperQuantile(p)), p, 1e-9))
        #expect(isClose(Normal().cdf(Normal().quantile(p)), p, 1e-9))
    }

    @Test("The ends of the support have values instead of exceptions")
    func ends() throws {
        let t = try StudentT(degreesOfFreedom: 3)
        #expect(t.quantile(0) == -.infinity && t.quantile(1) == .infinity)
        #expect(t.cdf(-.infinity) == 0 && t.cdf(.infinity) == 1 && t.density(.infinity) == 0)
        #expect(t.upperTail(-.infinity) == 1 && t.upperQuantile(0) == .infinity)
        let f = try FisherF(numerator: 2, denominator: 3)
        #expect(f.quantile(0) == 0 && f.quantile(1) == .infinity && f.cdf(-1) == 0 && f.density(-1) == 0)
        #expect(f.upperTail(-1) == 1 && f.upperQuantile(1) == 0)
    }

    @Test("Arguments outside the domain give NaN, not a trap")
    func outside() throws {
        let t = try StudentT(degreesOfFreedom: 3)
        #expect(t.quantile(-0.1).isNaN && t.quantile(1.1).isNaN && t.quantile(.nan).isNaN && t.cdf(.nan).isNaN)
        #expect(t.density(.nan).isNaN && t.upperTail(.nan).isNaN && t.upperQuantile(2).isNaN)
        #expect(Normal().quantile(2).isNaN)
    }

    @Test("Degrees of freedom must be finite and above zero", arguments: [0, -1, Double.nan, .infinity])
    func degreesOfFreedom(value: Double) {
        #expect(throws: RegressionError.self) { try StudentT(degreesOfFreedom: value) }
        #expect(throws: RegressionError.self) { try ChiSquared(degreesOfFreedom: value) }
        #expect(throws: RegressionError.self) { try FisherF(numerator: value, denominator: 1) }
        #expect(throws: RegressionError.self) { try FisherF(numerator: 1, denominator: value) }
    }
}
