import ArgumentParser
import FinalAccounts
import Foundation
import Platform
import Reporting
import Workbench

/// `juesuan import`: documents and CSV files → ledger, one transaction a document.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        "import",
        Bilingual(
            "将公开文件和科目数据（CSV）存入账本。",
            "Store disclosures and account lines (CSV) in a ledger."),
        about: Bilingual(
            """
            文件按所属单位、年度和种类识别。数据已在账本中的不作改动；内容更多的与已有的合并；同一文件数据有改动的取代
            先前的；其他与账本矛盾的不予接受，由 --edition、--supplement 或 --keep 决定。个别文件失败不影响其他文件，退出码为 1。
            没有文件可读取时不建立账本。
            """,
            """
            A document is known by the body, year and kind it is about. One whose figures are in the ledger changes nothing;
            one that tells more is joined with what is known; the same file with other figures takes the place of the
            earlier; any other that contradicts the ledger is refused unless --edition, --supplement or --keep decides.
            One that fails does not stop the others, and the exit code is then 1. When nothing could be read, no ledger
            is made.
            """),
        examples: [
            "juesuan import --ledger juesuan.sqlite 2021.pdf 2022.pdf 2023.pdf",
            "juesuan import --ledger juesuan.sqlite --amount-unit wan lines.csv",
        ])

    @Argument(
        help: ArgumentHelp(
            "文件、CSV 文件，或含这些文件的文件夹。", "Documents, CSV files, or folders of them.",
            valueName: Bilingual("文件", "documents")))
    var documents: [String]

    @Option(
        help: ArgumentHelp("账本，没有时新建。", "The ledger; made when it is not there.", valueName: Bilingual("文件", "file")))
    var ledger: String = "juesuan.sqlite"

    @Option(
        help: ArgumentHelp(
            "CSV 文件的金额单位：yuan（元）、qian（千元）、wan（万元）、million（百万元）、yi（亿元）或 none（无单位的数）。",
            "Unit of the amounts in CSV files: yuan, qian, wan, million, yi or none (plain numbers).",
            valueName: Bilingual("单位", "unit")))
    var amountUnit: AmountUnit = .yuan

    @Option(
        help: ArgumentHelp(
            "CSV 文件的科目编码规则：china 或 prefix:4,6,8,10。", "How subject codes nest in CSV files: china or prefix:4,6,8,10.",
            valueName: Bilingual("规则", "scheme")))
    var scheme: SubjectScheme = .china

    @Option(
        help: ArgumentHelp(
            "文件未写明时的数据来源：published（公开）或 synthetic（合成）。",
            "Where the figures come from, if the file does not say: published or synthetic.",
            valueName: Bilingual("来源", "origin")))
    var origin: Origin?

    @OptionGroup var edition: EditionOptions
    @OptionGroup var reading: ReadingOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let paths = try DocumentPaths.expand(documents)
        let isFirst = !FileManager.default.fileExists(atPath: ledger)
        var reader = try reading.reader(for: paths.count, keepsText: false)
        reader.options.amountUnit = amountUnit
        let processes = reading.processes()
        let loader = DocumentLoader(
            reader: reader, amountUnit: amountUnit, scheme: scheme, origin: origin,
            latestYear: Environment.currentYear, read: processes.read, tryLines: processes.tryLines)
        var bar = ProgressBar(total: paths.count)
        let rows = try await LedgerImport(
            loader, into: ledger, command: CommandLine.arguments.joined(separator: " "), program: Version.program,
            isStrict: reading.strict, terms: edition.terms, now: { Date() }
        ).run(paths) { bar.show(done: $0.done, label: $0.label) }
        bar.finish()
        if isFirst { tellFirst(of: paths.count) }
        try report(rows)
    }

    /// Tells a person who has just made a ledger what it is and how to go on.
    private func tellFirst(of documents: Int) {
        guard StandardStream.error.isTerminal, FileManager.default.fileExists(atPath: ledger) else { return }
        StandardStream.remark(
            Bilingual(
                """
                已新建账本“\(ledger)”，以后可继续导入各年度文件，重复导入不改变任何内容。接下来可运行：
                “juesuan ledger list --ledger \(ledger)”查看已导入的文件，
                “juesuan report --ledger \(ledger) --folder out”写报告
                """,
                """
                a new ledger, '\(ledger)', was made; further years go into it, and importing twice changes nothing. To go on:
                'juesuan ledger list --ledger \(ledger)' shows what was imported,
                'juesuan report --ledger \(ledger) --folder out' writes a report
                """))
    }

    private func report(_ rows: [ImportRow]) throws {
        let failures = rows.compactMap(\.failure)
        if let first = failures.first, failures.count == rows.count {
            for failure in failures.dropFirst() { StandardStream.report(FailureReport.message(for: failure)) }
            throw first
        }
        try output.write([ImportTable(rows, language: output.spokenLanguage).table], amounts: .chinese)
        for row in rows {
            row.warnings.forEach(StandardStream.remark)
            row.failure.map(FailureReport.message).map(StandardStream.report)
        }
        if !failures.isEmpty { throw ExitCode(ExitStatus.findings.rawValue) }
    }
}
