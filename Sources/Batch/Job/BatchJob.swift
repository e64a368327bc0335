import FinalAccounts
import Ledger
import Reporting
import Variance

/// A batch as a job file describes it, checked and with its defaults filled in.
///
/// ```swift
/// let job = try BatchJob(file: "nightly.yaml")
/// ```
public struct BatchJob: Hashable, Sendable {
    /// The name the journal knows it by; by default the file's name without its ending.
    public var name: String
    /// The folder of the job file, which relative paths start from.
    public var folder: String
    /// The digest of the job file.
    public var hash: ContentHash
    /// The ledger's path.
    public var ledger: String
    /// Where documents are.
    public var sources: [BatchSource]
    /// The units to work on; `nil` for all that the documents speak of.
    public var units: [BudgetUnit]?
    /// The years whose lines are used; `nil` for all.
    public var years: ClosedRange<FiscalYear>?
    /// The year under review; `nil` for each unit's latest with actuals.
    public var year: FiscalYear?
    /// What is made for every unit, in this order.
    public var steps: [BatchStep]
    /// The line of the job file that names the steps.
    public var stepsLine: Int
    /// The folder of what is made.
    public var output: String
    /// The language of what is made.
    public var language: Language
    /// How subject codes nest.
    public var scheme: SubjectScheme
    /// The unit amounts are shown in.
    public var showAmounts: AmountUnit
    /// The thresholds of anomalies.
    public var profile: AnomalyProfile
    /// Whether reports hold the chart library, about a megabyte each, or drawings only.
    public var interactiveCharts: Bool
    /// From where on findings make the batch end with exit code 1.
    public var thresholds: BatchThresholds
    /// What the batch may use of the machine.
    public var limits: BatchLimits
    /// Whom the batch tells of its end.
    public var notifications: [BatchNotification]

    /// A path of the job file as the process can open it.
    public func resolved(_ path: String) -> String {
        path.hasPrefix("/") || folder == "." ? path : folder + "/" + path
    }

    /// The digest of everything in the job that what is made for a unit depends on.
    var analysisHash: ContentHash {
        let parts: [String] = [
            steps.map(\.rawValue).joined(separator: ","), language.rawValue, scheme.text, showAmounts.rawValue,
            profile.rawValue, String(interactiveCharts), year.map(\.description) ?? "latest",
            years.map { "\($0.lowerBound)-\($0.upperBound)" } ?? "all", String(describing: thresholds.check),
            thresholds.severity.map { "\($0)" } ?? "none",
        ]
        return ContentHash(of: parts.joined(separator: "\u{0}").utf8)
    }
}
