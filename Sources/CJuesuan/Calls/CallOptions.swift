import FinalAccounts
import Forecasting
import JuesuanHeader
import Variance

/// What a caller asks for, in the engine's words.
struct CallOptions {
    let configuration: ForecastConfiguration
    let mode: ForecastMode
    let horizon: Int
    let addsLevels: Bool
    let thresholds: AnomalyThresholds
    private let year: Int

    /// The defaults, which are those of the command line.
    static var standard: juesuan_options {
        var options = juesuan_options()
        options.size = MemoryLayout<juesuan_options>.size
        options.horizon = 1
        options.maximum_gap = 2
        return options
    }

    /// - Parameter given: NULL for the defaults.
    init(_ given: UnsafePointer<juesuan_options>?) throws {
        let options =
            try given.map { _ in
                try copied(given, into: Self.standard, least: MemoryLayout<juesuan_options>.size, name: "options")
            } ?? Self.standard
        let rule = try options.rule.map { try Self.named(String(cString: $0)) } ?? .combination
        let scheme = try options.scheme.map { try SubjectScheme(parsing: String(cString: $0)) } ?? .china
        guard (0...4096).contains(options.threads) else {
            throw CallError("options.threads", "it is \(options.threads)", remedy: "give 0 to 4096")
        }
        mode = try Self.choice(options.mode, [.draft, .outlook], "mode")
        horizon = Int(options.horizon)
        addsLevels = options.add_levels != 0
        thresholds = .standard(try Self.choice(options.thresholds, [.draft, .audit], "thresholds"))
        year = Int(options.target_year)
        configuration = ForecastConfiguration(
            maximumGap: Int(options.maximum_gap), model: rule, scheme: scheme,
            reconciliation: try Self.choice(
                options.reconciliation, [.weightedLeastSquares, .minimumTrace, .bottomUp, .none], "reconciliation"),
            gaps: try Self.choice(options.gaps, [.lastRun, .bridge], "gaps"),
            ended: try Self.choice(options.ended, [.endedWhereUnitReported, .carryOn], "ended"),
            oneOffs: try Self.choice(options.one_offs, [.leaveOut, .keep], "one_offs"),
            threads: options.threads == 0 ? nil : Int(options.threads),
            learning: try Self.choice(options.learning, [.eachBody, .acrossBodies], "learning"),
            shipped: options.model.map { ModelHandle.of($0).model })
    }

    /// The first year forecast.
    ///
    /// - Parameter latest: the latest year with an actual.
    func target(after latest: Int) throws -> FiscalYear { try checked(year == 0 ? latest + 1 : year) }

    /// The year under review.
    func reviewed(_ latest: Int) throws -> FiscalYear { try checked(year == 0 ? latest : year) }

    private func checked(_ year: Int) throws -> FiscalYear {
        guard (1...9999).contains(year) else {
            throw CallError("options.target_year", "\(year) is no year", remedy: "give one from 1 to 9999")
        }
        return FiscalYear(year)
    }

    private static func named(_ name: String) throws -> ModelName {
        guard let rule = ModelName(rawValue: name) else {
            throw CallError("options.rule", "no rule is called '\(name)'", remedy: "see juesuan_rule_name")
        }
        return rule
    }

    private static func choice<T>(_ number: Int32, _ choices: [T], _ name: String) throws -> T {
        guard choices.indices.contains(Int(number)) else {
            throw CallError(
                "options.\(name)", "it is \(number)",
                remedy: "give 0 to \(choices.count - 1); juesuan_options_init sets the defaults")
        }
        return choices[Int(number)]
    }
}

/// A fitted model as the caller holds it.
final class ModelHandle: Sendable {
    let model: StoredPanelModel

    init(_ model: StoredPanelModel) { self.model = model }

    static func of(_ pointer: OpaquePointer) -> ModelHandle {
        Unmanaged<ModelHandle>.fromOpaque(UnsafeRawPointer(pointer)).takeUnretainedValue()
    }
}
