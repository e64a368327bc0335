import FinalAccounts
import Platform
import Reporting
import Variance
import Workbench

/// What people look at: the bodies, a body's year, a subject's history, what does not fit, documents and what was done to them.
enum PageRoutes {
    private static let body = Parameter("body", .text, in: .path, Bilingual("单位", "the body"))
    static let search = Parameter("q", .text, Bilingual("名称中的文字", "words of the name"))

    static let routes: [Route] = [
        Route(
            "/", "viewBodies", Bilingual("单位总览", "The bodies, and what needs a look"), .page,
            admission: .member(.viewer),
            parameters: [
                search,
                Parameter("page", .count(1...1_000_000), Bilingual("第几页，每页 50 个单位", "which page of 50 bodies")),
            ], work: bodies),
        Route(
            "/bodies/{body}", "viewBody", Bilingual("一个单位的一年", "A body's year"), .page,
            parameters: [body, SourceParameters.year], work: year),
        Route(
            "/bodies/{body}/anomalies", "viewAnomalies", Bilingual("一个单位一年的异常", "What does not fit in a body's year"),
            .page,
            parameters: [
                body, SourceParameters.year,
                Parameter("list", .choice(AnomalyList.allCases.map(\.rawValue)), Bilingual("清单", "which list")),
                Parameter(
                    "profile", .choice(AnomalyProfile.allCases.map(\.rawValue)), Bilingual("阈值方案", "the thresholds")),
            ], work: anomalies),
        Route(
            "/bodies/{body}/subjects/{subject}", "viewSubject",
            Bilingual("一个科目的历年与预测", "A subject's years and forecast"), .page,
            parameters: [body, Parameter("subject", .text, in: .path, Bilingual("科目的编码或名称", "its code or name"))],
            work: subject),
    ]

    // MARK: Bodies

    /// So many bodies are shown at once: the gravest come first, and the others are found by their names.
    private static let bodiesOfPage = 50

    private static func bodies(_ call: Call) throws -> Answer {
        let wanted = call.arguments["q"] ?? ""
        let all = try overview(call)
        let overview = wanted.isEmpty ? all : all.only { $0.name.contains(wanted) }
        let first = ((call.arguments.count("page") ?? 1) - 1) * bodiesOfPage
        guard first == 0 || first < overview.entries.count else { throw Problem.noSuchPage }
        let places = first..<min(first + bodiesOfPage, overview.entries.count)
        let table = HTMLTable(renderer: TableRenderer(language: call.language)) { row, column in
            let entry = overview.entries[first + row]
            switch column.key {
            case "unit": return address(of: entry.unit)
            case "anomalies" where entry.anomalies > 0: return address(of: entry.unit) + "/anomalies"
            default: return nil
            }
        }
        let found: HTML =
            overview.entries.isEmpty
            ? "<p>\(call.language.words("没有单位。", "There are no bodies."))</p>"
            : "\(table.html(overview.table(places)))\(pages(places, of: overview.entries.count, wanted, call))"
        return .page(
            call.language.words("单位", "Bodies"), "<section>\(searchForm(call, action: "/", wanted))\(found)</section>")
    }

    /// All bodies that the caller may see, worked out once for a state of the ledger.
    private static func overview(_ call: Call) throws -> BodyOverview {
        let version = try call.surroundings.watch.version()
        return try call.surroundings.overview.overview(
            for: call.language.rawValue + "\n" + call.scope, in: version
        ) { earlier in
            try BodyOverview(
                ledger: call.ledger.path, context: call.ledger.context(in: call.language), earlier: earlier,
                where: call.maySee)
        }
    }

    /// Which of how many are shown, and where the others are.
    private static func pages(_ places: Range<Int>, of count: Int, _ wanted: String, _ call: Call) -> HTML {
        guard places.count < count else { return .empty }
        let page = places.lowerBound / bodiesOfPage + 1
        func link(_ page: Int, _ relation: String, _ words: String) -> HTML {
            let query = (wanted.isEmpty ? "" : "q=" + FormText.encoded(wanted) + "&") + "page=\(page)"
            return "<a rel=\"\(relation)\" href=\"/?\(query)\">\(words)</a>\n"
        }
        let earlier = page > 1 ? link(page - 1, "prev", call.language.words("上一页", "Previous")) : .empty
        let later = places.upperBound < count ? link(page + 1, "next", call.language.words("下一页", "Next")) : .empty
        let shown = call.language.words(
            "第 \(places.lowerBound + 1)–\(places.upperBound) 个，共 \(count) 个",
            "\(places.lowerBound + 1)–\(places.upperBound) of \(count)")
        return
            "<nav class=\"pages\" aria-label=\"\(call.language.words("分页", "pages"))\">\(earlier)<span>\(shown)</span>\n\(later)</nav>"
    }

    static func searchForm(_ call: Call, action: String, _ wanted: String) -> HTML {
        let words = call.language.words("名称", "Name")
        return """
            <form class="filter" method="get" action="\(action)" role="search"><div><label for="q">\(words)</label>
            <input id="q" name="q" type="search" value="\(wanted)"></div>
            <button>\(call.language.words("查找", "Search"))</button></form>
            """
    }

