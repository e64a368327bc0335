import FinalAccounts
import Platform

/// Two versions of a draft side by side: the subjects they treat differently, and the totals.
///
/// Columns: `subject_code, subject_name, level, status, before, after, difference, change_rate, note`; `status` is
/// `changed`, `added`, `removed` or, for the last row, `total`.
package struct DraftComparisonTable: Sendable {
    /// The entries of the earlier version.
    package let before: [DraftEntry]
    /// The entries of the later version.
    package let after: [DraftEntry]
    /// How codes nest, for the names of levels.
    package let scheme: SubjectScheme
    /// The language of headings.
    package let language: Language
    /// The heading.
    package let title: String

    /// Prepares a table.
    ///
    /// - Parameters:
    ///   - before: the entries of the earlier version.
    ///   - after: the entries of the later version.
    ///   - versions: the two versions, for the heading; `nil` where they have no number.
    ///   - scheme: how codes nest.
    ///   - language: the language of headings.
    package init(
        before: [DraftEntry], after: [DraftEntry], versions: (before: DraftStamp, after: DraftStamp)? = nil,
        scheme: SubjectScheme, language: Language
    ) {
        self.before = before
        self.after = after
        self.scheme = scheme
        self.language = language
        let heading =
            versions.map { Bilingual.draftVersions($0.before.version, $0.after.version) } ?? Bilingual.draftChanges
        title = heading.text(in: language)
    }

    private enum Status: String {
        case changed, added, removed, total

        var label: Bilingual {
            switch self {
            case .changed: .draftChanged
            case .added: .appeared
            case .removed: .draftRemoved
            case .total: .grandTotal
            }
        }
    }

    /// The table: what changed and what was taken out in the order of the earlier version, what was added in the order
    /// of the later one, the totals last.
    ///
    /// - Throws: ``AmountError/overflow``.
    package func table() throws(AmountError) -> ReportTable {
        let later = Dictionary(after.map { ($0.subject.key, $0) }) { first, _ in first }
        let earlier = Set(before.map(\.subject.key))
        var rows: [[ReportCell]] = []
        for entry in before {
            guard let match = later[entry.subject.key] else {
                rows.append(try row(.removed, entry.subject, entry, nil))
                continue
            }
            if try differ(entry, match) { rows.append(try row(.changed, match.subject, entry, match)) }
        }
        for entry in after where !earlier.contains(entry.subject.key) {
            rows.append(try row(.added, entry.subject, nil, entry))
        }
        rows.append(try total())
        return ReportTable(name: "draft_changes", title: title, columns: columns, rows: rows)
    }

    private func differ(_ before: DraftEntry, _ after: DraftEntry) throws(AmountError) -> Bool {
        let (old, new) = (try before.final(), try after.final())
        return old != new || before.note != after.note
    }

    private func word(_ phrase: Bilingual) -> String { phrase.text(in: language) }

    private var columns: [ReportColumn] {
        [
            ReportColumn("subject_code", title: word(.subjectCode), kind: .label),
            ReportColumn("subject_name", title: word(.subject)),
            ReportColumn("level", title: word(.level), kind: .label, audience: .programs),
            ReportColumn("status", title: word(.state), kind: .label),
            ReportColumn("before", title: word(.draftBefore), kind: .amount),
            ReportColumn("after", title: word(.draftAfter), kind: .amount),
            ReportColumn("difference", title: word(.change), kind: .amount),
            ReportColumn("change_rate", title: word(.changeRate), kind: .number, dispensability: 1),
            ReportColumn("note", title: word(.remark), dispensability: 2),
        ]
    }

    private func row(
        _ status: Status, _ subject: Subject, _ before: DraftEntry?, _ after: DraftEntry?
    ) throws(AmountError) -> [ReportCell] {
        let (old, new) = (try before?.final(), try after?.final())
        return [
            .text(ifStated: subject.code), .text(SubjectLabel(language: language).name(of: subject)),
            .text(scheme.name(of: subject.level)),
        ] + (try amounts(status, old, new)) + [.text(ifStated: after?.note)]
    }

    private func total() throws(AmountError) -> [ReportCell] {
        let (old, new) = (try sum(before), try sum(after))
        return [.empty, .text(word(.grandTotal)), .text(scheme.name(of: .total))] + (try amounts(.total, old, new))
            + [.empty]
    }

    private func amounts(_ status: Status, _ old: Amount?, _ new: Amount?) throws(AmountError) -> [ReportCell] {
        let difference = try (new ?? .zero).subtracting(old ?? .zero)
        let rate = old.flatMap { StatedPercentage(of: difference, in: $0.magnitude) }
        return [
            .term(code: status.rawValue, label: status == .total ? "" : word(status.label)),
            .amount(ifStated: old), .amount(ifStated: new), .amount(difference), .percentage(ifStated: rate),
        ]
    }

    private func sum(_ entries: [DraftEntry]) throws(AmountError) -> Amount {
        var finals: [Amount] = []
        for entry in entries {
            if let final = try entry.final() { finals.append(final) }
        }
        return try Amount.sum(finals)
    }
}
