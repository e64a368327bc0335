import FinalAccounts
import Forecasting
import JuesuanHeader

/// A record batch of the caller's: one series a row.
struct ArrowBatch {
    private let columns: [String: ArrowColumn]
    private let rows: Int

    init(_ schema: UnsafePointer<ArrowSchema>?, _ array: UnsafePointer<ArrowArray>?) throws {
        guard let schema, let array else { throw CallError.missing(schema == nil ? "schema" : "batch") }
        guard let format = schema.pointee.format, String(cString: format) == "+s",
            schema.pointee.n_children == array.pointee.n_children
        else {
            throw CallError(
                "batch", "it is no struct array", kind: .data, remedy: "give a record batch with its schema")
        }
        var columns: [String: ArrowColumn] = [:]
        for place in 0..<Int(schema.pointee.n_children) {
            guard let one = schema.pointee.children[place], let other = array.pointee.children[place] else { continue }
            let column = ArrowColumn(one, other, before: Int(array.pointee.offset))
            columns[column.name] = column
        }
        self.columns = columns
        rows = Int(array.pointee.length)
    }

    private func column(_ name: String) throws -> ArrowColumn {
        guard let column = columns[name] else {
            throw CallError(
                "batch", "it has no column '\(name)'", kind: .data, remedy: "give first_year and actual at least")
        }
        return column
    }

    /// The batch as series.
    func block(scheme: SubjectScheme) throws -> SeriesBlock {
        guard rows > 0 else { throw CallError("batch", "it has no row", kind: .data, remedy: "give one at least") }
        let firstYear = try column("first_year").integers()
        let actuals = try column("actual").lists()
        let budgets = try columns["initial_budget"]?.lists()
        let adjusted = try columns["adjusted_budget"]?.lists()
        let figures = try (0..<rows).map { row in
            let year = try firstYear(row)
            let figures = SeriesFigures(
                firstYear: Int(clamping: year), actuals: actuals(row), budgets: budgets?(row), adjusted: adjusted?(row))
            guard (1...9999).contains(year), figures.firstYear + figures.length <= 10_000 else {
                throw CallError(
                    "batch.first_year, row \(row)", "\(year) is no year", kind: .data, remedy: "give a calendar year")
            }
            return figures
        }
        return try SeriesBlock(
            figures, scheme: scheme, body: try bodies(), code: try columns["code"].map { try $0.texts() })
    }

    /// The bodies; names are numbered in their order.
    private func bodies() throws -> ((Int) throws -> Int64)? {
        guard let column = columns["body"] else { return nil }
        guard column.isText else { return try column.integers() }
        let text = try column.texts()
        let names = try (0..<rows).map { try text($0) }
        let numbers = Dictionary(
            uniqueKeysWithValues: Set(names).sorted().enumerated().map { ($1, Int64($0)) })
        return { row in numbers[names[row]] ?? 0 }
    }
}