    private static func address(of unit: BudgetUnit) -> String { "/bodies/" + FormText.encoded(unit.name) }

    // MARK: A year

    private static func year(_ call: Call) throws -> Answer {
        let (unit, lines) = try linesOfBody(call)
        let year = try lines.reviewedYear(call.arguments.year("year"))
        let analysis = try call.ledger.context(in: call.language).report(
            on: lines, of: call.ledger.source(of: unit.name), year: year)
        let page = analysis.page
        let banners = page.banners.map { text -> HTML in "<p class=\"banner\" role=\"note\">\(text)</p>\n" }
        let parts = page.parts.map { part -> HTML in
            """
            <section id="\(part.id)" aria-labelledby="\(part.id)-title"><h2 id="\(part.id)-title">\(part.title)</h2>
            \(part.body)</section>

            """
        }
        let places = page.parts.map { part -> HTML in "<a href=\"#\(part.id)\">\(part.title)</a>\n" }
        let histories = try subjects(of: lines, unit, call)
        let anomalies = address(of: unit) + "/anomalies?year=\(year)"
        let content: HTML = """
            \(years(of: lines, shown: year, at: address(of: unit), call))\(banners)
            <nav aria-label="\(call.language.words("目录", "contents"))">\(places)\
            <a href="\(anomalies)">\(call.language.words("筛选异常", "Filter anomalies"))</a>
            <a href="\(address(of: unit))/findings">\(call.language.words("文件中的问题", "Findings"))</a>
            <a href="\(DraftPage.address(of: unit))">\(call.language.words("预算草案", "Drafts"))</a></nav>
            \(parts)\(histories)
            """
        return .page(call.language.words("\(unit.name)：\(year) 年", "\(unit.name), \(year)"), content)
    }

    static func linesOfBody(_ call: Call) throws -> (BudgetUnit, AccountLines) {
        let unit = BudgetUnit(call.arguments["body"] ?? "")
        let known = try BodyListTable(ledger: call.ledger.path, language: call.language) { $0 == unit }
        guard !known.entries.isEmpty else { throw Problem.noSuchBody(unit.name) }
        return (unit, try call.ledger.source(of: unit.name).read())
    }

    /// The years there are, the one that is shown marked.
    private static func years(
        of lines: AccountLines, shown: FiscalYear, at address: String, _ call: Call
    ) -> HTML {
        let links = Set(lines.lines.map(\.fiscalYear)).sorted(by: >).map { year -> HTML in
            let mark: HTML = year == shown ? " aria-current=\"page\"" : ""
            return "<a href=\"\(address)?year=\(year.number)\"\(mark)>\(year.description)</a>\n"
        }
        return "<nav aria-label=\"\(call.language.words("年度", "years"))\">\(links)</nav>"
    }

    /// Every subject, each a link to its history.
    private static func subjects(of lines: AccountLines, _ unit: BudgetUnit, _ call: Call) throws -> HTML {
        let series = try call.ledger.context(in: call.language).series(from: lines.lines).sorted {
            $0.subject.key < $1.subject.key
        }
        let items = series.filter { $0.subject.level != .total }.map { one -> HTML in
            let key = one.subject.code ?? one.subject.name
            let code: HTML = one.subject.code.map { "<small>\($0)</small> " } ?? .empty
            return
                "<li>\(code)<a href=\"\(address(of: unit))/subjects/\(FormText.encoded(key))\">\(one.subject.name)</a></li>\n"
        }
        let title = call.language.words("科目的历年与预测", "Subjects: years and forecast")
        return """
            <section id="histories" aria-labelledby="histories-title"><h2 id="histories-title">\(title)</h2>
            <ul class="list columns">\(items)</ul></section>
            """
    }

    // MARK: A subject

    private static func subject(_ call: Call) throws -> Answer {
        let (unit, lines) = try linesOfBody(call)
        let name = call.arguments["subject"] ?? ""
        let context = try call.ledger.context(in: call.language)
        let forecast = try call.ledger.forecast(in: call.language, target: nil)
        let found = try forecast.explanations(in: lines, subject: name)
        guard let explanation = found.first else { throw Problem.noSuchPage }
        let tables = HTMLTable(renderer: TableRenderer(language: call.language))
        let explained = ExplanationTables(
            explanation, language: call.language, amounts: .chinese, foldsParts: true
        ).tables
        let series = explanation.series
        let title = series.subject.name.isEmpty ? name : series.subject.name
        let rows = try ForecastRow.rows([explanation.forecast], scheme: context.scheme)
        let last = series.observations.last?.year ?? explanation.forecast.targetYear
        let story =
            series.story(upTo: last, language: call.language, amounts: .chinese).map { "<p>\($0)</p>" as HTML }
            ?? .empty
        let drawing = series.drawing(with: rows, language: call.language, amounts: .chinese, summary: title)
        let parts = explained.map { table -> HTML in
            let shown = table.rows.count == 1 ? facts(table, call) : tables.html(table)
            return "<section><h2>\(table.title)</h2>\(shown)</section>\n"
        }
        let quotes = QuoteTable(
            context.settled(lines.lines).filter { $0.subject.key == series.subject.key }, language: call.language)
        let content: HTML = """
            <nav><a href="\(address(of: unit))">\(unit.name)</a></nav>
            <section><h2>\(call.language.words("历年与预测", "Years and forecast"))</h2>\(story)
            <figure class="wide"><div class="scroll" tabindex="0" role="region" aria-label="\(title)">\(drawing)</div></figure></section>
            \(parts)<section><h2>\(call.language.words("原文", "What the documents say"))</h2>\(tables.html(quotes.table))</section>
            """
        return .page(title + (series.subject.code.map { " \($0)" } ?? ""), content)
    }

