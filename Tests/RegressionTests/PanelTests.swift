import LinearAlgebra
import Platform
import Regression
import Testing

/// An unbalanced panel. Reference values: R 4.2.2, `lm(y ~ x + z + u)` and `lm(y ~ x + z + u + factor(t))`; clustered and
/// HC3 errors from the formulas in R matrices.
@Suite("Fixed-effects panel")
struct PanelTests {
    private let units = ["a", "a", "a", "a", "b", "b", "b", "c", "c", "c", "c", "d", "d", "e", "e", "e", "e"]
    private let periods = [1, 2, 3, 4, 1, 2, 4, 1, 2, 3, 4, 2, 3, 1, 2, 3, 4]
    private let x = [2.1, 3.3, 2.8, 4.0, 7.2, 6.1, 8.4, 1.0, 1.9, 1.2, 2.7, 5.5, 4.1, 3.9, 3.1, 4.8, 5.2]
    private let z = [0.0, 1, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 1, 1, 0]
    private let y = [
        10.2, 12.9, 11.1, 15.7, 30.3, 27.9, 35.2, 5.4, 6.9, 7.0, 10.8, 20.1, 17.0, 14.8, 13.6, 18.8, 19.7,
    ]

    private func fit(_ effects: FixedEffectsModel.Effects) throws -> PanelFit {
        try FixedEffectsModel(effects: effects).fit(
            Design(intercept: false, ["x": x, "z": z]), y, units: units, periods: periods)
    }

    @Test("With unit effects, coefficients and all their errors agree with indicators in R")
    func unitEffects() throws {
        let fit = try fit(.units)
        #expect(areClose(fit.coefficients, [2.9307206988595, 0.23453045377335688], 1e-11))
        #expect(areClose(try fit.standardErrors(.classic), [0.24211311372247463, 0.37482988618287139], 1e-11))
        #expect(areClose(try fit.standardErrors(.hc3), [0.3332736241875453, 0.56891947873737225], 1e-11))
        #expect(areClose(try fit.standardErrors(.clustered), [0.1893831926842269, 0.45085289994189215], 1e-11))
        #expect(isClose(try #require(fit.residualStandardDeviation), 0.76142168493276519, 1e-11))
        #expect(isClose(try #require(fit.overallRSquared), 0.99486992029049404, 1e-12))
        #expect(fit.within.residualDegreesOfFreedom == 10)
        #expect(isClose(try #require(fit.within.aicc), 63.955919387610223, 1e-11))
    }

    @Test("With period effects too, coefficients and all their errors agree with indicators in R")
    func bothEffects() throws {
        let fit = try fit(.unitsAndPeriods)
        #expect(areClose(fit.coefficients, [2.3477639061178208, 0.43625169286096338], 1e-11))
        #expect(areClose(try fit.standardErrors(.classic), [0.27916545591764458, 0.30968585459195669], 1e-11))
        #expect(areClose(try fit.standardErrors(.hc3), [0.38320970489058065, 0.55003900633324421], 1e-11))
        #expect(areClose(try fit.standardErrors(.clustered), [0.13940517461365926, 0.29844079889848441], 1e-11))
        #expect(isClose(try #require(fit.residualStandardDeviation), 0.56546220290266147, 1e-11))
        #expect(fit.within.residualDegreesOfFreedom == 7)
        #expect(isClose(try #require(fit.within.aicc), 88.575953796986084, 1e-11))
    }

    @Test("Leverages, studentized residuals and Cook's distances are those of the whole model")
    func influence() throws {
        let units = try fit(.units).within
        #expect(areClose(try units.leverages().prefix(2), [0.38723408557793437, 0.31306115020626069], 1e-11))
        let studentized = try units.studentizedDeletedResiduals().prefix(3).compactMap { $0 }
        #expect(areClose(studentized, [1.0571916184227221, -0.65380182684686372, -0.81812232813652308], 1e-10))
        let both = try fit(.unitsAndPeriods).within
        let cook = try both.cooksDistances().prefix(3).compactMap { $0 }
        #expect(areClose(cook, [0.26874464258042324, 0.040004948790557687, 0.39824825088893129], 1e-10))
        #expect(isClose(try both.leverages().reduce(0, +), 10, 1e-12))
    }

    @Test("Predictions and their intervals agree with R")
    func prediction() throws {
        let one = try fit(.units).predict(unit: "b", period: 3, values: [5, 1], level: 0.8)
        #expect(isClose(one.mean, 24.666233923804896, 1e-11))
        #expect(isClose(one.prediction.lowerBound, 23.23082780325332, 1e-11))
        #expect(isClose(one.confidence.upperBound, 25.650491004375695, 1e-11))
        let two = try fit(.unitsAndPeriods).predict(unit: "b", period: 3, values: [5, 1], level: 0.8)
        #expect(isClose(two.mean, 26.193397747404276, 1e-11))
        #expect(isClose(two.prediction.upperBound, 27.481930430706559, 1e-11))
        #expect(isClose(two.confidence.lowerBound, 25.183358705172893, 1e-11))
    }

