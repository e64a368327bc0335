import FinalAccounts
import Platform

/// Which part of the account lines an analysis looks at, and by what they are told apart.
///
/// What is told apart is shown as bodies of its own: `某局·政府性基金`.
package struct LineSelection: Hashable, Sendable {
    /// What lines may be told apart by.
    package enum Dimension: String, Hashable, Sendable, CaseIterable {
        /// The fund they are paid from.
        case fund
        /// Basic and project expenditure; what a line states of neither is left out.
        case part
        /// The functional and the economic classification.
        case classification
    }

    /// A part of an actual.
    package enum Part: String, Hashable, Sendable, CaseIterable {
        case basic, project

        fileprivate var name: Bilingual { self == .basic ? Bilingual("基本支出", "basic") : Bilingual("项目支出", "project") }
    }

    /// What money is classified by.
    package enum Classification: String, Hashable, Sendable, CaseIterable {
        /// What it is for: codes that begin with 2, and lines that have names only.
        case functional
        /// What it is spent as: codes from 301 on.
        case economic

        fileprivate var name: Bilingual {
            self == .functional ? Bilingual("功能分类", "functional") : Bilingual("经济分类", "economic")
        }
    }

    /// Only this fund.
    package var fund: Fund?
    /// Only this part of actuals; no budget is stated of it.
    package var part: Part?
    /// Only this classification.
    package var classification: Classification?
    /// By what lines are told apart.
    package var dimension: Dimension?
    /// The name under which all bodies are added up.
    package var together: BudgetUnit?
    /// The language of what is put behind a body's name.
    package var language = Language.zhHans

    package init() {}

    /// The lines that are looked at.
    package func applied(to lines: [AccountLine]) -> [AccountLine] {
        let isAll = fund == nil && part == nil && classification == nil && dimension == nil && together == nil
        guard !isAll else { return lines }
        return lines.flatMap { line -> [AccountLine] in
            if let fund, line.fund != fund { return [] }
            if let classification, Self.classification(of: line.subject) != classification { return [] }
            var line = line
            if let together { line.unit = together }
            if let part { return Self.of(part, line).map { told($0, part: part) }.map { [$0] } ?? [] }
            guard dimension == .part else { return [told(line, part: nil)] }
            return Part.allCases.compactMap { part in Self.of(part, line).map { told($0, part: part) } }
        }
    }

    /// The line under its body's name and what it is told apart by.
    private func told(_ line: AccountLine, part: Part?) -> AccountLine {
        let words: Bilingual? =
            switch dimension {
            case .fund: line.fund.name
            case .part: part?.name
            case .classification: Self.classification(of: line.subject).name
            case nil: nil
            }
        guard let words else { return line }
        var line = line
        line.unit = BudgetUnit(line.unit.name + "·" + words.text(in: language))
        return line
    }

    /// What a line states of a part; `nil` where it states nothing.
    private static func of(_ part: Part, _ line: AccountLine) -> AccountLine? {
        guard let amount = part == .basic ? line.basic : line.project else { return nil }
        var line = line
        line.actual = amount
        (line.initialBudget, line.adjustedBudget) = (.notStated, nil)
        (line.basic, line.project) = part == .basic ? (amount, nil) : (nil, amount)
        return line
    }

    private static func classification(of subject: Subject) -> Classification {
        subject.code?.hasPrefix("3") == true ? .economic : .functional
    }
}
