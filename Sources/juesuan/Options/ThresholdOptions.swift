import ArgumentParser
import Foundation
import Variance

/// What is worth listing: a profile, or a file of thresholds.
struct ThresholdOptions: ParsableArguments {
    @Option(help: "Thresholds: audit (strict) or draft. Default: draft, or the profile named in --thresholds.")
    var profile: AnomalyProfile?

    @Option(
        help: ArgumentHelp(
            "Thresholds from a YAML file; what it leaves out is as the profile has it.", valueName: "file.yaml"))
    var thresholds: String?

    /// The thresholds to use.
    ///
    /// - Throws: ``CommandFailure`` for a file that cannot be opened or that names another profile than the option.
    func resolved() throws -> AnomalyThresholds {
        guard let thresholds else { return .standard(profile ?? .draft) }
        guard let bytes = FileManager.default.contents(atPath: thresholds) else {
            throw CommandFailure(.noInput, "\(thresholds): the thresholds cannot be opened; check the path")
        }
        guard let text = String(bytes: bytes, encoding: .utf8) else {
            throw CommandFailure(.data, "\(thresholds): the thresholds are no UTF-8 text; save them as UTF-8")
        }
        let read = try AnomalyThresholds(yaml: text, file: thresholds, profile: profile ?? .draft)
        if let profile, read.profile != profile {
            throw CommandFailure(
                .usage,
                "--profile \(profile.rawValue): \(thresholds) names the profile \(read.profile.rawValue); leave one of them out"
            )
        }
        return read
    }
}

extension AnomalyProfile: ExpressibleByArgument {}
