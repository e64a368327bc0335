/// The columns of the account line interface.
enum AccountLineColumn: String, CaseIterable {
    case unit
    case fiscalYear = "fiscal_year"
    case fund
    case subjectCode = "subject_code"
    case subjectName = "subject_name"
    case initialBudget = "initial_budget"
    case adjustedBudget = "adjusted_budget"
    case actual
    case basic
    case project
    case reason
    case origin
    /// Known but not read: it follows from the amounts.
    case executionRate = "execution_rate"

    /// The column a header cell names; `nil` for a name that is no part of the interface.
    init?(header: String) {
        let folded = Self.folded(header)
        guard let column = Self.names[folded] else { return nil }
        self = column
    }

    /// Blanks, case, units in parentheses and the mark of required fields do not matter.
    private static func folded(_ header: String) -> String {
        var result = ""
        for scalar in header.unicodeScalars {
            let isFullWidth = (0xFF01...0xFF5E).contains(scalar.value)
            let scalar = isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
            if scalar == "(" { break }
            if scalar == "*" || scalar == "_" || scalar == "-" || isUnseen(scalar.properties) { continue }
            result.unicodeScalars.append(scalar)
        }
        return result.lowercased()
    }

    /// Whether a character is a blank of any width, or a mark that no one sees.
    private static func isUnseen(_ properties: Unicode.Scalar.Properties) -> Bool {
        properties.isWhitespace || properties.isDefaultIgnorableCodePoint
    }

    private static let names: [String: AccountLineColumn] = {
        var result: [String: AccountLineColumn] = [:]
        for column in allCases {
            result[folded(column.rawValue)] = column
            for synonym in synonyms[column] ?? [] { result[folded(synonym)] = column }
        }
        return result
    }()

    private static let synonyms: [AccountLineColumn: [String]] = [
        .unit: ["单位", "单位名称", "预算单位", "部门", "部门名称", "预算单位名称", "编制单位"],
        .fiscalYear: ["年度", "年份", "预算年度", "会计年度", "财政年度", "决算年度", "year"],
        .fund: ["资金性质", "预算类别", "资金来源", "预算类型", "资金类型"],
        .subjectCode: ["科目编码", "科目代码", "功能分类科目编码", "支出功能分类科目编码", "功能科目编码", "编码", "code"],
        .subjectName: ["科目名称", "科目", "功能分类科目名称", "支出功能分类科目名称", "功能科目名称", "项目", "name"],
        .initialBudget: ["年初预算", "年初预算数", "预算数", "预算", "年初财政拨款预算", "当年预算数"],
        .adjustedBudget: ["调整预算", "调整预算数", "全年预算", "全年预算数", "调整后预算", "调整后预算数"],
        .actual: ["决算", "决算数", "支出决算", "支出决算数", "决算金额", "支出", "执行数", "合计", "本年支出合计", "本年支出"],
        .basic: ["基本支出"],
        .project: ["项目支出"],
        .reason: ["原因", "差异原因", "增减原因", "主要原因", "说明", "备注", "变动原因"],
        .origin: ["来源", "数据来源", "数据性质"],
        .executionRate: ["完成率", "执行率", "预算执行率", "完成年初预算", "完成预算"],
    ]
}
