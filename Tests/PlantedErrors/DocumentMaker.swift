import Disclosures
import FinalAccounts
import Narration
import OfficialForm

/// Makes whole documents of drawn accounts: cover, contents, duties, tables, explanation, glossary, attachments.
///
/// ```swift
/// let maker = DocumentMaker(subjects: dictionary)
/// let document = try maker.document(seed: 7, style: .running)
/// let disclosure = try DisclosureReader().read(bytes: document.pdf(), file: "7.pdf")
/// ```
///
/// The explanation is the product's own (``NarrativeWriter``), the tables follow the official form.
package struct DocumentMaker: Sendable {
    private let subjects: SubjectDictionary

    /// Creates a maker that takes subjects from a classification.
    package init(subjects: SubjectDictionary) {
        self.subjects = subjects
    }

    /// Makes the document of a seed.
    ///
    /// - Throws: `AmountError`, in theory: drawn amounts are far from the bounds.
    package func document(seed: UInt64, style: NarrativeStyle) throws(AmountError) -> SyntheticDocument {
        var drawer = AccountsDrawer(seed: seed, subjects: subjects)
        let accounts = drawer.draw()
        let figures = AccountsFigures(accounts)
        let stated = try figures.stated()
        let reasons: [Topic: String] = [
            .incomeAndExpenditure: "项目增减变动", .fiscalIncomeAndExpenditure: "财政拨款规模变动",
            .generalPublicExpenditure: "工作任务变动",
            .yearIncome: "财政拨款变动", .yearExpenditure: "项目变动",
        ]
        let narrative = NarrativeWriter(style: style).write(stated, reasons: reasons)
        let year = FiscalYear(accounts.year)
        let categories = subjects.entries.filter { entry in
            entry.level == .category && entry.isValid(in: year)
                && (Int(entry.code).map { (201...229).contains($0) } ?? false)
        }.map { (code: $0.code, name: $0.name) }
        let tables = AccountsTables(accounts: accounts, categories: categories, printsZeros: seed / 4 % 2 == 0).tables()
        let paragraphs = narrative.text.split(separator: "\n").map(String.init)
        return SyntheticDocument(
            unit: BudgetUnit(accounts.unit), fiscalYear: year,
            blocks: front(accounts, tables) + tables.map { .table($0) } + [.pageBreak]
                + body(paragraphs, accounts).map { .paragraph($0) } + [.pageBreak]
                + glossary(accounts).map { .paragraph($0) } + attachments(accounts),
            evaluations: accounts.projects.map { Evaluation(kind: .project, name: $0.name, indicators: $0.indicators) },
            previousLines: try figures.previousLines())
    }

    // MARK: Front

    private func front(_ accounts: DrawnAccounts, _ tables: [SyntheticTable]) -> [SyntheticDocument.Block] {
        let (unit, year) = (accounts.unit, accounts.year)
        let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]
        let parts = ["第一部分 \(unit)概况", "第二部分 \(unit)\(year)年度部门决算表"]
        let contents =
            [parts[0], "一、主要职能", "二、部门决算单位构成", parts[1]]
            + zip(numerals, tables).map { "\($0)、\($1.title)" }
            + ["第三部分 \(unit)\(year)年度部门决算情况说明", "第四部分 名词解释"]
        let duties = [
            parts[0], "一、主要职能",
            "贯彻执行国家有关法律、法规和政策，拟订本地区相关规划并组织实施，承担本地区相关行政管理和公共服务工作。",
            "负责指导、协调和监督所属单位开展业务工作，完成上级交办的其他任务。", "二、部门决算单位构成",
            "从决算单位构成看，\(unit)部门决算由本级决算组成。",
        ]
        return [.title(unit), .title("\(year)年度部门决算"), .pageBreak, .title("目录")] + contents.map { .paragraph($0) }
            + [.pageBreak] + duties.map { .paragraph($0) } + [.pageBreak, .title(parts[1])]
    }

    // MARK: Explanation

    /// The narrative with what it leaves to a person: the costs that basic expenditure went to.
    private func body(_ paragraphs: [String], _ accounts: DrawnAccounts) -> [String] {
        func list(_ prefixes: [String]) -> String {
            accounts.economic.filter { cost in cost.amount > 0 && prefixes.contains { cost.code.hasPrefix($0) } }
                .map(\.name).joined(separator: "、")
        }
        return paragraphs.flatMap { paragraph -> [String] in
            guard paragraph.contains("一般公共预算财政拨款基本支出"), paragraph.contains("其中：人员经费") else { return [paragraph] }
            return [
                paragraph, "人员经费主要包括：\(list(["301", "303"]))。", "公用经费主要包括：\(list(["302"]))。",
            ]
        }
    }

    // MARK: Back

    private func glossary(_ accounts: DrawnAccounts) -> [String] {
        let terms = [
            "（一）财政拨款收入：指单位从同级财政部门取得的财政预算资金。", "（二）其他收入：指除上述收入以外的各项收入。",
            "（三）年初结转和结余：指以前年度尚未完成、结转到本年按有关规定继续使用的资金。", "（四）本部门使用的支出功能分类科目（到项级）",
        ]
        let items = accounts.lines.enumerated().map { index, line in
            "\(index + 1).\(line.names[0])（类）\(line.names[1])（款）\(line.names[2])（项）：反映用于\(line.names[2])方面的支出。"
        }
        return ["第四部分 名词解释"] + terms + items
    }

    private func attachments(_ accounts: DrawnAccounts) -> [SyntheticDocument.Block] {
        var blocks: [SyntheticDocument.Block] = [.pageBreak, .paragraph("第五部分 附件")]
        for project in accounts.projects {
            let score = "\(project.score / 10).\(project.score % 10)"
            blocks += [
                .title("\(accounts.year)年度\(project.name)项目自评结果"), .paragraph("一、自评结论"),
                .paragraph("\(accounts.year)年度\(project.name)项目自评得分\(score)分。"),
                .paragraph("二、存在的问题和改进措施"), .paragraph("部分绩效指标设置不够细化，下一步将进一步完善。"), .pageBreak,
            ]
        }
        return blocks
    }
}
