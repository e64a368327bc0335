import ArgumentParser
import Platform

/// `juesuan batch`: many units by a job file, night after night.
struct BatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "batch",
        Bilingual(
            "按任务文件处理许多单位，中断后可继续。",
            "Work on many units as a job file says, and take up a run that was cut off."),
        subcommands: [BatchRunCommand.self, BatchStatusCommand.self])
}
