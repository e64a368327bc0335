import LinearAlgebra
import Platform

/// Why a model could not be fitted or asked, with what to do about it.
///
/// ```swift
/// do {
///     let fit = try LinearModel.leastSquares.fit(design, spending)
///     print(try fit.standardErrors())
/// } catch {
///     print(error)   // "2 observations for 2 parameters leave no degrees of freedom for errors: …"
/// }
/// ```
public enum RegressionError: ExplainedError, Equatable {
    /// There is nothing to fit: no rows, no rows of positive weight, or no columns.
    case nothingToFit(String)
    /// Lengths or shapes do not belong together.
    case shapeMismatch(what: String, expected: Int, found: Int)
    /// A value is NaN or infinite. Row and column count from 0; `column` names the column or "response".
    case notFinite(column: String, row: Int)
    /// A weight is negative, NaN or infinite.
    case invalidWeight(row: Int, value: Double)
    /// A parameter of the model lies outside its domain.
    case invalidParameter(name: String, value: Double, expected: String)
    /// Two columns of a design carry the same name, or the number of names differs from that of the columns.
    case invalidNames(String)
    /// There are no more observations than parameters, so nothing is left to estimate the error from.
    case noResidualDegreesOfFreedom(observations: Int, parameters: Int)
    /// A prediction was asked for a unit or period the model has no effect for.
    case unknownMember(kind: String, name: String)
    /// A factorization failed.
    case linearAlgebra(LinearAlgebraError)
}

extension RegressionError {
    /// What sort of failure it is.
    public var kind: ErrorKind {
        if case .linearAlgebra(let error) = self { error.kind } else { .data }
    }
    /// A matrix, a model or a history does not know what it is made of; whoever asked for it adds that.
    public var location: String? { nil }

    /// What is wrong.
    public var problem: String { explanation.problem }
    /// What to do.
    public var remedy: String { explanation.remedy }

    private var explanation: (problem: String, remedy: String) {
        switch self {
        case .nothingToFit(let what):
            ("nothing to fit: \(what)", "give at least one row and one column")
        case .shapeMismatch(let what, let expected, let found):
            ("\(what): expected \(expected), found \(found)", "give as many as expected")
        case .notFinite(let column, let row):
            ("\(column) is NaN or infinite in row \(row)", "leave the row out or fill the value")
        case .invalidWeight(let row, let value):
            ("weight \(value) in row \(row)", "weights are finite and not negative")
        case .invalidParameter(let name, let value, let expected):
            ("\(name) is \(value), expected \(expected)", "choose such a value")
        case .invalidNames(let what):
            ("column names: \(what)", "name every column once")
        case .noResidualDegreesOfFreedom(let observations, let parameters):
            (
                "\(observations) observations for \(parameters) parameters leave no degrees of freedom for errors",
                "add observations or drop columns"
            )
        case .unknownMember(let kind, let name):
            ("no effect was estimated for \(kind) \(name)", "predict for one that took part in the fit")
        case .linearAlgebra(let error):
            (error.problem, error.remedy)
        }
    }
}

/// Runs a piece of linear algebra and hands its error on as one of ours.
func translating<R>(_ body: () throws(LinearAlgebraError) -> R) throws(RegressionError) -> R {
    do {
        return try body()
    } catch {
        throw .linearAlgebra(error)
    }
}
