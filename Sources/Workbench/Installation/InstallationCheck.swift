import Platform
import Reporting

/// Which parts of an installation are there, and what the others lack.
package struct InstallationCheck: Sendable {
    /// What was found of one part.
    package struct Finding: Sendable {
        /// The part.
        package let part: InstallationPart
        /// Its version or its path; `nil` where it is not there.
        package let found: String?
    }

    /// What was found, in the order of the parts.
    package let findings: [Finding]

    /// Looks for each part; a program is started, and ended where it does not answer.
    package init(_ parts: [InstallationPart]) {
        findings = parts.map { Finding(part: $0, found: Self.find($0.test)) }
    }

    /// Whether all that a whole installation has is there.
    package var isWhole: Bool { findings.allSatisfy { $0.found != nil || !$0.part.isNeeded } }

    /// Columns: `part,state,found,purpose,loss,remedy`.
    package func table(in language: Language) -> ReportTable {
        ReportTable(
            name: "installation", title: language.words("安装情况", "Installation"),
            columns: [
                ReportColumn("part", title: language.words("组成部分", "part"), kind: .label),
                ReportColumn("state", title: language.words("状态", "state"), kind: .label),
                ReportColumn(
                    "found", title: language.words("版本或位置", "version or place"), kind: .label, dispensability: 2),
                ReportColumn("purpose", title: language.words("用途", "purpose"), dispensability: 1),
                ReportColumn("loss", title: language.words("缺少时", "without it")),
                ReportColumn("remedy", title: language.words("办法", "remedy")),
            ],
            rows: findings.map { finding in
                let (part, isThere) = (finding.part, finding.found != nil)
                return [
                    .text(part.name), Self.state(part, isThere: isThere, in: language), .text(ifStated: finding.found),
                    .text(part.purpose.text(in: language)), isThere ? .empty : .text(part.loss.text(in: language)),
                    isThere ? .empty : .text(part.remedy.text(in: language)),
                ]
            })
    }

    private static func state(_ part: InstallationPart, isThere: Bool, in language: Language) -> ReportCell {
        guard !isThere else { return .term(code: "present", label: language.words("有", "there"), tone: .good) }
        return part.isNeeded
            ? .term(code: "missing", label: language.words("缺少", "missing"), tone: .serious)
            : .term(code: "absent", label: language.words("没有（可选）", "not there (optional)"))
    }

    /// How long a program may take to say its version.
    private static let seconds = 20.0

    private static func find(_ test: InstallationPart.Test) -> String? {
        switch test {
        case .path(let path): return path
        case .program(let names, let arguments, let words):
            return names.lazy.compactMap { answer(of: $0, arguments, says: words) }.first
        }
    }

    private static func answer(of program: String, _ arguments: [String], says words: String?) -> String? {
        let process = ChildProcess(
            program: program, arguments: arguments, seconds: seconds, memory: 0, outputLimit: 1 << 16)
        guard let outcome = process.run(), outcome.ending != .notFound else { return nil }
        // Some say their version on standard error.
        let said = String(decoding: outcome.output, as: UTF8.self) + outcome.errors
        if let words { return said.contains(words) ? words : nil }
        // Behind the version stand build and libraries in brackets.
        let line = said.split(whereSeparator: \.isNewline).first?.prefix { $0 != "(" } ?? Substring(program)
        return line.split(separator: " ").prefix(4).joined(separator: " ")
    }
}
