import ArgumentParser
import Consistency
import FinalAccounts
import Foundation
import Interchange
import Platform
import Reporting
import Workbench

/// `juesuan check`: documents → what does not fit in them.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        "check",
        Bilingual(
            "检查公开文件自身的勾稽关系，并与账本中的上年数据核对。",
            "Hold disclosures against themselves, and against last year's in the ledger."),
        about: Bilingual(
            """
            有错误时退出码为 1。设置为 YAML：

              rules:
                misprint: { enabled: false }
                missing-reason: { severity: note }
            """,
            """
            Exits with 1 when something is at error level. Settings are YAML:

              rules:
                misprint: { enabled: false }
                missing-reason: { severity: note }
            """),
        examples: [
            "juesuan check 2023年度部门决算.pdf",
            "juesuan check --format json --settings check.yaml disclosures/ > findings.json",
            "juesuan check --baseline accepted.json 2023年度部门决算.pdf",
            "juesuan check --baseline accepted.json --accept --only share --who 李明 --why 四舍五入 2023年度部门决算.pdf",
            "juesuan check --output overview.xlsx disclosures/",
            "juesuan check --rules",
            "find disclosures -name '*.pdf' | juesuan check --stdin > findings.ndjson",
        ])

    @Argument(
        help: ArgumentHelp(
            "文件，或含文件的文件夹。", "Documents, or folders of documents.", valueName: Bilingual("文件", "documents")))
    var documents: [String] = []

    @Flag(help: ArgumentHelp("列出规则，不作检查。", "List the rules instead of checking."))
    var rules = false

    @Option(
        help: ArgumentHelp(
            "规则的开关、等级和容差。", "Rules switched on or off, severities, tolerances.",
            valueName: Bilingual("文件.yaml", "file.yaml")))
    var settings: String?

    @Option(
        help: ArgumentHelp(
            "上年数据所在的账本。默认为 juesuan.sqlite（若有）。",
            "The ledger that last year's figures are in. Default: juesuan.sqlite if it is there.",
            valueName: Bilingual("文件", "file")))
    var ledger: String?

    @Option(
        help: ArgumentHelp(
            "以前已核实的事项：另行列示，不影响退出码。", "Findings settled before: they are told apart and are no reason to exit with 1.",
            valueName: Bilingual("文件.json", "file.json")))
    var baseline: String?

    @Flag(
        help: ArgumentHelp(
            "将本次发现的错误和警告记入已核实清单：全部，或 --only 所指的。",
            "Add the errors and warnings found to the baseline: all of them, or those that --only names."))
    var accept = false

    @Option(
        help: ArgumentHelp(
            "只核实此规则的，或说明、原文中含此文字的。", "Accept only findings of this rule, or with these words in message or quote.",
            valueName: Bilingual("文字", "words")))
    var only: String?

    @Option(help: ArgumentHelp("核实人。", "Who accepts them.", valueName: Bilingual("名称", "name")))
    var who: String?

    @Option(help: ArgumentHelp("核实理由。", "Why they are accepted.", valueName: Bilingual("文字", "words")))
    var why: String?

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var stream: StreamOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if !rules {
            try stream.check(isGiven: documents, what: Bilingual("要检查的文件，或 --rules", "documents to check, or --rules"))
        }
        if stream.isAsked, accept {
            throw ValidationError(
                Bilingual("--accept 核实的是已检查的内容，请去掉 --stdin", "--accept settles what was looked at; leave out --stdin"))
        }
        if only != nil, !accept {
            throw ValidationError(Bilingual("--only 只用于 --accept", "--only belongs to --accept"))
        }
        if accept, baseline == nil || who == nil || why == nil {
            throw ValidationError(
                Bilingual(
                    "--accept 须同时给出 --baseline 文件、--who 核实人和 --why 理由",
                    "--accept needs --baseline FILE, --who NAME and --why WORDS"))
        }
    }

    func run() async throws {
        if rules {
            try output.write([RuleTable(language: output.spokenLanguage).table], amounts: .chinese)
            return
        }
        let engine = CheckEngine(
            settings: try readSettings(), language: output.spokenLanguage,
            subjects: try DataFolder.subjects(joinsCodes: false)?.functional, characters: try DataFolder.characters())
        if stream.isAsked { return try await runStream(engine) }
        let paths = try DocumentPaths.expand(documents)
        var bar = ProgressBar(total: paths.count)
        let checked = try await DocumentChecking(
            reader: try reading.reader(for: paths.count), engine: engine, ledger: earlierLedger,
            read: reading.read(for: paths.count)
        ).run(paths, keeping: overview == nil ? .max : CheckOverview.kept) { bar.show(done: $0.done, label: $0.label) }
        bar.finish()
        try report(checked)
    }

    /// Checks the document of each record by itself.
    private func runStream(_ engine: CheckEngine) async throws {
        let reader = try reading.reader(for: .max)
        let check = try DocumentChecking(
            reader: reader, engine: engine, ledger: earlierLedger, read: reading.read(for: .max)
        ).each()
        let known = try baseline.map { try AcceptedFindingsFile(path: $0).read() }
        let language = output.spokenLanguage
        let (isCSV, isStrict) = (output.chosen == .csv, reading.strict)
        let columns = FindingTable([], file: "", language: language).table.columns
        try await stream.run(output, columns: columns) { record in
            let checked = try check(record.file(limit: reader.options.limits.fileBytes))
            if isStrict, checked.unplaced > 0 { throw ReadingOptions.unplaced(checked.unplaced) }
            let found = CheckOutput(documents: [checked.document])
            let settled = known?.settling(found) ?? found
            let document = settled.documents[0]
            guard isCSV else { return StreamAnswer(.objects([document.members]), hasErrors: settled.hasErrors) }
            let table = FindingTable(document.findings, file: document.file, language: language).table
            return StreamAnswer(.rows(table, .chinese), hasErrors: settled.hasErrors)
        }
    }

    /// The form of the overview that the ending of `--output` asks for; `nil` for the findings themselves.
    private var overview: ResultFormat? {
        if output.chosen.text == nil { return output.chosen }
        return output.format == nil && output.chosen == .csv ? .csv : nil
    }

    private func settled(_ found: CheckOutput) throws -> CheckOutput {
        guard let baseline else { return found }
        let file = AcceptedFindingsFile(path: baseline)
        guard accept, let who, let why else { return try file.read().settling(found) }
        let before = try file.readIfThere()
        let known = before.adding(found, who: who, why: why, only: only)
        if let only, known == before {
            throw CommandFailure(
                .data, Bilingual("--only “\(only)”：没有新的错误或警告与之相符", "--only '\(only)': no new error or warning has it"),
                Bilingual("请给出规则名，或原文中的一段文字", "give a rule, or words of the quote"))
        }
        try file.write(known)
        return known.settling(found)
    }

    private func write(_ result: CheckOutput) throws {
        let listing = CheckOverview(result.documents, language: output.spokenLanguage)
        output.overwriting.makeWay(for: output.output)
        switch (overview, output.output) {
        case (.xlsx, let path?): try listing.write(workbook: path)
        case (.html, _): try output.write(listing.html)
        case (.csv, _): try output.write(listing.csv)
        default: try output.write(rendered(result))
        }
    }

    /// How many findings were settled before, and how many of the settled ones are gone, on standard error.
    private func reportSettled(_ result: CheckOutput) {
        guard baseline != nil else { return }
        let (accepted, new) = result.documents.reduce(into: (0, 0)) {
            $0.0 += $1.accepted.count
            $0.1 += $1.findings.count { $0.severity != .note }
        }
        StandardStream.remark(
            Bilingual(
                "新问题\(new)条，已核实\(accepted)条，已消失\(result.gone.count)条",
                "\(new) new, \(accepted) accepted, \(result.gone.count) gone"))
        for entry in result.gone {
            StandardStream.remark(Bilingual("已消失：", "gone: ") + Bilingual(verbatim: entry.rule + " " + entry.quote))
        }
    }

    /// The ledger that is named, or the usual one where it is.
    private var earlierLedger: String? {
        let usual = "juesuan.sqlite"
        return ledger ?? (FileManager.default.fileExists(atPath: usual) ? usual : nil)
    }

    private func readSettings() throws -> CheckSettings {
        guard let settings else { return .standard }
        return try CheckSettings(yaml: try SourceFile.settings(settings), file: settings)
    }

    private func report(_ checked: DocumentChecking.Result) throws {
        if checked.documents.isEmpty, let first = checked.failures.first { throw first }
        let result = try settled(checked.output)
        try write(result)
        reportSettled(result)
        for failure in checked.failures { StandardStream.report(FailureReport.message(for: failure)) }
        let unplaced = checked.unplaced
        if reading.strict, unplaced > 0 {
            throw ReadingOptions.unplaced(unplaced)
        }
        if result.hasErrors || !checked.failures.isEmpty { throw ExitCode(ExitStatus.findings.rawValue) }
    }

    private func rendered(_ result: CheckOutput) -> String {
        if output.chosen == .json {
            return result.json.text(.spaced) + "\n"
        }
        let tables = result.documents.map {
            FindingTable($0.findings, file: $0.file, language: output.spokenLanguage)
        }
        if output.chosen == .table {
            let terminal = output.terminal
            return zip(tables, result.documents).map {
                FindingList($0, accepted: $1.accepted, terminal: terminal).text
            }.joined(separator: "\n")
        }
        return output.renderer(amounts: .chinese).render(tables.map(\.table), as: output.chosen.text ?? .table)
    }
}
