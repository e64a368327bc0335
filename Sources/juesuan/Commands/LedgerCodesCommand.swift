import ArgumentParser
import Platform
import Reporting
import Workbench

/// `juesuan ledger codes`: which codes may have given way to which.
struct LedgerCodesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "codes",
        Bilingual(
            "提出科目编码沿革的建议稿，核对后用于 --crosswalk。",
            "Propose which codes gave way to which, as a crosswalk to look through and hand to --crosswalk."),
        about: Bilingual(
            "某年停用的编码，建议由次年启用、同级次、名称和金额相近的编码承接。随程序提供的沿革表已衔接的不再提出。",
            """
            A code that ended in a year is proposed to go on under one of its level that began in the next with a like name and
            size. Codes that the shipped crosswalk joins are not proposed.
            """),
        examples: [
            "juesuan ledger codes --ledger juesuan.sqlite > mine.tsv",
            "juesuan compare --ledger juesuan.sqlite --crosswalk mine.tsv",
        ])

    @OptionGroup var source: SourceOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let context = try source.context(language: output.spokenLanguage)
        let proposals = CodeProposal.proposals(from: context.succeeded(try source.lines().lines))
        // As text it is a crosswalk that --crosswalk reads.
        if output.chosen == .table {
            try output.write(CodeProposal.text(of: proposals))
        } else {
            try output.write([table(of: proposals)], amounts: .chinese)
        }
        StandardStream.remark(
            Bilingual("提出 \(proposals.count) 项编码沿革建议", "\(proposals.count) changes of codes proposed"))
    }

    private func table(of proposals: [CodeProposal]) -> ReportTable {
        func column(_ key: String, _ title: Bilingual, _ kind: ReportColumn.Kind = .label) -> ReportColumn {
            ReportColumn(key, title: title.text(in: output.spokenLanguage), kind: kind)
        }
        return ReportTable(
            name: "codes", title: output.spokenLanguage.words("科目编码沿革建议", "Changes of codes proposed"),
            columns: [
                column("old_code", Bilingual("原编码", "Old code")), column("old_name", Bilingual("原名称", "Old name")),
                column("new_code", Bilingual("新编码", "New code")), column("new_name", Bilingual("新名称", "New name")),
                column("first_year", Bilingual("启用年度", "First year"), .number),
                column("bodies", Bilingual("单位数", "Bodies"), .number),
            ],
            rows: proposals.map {
                [
                    .text($0.from.code ?? ""), .text($0.from.name), .text($0.to.code ?? ""), .text($0.to.name),
                    .integer($0.firstYear.number), .integer($0.bodies),
                ]
            })
    }
}
