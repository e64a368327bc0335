import OfficialForm

/// What a cell of a table's header says of the column under it.
enum HeaderLabel: Hashable, Sendable {
    /// 科目编码.
    case code
    /// 类, 款, 项 as columns of their own.
    case codePart
    /// 科目名称.
    case name
    /// 项目: the label column of a two-sided table, or the roof over code and name.
    case item
    /// 行次: numbers of rows, no amounts.
    case lineNumber
    /// 收入 or 支出 over one side.
    case side(TableRow.Side)
    /// A roof that tells nothing of its own: 其中.
    case roof
    /// 本年支出 where it stands over 合计, 基本支出, 项目支出.
    case yearExpenditure
    /// 小计.
    case subtotal
    /// One of the parts of the three public costs.
    case threePublic(ThreePublicPart)
    /// Anything that names a role by itself.
    case role(ColumnRole)
    /// A part of basic expenditure (人员经费, 公用经费), which is no column of its own here.
    case detail

    /// The parts of the three public costs.
    enum ThreePublicPart: Hashable, Sendable {
        case total, abroad, vehicles, purchase, running, reception
    }

    /// The label whose words these are, in folded form.
    static func exact(_ folded: String) -> HeaderLabel? { words[folded] }

    /// Whether some label begins with these words: they are the first line of a wrapped cell.
    static func isPrefix(_ folded: String) -> Bool { prefixes.contains(folded) }

    /// All words of headers, in folded form.
    static var all: some Sequence<String> { words.keys }

    private static let prefixes: Set<String> = {
        var result: Set<String> = []
        for word in words.keys {
            var prefix = ""
            for character in word {
                prefix.append(character)
                result.insert(prefix)
            }
        }
        return result
    }()

    private static let words: [String: HeaderLabel] = {
        var result: [String: HeaderLabel] = [:]
        for (label, words) in vocabulary { for word in words { result[word] = label } }
        return result
    }()

    private static let vocabulary: [(HeaderLabel, [String])] = [
        (
            .code,
            [
                "功能分类科目编码", "支出功能分类科目编码", "科目编码", "科目代码", "经济分类科目编码", "经济科目编码", "功能科目编码",
                "经济分类科目代码", "功能分类科目代码", "支出功能分类科目代码", "编码", "代码", "收入功能分类科目编码", "支出功能科目编码",
                "支出经济分类科目编码", "科目编号",
            ]
        ),
        (.codePart, ["类", "款", "项"]),
        (.name, ["科目名称", "功能分类科目名称", "支出功能分类科目名称", "经济分类科目名称", "名称", "单位名称(科目)", "支出经济分类科目名称", "科目"]),
        (.item, ["项目", "项目(按功能分类)", "项目(按支出功能分类)", "项目(按支出性质和经济分类)", "支出项目", "收入项目", "项目(按支出性质)", "支出功能分类"]),
        (.lineNumber, ["行次", "栏次", "序号"]),
        (.side(.income), ["收入"]),
        (.side(.expenditure), ["支出"]),
        (.roof, ["其中", "其中:", "本年决算", "财政拨款"]),
        (.detail, ["人员经费", "公用经费"]),
        (.yearExpenditure, ["本年支出", "支出合计数"]),
        (.subtotal, ["小计"]),
        (
            .threePublic(.total),
            ["财政拨款\"三公\"经费", "\"三公\"经费", "三公经费", "\"三公\"经费合计", "财政拨款\"三公\"经费支出", "\"三公\"经费支出"]
        ),
        (.threePublic(.abroad), ["因公出国(境)费", "因公出国(境)费用", "因公出国(境)经费", "因公出国(境)", "因公出国境费"]),
        (
            .threePublic(.vehicles),
            ["公务用车购置及运行维护费", "公务用车购置及运行费", "公务用车购置和运行维护费", "公务用车购置及运行", "公务用车费"]
        ),
        (.threePublic(.purchase), ["公务用车购置费", "公务用车购置", "公务车购置费"]),
        (.threePublic(.running), ["公务用车运行维护费", "公务用车运行费", "公务用车运行", "公务用车运行维护", "公务车运行费"]),
        (.threePublic(.reception), ["公务接待费", "公务接待", "公务接待费用"]),
        (.role(.amount), ["决算数", "金额", "本年决算数", "决算金额", "支出决算数", "决算数(万元)", "支出决算"]),
        (.role(.budget), ["预算数", "年初预算数", "年初预算", "预算", "本年预算数"]),
        (.role(.adjustedBudget), ["全年预算数", "调整预算数", "调整预算", "全年预算", "调整后预算数"]),
        (
            .role(.total),
            ["合计", "本年收入合计", "本年支出合计", "收入合计", "支出合计", "总计"]
        ),
        (.role(.fiscalIncome), ["财政拨款收入"]),
        (.role(.superiorSubsidyIncome), ["上级补助收入"]),
        (.role(.businessIncome), ["事业收入"]),
        (.role(.commercialIncome), ["经营收入"]),
        (.role(.affiliateIncome), ["附属单位上缴收入", "附属单位缴款收入"]),
        (.role(.otherIncome), ["其他收入"]),
        (.role(.basic), ["基本支出"]),
        (.role(.project), ["项目支出"]),
        (.role(.paymentsToSuperior), ["上缴上级支出"]),
        (.role(.commercialExpenditure), ["经营支出"]),
        (.role(.affiliateSubsidies), ["对附属单位补助支出", "对附属单位补助"]),
        (.role(.generalPublicBudget), ["一般公共预算财政拨款", "一般公共预算"]),
        (.role(.governmentFund), ["政府性基金预算财政拨款", "政府性基金预算", "政府性基金"]),
        (.role(.stateCapital), ["国有资本经营预算财政拨款", "国有资本经营预算", "国有资本经营"]),
        (.role(.openingBalance), ["年初结转和结余", "年初财政拨款结转和结余", "上年结转和结余"]),
        (.role(.yearIncome), ["本年收入"]),
        (.role(.closingBalance), ["年末结转和结余", "年末财政拨款结转和结余"]),
    ]
}
