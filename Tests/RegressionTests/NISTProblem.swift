import Foundation
import LinearAlgebra
import Regression

/// A linear problem of NIST's Statistical Reference Datasets with its certified values, from `Fixtures/NIST`.
struct NISTProblem {
    let name: String
    let degree: Int
    let hasIntercept: Bool
    let estimates: [Double]
    let standardErrors: [Double]
    let residualStandardDeviation: Double
    let rSquared: Double
    let response: [Double]
    let predictors: [[Double]]

    struct Unreadable: Error { let name: String }

    private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    /// The files as NIST publishes them, where the checkout has them beside it.
    static let published = tests.appendingPathComponent("../../../shared/nist").standardizedFileURL

    init(_ name: String) throws {
        let file = Self.tests.appendingPathComponent("Fixtures/NIST/\(name).csv")
        let text = try String(contentsOf: file, encoding: .utf8)
        var lines: [String: [[Double]]] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let cells = line.split(separator: ",")
            lines[String(cells[0]), default: []].append(cells.dropFirst().compactMap { Double($0) })
        }
        guard let model = lines["model"]?.first, let deviation = lines["deviation"]?.first?.first,
            let squared = lines["rsquared"]?.first?.first, let coefficients = lines["coefficient"],
            let rows = lines["data"], let width = rows.first?.count
        else { throw Unreadable(name: name) }
        self.name = name
        degree = Int(model[0])
        hasIntercept = model[1] == 1
        estimates = coefficients.map { $0[0] }
        standardErrors = coefficients.map { $0[1] }
        residualStandardDeviation = deviation
        rSquared = squared
        response = rows.map { $0[0] }
        predictors = (1..<width).map { j in rows.map { $0[j] } }
    }

    /// The published parametrization: powers of one predictor, or the predictors as they are.
    func design() throws -> Design {
        if predictors.count == 1 {
            return try .polynomial(predictors[0], degree: degree, intercept: hasIntercept)
        }
        return try Design(columns: predictors.enumerated().map { (name: "x\($0 + 1)", values: $1) })
    }

    /// The same, as a matrix of doubles without anything known beside them.
    func plainDesign() throws -> Design {
        let design = try design()
        return try Design(matrix: design.matrix, names: design.names, interceptColumn: design.interceptColumn)
    }

    /// Every number in the file as NIST publishes it, words left out.
    static func publishedNumbers(_ name: String) throws -> Set<Double> {
        let text = try String(contentsOf: published.appendingPathComponent(name + ".dat"), encoding: .utf8)
        return Set(text.split(whereSeparator: \.isWhitespace).compactMap { Double($0) })
    }
}

/// The number of digits a value has in common with a certified one, at most 15; for a certified zero, of the value's
/// distance from it.
func logRelativeError(_ value: Double, _ certified: Double) -> Double {
    if value == certified { return 15 }
    let error = certified == 0 ? abs(value) : abs(value - certified) / abs(certified)
    return min(15, -log10(error))
}
