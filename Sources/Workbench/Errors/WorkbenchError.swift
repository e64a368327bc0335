import Platform

/// Why something that was asked for could not be done.
package struct WorkbenchError: ExplainedError, Hashable {
    /// What to do about it. What every surface has its own words for are cases of their own.
    package enum Action: Hashable, Sendable {
        case advice(Bilingual)
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
    package let problem: Bilingual
    /// What to do.
    package let action: Action

    package init(_ kind: ErrorKind, _ problem: Bilingual, _ action: Action) {
        self.kind = kind
        self.problem = problem
        self.action = action
    }

    package init(_ kind: ErrorKind, _ problem: Bilingual, advice: Bilingual) {
        self.init(kind, problem, .advice(advice))
    }

    /// The problem names it.
    package var location: Bilingual? { nil }

    /// What to do, where no surface words it.
    package var remedy: Bilingual {
        switch action {
        case .advice(let text): text
        case .chooseUnit: Bilingual("请选择其中之一", "choose one of them")
        case .nameBody: Bilingual("请指明所属单位", "say which body it is of")
        case .storeDraft: Bilingual("请先保存编辑过的工作簿", "store an edited workbook first")
        case .seeDiagnostics: Bilingual("请查看未能归类的内容", "look at what could not be placed")
        case .listUnits: Bilingual("请查看有哪些单位", "look up which bodies there are")
        case .fitModel: Bilingual("请给出已拟合的模型", "name a fitted model")
        case .startEarlier(let year):
            Bilingual(
                "请从 \(year) 年起预测，或导入其间的年度", "forecast \(year) and the years after it, or import the years between")
        }
    }
}
