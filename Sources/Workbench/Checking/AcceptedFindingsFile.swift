import Consistency
import Foundation
import Platform

/// The file that settled findings are kept in: JSON that a person may edit.
package struct AcceptedFindingsFile: Sendable {
    /// The file.
    package var path: String

    package init(path: String) {
        self.path = path
    }

    /// The settled findings.
    ///
    /// - Throws: ``ReadError`` for a file that is not there, ``WorkbenchError`` for one that holds something else.
    package func read() throws -> AcceptedFindings {
        let text = try SourceFile.settings(path)
        do {
            return try JSONDecoder().decode(AcceptedFindings.self, from: Data(text.utf8))
        } catch {
            throw WorkbenchError(
                .data, Bilingual("\(path)：不是已核实事项清单", "\(path): no list of accepted findings"),
                advice: Bilingual(
                    "应为 {\"accepted\":[{\"rule\",\"quote\",\"who\",\"why\"}]}",
                    "expected {\"accepted\":[{\"rule\",\"quote\",\"who\",\"why\"}]}"))
        }
    }

    /// The settled findings, none where there is no file yet.
    package func readIfThere() throws -> AcceptedFindings {
        FileManager.default.fileExists(atPath: path) ? try read() : AcceptedFindings()
    }

    /// Writes the list, whole or not at all, one entry below the other.
    package func write(_ findings: AcceptedFindings) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // It was read and is only added to: what a person wrote into it is still there.
        WrittenFiles.adopt(path)
        try AtomicFile.write([UInt8](try encoder.encode(findings)) + [0x0A], to: path)
    }
}
