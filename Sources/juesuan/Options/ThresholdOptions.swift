import ArgumentParser
import Platform
import Variance

/// What is worth listing: a profile, or a file of thresholds.
struct ThresholdOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "阈值方案：audit（审计，从严）或 draft（预算编制）。默认为 draft，或 --thresholds 中所写的方案。",
            "Thresholds: audit (strict) or draft. Default: draft, or the profile named in --thresholds.",
            valueName: Bilingual("方案", "profile")))
    var profile: AnomalyProfile?

    @Option(
        help: ArgumentHelp(
            "从 YAML 文件读取阈值，未写的按方案。", "Thresholds from a YAML file; what it leaves out is as the profile has it.",
            valueName: Bilingual("文件.yaml", "file.yaml")))
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
                .usage,
                Bilingual(
                    "--profile \(profile.rawValue)：\(thresholds) 写的方案是 \(read.profile.rawValue)",
                    "--profile \(profile.rawValue): \(thresholds) names the profile \(read.profile.rawValue)"),
                Bilingual("请去掉其中之一", "leave one of them out"))
        }
        return read
    }
}

extension AnomalyProfile: ExpressibleByArgument {}
