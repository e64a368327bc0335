import FinalAccounts
import Ledger
import Platform
import Reporting
import Variance

/// A batch as a job file describes it, checked and with its defaults filled in.
///
/// ```swift
/// let job = try BatchJob(file: "nightly.yaml")
/// ```
package struct BatchJob: Hashable, Sendable {
    /// The name the journal knows it by; by default the file's name without its ending.
    package var name: String
    /// The folder of the job file, which relative paths start from.
    package var folder: String
    /// The digest of the job file.
    package var hash: ContentHash
    /// The ledger's path.
    package var ledger: String
    /// Where documents are.
    package var sources: [BatchSource]
    /// The units to work on; `nil` for all that the documents speak of.
    package var units: [BudgetUnit]?
    /// The years whose lines are used; `nil` for all.
    package var years: ClosedRange<FiscalYear>?
    /// The year under review; `nil` for each unit's latest with actuals.
    package var year: FiscalYear?
    /// What is made for every unit, in this order.
    package var steps: [BatchStep]
    /// The line of the job file that names the steps.
    package var stepsLine: Int
    /// The folder of what is made.
    package var output: String
    /// The language of what is made.
    package var language: Language
    /// How subject codes nest.
    package var scheme: SubjectScheme
    /// The unit amounts are shown in.
    package var showAmounts: AmountUnit
    /// The thresholds of anomalies.
    package var profile: AnomalyProfile
    /// Whether reports hold the chart library, about a megabyte each, or drawings only.
    package var interactiveCharts: Bool
    /// From where on findings make the batch end with exit code 1.
    package var thresholds: BatchThresholds
    /// What the batch may use of the machine.
    package var limits: BatchLimits
    /// Whom the batch tells of its end.
    package var notifications: [BatchNotification]

    /// A path of the job file as the process can open it.
    package func resolved(_ path: String) -> String {
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
