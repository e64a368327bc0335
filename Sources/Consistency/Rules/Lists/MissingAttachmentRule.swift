import Disclosures
import FinalAccounts
import Platform

/// Attachments that are announced and are not there.
enum MissingAttachmentRule: ConsistencyRule {
    static let about = RuleDescription(
        "missing-attachment", .lists, .warning, title: Bilingual("缺少附件", "Missing attachment"),
        compares: Bilingual(
            "正文所称公开的项目自评、“见附件”的文件与所附文件",
            "the self-evaluations said to be published, and the documents said to be attached, with the attachments"),
        example: "反映所有项目绩效自评结果：四个项目，附件只有三个")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        projects(context) + titles(context)
    }

    /// Where some projects have a self-evaluation with a mark, all that are said to be published should.
    private static func projects(_ context: CheckContext) -> [RuleFinding] {
        let projects = context.disclosure.evaluations.filter { $0.kind == .project }
        let attached = attachedProjects(context)
        guard attached.count >= 1, ["所有项目绩效自评", "全部项目绩效自评", "所有项目的绩效自评"].contains(where: { context.text.contains($0) })
        else { return [] }
        return projects.filter { !attached.contains($0.name) }.compactMap { project in
            guard
                let range = context.text.ranges(of: SubjectNames.normalized(project.name) + "项目绩效自评综述").first
                    ?? context.text.ranges(of: SubjectNames.normalized(project.name) + "项目").first
            else { return nil }
            return RuleFinding(
                about,
                message: Bilingual(
                    "称反映所有项目的绩效自评结果，未见“\(project.name)”项目的自评报告或自评表。",
                    "All projects are said to be published; there is no self-evaluation of \(project.name)."),
                in: context.text,
                at: range, stated: project.name, suggestion: Bilingual("补充该项目的自评结果。", "Attach it."))
        }
    }

    /// Projects whose report or table stands outside the section that sums them up.
    private static func attachedProjects(_ context: CheckContext) -> Set<String> {
        Set(
            context.disclosure.evaluations.filter { $0.kind == .project }.map(\.name).filter { name in
                let folded = SubjectNames.normalized(name)
                return ["项目自评得分", "项目绩效自评得分", "项目自评表", "项目支出绩效自评表", "项目预算资金"].contains {
                    context.text.contains(folded + $0)
                } || context.text.contains("项目名称" + folded)
            })
    }

    /// 《…》见附件, where nothing attached has a title like it.
    private static func titles(_ context: CheckContext) -> [RuleFinding] {
        let text = context.text
        return text.ranges(of: "见附件").flatMap { range -> [RuleFinding] in
            let sentence = text.document.sentence(around: range)
            return text.ranges(of: "《", in: sentence).compactMap { open in
                guard let close = text.ranges(of: "》", in: open.upperBound..<sentence.upperBound).first else {
                    return nil
                }
                let title = open.upperBound..<close.lowerBound
                guard !isAttached(title, after: sentence.upperBound, text) else { return nil }
                let words = text.document.quote(title)
                return RuleFinding(
                    about, severity: .note,
                    message: Bilingual("没有题为《\(words)》的附件。", "No attachment is titled 《\(words)》."), in: text,
                    at: open.lowerBound..<close.upperBound, stated: words,
                    suggestion: Bilingual("核对附件题目。", "Compare the titles."))
            }
        }
    }

    /// Whether a later line holds most of the title's character pairs.
    private static func isAttached(_ title: Range<Int>, after position: Int, _ text: TextIndex) -> Bool {
        let wanted = pairs(of: Array(text.folded(title).unicodeScalars))
        guard !wanted.isEmpty else { return true }
        return text.document.lineStarts.contains { start in
            guard start >= position else { return false }
            let line = text.line(at: start)
            // A title may run over two lines.
            let next = text.line(at: min(line.upperBound, text.count - 1))
            let words = Array(text.folded(line.lowerBound..<max(line.upperBound, next.upperBound)).unicodeScalars)
            guard words.count <= 80 else { return false }
            let found = pairs(of: words)
            return wanted.count { found.contains($0) } * 4 >= wanted.count * 3
        }
    }

    private static func pairs(of words: [Unicode.Scalar]) -> Set<String> {
        Set(zip(words, words.dropFirst()).map { "\($0)\($1)" })
    }
}
