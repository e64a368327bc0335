import ArgumentParser
import Disclosures
import Platform
import Workbench

/// `juesuan reader`: reads documents for another process of this program; nothing for people.
struct ReaderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: ReaderProcesses.command, abstract: "Read documents for another process of this program.",
        shouldDisplay: false)

    @Argument(help: "The bytes of memory it may have.")
    var memory: Int

    func run() throws {
        try ReadingService.serve(
            ServedRequests(memory: memory),
            reader: DisclosureReader(subjects: { try? DataFolder.subjects(joinsCodes: false) }))
    }
}
