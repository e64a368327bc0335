import Disclosures
import FinalAccounts
import Foundation
import Glibc
import Platform
import Workbench

/// The process that serves, or that reads a document for one that does.
package enum ServiceProcess {
    /// Does what the arguments ask for and ends with a code after sysexits.h.
    package static func main(_ arguments: [String]) async {
        if arguments.first == ServedLedger.readerCommand { return read(Array(arguments.dropFirst())) }
        TemporaryFolder.removeLeftovers()
        switch (arguments.first, arguments.last) {
        case ("serve", let text?) where arguments.count == 2: await serve(text)
        default: end(64, Bilingual("请用“juesuan serve”启动", "it is started by 'juesuan serve'"), in: .zhHans)
        }
    }

    /// Reads documents for a process that serves, until that is gone.
    ///
    /// - Parameter arguments: the files of the classification, then the bytes of memory it may have.
    private static func read(_ arguments: [String]) {
        Interruption.watch()
        guard let memory = arguments.last.flatMap({ Int($0) }) else { exit(64) }
        let files = Array(arguments.dropLast())
        let reader = DisclosureReader(subjects: {
            guard files.count == 3, let texts = try? files.map(SourceFile.settings) else { return nil }
            return try? SubjectCatalog(functional: texts[0], economic: texts[1], crosswalk: texts[2]).withoutCrosswalk
        })
        do { try ReadingService.serve(ServedRequests(memory: memory), reader: reader) } catch { exit(70) }
    }

    private static func serve(_ text: String) async {
        let settings: ServingSettings
        do {
            settings = try JSONDecoder().decode(ServingSettings.self, from: Data(text.utf8))
        } catch {
            end(64, Bilingual("请用“juesuan serve”启动", "it is started by 'juesuan serve'"), in: .zhHans)
        }
        if let refusal = settings.refusal { end(64, refusal.sentence, in: settings.language) }
        do {
            try await WebServer(try LedgerService(settings)).run()
        } catch let error as any ExplainedError {
            end(code(of: error.kind), error.sentence, in: settings.language)
        } catch {
            let address = "\(settings.host):\(settings.port)"
            end(
                69,
                Bilingual(
                    "无法监听 \(address)（\(error)）；请另选 --port",
                    "cannot listen on \(address) (\(error)); choose another --port"),
                in: settings.language)
        }
    }

    private static func code(of kind: ErrorKind) -> Int32 {
        switch kind {
        case .usage: 64
        case .data: 65
        case .noInput: 66
        case .unavailable: 69
        case .internalFault: 70
        case .cannotCreate: 73
        case .inputOutput: 74
        case .busy: 75
        }
    }

    private static func end(_ code: Int32, _ sentence: Bilingual, in language: Language) -> Never {
        // There is nobody left to be told of an error that cannot be written.
        do throws(OutputError) {
            try StandardStream.error.write("juesuan: " + VisibleText.singleLine(sentence.text(in: language)) + "\n")
        } catch {}
        exit(code)
    }
}
