import FinalAccounts
import Forecasting
import JuesuanHeader

/// The series of a call: whose they are and where their figures lie. Valid as long as the call.
struct SeriesBlock {
    /// The series, in the caller's order.
    let series: [GivenSeries]

    /// - Parameters:
    ///   - figures: those of each series.
    ///   - body: the number of each series' body; `nil` where all are of one.
    ///   - code: the code of each series; `nil` where they do not nest.
    init(
        _ figures: [SeriesFigures], scheme: SubjectScheme, body: ((Int) throws -> Int64)?,
        code: ((Int) throws -> String)?
    ) throws {
        var units = UnitNames()
        var series: [GivenSeries] = []
        series.reserveCapacity(figures.count)
        for place in figures.indices {
            let subject = try code.map { try Self.subject($0(place), scheme) } ?? Self.subject(number: place)
            let unit = units.unit(try body?(place) ?? 0)
            series.append(
                GivenSeries(
                    SpendingSeries(unit: unit, subject: subject, observations: []), figures: figures[place],
                    place: place))
        }
        self.series = series
    }

    private static func subject(_ code: String, _ scheme: SubjectScheme) -> Subject {
        if code.isEmpty { return .total }
        return Subject(code: code, names: [], level: scheme.level(of: code) ?? SubjectLevel(depth: 1))
    }

    /// A subject of no classification; its code keeps the caller's order and is as long as none that nests.
    private static func subject(number: Int) -> Subject {
        let digits = String(number)
        let code = "#" + String(repeating: "0", count: max(0, 12 - digits.utf8.count)) + digits
        return Subject(code: code, names: [], level: SubjectLevel(depth: 1))
    }

    /// The latest year with an actual.
    func latestYear() throws -> Int {
        let years = series.lazy.compactMap { $0.figures?.lastActual }
        guard let latest = years.max() else {
            throw CallError("block", "no series has an actual", kind: .data, remedy: "give actuals; NaN is not stated")
        }
        return latest
    }
}

extension SeriesBlock {
    /// A block of the caller's.
    init(_ given: UnsafePointer<juesuan_block>?, scheme: SubjectScheme) throws {
        let block = try copied(
            given, into: juesuan_block(), least: MemoryLayout<juesuan_block>.size, name: "block")
        guard let actuals = block.actuals else { throw CallError.missing("block.actuals") }
        let (count, years) = (block.series, block.years)
        guard count > 0, years > 0, count < 1 << 40, years < 1 << 12 else {
            throw CallError("block", "\(count) series of \(years) years", remedy: "give at least one of each")
        }
        guard (1...9999).contains(block.first_year), Int(block.first_year) + years <= 10_000 else {
            throw CallError("block.first_year", "\(block.first_year) is no year", remedy: "give a calendar year")
        }
        func row(_ start: UnsafePointer<Double>, _ place: Int) -> SeriesFigures.Row {
            SeriesFigures.Row(start + place * years, count: years)
        }
        let figures = (0..<count).map { place in
            SeriesFigures(
                firstYear: Int(block.first_year), actuals: row(actuals, place),
                budgets: block.initial_budgets.map { row($0, place) },
                adjusted: block.adjusted_budgets.map { row($0, place) })
        }
        let bodies = block.bodies
        try self.init(
            figures, scheme: scheme, body: bodies.map { bodies in { bodies[$0] } },
            code: block.codes.map { codes in
                { place in
                    guard let code = codes[place] else { throw CallError.missing("block.codes[\(place)]") }
                    guard let text = String(validatingCString: code) else {
                        throw CallError("block.codes[\(place)]", "it is no UTF-8", kind: .data, remedy: "encode it so")
                    }
                    return text
                }
            })
    }
}

/// The bodies' names, which stand in the order of their numbers.
private struct UnitNames {
    private var units: [Int64: BudgetUnit] = [:]
    private var last: (number: Int64, unit: BudgetUnit)?

    mutating func unit(_ number: Int64) -> BudgetUnit {
        if let last, last.number == number { return last.unit }
        let unit = units[number] ?? BudgetUnit(Self.name(number))
        units[number] = unit
        last = (number, unit)
        return unit
    }

    private static func name(_ number: Int64) -> String {
        let digits = String(UInt64(bitPattern: number) ^ (1 << 63))
        return String(repeating: "0", count: max(0, 20 - digits.utf8.count)) + digits
    }
}
