import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// Tables that are announced and are not there.
enum MissingTableRule: ConsistencyRule {
    static let about = RuleDescription(
        "missing-table", .tables, .warning, title: Bilingual("缺少报表", "Missing table"),
        compares: Bilingual("目录及标题中的九张表与文件中的表", "the nine tables announced with those that are there"),
        tolerance: Bilingual("全部为图片而无法读取的为提示", "tables that are all pictures are a note"),
        example: "目录有“政府性基金预算财政拨款收入支出决算表”而无此表")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        let titles = titles(context)
        guard !titles.isEmpty else { return [] }
        let present = Set(context.disclosure.tables.map(\.kind))
        if present.isEmpty {
            guard let first = titles.min(by: { $0.range.lowerBound < $1.range.lowerBound }) else { return [] }
            return [
                RuleFinding(
                    about, severity: .note,
                    message: Bilingual(
                        "有\(titles.count)张表的标题而读不到任何单元格（可能是图片），表内、表间、表文关系均未核对。",
                        "\(titles.count) tables have titles and not one cell could be read (pictures, perhaps); nothing about "
                            + "them was checked."), in: context.text, at: first.range,
                    suggestion: Bilingual("提供可读取的报表。", "Give the tables in a form that can be read."))
            ]
        }
        return titles.filter { !present.contains($0.kind) }.map { title in
            RuleFinding(
                about, message: Bilingual("没有《\(title.kind.name)》。", "There is no table “\(title.kind.name)”."),
                in: context.text,
                at: title.range, stated: title.kind.name,
                suggestion: Bilingual("补充该表；无数据的保留表样并注明。", "Add it; an empty one stays, with a note."))
        }
    }

    private struct Title {
        var kind: TableKind
        var range: Range<Int>
    }

    /// The first line that is the title of each kind.
    private static func titles(_ context: CheckContext) -> [Title] {
        var found: [TableKind: Range<Int>] = [:]
        let text = context.text
        for mark in text.document.marks where mark.level >= 1 && mark.level <= 3 {
            let line =
                mark.range.upperBound..<max(mark.range.upperBound, text.line(at: mark.range.lowerBound).upperBound)
            let words = text.folded(line)
            guard words.closes(with: "表"), words.count <= 40, let kind = kind(of: words), found[kind] == nil else {
                continue
            }
            found[kind] = line
        }
        return TableKind.allCases.compactMap { kind in found[kind].map { Title(kind: kind, range: $0) } }
    }

    private static func kind(of title: String) -> TableKind? {
        guard title.holds("决算") else { return nil }
        if title.holds("三公") { return .threePublic }
        if title.holds("政府性基金") { return .governmentFund }
        if title.holds("国有资本经营") { return .stateCapital }
        if title.holds("基本支出") { return .basicExpenditure }
        if title.holds("财政拨款收入支出") { return .fiscalIncomeAndExpenditure }
        if title.holds("一般公共预算") { return .generalPublicExpenditure }
        if title.holds("收入支出") { return .incomeAndExpenditure }
        if title.holds("收入决算") { return .income }
        return title.holds("支出决算") ? .expenditure : nil
    }
}
