import Platform

/// What can go wrong in a factorization or a product, with what to do about it.
///
/// Every nonzero `info` of LAPACK becomes one of these; none is passed on as a number.
public enum LinearAlgebraError: ExplainedError, Equatable {
    /// The operands' shapes do not fit the operation.
    case shapeMismatch(operation: Bilingual, expected: Bilingual, found: Bilingual)
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
    public var location: Bilingual? { nil }

    /// What is wrong.
    public var problem: Bilingual { explanation.problem }
    /// What to do.
    public var remedy: Bilingual { explanation.remedy }

    private var explanation: (problem: Bilingual, remedy: Bilingual) {
        switch self {
        case .shapeMismatch(let operation, let expected, let found):
            (mismatch(operation, expected, found), Bilingual("请使矩阵的行列数相配", "give operands whose shapes fit"))
        case .notFinite(let row, let column):
            (
                Bilingual(
                    "第 \(row) 行第 \(column) 列的数无效或为无穷大", "entry at row \(row), column \(column) is NaN or infinite"),
                Bilingual("请删除该行或补填数值", "remove the row or fill the value")
            )
        case .notPositiveDefinite(let minor):
            (
                Bilingual("\(minor) 阶顺序主子式不是正定的", "the leading minor of order \(minor) is not positive definite"),
                Bilingual("请改用正交分解或奇异值分解", "use a QR or singular value decomposition")
            )
        case .singular(let diagonal):
            (
                Bilingual("三角因子对角线第 \(diagonal) 个元素为零", "the triangular factor has a zero at diagonal \(diagonal)"),
                Bilingual("请改用带主元的分解", "use a pivoted factorization")
            )
        case .notConverged(let routine):
            (Bilingual("“\(routine)”未收敛", "\(routine) did not converge"), Bilingual("请调整矩阵的量级", "rescale the matrix"))
        case .unexpectedStatus(let routine, let info):
            (
                Bilingual("“\(routine)”以未说明的状态 \(info) 结束", "\(routine) ended with the undocumented status \(info)"),
                Bilingual("请检查所安装的线性代数库", "check which LAPACK is installed")
            )
        case .illegalArgument(let routine, let position):
            (
                Bilingual("“\(routine)”不接受第 \(position) 个参数", "\(routine) rejected its argument \(position)"),
                Bilingual("请连同所用命令一并反馈", "report this with the command that led here")
            )
        case .outOfMemory(let routine):
            (
                Bilingual("“\(routine)”无法分配内存", "\(routine) could not allocate its workspace"),
                Bilingual("请减少一次拟合的行数", "fit fewer rows at once")
            )
        case .tooLarge(let rows, let columns):
            (
                Bilingual(
                    "\(rows) × \(columns) 的矩阵超出 32 位下标的范围",
                    "a \(rows) × \(columns) matrix exceeds the 32-bit indices of LAPACK"),
                Bilingual("请按行或按列拆分", "split it by rows or columns")
            )
        }
    }
}

private func mismatch(_ operation: Bilingual, _ expected: Bilingual, _ found: Bilingual) -> Bilingual {
    Bilingual("应为\(expected.zhHans)，实为\(found.zhHans)", "expected \(expected.en), found \(found.en)").at(operation)
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
