import Disclosures
import FinalAccounts
import OfficialForm

extension FactBase.Table {
    /// The row with a label, on a side of a two-sided table; numbers such as 一、 before it do not count.
    func row(_ labels: String..., side: TableRow.Side? = nil) -> FactBase.Row? {
        row(anyOf: labels, side: side)
    }

    /// The first row with one of the labels.
    func row(anyOf labels: [String], side: TableRow.Side? = nil) -> FactBase.Row? {
        rows.first { labels.contains(TableLabel.plain($0.row.label)) && (side == nil || $0.row.side == side) }
    }

    /// The row that sums up the table.
    var totalRow: FactBase.Row? {
        rows.first { $0.row.code == nil && ["合计", "总计", "本年合计"].contains(TableLabel.plain($0.row.label)) }
    }

    /// The rows of subjects at a level, 3, 5 or 7 digits.
    func rows(ofLength length: Int) -> [FactBase.Row] { rows.filter { $0.row.code?.utf8.count == length } }

    /// The roles that have an amount in some row.
    var roles: [ColumnRole] { ColumnRole.allCases.filter { role in rows.contains { $0.cell(role) != nil } } }
}

/// How labels of table rows are compared.
enum TableLabel {
    /// The label without its number, blanks, quotation marks and the width of brackets: 一、一般公共服务支出.
    static func plain(_ label: String) -> String {
        var rest = Substring(SubjectNames.normalized(label))
        if let comma = label.firstIndex(where: { $0 == "、" || $0 == "." || $0 == "．" }) {
            let number = label[..<comma].filter { $0 != " " && $0 != "\u{3000}" }
            if !number.isEmpty, number.allSatisfy({ "一二三四五六七八九十0123456789（）()".contains($0) }) {
                rest = Substring(SubjectNames.normalized(label[label.index(after: comma)...]))
            }
        }
        for prefix in ["其中:", "其中：", "减:", "加:"] where rest.opens(with: prefix) { rest = rest.dropFirst(prefix.count) }
        return String(rest)
    }
}
