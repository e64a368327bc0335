import Disclosures
import Interchange
import Platform

/// What a process that reads documents is asked and answers.
package enum ReadingService {
    /// All that is asked beside the document's bytes.
    struct Request: Codable {
        var path: String
        var options: ReadOptions
        /// How the file of account lines is read that is to be tried; `nil` for a disclosure.
        var lines: AccountLineCSVReader?
    }

    /// What came of it.
    enum Answer: Codable {
        case read(Disclosure)
        case linesCanBeRead
        case failed(ReadError)
    }

    /// Reads documents for another process until that is gone.
    ///
    /// - Parameter reader: reads them, with the options of each request.
    /// - Throws: what is wrong with a request that is none.
    package static func serve(_ requests: ServedRequests, reader: DisclosureReader) throws {
        var reader = reader
        while let head = requests.next(), let bytes = requests.next() {
            let request = try PackedValue.value(Request.self, in: head)
            reader.options = request.options
            requests.allow(processorSeconds: request.options.limits.processorSeconds)
            let answer: Answer
            do throws(ReadError) {
                let file = SourceFile(path: request.path, bytes: bytes)
                if let lines = request.lines {
                    _ = try LineFile.read(file, by: lines)
                    answer = .linesCanBeRead
                } else {
                    answer = .read(try reader.read(file))
                }
            } catch {
                answer = .failed(error)
            }
            requests.answer(try PackedValue.bytes(of: answer))
        }
    }
}
