import Foundation
import Regression

/// A linear problem of NIST's Statistical Reference Datasets with its certified values.
struct NISTProblem {
    let name: String
    let estimates: [Double]
    let standardErrors: [Double]
    let residualStandardDeviation: Double
    let rSquared: Double
    let response: [Double]
    let predictors: [[Double]]

    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("../shared/nist").standardizedFileURL

    static var isAvailable: Bool { FileManager.default.fileExists(atPath: folder.path) }

    struct Unreadable: Error { let name: String }

    /// Reads the file as NIST publishes it: certified values between the lines its header names, then the data, response
    /// first.
    init(_ name: String) throws {
        let text = try String(contentsOf: Self.folder.appendingPathComponent(name + ".dat"), encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.split(whereSeparator: \.isWhitespace).map(String.init)
        }
        self.name = name
        let parameters = lines.filter { line in
            guard line.count == 3, let first = line.first, first.hasPrefix("B") else { return false }
            return Int(first.dropFirst()) != nil
        }
        estimates = parameters.compactMap { Double($0[1]) }
        standardErrors = parameters.compactMap { Double($0[2]) }
        guard let deviation = lines.first(where: { $0.starts(with: ["Standard", "Deviation"]) && $0.count == 3 }),
            let share = lines.first(where: { $0.first == "R-Squared" }),
            let residual = Double(deviation[2]), let squared = Double(share[1]),
            let header = lines.lastIndex(where: { $0.first == "Data:" })
        else { throw Unreadable(name: name) }
        residualStandardDeviation = residual
        rSquared = squared
        let rows = lines[(header + 1)...].map { $0.compactMap(Double.init) }.filter { $0.count >= 2 }
        response = rows.map { $0[0] }
        let width = rows.first?.count ?? 0
        predictors = (1..<width).map { j in rows.map { $0[j] } }
    }

    /// The published parametrization: powers of one predictor, or the predictors as they are.
    func design() throws -> Design {
        let hasIntercept = !name.hasPrefix("NoInt")
        if predictors.count == 1 {
            return try .polynomial(
                predictors[0], degree: estimates.count - (hasIntercept ? 1 : 0), intercept: hasIntercept)
        }
        return try Design(columns: predictors.enumerated().map { (name: "x\($0 + 1)", values: $1) })
    }
}

/// The number of digits a value has in common with a certified one, at most 15; for a certified zero, of the value's
/// distance from it.
func logRelativeError(_ value: Double, _ certified: Double) -> Double {
    if value == certified { return 15 }
    let error = certified == 0 ? abs(value) : abs(value - certified) / abs(certified)
    return min(15, -log10(error))
}
