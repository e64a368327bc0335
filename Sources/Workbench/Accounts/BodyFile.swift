import FinalAccounts
import Foundation
import Yams

/// What a person knows of bodies, as a file.
///
/// ```yaml
/// bodies:
///   - name: 某市自然资源和规划局
///     aliases: [某市自规局]
///     from: [某市国土资源局, 某市规划局]
///     since: 2023
/// ```
package enum BodyFile {
    private struct Content: Codable {
        var bodies: [Body]
    }

    private struct Body: Codable {
        var name: String
        var aliases: [String]?
        var from: [String]?
        var into: [String]?
        var since: Int?
    }

    /// Reads a file.
    ///
    /// - Throws: ``WorkbenchError`` for a file that cannot be opened or is no such register.
    package static func read(_ path: String) throws(WorkbenchError) -> BodyRegister {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw WorkbenchError(.noInput, "\(path): the register of bodies cannot be opened", advice: "check the path")
        }
        return try register(yaml: String(decoding: bytes, as: UTF8.self), file: path)
    }

    /// Reads a text.
    ///
    /// - Throws: as ``read(_:)`` does.
    package static func register(yaml: String, file: String) throws(WorkbenchError) -> BodyRegister {
        let content: Content
        do {
            content = try YAMLDecoder().decode(Content.self, from: yaml)
        } catch {
            throw WorkbenchError(
                .data, "\(file): no register of bodies",
                advice: "write 'bodies:' and below it '- name: …' with 'aliases', or 'from' or 'into' and 'since'")
        }
        var entries: [BodyRegister.Entry] = []
        for body in content.bodies {
            let changes = (body.from ?? []) + (body.into ?? [])
            if !changes.isEmpty, !(body.since.map(FiscalYear.plausible.contains) ?? false) {
                throw WorkbenchError(
                    .data, "\(file): the change of '\(body.name)' has no year",
                    advice: "add 'since:' with the first year after it, such as 2023")
            }
            entries.append(
                BodyRegister.Entry(
                    name: BudgetUnit(body.name), aliases: units(body.aliases), from: units(body.from),
                    into: units(body.into), since: body.since.map { FiscalYear($0) }))
        }
        return BodyRegister(entries)
    }

    private static func units(_ names: [String]?) -> [BudgetUnit] { (names ?? []).map { BudgetUnit($0) } }

    /// Proposals as a file that can be read back once a person has looked at it.
    package static func text(of proposals: [BodyProposal]) throws -> String {
        let bodies = proposals.map { proposal in
            Body(name: proposal.to.name, from: proposal.from.map(\.name), since: proposal.since.number)
        }
        let encoder = YAMLEncoder()
        encoder.options.allowUnicode = true
        return try encoder.encode(Content(bodies: bodies))
    }
}
