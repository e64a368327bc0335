import Access
import FinalAccounts
import Ledger
import Platform
import Reporting
import Workbench

/// The desk at which a draft is worked on: the lines as a form, rules beside them, what was said and decided, versions.
struct DraftPage {
    let call: Call
    let desk: DraftDesk
    let sheet: DraftDesk.Sheet

    private var language: Language { call.language }
    private var place: String { Self.address(of: desk.unit, desk.year) }
    private var renderer: TableRenderer { TableRenderer(language: language, amounts: sheet.workbook.draft.amounts) }

    static func address(of unit: BudgetUnit) -> String { "/bodies/" + FormText.encoded(unit.name) + "/drafts" }
    static func address(of unit: BudgetUnit, _ year: FiscalYear) -> String { address(of: unit) + "/\(year.number)" }

    /// The page.
    func html() throws -> HTML {
        let versions = try desk.drafts().versions()
        let phase = try desk.phase()
        guard let version = sheet.version, let latest = versions.last else { return try begin() }
        let isLatest = version.version == latest.version
        let isEditable = isLatest && phase == .open && call.has(.editor)
        let draft = sheet.workbook.draft
        let grid = DraftGrid(
            sheet: sheet, table: try DraftTable(draft, language: language).table(), language: language,
            isEditable: isEditable, isApprover: call.has(.approver))
        let older: HTML =
            isLatest
            ? .empty
            : "<p class=\"banner\" role=\"note\">\(language.words("这是第 \(version.version) 版，最近为第 \(latest.version) 版。", "This is version \(version.version); the latest is \(latest.version)."))  <a href=\"\(place)\">\(language.words("查看最近版本", "See the latest"))</a></p>"
        return """
            \(notice)\(head(phase, version))\(older)\(try summary())
            <div class="desk"><section><h2>\(language.words("各科目", "Lines"))</h2>\(form(grid, version, isEditable))</section>
            <aside>\(rulesBox(isEditable))\(try steps(phase, latest))</aside></div>
            \(try scenarios())\(try comments(isEditable))\(try history(versions))
            """
    }

    /// Where others' changes are told; nothing where no script runs.
    private var notice: HTML {
        let source = "/api/v1/events?body=" + FormText.encoded(desk.unit.name) + "&year=\(desk.year)"
        return """
            <p class="banner" role="status" hidden data-events="\(source)" \
            data-changed="\(language.words("草案已由他人（“{who}”）改动，现为“{version}”版，您填写的内容仍在，保存时会逐格比较。", "'{who}' changed the draft; it is at version {version}. What you wrote is still here and is compared cell by cell when you store it."))" \
            data-reload="\(language.words("重新载入", "Load it again"))"></p>
            """
    }

    private func head(_ phase: DraftPhase, _ version: DraftVersion) -> HTML {
        let file =
            "/api/v1/drafts/workbook?body=" + FormText.encoded(desk.unit.name)
            + "&year=\(desk.year)&version=\(version.version)"
        return """
            <nav><a href="\(Self.address(of: desk.unit))">\(language.words("\(desk.unit.name)的草案", "Drafts of \(desk.unit.name)"))</a>
            <span class="tag">\(phase.name.text(in: language))</span>
            <span>\(language.words("第 \(version.version) 版，\(version.author)：\(version.reason)", "version \(version.version) by \(version.author): \(version.reason)"))</span>
            <a href="\(file)">\(language.words("下载工作簿", "Download the workbook"))</a></nav>
            """
    }

    private func summary() throws -> HTML {
        let sentences = try DraftTable(sheet.workbook.draft, language: language).summary().map { words -> HTML in
            "<p>\(words)</p>\n"
        }
        let unknown: HTML =
            sheet.unknown.isEmpty
            ? .empty
            : "<p class=\"note\">\(language.words("没有对应行而保留的：", "kept without a row: "))\(sheet.unknown.map(\.name).joined(separator: ", "))</p>"
        return "<section>\(sentences)\(unknown)</section>"
    }

    private var secret: HTML { "<input type=\"hidden\" name=\"csrf\" value=\"\(call.csrf)\">" }

    private func form(_ grid: DraftGrid, _ version: DraftVersion, _ isEditable: Bool) -> HTML {
        guard isEditable else { return grid.html }
        return """
            <form method="post" action="\(place)/edits" class="edits" data-version="\(version.version)">\(secret)
            <input type="hidden" name="version" value="\(version.version)">\(grid.html)\(newLine)
            <div class="filter"><div><label for="reason">\(language.words("事由", "Why"))</label>
            <input id="reason" name="reason" required maxlength="500"></div>
            <button>\(language.words("保存为新版本", "Store as a new version"))</button></div></form>
            """
    }

