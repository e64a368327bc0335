import FinalAccounts
import Platform
import Reporting
import Workbench

/// The lines of a draft as a form in which amounts, reasons and approvals are written into the cells; or as a table for who may not.
struct DraftGrid {
    let sheet: DraftDesk.Sheet
    let table: ReportTable
    let language: Language
    /// Whether cells can be written into, and whether those of approval can.
    let isEditable: Bool
    let isApprover: Bool

    private static let shown = [
        "subject_code", "subject_name", "this_year_budget", "this_year_actual", "forecast", "suggested",
    ]

    private var renderer: TableRenderer { TableRenderer(language: language, amounts: sheet.workbook.draft.amounts) }
    private func place(_ key: String) -> Int? { table.columns.firstIndex { $0.key == key } }

    /// The table.
    var html: HTML {
        let places = Self.shown.compactMap(place)
        let heads = places.map { place -> HTML in
            let isNumber: HTML = [.amount, .number].contains(table.columns[place].kind) ? " class=\"n\"" : ""
            return "<th scope=\"col\"\(isNumber)>\(renderer.heading(table.columns[place]))</th>"
        }
        let last = ["final", "change_on_budget", "note", "approval"].compactMap(place).map { place -> HTML in
            let isNumber: HTML = table.columns[place].kind == .amount ? " class=\"n\"" : ""
            return "<th scope=\"col\"\(isNumber)>\(renderer.heading(table.columns[place]))</th>"
        }
        let rows = zip(sheet.workbook.draft.rows, table.rows).map { row, cells in line(row, cells, places) }
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="\(table.title)"><table class="grid">\
            <thead><tr>\(heads)\(last)</tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }

    private func line(_ row: DraftRow, _ cells: [ReportCell], _ places: [Int]) -> HTML {
        let texts = places.map { place -> HTML in
            let kind = table.columns[place].kind
            let look = kind == .amount ? "n" : "k"
            return table.columns[place].key == "subject_name"
                ? "<th scope=\"row\">\(renderer.text(cells[place]))\(evidence(cells))</th>"
                : "<td class=\"\(look)\">\(renderer.text(cells[place]))</td>"
        }
        let name = row.subject.code ?? row.subject.name
        let change = text(cells, "change_on_budget")
        let isSum: HTML = row.isEntry ? "" : " class=\"sum\""
        let sum: HTML = row.isEntry ? "" : " data-sum"
        let isWritable = isEditable && row.isEntry
        return """
            <tr\(isSum) data-depth="\(row.depth)">\(texts)\
            <td class="n"\(sum)>\(isWritable ? amount(row, name) : HTML.escaped(text(cells, "final")))</td>\
            <td class="n">\(change)</td>\
            <td class="w">\(isWritable ? note(row, name) : HTML.escaped(text(cells, "note")))</td>\
            <td class="k">\(isWritable && isApprover ? approval(row, name) : HTML.escaped(text(cells, "approval")))</td></tr>

            """
    }

    private func text(_ cells: [ReportCell], _ key: String) -> String {
        place(key).map { renderer.text(cells[$0]) } ?? ""
    }

    private func evidence(_ cells: [ReportCell]) -> HTML {
        let words = [text(cells, "class"), text(cells, "evidence")].filter { !$0.isEmpty }
        return words.isEmpty ? .empty : "<small>\(words.joined(separator: language.words("：", ": ")))</small>"
    }

    /// An amount in the unit of the heading, with all of its digits.
    static func written(_ amount: Amount?, _ style: AmountStyle) -> String {
        amount.map { $0.formatted(unit: style.displayUnit) } ?? ""
    }

    private func amount(_ row: DraftRow, _ name: String) -> HTML {
        let value = Self.written((try? row.final()) ?? nil, sheet.workbook.draft.amounts)
        let label = language.words("\(row.subject.name)的最终预算", "final budget of \(row.subject.name)")
        return """
            <input class="cell n" name="final:\(name)" value="\(value)" inputmode="decimal" autocomplete="off" aria-label="\(label)">
            """
    }

    private func note(_ row: DraftRow, _ name: String) -> HTML {
        let label = language.words("\(row.subject.name)的说明", "remark on \(row.subject.name)")
        return """
            <input class="cell" name="note:\(name)" value="\(row.note ?? "")" maxlength="500" autocomplete="off" aria-label="\(label)">
            """
    }

    private func approval(_ row: DraftRow, _ name: String) -> HTML {
        let label = language.words("\(row.subject.name)的审批状态", "approval of \(row.subject.name)")
        let options = Approval.allCases.map { one -> HTML in
            let mark: HTML = row.approval == one ? " selected" : ""
            return "<option value=\"\(one.rawValue)\"\(mark)>\(one.name.text(in: language))</option>"
        }
        return """
            <select class="cell" name="approval:\(name)" aria-label="\(label)"><option value=""></option>\(options)</select>
            """
    }
}
