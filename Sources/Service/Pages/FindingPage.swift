import FinalAccounts
import Platform
import Reporting
import Workbench

/// Findings as a list to be worked through: each with its words, the way to its page, and the form by which it is settled.
struct FindingPage {
    let language: Language
    /// What forms bring along; empty where nothing may be settled.
    let csrf: String
    let isEditor: Bool

    /// The list.
    ///
    /// - Parameter back: the address whose form settles them, with its query.
    func list(_ entries: [DocumentFindings.Entry], back: String) -> HTML {
        guard !entries.isEmpty else {
            return "<p>\(language.words("没有这样的问题。", "There are no such findings."))</p>"
        }
        let items = entries.map { item($0, back: back) }
        return "<ol class=\"questions\">\(items)</ol>"
    }

    private func item(_ entry: DocumentFindings.Entry, back: String) -> HTML {
        let look = entry.severity == "error" ? "serious" : entry.severity == "warning" ? "warning" : "plain"
        let severity =
            switch entry.severity {
            case "error": language.words("错误", "error")
            case "warning": language.words("警告", "warning")
            default: language.words("提示", "note")
            }
        let page = entry.page.map { language.words("第 \($0) 页", "page \($0)") } ?? ""
        let settled: HTML =
            entry.event.map { event in
                let words =
                    entry.isAccepted
                    ? language.words("已由\(event.who)核实：\(event.why)", "accepted by \(event.who): \(event.why)")
                    : language.words("已由\(event.who)重新打开：\(event.why)", "opened again by \(event.who): \(event.why)")
                return "<p class=\"note\">\(words)</p>"
            } ?? .empty
        return """
            <li id="\(entry.id)"><div><p><span class="tag \(look)">\(severity)</span> \(entry.message)</p>
            <blockquote>\(entry.quote)</blockquote><p>\(entry.suggestion)</p>
            <p class="note"><a href="\(Self.address(of: entry))">\(entry.document.fileName) \(page)</a></p>\(settled)\(form(entry, back))</div></li>

            """
    }

    /// The page of the document at which a finding stands.
    static func address(of entry: DocumentFindings.Entry) -> String {
        "/documents/\(entry.document.id)?finding=" + FormText.encoded(entry.id)
    }

    private func form(_ entry: DocumentFindings.Entry, _ back: String) -> HTML {
        guard isEditor else { return .empty }
        let (action, words) =
            entry.isAccepted
            ? ("reopen", language.words("重新打开", "Open again")) : ("accept", language.words("核实无误", "Accept"))
        return """
            <form class="filter" method="post" action="\(back)"><input type="hidden" name="csrf" value="\(csrf)">
            <input type="hidden" name="finding" value="\(entry.id)"><input type="hidden" name="action" value="\(action)">
            <div><label for="why-\(entry.id)">\(language.words("理由", "Why"))</label><input id="why-\(entry.id)" name="why" required maxlength="500"></div>
            <button>\(words)</button></form>
            """
    }

    /// A document's page with the words of a finding marked.
    func page(_ page: DocumentPage, of document: String, number: Int, picture: String) -> HTML {
        switch page {
        case .text(let before, let words, let behind):
            return "<p class=\"passage\">\(before)<mark>\(words)</mark>\(behind)</p>"
        case .picture(let width, let height, let boxes):
            let marks = boxes.map { box -> HTML in
                let (x, y) = (box.x * Double(width), box.y * Double(height))
                let (w, h) = (box.width * Double(width), box.height * Double(height))
                return
                    "<rect class=\"mark\" x=\"\(Int(x) - 2)\" y=\"\(Int(y) - 2)\" width=\"\(Int(w) + 4)\" height=\"\(Int(h) + 4)\"/>\n"
            }
            let label = language.words("\(document) 第 \(number) 页", "\(document), page \(number)")
            let missing: HTML =
                boxes.isEmpty
                ? "<p class=\"note\">\(language.words("原文未能在图像上定位，见上。", "The words could not be found on the picture; they stand above."))</p>"
                : .empty
            return """
                \(missing)<div class="scroll" tabindex="0" role="region" aria-label="\(label)">
                <svg class="sheet" role="img" aria-label="\(label)" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)">
                <image href="\(picture)" width="\(width)" height="\(height)"/>\(marks)</svg></div>
                """
        }
    }
}
