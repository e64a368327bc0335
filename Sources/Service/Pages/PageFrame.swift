import Access
import Platform
import Reporting

/// What every page has around its content: head, bar, language, who is logged in.
struct PageFrame {
    let language: Language
    let title: String
    /// Who looks; `nil` for nobody that is known.
    var identity: Identity?
    /// The address of the page without its language, for the same page in the other one.
    var address = "/"
    var content: HTML = .empty

    /// The page.
    func response(_ status: Int = 200, headers: KeyValuePairs<String, String> = [:]) -> ServiceResponse {
        let (head, foot) = around
        var response = ServiceResponse(
            head.markup + content.markup + foot.markup, type: "text/html; charset=utf-8", status: status)
        addHeaders(to: &response)
        for (name, value) in headers { response.headers.add(name, value) }
        return response
    }

    /// What stands around the content, whose bytes are at hand already.
    var bytesAround: (head: [UInt8], foot: [UInt8]) {
        let (head, foot) = around
        return (Array(head.markup.utf8), Array(foot.markup.utf8))
    }

    /// The lines at the head of every page.
    func addHeaders(to response: inout ServiceResponse) {
        response.headers.add("content-security-policy", identity == nil ? Self.policy : Self.policy + Self.scripts)
        response.headers.add("content-language", language.rawValue)
    }

    /// Who is known gets the one script that is ours, which listens to what changes here.
    private static let scripts = "; script-src 'self'; connect-src 'self'"

    /// A page loads its style from here and nothing else, runs no script of its own, and is shown in no frame.
    private static let policy = """
        default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'
        """

    private var around: (head: HTML, foot: HTML) { (head, "\n</main>\n</div>\n</body>\n</html>\n") }

    private var head: HTML {
        """
        <!DOCTYPE html>
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\(title) · \(language.words("决算", "Juesuan"))</title>
        <link rel="icon" href="\(PageIcon.file.address)" type="image/svg+xml">
        <link rel="stylesheet" href="\(StyleSheet.address)">
        \(script)</head>
        <body>
        <a class="skip" href="#content">\(language.words("跳到正文", "Skip to the content"))</a>
        <div class="bar"><div><a class="brand" href="/">\(language.words("决算", "Juesuan"))</a>
        \(navigation)\(search)<div class="who">\(otherLanguage)\(who)</div></div></div>
        <div class="page">
        <header class="top"><h1>\(title)</h1></header>
        <main id="content">

        """
    }

    private var script: HTML {
        identity == nil ? .empty : "<script src=\"\(PageScript.address)\" defer></script>\n"
    }

    private var search: HTML {
        guard identity != nil else { return .empty }
        let label = language.words("查找单位、科目、编码、原因", "Find bodies, subjects, codes, reasons")
        return """
            <form class="find" method="get" action="/search" role="search"><input name="q" type="search" aria-label="\(label)" placeholder="\(label)"></form>
            """
    }

    private var navigation: HTML {
        guard identity != nil else { return "<nav></nav>" }
        let links = PageLink.all.filter { (identity?.role ?? .viewer) >= $0.role }.map { link -> HTML in
            let mark: HTML = address == link.address ? " aria-current=\"page\"" : ""
            return "<a href=\"\(link.address)\"\(mark)>\(link.words.text(in: language))</a>\n"
        }
        return "<nav aria-label=\"\(language.words("主菜单", "main"))\">\(links)</nav>"
    }

    private var otherLanguage: HTML {
        let other: Language = language == .en ? .zhHans : .en
        let mark = address.contains("?") ? "&" : "?"
        return """
            <a href="\(address)\(mark)language=\(other.rawValue)" lang="\(other.rawValue)" hreflang="\(other.rawValue)">\
            \(other.words("中文", "English"))</a>
            """
    }

    private var who: HTML {
        guard let identity, case .session(let csrf) = identity.proof else { return .empty }
        return """
            <span>\(identity.member.name)</span><form method="post" action="/logout">\
            <input type="hidden" name="csrf" value="\(csrf)"><button class="quiet">\(language.words("退出", "Log out"))</button></form>
            """
    }
}

/// A place in the main menu.
struct PageLink: Sendable {
    let address: String
    let words: Bilingual
    /// Who sees it.
    var role = Role.viewer

    static let all = [
        PageLink(address: "/", words: Bilingual("单位", "Bodies")),
        PageLink(address: "/documents", words: Bilingual("文件", "Documents")),
        PageLink(address: "/uploads", words: Bilingual("上传", "Upload"), role: .editor),
        PageLink(address: "/history", words: Bilingual("账本历史", "History")),
    ]
}

/// Why there is no page.
struct ProblemPage {
    let problem: Problem
    let request: String
    let language: Language

    var response: ServiceResponse {
        let content: HTML = """
            <section><p class="error" role="alert">\(problem.problem.text(in: language))</p>
            <p>\(problem.remedy.text(in: language))</p>
            <p class="note">\(language.words("请求编号", "request")) \(request)</p></section>
            """
        return PageFrame(language: language, title: problem.code.title.text(in: language), content: content)
            .response(problem.code.status)
    }
}

/// The form by which people come in, and the one by which they choose a password.
struct EntryPage {
    let language: Language
    /// What went wrong the last time; `nil` at first.
    var problem: Problem?

    /// - Parameter next: where to go on.
    func login(next: String, name: String = "") -> ServiceResponse {
        let content: HTML = """
            <section><form class="entry" method="post" action="/login">\(fault)
            <input type="hidden" name="next" value="\(next)">
            <label for="name">\(language.words("名称", "Name"))</label>
            <input id="name" name="name" value="\(name)" autocomplete="username" required autofocus>
            <label for="password">\(language.words("密码", "Password"))</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required>
            <button>\(language.words("登录", "Log in"))</button></form></section>
            """
        return PageFrame(
            language: language, title: language.words("登录", "Log in"), address: "/login", content: content
        ).response(problem?.code.status ?? 200, headers: ["cache-control": "no-store"])
    }

    /// - Parameters:
    ///   - name: whose password is chosen.
    ///   - secret: what the link has, which leads back here.
    func invitation(for name: String, secret: String) -> ServiceResponse {
        let content: HTML = """
            <section><p>\(language.words("为“\(name)”设定密码，不少于 10 个字符。", "Choose a password of at least 10 characters for '\(name)'."))</p>
            <form class="entry" method="post" action="/invitations/\(secret)">\(fault)
            <label for="name">\(language.words("名称", "Name"))</label>
            <input id="name" name="name" value="\(name)" autocomplete="username" readonly>
            <label for="password">\(language.words("密码", "Password"))</label>
            <input id="password" name="password" type="password" autocomplete="new-password" minlength="10" required autofocus>
            <label for="again">\(language.words("再次输入", "Once more"))</label>
            <input id="again" name="again" type="password" autocomplete="new-password" minlength="10" required>
            <button>\(language.words("设定", "Set it"))</button></form></section>
            """
        return PageFrame(
            language: language, title: language.words("设定密码", "Choose a password"),
            address: "/invitations/" + secret, content: content
        ).response(
            // Where nothing were told of where a form comes from, browsers would call its origin none, which is refused.
            problem?.code.status ?? 200, headers: ["cache-control": "no-store", "referrer-policy": "strict-origin"])
    }

    private var fault: HTML {
        guard let problem else { return .empty }
        let words = problem.problem + Bilingual("；", "; ") + problem.remedy
        return "<p class=\"error\" role=\"alert\">\(words.text(in: language))</p>"
    }
}
