import Foundation

/// Loads the shipped subject tables and resolves names, many times; prints medians in microseconds.
func median(of runs: Int, _ body: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    var times: [Double] = []
    for _ in 0..<runs {
        let elapsed = try clock.measure(body)
        times.append(Double(elapsed.components.attoseconds) / 1e12 + Double(elapsed.components.seconds) * 1e6)
    }
    return times.sorted()[runs / 2]
}

let folder = URL(fileURLWithPath: CommandLine.arguments[1])
let texts = try ["functional", "economic", "crosswalk"].map {
    try String(contentsOf: folder.appendingPathComponent($0 + ".tsv"), encoding: .utf8)
}
let catalog = try SubjectCatalog(functional: texts[0], economic: texts[1], crosswalk: texts[2])
let load = try median(of: 201) {
    _ = try SubjectCatalog(functional: texts[0], economic: texts[1], crosswalk: texts[2])
}
let paths = catalog.functional.entries.filter { $0.lastYear == nil }.map {
    Subject(names: catalog.functional.path(of: $0.code))
}
var found = 0
let resolve = median(of: 21) {
    for path in paths where catalog.functional.resolve(path, in: FiscalYear(2023)).entry != nil { found += 1 }
}
let lines = (0..<10_000).map { number in
    let code = paths[number % paths.count]
    return AccountLine(
        unit: BudgetUnit("单位\(number / 500)"), fiscalYear: FiscalYear(2014 + number % 10), subject: code,
        actual: Amount(minorUnits: Int64(number)))
}
let plain = try median(of: 11) { _ = try SeriesBuilder(scheme: .china).series(from: lines) }
let joined = try median(of: 11) { _ = try SeriesBuilder(scheme: .china, subjects: catalog).series(from: lines) }
print("load", load)
print("resolve", resolve / Double(paths.count))
print("plain", plain)
print("joined", joined)
