import FinalAccounts
import Platform

/// Makes of what rules found what is shown: one finding a cause, with severities by the settings, the gravest first.
struct FindingComposer: Sendable {
    let settings: CheckSettings
    let language: Language

    /// The findings as they are shown.
    func compose(_ found: [RuleFinding]) -> [Finding] {
        let merged = Self.bounded(Self.saidOnce(Self.mergedByCause(Self.withoutConsequences(found))))
        let findings = merged.map { finding in
            let usual = finding.severity ?? RuleCatalogue.description(of: finding.rule)?.severity ?? .warning
            return Finding(
                rule: finding.rule, severity: settings.severity(of: finding.rule, otherwise: usual),
                message: words(finding.message), page: finding.page, quote: finding.quote,
                stated: finding.stated, computed: finding.computed, difference: finding.difference,
                suggestion: words(finding.suggestion))
        }
        // A stable order: by severity, then by page, then as found, which is the order of the document.
        return findings.enumerated().sorted { left, right in
            if left.element.severity != right.element.severity { return left.element.severity < right.element.severity }
            let (first, second) = (left.element.page ?? 0, right.element.page ?? 0)
            return first != second ? first < second : left.offset < right.offset
        }.map(\.element)
    }

    /// What a finding names of a Chinese document is quoted in an English sentence.
    private func words(_ sentence: Bilingual) -> String {
        language == .en ? sentence.en.quotingChinese : sentence.zhHans
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

    /// Findings of one rule on the same figure of the same sentence are one, and so are two that say the same.
    private static func saidOnce(_ found: [RuleFinding]) -> [RuleFinding] {
        struct Key: Hashable {
            var rule: String
            var page: Int?
            var words: [String?]
        }
        var kept: [RuleFinding] = []
        var places: [Key: [Int]] = [:]
        for finding in found {
            let words: [String?] =
                finding.stated == nil ? [finding.message.zhHans] : [finding.stated, finding.computed]
            let key = Key(rule: finding.rule, page: finding.page, words: words)
            let isSaid = (places[key] ?? []).contains {
                kept[$0].quote.contains(finding.quote) || finding.quote.contains(kept[$0].quote)
            }
            guard !isSaid else { continue }
            places[key, default: []].append(kept.count)
            kept.append(finding)
        }
        return kept
    }

    /// The most findings of one rule that one document is told.
    private static let most = 60

    /// Beyond a bound of each rule only their number is said: whoever has mended sixty runs the check again.
    private static func bounded(_ found: [RuleFinding]) -> [RuleFinding] {
        let counts = Dictionary(grouping: found.indices) { found[$0].rule }
        var result = found
        var dropped: Set<Int> = []
        for indices in counts.values where indices.count > most {
            let rest = indices.count - most
            result[indices[most - 1]].message =
                result[indices[most - 1]].message
                + Bilingual("同类问题另有\(rest)处未列出。", " \(rest) more of this rule are left out.")
            dropped.formUnion(indices[most...])
        }
        return result.indices.filter { !dropped.contains($0) }.map { result[$0] }
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
