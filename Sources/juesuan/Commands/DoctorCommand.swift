import ArgumentParser
import Platform
import Workbench

/// `juesuan doctor`: what is installed beside the program, and what is lacking.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "doctor",
        Bilingual(
            "检查安装：有哪些可选程序和数据，缺少的影响什么。",
            "Examine the installation: which optional programs and data are there, and what the others lack."),
        about: Bilingual(
            "安装完整时退出码为 0；缺少数据或读取 PDF 的程序时为 1。可选程序缺少不影响退出码。",
            "The exit code is 0 for a whole installation, 1 where data or what reads PDF is missing; optional programs do not count."
        ),
        examples: ["juesuan doctor", "juesuan doctor --format json"])

    @OptionGroup var output: OutputOptions

    func run() throws {
        let check = InstallationCheck(ShippedData.parts + InstallationPart.programs)
        try output.write([check.table(in: output.spokenLanguage)], amounts: .chinese)
        if !check.isWhole { throw ExitCode(ExitStatus.findings.rawValue) }
    }
}
