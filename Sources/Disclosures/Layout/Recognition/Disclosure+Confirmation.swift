import FinalAccounts
import Platform

extension Disclosure {
    /// Keeps of what was read from pictures only what sums confirm; the rest become diagnostics.
    ///
    /// - Parameters:
    ///   - isRuled: for each table whether its cells are known by the rules of a picture.
    ///   - subjects: the classification, which vouches for names.
    mutating func confirmTables(isRuled: [Bool], subjects: SubjectCatalog?) {
        let checked = Confirmation(tables, isRuled: isRuled, subjects: subjects).checked()
        tables = checked.tables
        diagnostics += checked.diagnostics
    }

    /// Does the same for the text of recognized pages: an amount is confirmed by a table, or by being said again.
    mutating func confirmText(on pages: Set<Int>) {
        guard !pages.isEmpty else { return }
        let inTables = Set(tables.flatMap(\.rows).flatMap(\.cells).compactMap { $0.amount?.amount })
        let said = Dictionary(grouping: figures.compactMap(\.value.amount)) { $0 }.mapValues(\.count)
        func isConfirmed(_ amount: Amount?) -> Bool {
            guard let amount else { return false }
            return inTables.contains(amount) || said[amount, default: 0] > 1
        }
        func isDoubtful(_ page: Int?) -> Bool { page.map(pages.contains) ?? false }
        for figure in figures where isDoubtful(figure.page) && !isConfirmed(figure.value.amount) {
            diagnostics.append(Self.unconfirmed(figure.page, figure.quote, figure.value.text))
        }
        figures.removeAll { isDoubtful($0.page) && !isConfirmed($0.value.amount) }
        for line in lines where line.place == .prose && isDoubtful(line.line.source?.page) {
            guard !isConfirmed(line.line.actual) else { continue }
            diagnostics.append(
                Self.unconfirmed(line.line.source?.page, line.line.source?.quote ?? "", line.statedActual?.text ?? ""))
        }
        lines.removeAll {
            $0.place == .prose && isDoubtful($0.line.source?.page) && !isConfirmed($0.line.actual)
        }
    }

    private static func unconfirmed(_ page: Int?, _ quote: String, _ value: String) -> Diagnostic {
        Diagnostic(
            kind: .unconfirmed, page: page, quote: quote,
            message: Bilingual(
                "“\(value)”由图片识别，没有表格或其他文字印证",
                "'\(value)' was read from a picture and is confirmed by no table and no second mention"))
    }
}
