import Platform

/// Why something that was asked for could not be done.
package struct WorkbenchError: ExplainedError, Hashable {
    /// What to do about it. What every surface has its own words for are cases of their own.
    package enum Action: Hashable, Sendable {
        case advice(String)
        /// Say which of several bodies is meant.
        case chooseUnit
        /// Say which body a document is of.
        case nameBody
        /// Store a version of a draft first.
        case storeDraft
        /// Look at what could not be placed.
        case seeDiagnostics
        /// Look up which bodies the ledger has.
        case listUnits
        /// Name a file that was written as a fitted model.
        case fitModel
        /// Forecast from this year on, over more years, or import the years between.
        case startEarlier(String)
    }

    package let kind: ErrorKind
    /// Place and fault.
    package let problem: String
    /// What to do.
    package let action: Action

    package init(_ kind: ErrorKind, _ problem: String, _ action: Action) {
        self.kind = kind
        self.problem = problem
        self.action = action
    }

    package init(_ kind: ErrorKind, _ problem: String, advice: String) {
        self.init(kind, problem, .advice(advice))
    }

    /// The problem names it.
    package var location: String? { nil }

    /// What to do, where no surface words it.
    package var remedy: String {
        switch action {
        case .advice(let text): text
        case .chooseUnit: "choose one of them"
        case .nameBody: "say which body it is of"
        case .storeDraft: "store an edited workbook first"
        case .seeDiagnostics: "look at what could not be placed"
        case .listUnits: "look up which bodies there are"
        case .fitModel: "name a fitted model"
        case .startEarlier(let year): "forecast \(year) and the years after it, or import the years between"
        }
    }
}
