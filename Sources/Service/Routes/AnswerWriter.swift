import FinalAccounts
import Interchange
import Platform
import Reporting

/// Writes an answer in the form that was asked for, whole or a piece of its rows.
struct AnswerWriter {
    /// Which rows are wanted.
    struct Piece: Sendable {
        let first: Int
        let count: Int
    }

    let language: Language
    let form: Form
    /// `nil` for all rows.
    let piece: Piece?
    /// The address at which the rows behind the piece are, by the number of the first.
    let address: (Int) -> String

    /// The bytes, and the lines at their head.
    ///
    /// JSON is that of the commands, to the byte; where to go on is said at the head.
    func entry(for answer: Answer) -> ResultCache.Entry {
        switch answer {
        case .tables(let tables, let amounts):
            let (rows, next) = cut(tables.first?.rows.count ?? 0)
            let shown = piece == nil ? tables : tables.prefix(1).map { $0.only(rows) }
            let renderer = TableRenderer(language: language, amounts: amounts)
            return entry(renderer.render(shown, as: form == .json ? .json : .csv), next: next)
        case .lines(let lines):
            let (rows, next) = cut(lines.count)
            return entry(text(of: lines[rows]), next: next)
        case .json(let value): return entry(value.text(.indented) + "\n", next: nil)
        case .page(let title, let content):
            return ResultCache.Entry(bytes: Array(content.markup.utf8), headers: HeaderFields(), title: title)
        case .response(let response):
            return ResultCache.Entry(bytes: response.body, headers: response.headers)
        }
    }

    private func cut(_ count: Int) -> (rows: Range<Int>, next: Int?) {
        guard let piece else { return (0..<count, nil) }
        let first = min(piece.first, count)
        let end = min(count, first + piece.count)
        return (first..<end, end < count ? end : nil)
    }

    private func text(of lines: ArraySlice<AccountLine>) -> String {
        var text = ByteText()
        if form == .csv {
            AccountLineCSVWriter.writeHeader(to: &text)
            for line in lines { AccountLineCSVWriter.write(line, to: &text) }
        } else {
            text.append("{\"lines\":[")
            for (place, line) in lines.enumerated() {
                text.append(place == 0 ? "\n" : ",\n")
                AccountLineJSONWriter.write(line, to: &text)
            }
            text.append("\n]}\n")
        }
        return text.text
    }

    private func entry(_ text: String, next: Int?) -> ResultCache.Entry {
        var headers = HeaderFields([
            "content-type": form == .json
                ? "application/json; charset=utf-8" : "text/csv; charset=utf-8; header=present",
            "content-language": language.rawValue,
        ])
        if let next { headers.add("link", "<\(address(next))>; rel=\"next\"") }
        return ResultCache.Entry(bytes: Array(text.utf8), headers: headers)
    }
}

extension ReportTable {
    /// The table with some of its rows.
    fileprivate func only(_ rows: Range<Int>) -> ReportTable {
        ReportTable(name: name, title: title, columns: columns, rows: Array(self.rows[rows]), notes: notes)
    }
}
