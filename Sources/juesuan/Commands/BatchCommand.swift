import ArgumentParser

/// `juesuan batch`: many units by a job file, night after night.
struct BatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch",
        abstract: "Work on many units as a job file says, and take up a run that was cut off. (批处理)",
        subcommands: [BatchRunCommand.self, BatchStatusCommand.self])
}
