import Consistency
import FinalAccounts
import Reporting
import Workbench

/// What a reviewer is shown of a unit before opening anything: its total, why it changed, and what weighs most.
package struct UnitOverview: Hashable, Sendable, Codable {
    /// A finding or an anomaly.
    package struct Point: Hashable, Sendable, Codable {
        /// What kind of thing it is.
        package enum Kind: String, Hashable, Sendable, Codable {
            case error, warning, anomaly
        }

        package let kind: Kind
        /// How much it weighs: an anomaly its severity, an error and a warning what ``UnitOverview/weight(of:)`` says.
        package let weight: Double
        /// The subject of an anomaly; what the rule of a finding is called.
        package let title: String
        /// What does not fit, in a sentence.
        package let sentence: String
        /// The page of a document, where one is known.
        package var page: Int?
    }

    /// How many findings and how many anomalies are kept of a unit.
    private static let count = 5

    /// The year under review.
    package let year: Int
    /// What was spent.
    package var total: Amount?
    /// What was spent in the year before.
    package var previous: Amount?
    /// The lines that changed most.
    package let why: String
    /// What weighs most, the heaviest first.
    package let points: [Point]
    /// The years whose figures were generated; `nil` where none were, and in what earlier versions kept.
    package var synthetic: [Int]?

    package init(year: Int, total: Amount? = nil, previous: Amount? = nil, why: String = "", points: [Point] = []) {
        self.year = year
        self.total = total
        self.previous = previous
        self.why = why
        self.points = points
    }

    /// Takes what is shown out of a unit that was worked out.
    init(of analysis: UnitAnalysis) {
        let headline = analysis.headline
        let found = analysis.findings.flatMap(\.findings).filter { $0.severity != .note }.prefix(Self.count).map {
            Point($0, title: FindingTable.title(of: $0, in: analysis.language))
        }
        let anomalies = analysis.gravest(Self.count).map { question, severity in
            Point(
                kind: .anomaly, weight: severity, title: question.subject.name,
                sentence: question.flags.first?.sentence ?? "", page: question.source?.page)
        }
        self.init(
            year: analysis.year.number, total: headline.total, previous: headline.previous, why: headline.why,
            points: (found + anomalies).enumerated().sorted {
                ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
            }.map(\.element))
        let synthetic = analysis.syntheticYears.map(\.number)
        self.synthetic = synthetic.isEmpty ? nil : synthetic
    }

    /// What a finding weighs beside anomalies, whose severity from 20 on asks for an answer.
    static func weight(of severity: FindingSeverity) -> Double {
        switch severity {
        case .error: 40
        case .warning: 10
        case .note: 0
        }
    }
}

extension UnitOverview.Point {
    /// A finding as a point; notes are none.
    fileprivate init(_ finding: Finding, title: String) {
        self.init(
            kind: finding.severity == .error ? .error : .warning,
            weight: UnitOverview.weight(of: finding.severity), title: title, sentence: finding.message,
            page: finding.page)
    }
}
