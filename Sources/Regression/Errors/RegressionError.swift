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
    case nothingToFit(Bilingual)
    /// Lengths or shapes do not belong together.
    case shapeMismatch(what: Bilingual, expected: Int, found: Int)
    /// A value is NaN or infinite. Row and column count from 0; `column` names the column or "response".
    case notFinite(column: String, row: Int)
    /// A weight is negative, NaN or infinite.
    case invalidWeight(row: Int, value: Double)
    /// A parameter of the model lies outside its domain.
    case invalidParameter(name: String, value: Double, expected: Bilingual)
    /// Two columns of a design carry the same name, or the number of names differs from that of the columns.
    case invalidNames(Bilingual)
    /// There are no more observations than parameters, so nothing is left to estimate the error from.
    case noResidualDegreesOfFreedom(observations: Int, parameters: Int)
    /// A prediction was asked for a unit or period the model has no effect for.
    case unknownMember(kind: Bilingual, name: String)
    /// A factorization failed.
    case linearAlgebra(LinearAlgebraError)
}

extension RegressionError {
    /// What sort of failure it is.
    public var kind: ErrorKind {
        if case .linearAlgebra(let error) = self { error.kind } else { .data }
    }
    /// A matrix, a model or a history does not know what it is made of; whoever asked for it adds that.
    public var location: Bilingual? { nil }

    /// What is wrong.
    public var problem: Bilingual { explanation.problem }
    /// What to do.
    public var remedy: Bilingual { explanation.remedy }

    private var explanation: (problem: Bilingual, remedy: Bilingual) {
        switch self {
        case .nothingToFit(let what):
            (
                what.at(Bilingual("没有可拟合的数据", "nothing to fit")),
                Bilingual("请至少提供一行一列", "give at least one row and one column")
            )
        case .shapeMismatch(let what, let expected, let found):
            (
                Bilingual("应为 \(expected)，实为 \(found)", "expected \(expected), found \(found)").at(what),
                Bilingual("请使个数一致", "give as many as expected")
            )
        case .notFinite(let column, let row):
            (
                Bilingual("“\(column)”第 \(row) 行的数无效或为无穷大", "\(column) is NaN or infinite in row \(row)"),
                Bilingual("请删去该行或补填数值", "leave the row out or fill the value")
            )
        case .invalidWeight(let row, let value):
            (
                Bilingual("第 \(row) 行的权数为 \(value)", "weight \(value) in row \(row)"),
                Bilingual("权数应为非负的有限数", "weights are finite and not negative")
            )
        case .invalidParameter(let name, let value, let expected):
            (
                Bilingual("“\(name)”为 \(value)，应为\(expected.zhHans)", "\(name) is \(value), expected \(expected.en)"),
                Bilingual("请改用符合要求的值", "choose such a value")
            )
        case .invalidNames(let what):
            (what.at(Bilingual("列名", "column names")), Bilingual("各列名称不得重复", "name every column once"))
        case .noResidualDegreesOfFreedom(let observations, let parameters):
            (
                Bilingual(
                    "\(observations) 个观测值、\(parameters) 个参数，没有剩余自由度可估计误差",
                    "\(observations) observations for \(parameters) parameters leave no degrees of freedom for errors"),
                Bilingual("请增加观测值或减少列", "add observations or drop columns")
            )
        case .unknownMember(let kind, let name):
            (
                Bilingual("没有估计\(kind.zhHans)“\(name)”的效应", "no effect was estimated for \(kind.en) \(name)"),
                Bilingual("请对参与拟合的对象预测", "predict for one that took part in the fit")
            )
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
