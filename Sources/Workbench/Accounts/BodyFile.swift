import FinalAccounts
import Platform
import Yams

/// What a person knows of bodies, as a file.
///
/// ```yaml
/// bodies:
///   - name: 某市自然资源和规划局
///     aliases: [某市自规局]
///     from: [某市国土资源局, 某市规划局]
///     since: 2023
///   - name: 某市教育局
///     units: [某市教育局（本级）, 某市第一中学]
///     transfers:
///       - {year: 2023, code: "2050204", amount: 120.5}
/// ```
///
/// Transfers between the units of a department are in 万元, under the subject by which they stand in the payer's accounts.
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
        var units: [String]?
        var transfers: [Transfer]?
    }

    private struct Transfer: Codable {
        var year: Int
        var code: String?
        var name: String?
        var fund: Fund?
        var amount: String
    }

    /// Reads a file.
    ///
    /// - Throws: `ReadError` for a file that cannot be opened or is no text; ``WorkbenchError`` for one that is no such register.
    package static func read(_ path: String) throws -> BodyRegister {
        return try register(yaml: SourceFile.settings(path), file: path)
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
                .data, Bilingual("\(file)：不是单位沿革文件", "\(file): no register of bodies"),
                advice: Bilingual(
                    "请写 bodies:，其下写 - name: …，并写 aliases，或 from、into 及 since",
                    "write 'bodies:' and below it '- name: …' with 'aliases', or 'from' or 'into' and 'since'"))
        }
        var entries: [BodyRegister.Entry] = []
        for body in content.bodies {
            let changes = (body.from ?? []) + (body.into ?? [])
            if !changes.isEmpty, !(body.since.map(FiscalYear.plausible.contains) ?? false) {
                throw WorkbenchError(
                    .data,
                    Bilingual("\(file)：“\(body.name)”的沿革没有年度", "\(file): the change of '\(body.name)' has no year"),
                    advice: Bilingual(
                        "请补上 since: 及变动后的首个年度，如 2023", "add 'since:' with the first year after it, such as 2023"))
            }
            var entry = BodyRegister.Entry(
                name: BudgetUnit(body.name), aliases: units(body.aliases), from: units(body.from),
                into: units(body.into), since: body.since.map { FiscalYear($0) })
            entry.units = units(body.units)
            entry.transfers = try (body.transfers ?? []).map { transfer throws(WorkbenchError) in
                try self.transfer(transfer, of: body.name, file: file)
            }
            entries.append(entry)
        }
        return BodyRegister(entries)
    }

    private static func transfer(
        _ transfer: Transfer, of department: String, file: String
    ) throws(WorkbenchError) -> BodyRegister.Transfer {
        do {
            let subject = Subject(
                code: transfer.code, names: [transfer.name ?? ""].filter { !$0.isEmpty },
                level: transfer.code.flatMap { SubjectScheme.china.level(of: $0) } ?? .item)
            guard transfer.code != nil || transfer.name != nil else { throw AmountError.overflow }
            return BodyRegister.Transfer(
                year: try FiscalYear(validating: transfer.year), subject: subject,
                fund: transfer.fund ?? .generalPublicBudget, amount: try Amount(parsing: transfer.amount, unit: .wan))
        } catch {
            throw WorkbenchError(
                .data,
                Bilingual(
                    "\(file)：“\(department)”内部的一笔往来不完整", "\(file): a transfer within '\(department)' is not complete"),
                advice: Bilingual(
                    "请写 year，科目的 code 或 name，以及以万元计的 amount",
                    "write 'year', 'code' or 'name' of its subject, and 'amount' in units of 10,000 yuan"))
        }
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
