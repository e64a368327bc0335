import ArgumentParser
import Disclosures
import Platform
import Workbench

/// `juesuan reader`: reads documents for another process of this program; nothing for people.
struct ReaderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        ReaderProcesses.command,
        Bilingual(
            "供本程序的另一进程读取文件。",
            "Read documents for another process of this program."),
        shouldDisplay: false)

    @Argument(help: ArgumentHelp("可用内存的字节数。", "The bytes of memory it may have.", valueName: Bilingual("字节", "bytes")))
    var memory: Int

    func run() throws {
        try ReadingService.serve(
            ServedRequests(memory: memory),
            reader: DisclosureReader(subjects: { try? DataFolder.subjects(joinsCodes: false) }))
    }
}