    /// The fields of a line that the draft does not have yet.
    private var newLine: HTML {
        let fields = [
            ("new_subject", Bilingual("新增科目编码", "Code of a line to add"), " inputmode=\"numeric\" size=\"9\"" as HTML),
            ("new_final", Bilingual("最终预算", "Final budget"), " inputmode=\"decimal\" size=\"10\"" as HTML),
            ("new_note", Bilingual("说明", "Remark"), " maxlength=\"500\"" as HTML),
        ].map { name, words, more -> HTML in
            """
            <div><label for="\(name)">\(words.text(in: language))</label><input id="\(name)" name="\(name)" autocomplete="off"\(more)></div>

            """
        }
        return "<div class=\"filter\">\(fields)</div>"
    }

    // MARK: At the side

    private func rulesBox(_ isEditable: Bool) -> HTML {
        let table = RuleVerdictTable(sheet.verdicts, language: language, amounts: sheet.workbook.draft.amounts).table
        let shown: HTML =
            table.rows.isEmpty
            ? "<p class=\"note\">\(language.words("没有规则。", "There are no rules."))</p>"
            : "<ul class=\"list\">\(table.rows.map { verdict($0, table.columns) })</ul>"
        let problem: HTML =
            sheet.ruleProblem.map { "<p class=\"error\" role=\"alert\">\($0.text(in: language))</p>" } ?? .empty
        let given = (try? desk.rules()) ?? nil
        let change: HTML =
            isEditable
            ? "<details><summary>\(language.words("修改规则", "Change the rules"))</summary><form class=\"entry\" method=\"post\" action=\"\(place)/rules\">\(secret)\(Self.ruleFields(given, language))<button>\(language.words("采用", "Take them"))</button></form></details>"
            : .empty
        return "<section><h2>\(language.words("规则与限额", "Rules and ceilings"))</h2>\(problem)\(shown)\(change)</section>"
    }

    /// A rule with what it asks for, what its lines come to, and whether it is kept.
    private func verdict(_ cells: [ReportCell], _ columns: [ReportColumn]) -> HTML {
        func cell(_ key: String) -> ReportCell { columns.firstIndex { $0.key == key }.map { cells[$0] } ?? .empty }
        let look = if case .term(_, _, let tone) = cell("kept") { tone.rawValue } else { "plain" }
        let sums = ["final", "left"].compactMap { key -> String? in
            guard let column = columns.first(where: { $0.key == key }), cell(key) != .empty else { return nil }
            return column.title + " " + renderer.text(cell(key))
        }
        return """
            <li><p><strong>\(renderer.text(cell("rule")))</strong> <span class="tag \(look)">\(renderer.text(cell("kept")))</span><br>
            \(renderer.text(cell("demand")))<br><small>\(sums.joined(separator: " · "))</small></p></li>

            """
    }

    /// The fields of rules, their unit and scenario.
    static func ruleFields(_ given: DraftDesk.RuleFile?, _ language: Language) -> HTML {
        let units = [
            ("wan", Bilingual("万元", "10,000 yuan")), ("yuan", Bilingual("元", "yuan")),
            ("qian", Bilingual("千元", "1,000 yuan")), ("yi", Bilingual("亿元", "100 million yuan")),
        ]
        let options = units.map { unit, words -> HTML in
            let mark: HTML = unit == (given?.unit.rawValue ?? "wan") ? " selected" : ""
            return "<option value=\"\(unit)\"\(mark)>\(words.text(in: language))</option>"
        }
        return """
            <label for="rules">\(language.words("规则（见使用说明“编制草案”）", "Rules (as the handbook has them under drafting)"))</label>
            <textarea id="rules" name="rules" rows="8" spellcheck="false">\(given?.text ?? "")</textarea>
            <label for="amount_unit">\(language.words("金额单位", "Unit of amounts"))</label><select id="amount_unit" name="amount_unit">\(options)</select>
            <label for="scenario">\(language.words("采用的方案", "Scenario"))</label><input id="scenario" name="scenario" value="\(given?.scenario ?? "")">
            """
    }

