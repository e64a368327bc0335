import FinalAccounts
import Regression

/// Why a year could not be reviewed.
public enum VarianceError: Error, Sendable, CustomStringConvertible {
    /// A sum or difference is out of range.
    case amount(AmountError)
    /// A regression failed.
    case regression(RegressionError)

    /// One sentence that says what is wrong and what to do.
    public var description: String {
        switch self {
        case .amount(let error): error.description
        case .regression(let error): "the regression on earlier years failed: \(error)"
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
