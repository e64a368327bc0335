import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// What was read from a document, as tables: subject lines, stated figures, evaluations, diagnostics and a count.
package struct DisclosureTables: Sendable {
    private let language: Language

    /// Creates the tables' maker for one language.
    package init(language: Language) {
        self.language = language
    }

    /// The tables of one document; those without a row are left out, except the lines.
    package func tables(for disclosure: Disclosure) -> [ReportTable] {
        [lines(of: disclosure)]
            + [figures(of: disclosure), evaluations(of: disclosure), diagnostics(of: disclosure)].filter {
                !$0.rows.isEmpty
            }
    }

    /// One line that says how much of the document was understood.
    package func count(of disclosure: Disclosure) -> String {
        let placed = disclosure.placedCount, unplaced = disclosure.unplacedCount
        if disclosure.kind == .blankForm {
            return language.words("\(disclosure.file)：空白表样，没有数据", "\(disclosure.file): a blank form, no figures")
        }
        return language.words(
            "\(disclosure.file)：读入 \(placed) 个数，\(unplaced) 个未能归类（见读取提示）",
            "\(disclosure.file): \(placed) figures placed, \(unplaced) left as diagnostics")
    }

    private func lines(of disclosure: Disclosure) -> ReportTable {
        let title = [
            disclosure.unit?.name, disclosure.fiscalYear.map { language.words("\($0)年度", "\($0)") },
            language.words("科目", "subjects"),
        ]
        return ReportTable(
            name: "lines", title: title.compactMap { $0 }.joined(separator: " "), columns: lineColumns,
            rows: disclosure.lines.map(cells(of:)))
    }

    /// The lines with what a row needs that stands by itself: body, year and fund.
    package func streamed(_ disclosure: Disclosure) -> ReportTable {
        ReportTable(
            name: "lines", title: "", columns: streamColumns,
            rows: disclosure.lines.map { disclosed in
                [
                    .text(disclosed.line.unit.name), .integer(disclosed.line.fiscalYear.number),
                    .text(disclosed.line.fund.rawValue),
                ] + cells(of: disclosed)
            })
    }

    /// The columns of lines that stand by themselves.
    package var streamColumns: [ReportColumn] {
        [
            ReportColumn("unit", title: language.words("单位", "body")),
            ReportColumn("fiscal_year", title: language.words("年度", "year"), kind: .number),
            ReportColumn("fund", title: language.words("资金", "fund"), kind: .label),
        ] + lineColumns
    }

    private func cells(of disclosed: DisclosedLine) -> [ReportCell] {
        let line = disclosed.line
        return [
            .text(ifStated: line.subject.code), .text(line.subject.names.joined(separator: "/")),
            .budget(line.initialBudget, in: language), .amount(ifStated: line.adjustedBudget),
            .amount(ifStated: line.actual), .percentage(ifStated: disclosed.statedRate),
            .text(ifStated: line.reason), page(line.source?.page), .text(ifStated: line.source?.quote),
        ]
    }

    private var lineColumns: [ReportColumn] {
        [
            ReportColumn("subject_code", title: language.words("科目编码", "code"), dispensability: 3),
            ReportColumn("subject_name", title: language.words("科目", "subject"), kind: .label),
            ReportColumn("initial_budget", title: language.words("年初预算", "initial budget"), kind: .amount),
            ReportColumn(
                "adjusted_budget", title: language.words("全年预算", "adjusted budget"), kind: .amount,
                dispensability: 4),
            ReportColumn("actual", title: language.words("决算", "actual"), kind: .amount),
            ReportColumn("execution_rate", title: language.words("完成率", "rate"), kind: .number),
            ReportColumn("reason", title: language.words("原因", "reason"), dispensability: 2),
            ReportColumn("page", title: language.words("页", "page"), kind: .number, dispensability: 1),
            ReportColumn("quote", title: language.words("原文", "quote"), audience: .programs),
        ]
    }

    private func figures(of disclosure: Disclosure) -> ReportTable {
        ReportTable(
            name: "figures", title: language.words("陈述的数", "stated figures"),
            columns: [
                ReportColumn("measure", title: language.words("指标", "measure")),
                ReportColumn("subject", title: language.words("对象", "of"), dispensability: 1),
                ReportColumn("value", title: language.words("数值", "value"), kind: .number),
                ReportColumn("unit", title: language.words("单位", "unit")),
                ReportColumn("page", title: language.words("页", "page"), kind: .number, dispensability: 2),
                ReportColumn("quote", title: language.words("原文", "quote"), kind: .label, dispensability: 3),
            ],
            rows: disclosure.figures.map { figure in
                [
                    .term(code: figure.measure.name, label: figure.measure.words.text(in: language)),
                    .text(ifStated: figure.subject),
                    // What is printed has its unit with it.
                    .term(code: figure.value.text, label: figure.value.printed),
                    .term(code: figure.value.unitName, label: ""), page(figure.page), .text(figure.quote),
                ]
            })
    }

    private func evaluations(of disclosure: Disclosure) -> ReportTable {
        ReportTable(
            name: "evaluations", title: language.words("绩效自评", "performance self-evaluation"),
            columns: [
                ReportColumn("name", title: language.words("项目", "project"), kind: .label),
                ReportColumn("budget", title: language.words("预算数", "budget"), kind: .amount),
                ReportColumn("executed", title: language.words("执行数", "executed"), kind: .amount),
                ReportColumn("rate", title: language.words("执行率", "rate"), kind: .number),
                ReportColumn("score", title: language.words("得分", "score"), kind: .number),
                ReportColumn(
                    "indicators", title: language.words("指标数", "indicators"), kind: .number, dispensability: 1),
                ReportColumn("page", title: language.words("页", "page"), kind: .number, dispensability: 2),
            ],
            rows: disclosure.evaluations.map { evaluation in
                [
                    .text(evaluation.name), .amount(ifStated: evaluation.budget?.amount),
                    .amount(ifStated: evaluation.executed?.amount), .percentage(ifStated: evaluation.rate),
                    .text(ifStated: evaluation.score?.text), .integer(evaluation.indicators.count),
                    page(evaluation.page),
                ]
            })
    }

    private func diagnostics(of disclosure: Disclosure) -> ReportTable {
        ReportTable(
            name: "diagnostics", title: language.words("读取提示", "diagnostics"),
            columns: [
                ReportColumn("page", title: language.words("页", "page"), kind: .number),
                ReportColumn("message", title: language.words("说明", "message")),
                ReportColumn("quote", title: language.words("原文", "quote"), kind: .label),
            ],
            rows: disclosure.diagnostics.map { [page($0.page), .text($0.message.text(in: language)), .text($0.quote)] })
    }

    private func page(_ page: Int?) -> ReportCell {
        page.map { .integer($0) } ?? .empty
    }
}
