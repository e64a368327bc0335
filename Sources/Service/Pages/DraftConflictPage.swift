import FinalAccounts
import Ledger
import Platform
import Reporting
import Workbench

/// Shows, cell by cell, what two people made of a draft, and keeps all that the one who comes second wrote until they decide.
struct DraftConflictPage {
    let call: Call
    let desk: DraftDesk
    let latest: DraftVersion
    let conflicts: [DraftConflict]
    /// What was written besides, which is in nobody's way.
    let others: [DraftEdit]
    let amounts: AmountStyle

    private var language: Language { call.language }

    var html: HTML {
        let place = DraftPage.address(of: desk.unit, desk.year)
        let rows = conflicts.map(row)
        let kept = others.map { edit -> HTML in
            "<input type=\"hidden\" name=\"\(edit.value.field):\(edit.subject)\" value=\"\(written(edit.value))\">"
        }
        return """
            <section><p class="error" role="alert">\(language.words("“\(latest.author)”已保存第 \(latest.version) 版，下列单元格两人填写不同。尚未保存，所填内容都在下面，请逐格决定。", "'\(latest.author)' stored version \(latest.version), and the cells below were written differently by both. Nothing is stored yet and nothing is lost: decide cell by cell."))</p>
            <form method="post" action="\(place)/edits"><input type="hidden" name="csrf" value="\(call.csrf)">
            <input type="hidden" name="version" value="\(latest.version)">\(kept)
            <div class="scroll" tabindex="0" role="region" aria-label="\(language.words("冲突", "Conflicts"))"><table class="stack"><thead><tr>
            \(heads.map { head -> HTML in "<th scope=\"col\">\(head)</th>" })</tr></thead><tbody>\(rows)</tbody></table></div>
            <div class="filter"><div><label for="reason">\(language.words("事由", "Why"))</label>
            <input id="reason" name="reason" required maxlength="500" value="\(call.arguments["reason"] ?? "")"></div>
            <button>\(language.words("按此保存", "Store it so"))</button>
            <a href="\(place)">\(language.words("放弃我的改动", "Give mine up"))</a></div></form></section>
            """
    }

    private var heads: [String] {
        [
            language.words("科目", "Line"), language.words("内容", "Cell"), language.words("原为", "It was"),
            language.words("对方改为", "Theirs"), language.words("我改为（可修改）", "Mine (to be edited)"),
        ]
    }

    private func row(_ conflict: DraftConflict) -> HTML {
        let name = conflict.subject.code ?? conflict.subject.name
        let field =
            switch conflict.mine {
            case .final:
                language.words(
                    "最终预算（\(amounts.unitName(in: language))）", "final budget (\(amounts.unitName(in: language)))")
            case .note: language.words("说明", "remark")
            case .approval: language.words("审批状态", "approval")
            }
        let label = language.words("\(conflict.subject.name)：\(field)", "\(conflict.subject.name): \(field)")
        return """
            <tr><td class="w">\(conflict.subject.code ?? "") \(conflict.subject.name)</td><td class="k">\(field)</td>
            <td class="n" data-label="\(heads[2])">\(shown(conflict.base))</td>\
            <td class="n serious" data-label="\(heads[3])">\(shown(conflict.theirs))</td>
            <td data-label="\(heads[4])"><input class="cell" name="\(conflict.mine.field):\(name)" value="\(written(conflict.mine))" aria-label="\(label)"></td></tr>

            """
    }

    /// A value as a field has it, in the unit of the page.
    private func written(_ value: DraftEdit.Value) -> String {
        if case .final(let amount) = value { return DraftGrid.written(amount, amounts) }
        return value.text
    }

    private func shown(_ value: DraftEdit.Value) -> String {
        if case .approval(let approval) = value { return approval?.name.text(in: language) ?? "–" }
        let text = written(value)
        return text.isEmpty ? "–" : text
    }
}
