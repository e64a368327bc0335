import LinearAlgebra
import Platform

/// The regressors of a model: a matrix of n observations × p columns, each with a name.
///
/// There is no formula language; a column is an array of doubles.
///
/// ```swift
/// let design = try Design(["year": [0, 1, 2, 3], "election": [0, 0, 1, 0]])   // 4 × 3 with the intercept
/// let through = try Design(intercept: false, ["year": [1, 2, 3]])              // 3 × 1, through the origin
/// ```
///
/// Every column is in its own units; fits bring columns to a common scale internally, by powers of two, so that
/// units may differ by any factor without loss.
public struct Design: Sendable, Equatable {
    /// The name of each column, all different.
    public let names: [String]
    /// Observations × columns.
    public let matrix: Matrix
    /// The place of the column of ones, if there is one. It decides whether R² is about the mean or about zero, and
    /// the ridge penalty leaves it alone.
    public let interceptColumn: Int?
    /// What rounding the entries to doubles cut off, where that is known (see ``polynomial(_:degree:intercept:name:)``).
    let trailing: Matrix?

    /// The name given to the column of ones.
    public static let interceptName = "(intercept)"

    /// A design from named columns, with a column of ones in front unless `intercept` is false.
    ///
    /// - Throws: `shapeMismatch` when columns differ in length, `notFinite`, `invalidNames` when a name repeats,
    ///   `nothingToFit` without rows or columns.
    public init(intercept: Bool = true, _ columns: KeyValuePairs<String, [Double]>) throws(RegressionError) {
        try self.init(intercept: intercept, columns: columns.map { (name: $0.key, values: $0.value) })
    }

    /// A design from named columns in the order given, with a column of ones in front unless `intercept` is false.
    ///
    /// - Throws: as ``init(intercept:_:)``.
    public init(intercept: Bool = true, columns: [(name: String, values: [Double])]) throws(RegressionError) {
        guard let rows = columns.first?.values.count, rows > 0 else {
            throw .nothingToFit(
                Bilingual("设计矩阵至少应有一列、每列至少一个观测值", "a design needs at least one column with at least one observation"))
        }
        for column in columns where column.values.count != rows {
            throw .shapeMismatch(
                what: Bilingual("“\(column.name)”列的长度", "length of column \(column.name)"), expected: rows,
                found: column.values.count)
        }
        let ones = intercept ? [[Double](repeating: 1, count: rows)] : []
        let matrix = try translating { () throws(LinearAlgebraError) in
            try Matrix(columns: ones + columns.map(\.values))
        }
        let names = (intercept ? [Self.interceptName] : []) + columns.map(\.name)
        try self.init(matrix: matrix, names: names, interceptColumn: intercept ? 0 : nil)
    }

    /// A design from a matrix that stands ready, its columns named x0, x1, … unless names are given.
    ///
    /// - Parameters:
    ///   - matrix: observations × columns; taken over without a copy.
    ///   - interceptColumn: the place of a constant column, if there is one.
    /// - Throws: `notFinite`, `invalidNames`, `nothingToFit` without rows or columns, `invalidParameter` when the
    ///   intercept column is not constant.
    public init(matrix: Matrix, names: [String]? = nil, interceptColumn: Int? = nil) throws(RegressionError) {
        try self.init(matrix: matrix, trailing: nil, names: names, interceptColumn: interceptColumn)
    }

    init(matrix: Matrix, trailing: Matrix?, names: [String]?, interceptColumn: Int?) throws(RegressionError) {
        guard matrix.rows > 0, matrix.columns > 0 else {
            throw .nothingToFit(
                Bilingual(
                    "设计矩阵为 \(matrix.rows) × \(matrix.columns)", "the design is \(matrix.rows) × \(matrix.columns)"))
        }
        let names = names ?? (0..<matrix.columns).map { "x\($0)" }
        guard names.count == matrix.columns else {
            throw .invalidNames(
                Bilingual("\(matrix.columns) 列却有 \(names.count) 个名称", "\(names.count) for \(matrix.columns) columns"))
        }
        guard Set(names).count == names.count else {
            throw .invalidNames(
                Bilingual(
                    "名称有重复：\(names.joined(separator: "、"))",
                    "some name stands twice in \(names.joined(separator: ", "))"))
        }
        try Self.requireConstant(interceptColumn, of: matrix)
        self.matrix = matrix
        self.trailing = trailing
        self.names = names
        self.interceptColumn = interceptColumn
    }

    private static func requireConstant(_ column: Int?, of matrix: Matrix) throws(RegressionError) {
        guard let column else { return }
        guard column >= 0, column < matrix.columns else {
            throw .invalidParameter(
                name: "interceptColumn", value: Double(column),
                expected: Bilingual("\(matrix.columns) 列之一", "a column of \(matrix.columns)"))
        }
        let values = matrix.column(column)
        guard values[0] != 0, values.allSatisfy({ $0 == values[0] }) else {
            throw .invalidParameter(
                name: "interceptColumn", value: Double(column),
                expected: Bilingual("不为零的常数列", "a constant column other than zero"))
        }
    }

    /// The number of observations.
    public var observations: Int { matrix.rows }
    /// The number of columns, the intercept included.
    public var parameters: Int { matrix.columns }
}
