import FinalAccounts
import Platform
import Regression

/// Why a year could not be reviewed.
package enum VarianceError: ExplainedError {
    /// A sum or difference is out of range.
    case amount(AmountError)
    /// A regression failed.
    case regression(RegressionError)

    /// What sort of failure the cause is.
    package var kind: ErrorKind { cause.kind }
    /// Where the cause lies.
    package var location: String? { cause.location }

    /// What is wrong.
    package var problem: String {
        switch self {
        case .amount(let error): error.problem
        case .regression(let error): "the regression on earlier years failed: \(error.problem)"
        }
    }

    /// What to do.
    package var remedy: String { cause.remedy }

    private var cause: any ExplainedError {
        switch self {
        case .amount(let error): error
        case .regression(let error): error
        }
    }

    /// Runs exact arithmetic whose errors are reported as those of the review.
    static func translating<T>(_ body: () throws(AmountError) -> T) throws(VarianceError) -> T {
        do throws(AmountError) {
            return try body()
        } catch {
            throw .amount(error)
        }
    }
}
