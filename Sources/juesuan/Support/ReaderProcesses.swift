import Workbench

/// The processes of this program that read documents for another of its processes, and the command by which they are one.
enum ReaderProcesses {
    /// The command's name.
    static let command = "reader"

    /// Has documents read by such processes.
    ///
    /// - Parameter memory: the bytes that each may have.
    static func with(memory: Int) -> ReadingProcesses {
        ReadingProcesses(arguments: [command], memory: memory)
    }
}
