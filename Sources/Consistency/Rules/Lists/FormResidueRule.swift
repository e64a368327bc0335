import Disclosures
import FinalAccounts
import Platform

/// Instructions of the form that were left in the document.
enum FormResidueRule: ConsistencyRule {
    static let about = RuleDescription(
        "form-residue", .lists, .warning, title: Bilingual("模板说明残留", "Instruction of the form left over"),
        compares: Bilingual("正文与官方模板中的填写说明", "the text with the instructions of the official forms"),
        example: "无政府性基金预算财政拨款收入支出的，仍保留该表格式，并在本表下方作下述说明：")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        instructions.flatMap { words in
            context.text.ranges(of: words).map { range in
                RuleFinding(
                    about,
                    message: Bilingual("“\(words)”是模板中的填写说明。", "“\(words)” is an instruction of the form."),
                    in: context.text,
                    at: range, stated: words, suggestion: Bilingual("删去模板说明。", "Delete it."), cause: words)
            }
        }
    }

    private static let instructions = [
        "仍保留该表格式", "不涉及的不列", "如持平作持平表述", "按上述格式依次说明", "预决算持平的不用说明", "列明公务接待", "列明公务用车", "作下述说明的",
        "部门,作下述说明", "部门，作下述说明", "由主管部门根据", "保留事业收入的名词解释", "此处填写", "请填写", "请根据实际", "根据实际情况填写", "据实填写",
        "如有请说明", "没有则删除", "如无则删除", "删除本段", "删除此句", "参考格式", "填写说明", "填报说明:", "以下同)", "示例:", "(以下略)",
        "(简要说明", "(简要填写", "(注:", "(说明:", "可自行调整", "结合实际填写", "(部门名称)", "(单位名称)", "(制度名称)", "若无此项", "(据实",
    ]
}
