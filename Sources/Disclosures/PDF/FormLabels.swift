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
