/// The labels that the two-sided tables of the form print: sources of income and categories of expenditure.
///
/// A wrapped label is told from two labels by them: 国有资本 over 经营预算支出 is one.
enum FormLabels {
    /// Whether a numbered label begins a label of the form, or is one.
    static func begins(with folded: String) -> Bool {
        let scalars = Array(folded.unicodeScalars)
        guard let mark = OutlineMark(in: scalars, at: 0) else { return false }
        let words = String(String.UnicodeScalarView(scalars[mark.end...]))
        return !words.isEmpty && labels.contains { $0.hasPrefix(words) }
    }

    /// The labels that carry numbers, in folded form.
    static var numbered: [String] { labels + funds }

    /// The labels without numbers, at the foot of the tables.
    static let ends = [
        "本年收入合计", "本年支出合计", "收入合计", "支出合计", "使用非财政拨款结余", "使用非财政拨款结余(含专用结余)", "用事业基金弥补收支差额",
        "结余分配", "年初结转和结余", "年末结转和结余", "年初财政拨款结转和结余", "年末财政拨款结转和结余", "总计", "收入总计", "支出总计",
    ]

    private static let funds = ["一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"]

    /// The number that the form gives a source of income or a category of expenditure; `nil` for other labels.
    static func number(of words: String) -> Int? {
        if let index = funds.firstIndex(of: words) { return index + 1 }
        if let index = sources.firstIndex(of: words) { return index + 1 }
        return categories.firstIndex(of: words).map { $0 + 1 }
    }

    private static let sources = [
        "一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入", "上级补助收入", "事业收入", "经营收入",
        "附属单位上缴收入", "其他收入",
    ]

    /// The categories of the form since 2019, in its order.
    private static let categories = [
        "一般公共服务支出", "外交支出", "国防支出", "公共安全支出", "教育支出", "科学技术支出", "文化旅游体育与传媒支出", "社会保障和就业支出",
        "卫生健康支出", "节能环保支出", "城乡社区支出", "农林水支出", "交通运输支出", "资源勘探工业信息等支出", "商业服务业等支出", "金融支出",
        "援助其他地区支出", "自然资源海洋气象等支出", "住房保障支出", "粮油物资储备支出", "国有资本经营预算支出", "灾害防治及应急管理支出",
        "其他支出", "债务还本支出", "债务付息支出", "抗疫特别国债安排的支出",
    ]

    private static let labels = [
        "一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入", "上级补助收入", "事业收入", "经营收入",
        "附属单位上缴收入", "其他收入", "一般公共服务支出", "外交支出", "国防支出", "公共安全支出", "教育支出", "科学技术支出",
        "文化旅游体育与传媒支出", "文化体育与传媒支出", "社会保障和就业支出", "社会保险基金支出", "卫生健康支出", "医疗卫生与计划生育支出",
        "节能环保支出", "城乡社区支出", "农林水支出", "交通运输支出", "资源勘探工业信息等支出", "资源勘探信息等支出", "商业服务业等支出",
        "金融支出", "援助其他地区支出", "自然资源海洋气象等支出", "国土海洋气象等支出", "住房保障支出", "粮油物资储备支出",
        "国有资本经营预算支出", "灾害防治及应急管理支出", "预备费", "其他支出", "转移性支出", "债务还本支出", "债务付息支出",
        "债务发行费用支出", "抗疫特别国债安排的支出",
    ]
}
