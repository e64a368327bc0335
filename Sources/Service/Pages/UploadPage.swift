import Platform
import Reporting
import Workbench

/// The pages by which documents are sent: choosing a file, seeing what it was understood as, having it count.
struct UploadPage {
    let language: Language
    let csrf: String

    private var secret: HTML { "<input type=\"hidden\" name=\"csrf\" value=\"\(csrf)\">" }

    /// Chooses a file.
    var form: HTML {
        """
        <section><p>\(language.words("支持 PDF、DOCX、XLSX、HTML、文本和 CSV。上传后先预览，确认后才计入账本。", "PDF, DOCX, XLSX, HTML, text and CSV are read. What was understood is shown first; it counts when you say so."))</p>
        <form class="entry drop" method="post" action="/uploads" enctype="multipart/form-data" \
        data-sending="\(language.words("已发送 {0}%", "{0}% is sent"))" \
        data-reading="\(language.words("已送达，正在读取…", "It has arrived and is being read…"))" \
        data-broken="\(language.words("连接中断，请重试。", "The connection broke; send it again."))">\(secret)
        <label for="file">\(language.words("文件（可拖放到此处）", "Document (or drop it here)"))</label><input id="file" name="file" type="file" required>
        <progress max="100" value="0" hidden aria-label="\(language.words("上传进度", "progress"))"></progress><p role="status" hidden></p>
        <button>\(language.words("上传并预览", "Send and preview"))</button></form></section>
        """
    }

    /// Shows what was understood, with what can be corrected and how it comes to count.
    func preview(_ tables: [ReportTable], id: String, given: [(name: String, value: String)]) -> HTML {
        let shown = HTMLTable(renderer: TableRenderer(language: language))
        let parts = tables.filter { !$0.rows.isEmpty }.map { table -> HTML in
            "<section><h2>\(table.title)</h2>\(shown.html(table))</section>\n"
        }
        let kept = given.map { name, value -> HTML in "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">" }
        return """
            \(parts)\(correction(id, given))
            <section><h2>\(language.words("计入账本", "Have it count"))</h2>
            <form class="entry" method="post" action="/uploads/\(id)">\(secret)\(kept)
            <label for="decision">\(language.words("与账本矛盾时", "Where it contradicts the ledger"))</label>
            <select id="decision" name="decision"><option value="">\(language.words("不予接受", "refuse it"))</option>
            <option value="edition">\(language.words("作为新版本取代", "it replaces what is known"))</option>
            <option value="supplement">\(language.words("只补充未载的", "it only adds what is not stated yet"))</option>
            <option value="keep">\(language.words("保留账本现有数据", "what is known stands"))</option></select>
            <label><input type="checkbox" name="confirm" value="true" class="inline"> \(language.words("看似有误的数据确认无误", "Figures that look wrong are right"))</label>
            <label for="why">\(language.words("理由", "Why"))</label><input id="why" name="why" maxlength="500">
            <button>\(language.words("导入", "Import"))</button></form></section>
            """
    }

    private func correction(_ id: String, _ given: [(name: String, value: String)]) -> HTML {
        func value(_ name: String) -> String { given.first { $0.name == name }?.value ?? "" }
        let units = [
            ("", Bilingual("按文件", "as the file says")), ("yuan", Bilingual("元", "yuan")),
            ("qian", Bilingual("千元", "1,000 yuan")), ("wan", Bilingual("万元", "10,000 yuan")),
            ("yi", Bilingual("亿元", "100 million yuan")),
        ]
        let options = units.map { unit, words -> HTML in
            let mark: HTML = unit == value("amount_unit") ? " selected" : ""
            return "<option value=\"\(unit)\"\(mark)>\(words.text(in: language))</option>"
        }
        return """
            <section><h2>\(language.words("更正", "Correct it"))</h2><form class="filter" method="get" action="/uploads/\(id)">
            <div><label for="body_name">\(language.words("单位", "Body"))</label><input id="body_name" name="body_name" value="\(value("body_name"))"></div>
            <div><label for="fiscal_year">\(language.words("年度", "Year"))</label><input id="fiscal_year" name="fiscal_year" inputmode="numeric" value="\(value("fiscal_year"))"></div>
            <div><label for="amount_unit">\(language.words("金额单位", "Unit of amounts"))</label><select id="amount_unit" name="amount_unit">\(options)</select></div>
            <button>\(language.words("重新预览", "Preview again"))</button></form></section>
            """
    }

    /// Says why a document could not be read, with what can be corrected.
    func unread(_ problem: Problem, id: String) -> HTML {
        let words = problem.problem + Bilingual("；", "; ") + problem.remedy
        return
            "<section><p class=\"error\" role=\"alert\">\(words.text(in: language))</p></section>\(correction(id, []))"
    }

    /// Says what became of it.
    func result(_ row: ImportRow) -> HTML {
        let warnings = row.warnings.map { warning -> HTML in "<p class=\"note\">\(warning.text(in: language))</p>\n" }
        let table = HTMLTable(renderer: TableRenderer(language: language)).html(
            ImportTable([row], language: language).table)
        return """
            <section>\(table)\(warnings)<p><a href="/">\(language.words("单位总览", "The bodies"))</a> ·
            <a href="/uploads">\(language.words("上传下一份", "Send another"))</a></p></section>
            """
    }
}
