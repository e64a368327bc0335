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
    package var location: Bilingual? { cause.location }

    /// What is wrong.
    package var problem: Bilingual {
        switch self {
        case .amount(let error): error.problem
        case .regression(let error):
            error.problem.at(Bilingual("对以前年度的回归失败", "the regression on earlier years failed"))
        }
    }

    /// What to do.
    package var remedy: Bilingual { cause.remedy }

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
