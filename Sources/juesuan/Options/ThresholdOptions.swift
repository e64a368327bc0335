import ArgumentParser
import Platform
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
    /// - Throws: `ReadError`; ``CommandFailure`` for a file that names another profile than the option.
    func resolved() throws -> AnomalyThresholds {
        guard let thresholds else { return .standard(profile ?? .draft) }
        let read = try AnomalyThresholds(
            yaml: try SourceFile.settings(thresholds), file: thresholds, profile: profile ?? .draft)
        if let profile, read.profile != profile {
            throw CommandFailure(
                .usage, "--profile \(profile.rawValue): \(thresholds) names the profile \(read.profile.rawValue)",
                "leave one of them out")
        }
        return read
    }
}

extension AnomalyProfile: ExpressibleByArgument {}