    // MARK: What does not fit

    private static func anomalies(_ call: Call) throws -> Answer {
        let (unit, lines) = try linesOfBody(call)
        let year = try lines.reviewedYear(call.arguments.year("year"))
        let profile: AnomalyProfile = call.arguments.choice("profile") ?? .draft
        let list: AnomalyList = call.arguments.choice("list") ?? .all
        let listing = try call.ledger.context(in: call.language, thresholds: .standard(profile)).anomaliesInTurn(
            in: lines, year: year, list: list)
        let found = questions(listing, of: lines, unit, call)
        let filters = [
            select(
                "list", call.language.words("清单", "List"), list.rawValue,
                AnomalyList.allCases.map { ($0.rawValue, words(of: $0)) }, call),
            select(
                "profile", call.language.words("阈值", "Thresholds"), profile.rawValue,
                AnomalyProfile.allCases.map { ($0.rawValue, words(of: $0)) }, call),
        ]
        let place = address(of: unit) + "/anomalies"
        let content: HTML = """
            \(years(of: lines, shown: year, at: place, call))
            <nav><a href="\(address(of: unit))?year=\(year.number)">\(call.language.words("返回 \(unit.name)", "Back to \(unit.name)"))</a></nav>
            <section><form class="filter" method="get" action="\(place)"><input type="hidden" name="year" value="\(year.number)">
            \(filters)<button>\(call.language.words("显示", "Show"))</button></form>\(found)</section>
            """
        return .page(call.language.words("\(unit.name)：\(year) 年异常", "\(unit.name): anomalies of \(year)"), content)
    }

    /// What does not fit, a subject below the other: its figures, why it is there, and what the document says of it.
    private static func questions(
        _ listing: AnomalyListing, of lines: AccountLines, _ unit: BudgetUnit, _ call: Call
    ) -> HTML {
        let asked = ReportQuestion.questions(
            listing.anomalies, lines: lines.lines, language: call.language, amounts: listing.amounts)
        guard !asked.isEmpty else {
            return "<p>\(call.language.words("没有这样的科目。", "There is no such subject."))</p>"
        }
        let items = zip(asked, listing.anomalies).map { question, anomaly -> HTML in
            let key = question.subject.code ?? question.subject.name
            let place = address(of: unit) + "/subjects/" + FormText.encoded(key)
            return
                "<li>\(question.html(in: call.language, link: question.subject.level == .total ? nil : place))</li>\n"
        }
        return "<ol class=\"questions\">\(items)</ol>"
    }

    /// A table of one row as a list of what stands in it.
    private static func facts(_ table: ReportTable, _ call: Call) -> HTML {
        let renderer = TableRenderer(language: call.language)
        let items = zip(table.columns, table.rows.first ?? []).filter { $0.0.isShown(in: .markdown) }.map {
            column, cell -> HTML in
            let text = renderer.text(cell)
            return text.isEmpty ? .empty : "<dt>\(renderer.heading(column))</dt><dd>\(text)</dd>\n"
        }
        let notes = table.notes.map { note -> HTML in "<p class=\"note\">\(note)</p>\n" }
        return "<dl class=\"facts\">\(items)</dl>\(notes)"
    }

    static func select(
        _ name: String, _ label: String, _ chosen: String, _ choices: [(String, Bilingual)], _ call: Call
    ) -> HTML {
        let options = choices.map { value, words -> HTML in
            let mark: HTML = value == chosen ? " selected" : ""
            return "<option value=\"\(value)\"\(mark)>\(words.text(in: call.language))</option>"
        }
        return
            "<div><label for=\"\(name)\">\(label)</label><select id=\"\(name)\" name=\"\(name)\">\(options)</select></div>\n"
    }

    private static func words(of list: AnomalyList) -> Bilingual {
        switch list {
        case .all: Bilingual("全部", "all")
        case .overruns: Bilingual("超支", "over budget")
        case .unbudgeted: Bilingual("无年初预算", "without a budget")
        }
    }

    private static func words(of profile: AnomalyProfile) -> Bilingual {
        profile == .audit ? Bilingual("审计", "audit") : Bilingual("预算编制", "drafting")
    }
}
