import Foundation
import Regression

/// Fits the problems that `scripts/accuracy/nist/table.py prepare` laid out and prints `name,kind,index,value` lines, kind
/// being coefficient, error or deviation.
///
///     NISTAccuracy DIRECTORY [plain]
///
/// With `plain`, polynomials are given as a matrix of powers rounded to doubles.
@main
struct NISTAccuracy {
    struct Unreadable: Error { let path: String }

    static func main() throws {
        guard CommandLine.arguments.count >= 2 else { throw Unreadable(path: "DIRECTORY") }
        let isPlain = CommandLine.arguments.dropFirst(2).first == "plain"
        let directory = URL(fileURLWithPath: CommandLine.arguments[1])
        let names = try FileManager.default.contentsOfDirectory(atPath: directory.path)
        for name in names.sorted() where name.hasSuffix(".csv") {
            try fit(directory.appendingPathComponent(name), isPlain: isPlain)
        }
    }

    /// The first line of a file says `degree,intercept`: the highest power of the one predictor, or 1 for several predictors.
    static func fit(_ file: URL, isPlain: Bool) throws {
        let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
            $0.split(separator: ",").compactMap { Double($0) }
        }
        guard let model = rows.first, model.count == 2 else { throw Unreadable(path: file.path) }
        let data = rows.dropFirst()
        let predictors = (1..<(data.first?.count ?? 1)).map { j in data.map { $0[j] } }
        let extended =
            predictors.count == 1
            ? try Design.polynomial(predictors[0], degree: Int(model[0]), intercept: model[1] == 1)
            : try Design(columns: predictors.enumerated().map { (name: "x\($0)", values: $1) })
        let design =
            isPlain ? try Design(matrix: extended.matrix, interceptColumn: extended.interceptColumn) : extended
        let fit = try LinearModel.leastSquares.fit(design, data.map { $0[0] })
        let name = file.deletingPathExtension().lastPathComponent
        for (j, value) in fit.coefficients.enumerated() { print("\(name),coefficient,\(j),\(value)") }
        for (j, value) in try fit.standardErrors().enumerated() { print("\(name),error,\(j),\(value)") }
        if let deviation = fit.residualStandardDeviation { print("\(name),deviation,0,\(deviation)") }
    }
}