    private func steps(_ phase: DraftPhase, _ latest: DraftVersion) throws -> HTML {
        let (table, events) = (try desk.eventTable(language: language), try desk.events())
        let isOwn = phase == .submitted && call.has(.approver) && !events.mayStep(.approve, by: call.who)
        let waits: HTML =
            isOwn
            ? "<p class=\"note\">\(language.words("您提交的草案须由另一位审批人批准。", "You handed it in: another approver has to approve it."))</p>"
            : .empty
        let past: HTML = table.rows.isEmpty ? .empty : HTMLTable(renderer: renderer).html(table)
        let forms = [
            (DraftAction.ofEditors, Role.editor, "submission"), (DraftAction.ofApprovers, .approver, "decision"),
        ].map { actions, role, address -> HTML in
            let possible = actions.filter { $0.from.contains(phase) && events.mayStep($0, by: call.who) }
            guard call.has(role), !possible.isEmpty else { return .empty }
            let buttons = possible.map { action -> HTML in
                "<button name=\"action\" value=\"\(action.rawValue)\">\(action.name.text(in: language))</button>\n"
            }
            return """
                <form class="entry" method="post" action="\(place)/\(address)">\(secret)
                <input type="hidden" name="version" value="\(latest.version)">
                <label for="why-\(address)">\(language.words("意见", "Remark"))</label>
                <input id="why-\(address)" name="why" maxlength="500">\(buttons)</form>
                """
        }
        return "<section><h2>\(language.words("提交与审批", "Handing in"))</h2>\(past)\(waits)\(forms)</section>"
    }

    // MARK: Below

    private func scenarios() throws -> HTML {
        guard let table = sheet.workbook.scenarios else { return .empty }
        return
            "<section><h2>\(language.words("方案比较", "Scenarios"))</h2>\(HTMLTable(renderer: renderer).html(table))</section>"
    }

    private func comments(_ isEditable: Bool) throws -> HTML {
        let table = try desk.commentTable(language: language)
        let shown: HTML =
            table.rows.isEmpty
            ? "<p class=\"note\">\(language.words("尚无批注。", "Nothing was said yet."))</p>"
            : HTMLTable(renderer: renderer).html(table)
        var form = HTML.empty
        if call.has(.editor) {
            let lines = sheet.entries.map { entry -> HTML in
                "<option value=\"\(entry.name)\">\(entry.subject.code ?? "") \(entry.subject.name)</option>"
            }
            form = """
                <form class="entry" method="post" action="\(place)/comments">\(secret)
                <label for="subject">\(language.words("科目", "Line"))</label><select id="subject" name="subject"><option value="">\(language.words("整个草案", "all of the draft"))</option>\(lines)</select>
                <label for="words">\(language.words("内容", "Words"))</label><textarea id="words" name="words" rows="2" required></textarea>
                <button>\(language.words("添加批注", "Say it"))</button></form>
                """
        }
        return "<section id=\"comments\"><h2>\(table.title)</h2>\(shown)\(form)</section>"
    }

    private func history(_ versions: [DraftVersion]) throws -> HTML {
        let table = try desk.drafts().table(language: language)
        let place = place
        let shown = HTMLTable(renderer: renderer) { row, column in
            column.key == "version" ? place + "?version=\(versions[row].version)" : nil
        }.html(table)
        let options = versions.map { version -> HTML in
            "<option value=\"\(version.version)\">\(version.version) · \(version.author)</option>"
        }
        return """
            <section id="versions"><h2>\(table.title)</h2>\(shown)
            <form class="filter" method="get" action="\(place)/changes">
            <div><label for="before">\(language.words("先前版本", "Earlier version"))</label><select id="before" name="before">\(options)</select></div>
            <div><label for="after">\(language.words("其后版本", "Later version"))</label><select id="after" name="after">\(HTML.joined(options.reversed()))</select></div>
            <button>\(language.words("比较", "Compare"))</button></form></section>
            """
    }

    /// What is suggested, and the form that begins the draft.
    private func begin() throws -> HTML {
        let grid = DraftGrid(
            sheet: sheet, table: try DraftTable(sheet.workbook.draft, language: language).table(), language: language,
            isEditable: false, isApprover: false)
        let form: HTML =
            call.has(.editor)
            ? "<section><h2>\(language.words("开始编制", "Begin the draft"))</h2><form class=\"entry\" method=\"post\" action=\"\(Self.address(of: desk.unit))\">\(secret)<input type=\"hidden\" name=\"year\" value=\"\(desk.year.number)\">\(Self.ruleFields(nil, language))<button>\(language.words("开始编制", "Begin"))</button></form></section>"
            : .empty
        return """
            <nav><a href="\(Self.address(of: desk.unit))">\(language.words("\(desk.unit.name)的草案", "Drafts of \(desk.unit.name)"))</a>
            <span class="tag">\(language.words("程序的建议", "as suggested"))</span></nav>\(try summary())\(form)
            <section><h2>\(language.words("各科目", "Lines"))</h2>\(grid.html)</section>
            """
    }
}
