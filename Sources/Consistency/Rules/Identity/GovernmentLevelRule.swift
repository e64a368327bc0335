import Disclosures
import FinalAccounts
import Platform

/// Words of another level of government, taken over with a form.
enum GovernmentLevelRule: ConsistencyRule {
    static let about = RuleDescription(
        "government-level", .identity, .warning, title: Bilingual("政府层级", "Level of government"),
        compares: Bilingual(
            "名词解释中的“市级财政”“市直部门”等与单位所属层级", "words such as “市级财政” or “市直部门” in the glossary with the level of the body"),
        example: "一般公共预算财政拨款收入：指市级财政一般公共预算当年拨付的资金（区属单位）")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        guard let unit = context.disclosure.unit, isOfDistrict(unit.name) else { return [] }
        return context.text.spans(of: .glossary).flatMap { span in
            words.flatMap { word in
                context.text.ranges(of: word, in: span.range).map { range in
                    RuleFinding(
                        about,
                        message: Bilingual(
                            "“\(unit.name)”属区县及以下单位，名词解释中却称“\(word)”。",
                            "\(unit.name) is a body of a district or below; the glossary speaks of “\(word)”."),
                        in: context.text, at: range, stated: word,
                        suggestion: Bilingual("改为本级财政的表述。", "Name the body's own level."), cause: "level")
                }
            }
        }
    }

    private static let words = ["市级财政", "省级财政", "市直部门", "省直部门", "市本级财政", "省本级财政", "中央级财政"]

    /// Streets, towns, and bodies named after a district or county.
    private static func isOfDistrict(_ name: String) -> Bool {
        if ["街道", "镇人民政府", "乡人民政府", "镇政府", "乡政府"].contains(where: { name.contains($0) }) { return true }
        guard let city = name.firstIndex(of: "市") else { return name.holds("县") }
        let rest = name[name.index(after: city)...]
        return rest.prefix(8).contains { "区县".contains($0) }
    }
}
