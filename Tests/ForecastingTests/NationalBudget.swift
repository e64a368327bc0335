import Foundation

@testable import Forecasting

/// The national budget of ../shared/data: spending subjects of one level, years 1992 to 2003.
enum NationalBudget {
    static let file = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("../shared/data/israel-state-budget-1992-2003.csv.gz").standardizedFileURL
    static var isAvailable: Bool { FileManager.default.fileExists(atPath: file.path) }
    static let reason: String = "needs ../shared/data"

    struct Line {
        let year: Int
        let code: String
        let values: [Double?]
    }

    /// All lines whose code has one of the lengths, income (0000…) left out.
    static func lines(lengths: Set<Int>, until lastYear: Int = 2003) throws -> [Line] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst().compactMap { row in
            // The title is the only field that may be quoted; the three amounts are the last fields.
            let parts = row.split(separator: ",", omittingEmptySubsequences: false)
            guard parts.count >= 6, let year = Int(parts[0]), year <= lastYear, lengths.contains(parts[1].utf8.count),
                !parts[1].hasPrefix("0000")
            else { return nil }
            return Line(year: year, code: String(parts[1]), values: parts.suffix(3).map { Double($0) })
        }
    }

    /// The subjects of one code length as a panel, in order of code.
    static func panel(codeLength: Int, until lastYear: Int = 2003) throws -> SeriesPanel {
        let lines = try lines(lengths: [codeLength], until: lastYear)
        let codes = Set(lines.map(\.code)).sorted()
        let place = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
        var panel = SeriesPanel(series: codes.count, firstYear: 1992, years: lastYear - 1991, hasBudgets: true)
        for line in lines {
            guard let i = place[line.code] else { continue }
            if let value = line.values[0] { panel.setBudget(value, series: i, year: line.year) }
            if let value = line.values[1] { panel.setAdjusted(value, series: i, year: line.year) }
            if let value = line.values[2] { panel.setActual(value, series: i, year: line.year) }
        }
        return panel
    }
}
