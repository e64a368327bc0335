import FinalAccounts
import Platform
import Variance

extension ReportQuestion {
    /// Puts an anomaly into words.
    ///
    /// - Parameters:
    ///   - anomaly: what does not fit.
    ///   - language: the language of the sentences.
    ///   - amounts: how money is written.
    ///   - source: where the year's figure was read.
    package init(
        _ anomaly: Anomaly, language: Language, amounts: AmountStyle = .chinese, source: SourceReference? = nil
    ) {
        let text = FlagText(language: language, unit: amounts.displayUnit, decimals: amounts.displayDecimals ?? 2)
        self.init(
            subject: anomaly.subject,
            flags: anomaly.flags.map { flag in
                Flag(
                    label: text.name(of: flag.kind), tone: Self.tone(of: flag.kind),
                    sentence: text.sentence(for: flag))
            },
            reason: anomaly.reason, source: source)
    }

    /// Puts anomalies into words, each with the place its figure was read from where the lines tell.
    package static func questions(
        _ anomalies: some Sequence<Anomaly>, lines: [AccountLine] = [], language: Language,
        amounts: AmountStyle = .chinese
    ) -> [ReportQuestion] {
        var sources: [Place: SourceReference] = [:]
        for line in lines {
            guard let source = line.source else { continue }
            sources[Place(unit: line.unit, year: line.fiscalYear, key: line.subject.key)] = source
        }
        return anomalies.map { anomaly in
            let place = Place(unit: anomaly.unit, year: anomaly.year, key: anomaly.subject.key)
            return ReportQuestion(anomaly, language: language, amounts: amounts, source: sources[place])
        }
    }

    /// How much attention a kind of flag asks for.
    static func tone(of kind: FlagKind) -> ReportCell.Tone {
        switch kind {
        case .unbudgeted, .overrun, .unitSlip: .serious
        case .unspent, .rose, .fell, .appeared, .ended, .shareShift, .levelShift, .offTrend, .outsideForecast,
            .unlikeUnit,
            .unlikePeers:
            .warning
        }
    }

    private struct Place: Hashable {
        let unit: BudgetUnit
        let year: FiscalYear
        let key: SubjectKey
    }
}