    @Test(
        "Effects and coefficients together give the fitted values",
        arguments: [FixedEffectsModel.Effects.units, .unitsAndPeriods])
    func fittedValues(effects: FixedEffectsModel.Effects) throws {
        let fit = try fit(effects)
        for i in y.indices {
            let predicted = try fit.predict(unit: units[i], period: periods[i], values: [x[i], z[i]])
            #expect(isClose(predicted.mean, y[i] - fit.residuals[i], 1e-11))
        }
    }

    @Test("A unit with one observation takes no part and is told")
    func singleton() throws {
        let more = try FixedEffectsModel(effects: .units).fit(
            Design(intercept: false, ["x": [99] + x, "z": [1] + z]), [1e6] + y, units: ["lone"] + units,
            periods: [1] + periods)
        #expect(areClose(more.coefficients, try fit(.units).coefficients, 1e-12))
        #expect(areClose(try more.standardErrors(.clustered), try fit(.units).standardErrors(.clustered), 1e-12))
        #expect(more.singletonUnits == ["lone"])
        #expect(more.rows == Array(1...17))
        #expect(throws: RegressionError.unknownMember(kind: Bilingual("单位", "unit"), name: "lone")) {
            try more.predict(unit: "lone", period: 1, values: [1, 1])
        }
    }

    @Test("A column that does not vary within units is absorbed, gets zero, and leaves the others alone")
    func absorbed() throws {
        let sizes: [String: Double] = ["a": 1e6 + 0.1, "b": 2e6 + 0.7, "c": 3.3, "d": 4.1, "e": 5.9]
        let size = units.map { sizes[$0, default: 0] }
        let fit = try FixedEffectsModel(effects: .units).fit(
            Design(intercept: false, ["x": x, "z": z, "size": size]), y, units: units, periods: periods)
        #expect(fit.absorbedColumns == ["size"])
        #expect(fit.coefficients[2] == 0)
        #expect(areClose(fit.coefficients.prefix(2), [2.9307206988595, 0.23453045377335688], 1e-11))
        #expect(fit.within.residualDegreesOfFreedom == 10)
    }

    @Test("A column that is the same for all units is absorbed by the period effects")
    func nationwide() throws {
        let levels = [0, 100.1, 103.7, 109.2, 111.9]
        let index = periods.map { levels[$0] }
        let fit = try FixedEffectsModel(effects: .unitsAndPeriods).fit(
            Design(intercept: false, ["x": x, "z": z, "index": index]), y, units: units, periods: periods)
        #expect(fit.absorbedColumns == ["index"])
        #expect(areClose(fit.coefficients.prefix(2), [2.3477639061178208, 0.43625169286096338], 1e-10))
    }

    @Test("The order of the rows does not matter")
    func order() throws {
        let turned = Array(y.indices.reversed())
        let fit = try FixedEffectsModel(effects: .unitsAndPeriods).fit(
            Design(intercept: false, ["x": turned.map { x[$0] }, "z": turned.map { z[$0] }]), turned.map { y[$0] },
            units: turned.map { units[$0] }, periods: turned.map { periods[$0] })
        #expect(areClose(fit.coefficients, try self.fit(.unitsAndPeriods).coefficients, 1e-11))
        #expect(fit.periodEffects.keys.sorted() == [1, 2, 3, 4])
        #expect(fit.periodEffects[1] == 0)
        #expect(isClose(fit.unitEffects["a"] ?? 0, try self.fit(.unitsAndPeriods).unitEffects["a"] ?? 1, 1e-10))
    }

    @Test("Panels that cannot be fitted are refused with the reason")
    func refused() throws {
        let design = try Design(intercept: false, ["x": x])
        let model = FixedEffectsModel(effects: .units)
        #expect(throws: RegressionError.self) { try model.fit(design, y, units: ["a"], periods: periods) }
        #expect(throws: RegressionError.self) { try model.fit(design, y, units: units, periods: [1]) }
        #expect(throws: RegressionError.self) {
            try model.fit(design, y, units: y.indices.map { "u\($0)" }, periods: periods)
        }
        let constant = try Design(intercept: false, ["c": x.map { _ in 3.1 }])
        #expect(throws: RegressionError.self) { try model.fit(constant, y, units: units, periods: periods) }
        let intercept = try Design(["x": x])
        #expect(throws: RegressionError.self) { try model.fit(intercept, y, units: units, periods: periods) }
        #expect(throws: RegressionError.unknownMember(kind: Bilingual("期间", "period"), name: "9")) {
            try fit(.unitsAndPeriods).predict(unit: "a", period: 9, values: [1, 1])
        }
        #expect(throws: RegressionError.self) { try fit(.units).predict(unit: "a", period: 9, values: [1]) }
    }
}
