import FinalAccounts
import Interchange
import Platform

/// The frame of a report: head, style, navigation, sections, and the script that brings figures to life.
///
/// The page forbids itself to load anything (`Content-Security-Policy`), so that it opens offline and calls nobody.
struct ReportPage {
    /// A part of the report with a heading and a place in the navigation.
    struct Section {
        let id: String
        let title: String
        let body: HTML
    }

    let language: Language
    let title: String
    let subtitle: String
    /// What has to be said before anything else, such as that figures are synthetic.
    let warnings: [String]
    let sections: [Section]
    let footer: String
    /// The figures' options by the identifier of their element.
    let options: [String: JSONValue]
    /// The source of ECharts, where it is at hand.
    let chartScript: String?
    /// Whether tables can be sorted and filtered, for pages that are lists.
    var isList = false

    /// The whole file.
    var html: HTML {
        let banners = warnings.map { warning -> HTML in "<p class=\"banner\" role=\"note\">\(warning)</p>\n" }
        let links = sections.map { section -> HTML in "<a href=\"#\(section.id)\">\(section.title)</a>\n" }
        let parts = sections.map { section -> HTML in
            """
            <section id="\(section.id)" aria-labelledby="\(section.id)-title">
            <h2 id="\(section.id)-title">\(section.title)</h2>
            \(section.body)
            </section>

            """
        }
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
            script-src 'unsafe-inline'; img-src data:">
            <title>\(title)</title>
            <style>
            \(ReportStyleSheet.text)</style>
            </head>
            <body>
            <div class="\(isList ? "page list" : "page")">
            <header class="top">
            <h1>\(title)</h1>
            <p class="sub">\(subtitle)</p>
            \(banners)</header>
            <nav aria-label="\(Bilingual.contents.text(in: language))">
            \(links)</nav>
            <main>
            \(parts)</main>
            <footer><p>\(footer)</p></footer>
            </div>
            \(scripts)</body>
            </html>

            """
    }

    private var scripts: HTML {
        isList ? HTML.script(TableScript.source(language)) : charts
    }

    private var charts: HTML {
        guard let chartScript, !options.isEmpty else { return .empty }
        let library = HTML.script(chartScript)
        guard library != .empty else { return .empty }
        return HTML.joined([
            HTML.data(.object(options), id: "chart-options"), library, HTML.script(ReportScript.source(language)),
        ])
    }
}
