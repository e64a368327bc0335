import FinalAccounts

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

    /// The unit in the parentheses of a column's name: 决算数（万元）, actual (wan).
    static func statedUnit(_ header: String) -> AmountUnit? {
        guard let words = bracketed(header), !statesForeign(words) else { return nil }
        return units.first { words.hasSuffix($0.0) }?.1
    }

    /// Whether a column's name states a unit of another currency.
    static func isForeign(header: String) -> Bool { bracketed(header).map { statesForeign($0) } ?? false }

    private static func statesForeign(_ words: String) -> Bool {
        ["美元", "欧元", "港元", "港币", "日元", "英镑", "usd", "eur", "hkd"].contains { words.hasSuffix($0) }
    }

    /// The unit that a cell over the header states: 单位：万元.
    static func captionUnit(_ cell: String) -> AmountUnit? {
        let words = unseen(cell)
        guard words.contains("单位:") || words.contains("unit:"), !statesForeign(words) else { return nil }
        return units.first { words.hasSuffix($0.0) || words.hasSuffix($0.0 + ")") }?.1
    }

    private static func bracketed(_ header: String) -> String? {
        let words = unseen(header)
        guard let open = words.lastIndex(of: "("), words.last == ")" else { return nil }
        let inner = words[words.index(after: open)...].dropLast()
        return String(inner.hasPrefix("单位:") ? inner.dropFirst(3) : inner)
    }

    private static let units: [(String, AmountUnit)] = [
        ("百万元", .million), ("千元", .qian), ("亿元", .yi), ("万元", .wan),
        ("元", .yuan), ("yuan", .yuan), ("wan", .wan), ("yi", .yi),
    ]

    /// Words without blanks, in small letters of one width.
    static func unseen(_ words: String) -> String {
        var result = ""
        for scalar in words.unicodeScalars.prefix(longest) {
            let isFullWidth = (0xFF01...0xFF5E).contains(scalar.value)
            let scalar = isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
            if !isUnseen(scalar.properties) { result.unicodeScalars.append(scalar) }
        }
        return result.lowercased()
    }

    /// Blanks, case, units in parentheses and the mark of required fields do not matter.
    private static func folded(_ header: String) -> String {
        var result = ""
        for scalar in header.unicodeScalars.prefix(longest) {
            let isFullWidth = (0xFF01...0xFF5E).contains(scalar.value)
            let scalar = isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
            if scalar == "(" { break }
            if scalar == "*" || scalar == "_" || scalar == "-" || isUnseen(scalar.properties) { continue }
            result.unicodeScalars.append(scalar)
        }
        return result.lowercased()
    }

    /// Letters of a cell that are looked at; no column's name has more, whatever a file puts there.
    private static let longest = 1000

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
