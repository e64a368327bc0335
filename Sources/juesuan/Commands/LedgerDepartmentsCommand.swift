import ArgumentParser
import FinalAccounts
import Platform
import Workbench

/// `juesuan ledger departments`: departments added up from their bodies, beside their own documents.
struct LedgerDepartmentsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "departments",
        abstract: "Add departments up from their bodies and hold them against their own documents. (部门汇总)",
        discussion: """
            Which bodies a department is made of, and what they paid one another, stands in the register of --bodies. In every
            analysis the sum goes by the department's name with （汇总） behind it.

            Example:

              juesuan ledger departments --ledger juesuan.sqlite --bodies bodies.yaml
              juesuan compare --bodies bodies.yaml --unit 某市教育局（汇总）
            """)

    @OptionGroup var source: SourceOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if source.bodies == nil { throw ValidationError("give --bodies with a register that has 'units'") }
    }

    func run() throws {
        let lines = try source.lines()
        let table = try DepartmentTable(
            source.source.bodies, lines: lines.lines, context: source.context(language: output.spokenLanguage)
        ).table()
        try output.write([table], amounts: source.amountStyle)
    }
}
