import Platform

/// What can go wrong in a factorization or a product, with what to do about it.
///
/// Every nonzero `info` of LAPACK becomes one of these; none is passed on as a number.
public enum LinearAlgebraError: ExplainedError, Equatable {
    /// The operands' shapes do not fit the operation.
    case shapeMismatch(operation: String, expected: String, found: String)
    /// An entry is NaN or infinite. Row and column count from 0.
    case notFinite(row: Int, column: Int)
    /// `dpotrf`: the leading minor of this order is not positive, so no Cholesky factor exists.
    case notPositiveDefinite(leadingMinor: Int)
    /// `dtrtrs`: this diagonal entry (from 0) of the triangle is exactly zero.
    case singular(diagonal: Int)
    /// `dgesdd`: the iteration on the bidiagonal form did not converge.
    case notConverged(routine: String)
    /// The routine ended with a status its documentation does not list.
    case unexpectedStatus(routine: String, info: Int)
    /// LAPACK rejected the argument at this position: a fault of this module, not of the data.
    case illegalArgument(routine: String, position: Int)
    /// The routine could not allocate its workspace.
    case outOfMemory(routine: String)
    /// The sizes exceed what the 32-bit interface of LAPACK can address.
    case tooLarge(rows: Int, columns: Int)
}

extension LinearAlgebraError {
    /// What sort of failure it is.
    public var kind: ErrorKind {
        switch self {
        case .shapeMismatch, .unexpectedStatus, .illegalArgument: .internalFault
        case .outOfMemory: .unavailable
        case .notFinite, .notPositiveDefinite, .singular, .notConverged, .tooLarge: .data
        }
    }
    /// A matrix, a model or a history does not know what it is made of; whoever asked for it adds that.
    public var location: String? { nil }

    /// What is wrong.
    public var problem: String { explanation.problem }
    /// What to do.
    public var remedy: String { explanation.remedy }

    private var explanation: (problem: String, remedy: String) {
        switch self {
        case .shapeMismatch(let operation, let expected, let found):
            ("\(operation): expected \(expected), found \(found)", "give operands whose shapes fit")
        case .notFinite(let row, let column):
            ("entry at row \(row), column \(column) is NaN or infinite", "remove the row or fill the value")
        case .notPositiveDefinite(let minor):
            ("the leading minor of order \(minor) is not positive definite", "use a QR or singular value decomposition")
        case .singular(let diagonal):
            ("the triangular factor has a zero at diagonal \(diagonal)", "use a pivoted factorization")
        case .notConverged(let routine):
            ("\(routine) did not converge", "rescale the matrix")
        case .unexpectedStatus(let routine, let info):
            ("\(routine) ended with the undocumented status \(info)", "check which LAPACK is installed")
        case .illegalArgument(let routine, let position):
            ("\(routine) rejected its argument \(position)", "report this with the command that led here")
        case .outOfMemory(let routine):
            ("\(routine) could not allocate its workspace", "fit fewer rows at once")
        case .tooLarge(let rows, let columns):
            ("a \(rows) × \(columns) matrix exceeds the 32-bit indices of LAPACK", "split it by rows or columns")
        }
    }
}

/// Turns LAPACKE's status into an error; `positive` gives the meaning of a status above zero, which differs from routine to
/// routine. Those without one never return such a status.
func checkStatus(
    _ routine: String,
    _ info: Int32,
    positive: ((Int) -> LinearAlgebraError)? = nil
) throws(LinearAlgebraError) {
    switch info {
    case 0: return
    case -1010, -1011: throw .outOfMemory(routine: routine)
    case ..<0: throw .illegalArgument(routine: routine, position: Int(-info))
    default: throw positive?(Int(info)) ?? .unexpectedStatus(routine: routine, info: Int(info))
    }
}
