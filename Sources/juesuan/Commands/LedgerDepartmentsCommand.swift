import ArgumentParser
import FinalAccounts
import Platform
import Workbench

/// `juesuan ledger departments`: departments added up from their bodies, beside their own documents.
struct LedgerDepartmentsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "departments",
        Bilingual(
            "由所属单位汇总部门数，并与部门自身的文件核对。",
            "Add departments up from their bodies and hold them against their own documents."),
        about: Bilingual(
            "部门由哪些单位组成、相互往来多少，写在 --bodies 的文件中。各项分析中，汇总数以部门名称加（汇总）表示。",
            """
            Which bodies a department is made of, and what they paid one another, stands in the register of --bodies. In every
            analysis the sum goes by the department's name with “（汇总）” behind it.
            """),
        examples: [
            "juesuan ledger departments --ledger juesuan.sqlite --bodies bodies.yaml",
            "juesuan compare --bodies bodies.yaml --unit 某市教育局（汇总）",
        ])

    @OptionGroup var source: SourceOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if source.bodies == nil {
            throw ValidationError(
                Bilingual("请用 --bodies 给出含 units 的单位沿革文件", "give --bodies with a register that has 'units'"))
        }
    }

    func run() throws {
        let lines = try source.lines()
        let table = try DepartmentTable(
            source.source.bodies, lines: lines.lines, context: source.context(language: output.spokenLanguage)
        ).table()
        try output.write([table], amounts: source.amountStyle)
    }
}
