import FinalAccounts

/// Makes of what rules found what is shown: one finding a cause, with severities by the settings, the gravest first.
struct FindingComposer: Sendable {
    let settings: CheckSettings
    let language: Language

    /// The findings as they are shown.
    func compose(_ found: [RuleFinding]) -> [Finding] {
        let merged = Self.mergedByCause(Self.withoutConsequences(found))
        let findings = merged.map { finding in
            let usual = finding.severity ?? RuleCatalogue.description(of: finding.rule)?.severity ?? .warning
            return Finding(
                rule: finding.rule, severity: settings.severity(of: finding.rule, otherwise: usual),
                message: finding.message.text(in: language), page: finding.page, quote: finding.quote,
                stated: finding.stated, computed: finding.computed, difference: finding.difference,
                suggestion: finding.suggestion.text(in: language))
        }
        // A stable order: by severity, then by page, then as found, which is the order of the document.
        return findings.enumerated().sorted { left, right in
            if left.element.severity != right.element.severity { return left.element.severity < right.element.severity }
            let (first, second) = (left.element.page ?? 0, right.element.page ?? 0)
            return first != second ? first < second : left.offset < right.offset
        }.map(\.element)
    }

    /// Where both words of a choice stand, neither direction is meant: what follows from one of them is no finding.
    private static func withoutConsequences(_ found: [RuleFinding]) -> [RuleFinding] {
        let open = Set(found.filter { $0.rule == OpenChoiceRule.id }.map(\.quote))
        let following: Set<String> = [
            ChangeDirectionRule.id, ChangeAmountRule.id, GrowthRateRule.id, RestatedFigureRule.id,
            BudgetComparisonRule.id,
        ]
        return open.isEmpty ? found : found.filter { !(following.contains($0.rule) && open.contains($0.quote)) }
    }

    /// Findings of one rule with one cause become one that names the other places.
    private static func mergedByCause(_ found: [RuleFinding]) -> [RuleFinding] {
        struct Key: Hashable {
            var rule: String
            var cause: String
        }
        var result: [RuleFinding] = []
        var places: [Key: (index: Int, pages: [Int?])] = [:]
        for finding in found {
            guard let cause = finding.cause else {
                result.append(finding)
                continue
            }
            let key = Key(rule: finding.rule, cause: cause)
            if let first = places[key] {
                places[key] = (first.index, first.pages + [finding.page])
            } else {
                places[key] = (result.count, [])
                result.append(finding)
            }
        }
        for (index, pages) in places.values where !pages.isEmpty {
            result[index].message = result[index].message + otherPlaces(pages)
        }
        return result
    }

    private static func otherPlaces(_ pages: [Int?]) -> Bilingual {
        let known = Set(pages.compactMap(\.self)).sorted()
        guard !known.isEmpty else {
            return Bilingual("另有\(pages.count)处相同。", " The same in \(pages.count) more places.")
        }
        let list = known.map(String.init)
        return Bilingual(
            "另有\(pages.count)处相同（第\(list.joined(separator: "、"))页）。",
            " The same in \(pages.count) more places (page \(list.joined(separator: ", "))).")
    }
}
