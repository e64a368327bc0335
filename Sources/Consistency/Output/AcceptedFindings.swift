/// Findings that someone looked at and settled: they are no longer news when a document is checked again.
///
/// ```json
/// {"accepted":[{"rule":"share","quote":"占本年支出合计的99.86%","who":"王某","why":"四舍五入，主管部门已核实"}]}
/// ```
public struct AcceptedFindings: Hashable, Sendable, Codable {
    /// One settled finding.
    public struct Entry: Hashable, Sendable, Codable {
        /// The name of the document's file, without its folders; `nil` for any document.
        public var file: String?
        /// The rule's id.
        public var rule: String
        /// The quote of the finding; blanks do not count.
        public var quote: String
        /// Who settled it.
        public var who: String
        /// Why it stands.
        public var why: String

        /// Creates an entry.
        public init(file: String? = nil, rule: String, quote: String, who: String, why: String) {
            self.file = file
            self.rule = rule
            self.quote = quote
            self.who = who
            self.why = why
        }
    }

    /// The settled findings, in the order in which they were settled.
    public var accepted: [Entry]

    /// Creates a list.
    public init(accepted: [Entry] = []) {
        self.accepted = accepted
    }

    private struct Key: Hashable {
        var rule: String
        var quote: String

        init(_ rule: String, _ quote: String) {
            self.rule = rule
            self.quote = String(quote.filter { !$0.isWhitespace })
        }
    }

    /// The output with settled findings apart from the new ones, and what was settled and is found no more.
    public func settling(_ output: CheckOutput) -> CheckOutput {
        let entries = Dictionary(grouping: accepted.indices) { Key(accepted[$0].rule, accepted[$0].quote) }
        var met: Set<Int> = []
        var result = output
        for index in result.documents.indices {
            let name = Self.name(of: result.documents[index].file)
            var new: [Finding] = []
            for finding in result.documents[index].findings {
                let known = (entries[Key(finding.rule, finding.quote)] ?? []).first {
                    accepted[$0].file == nil || accepted[$0].file == name
                }
                guard let known else {
                    new.append(finding)
                    continue
                }
                met.insert(known)
                result.documents[index].accepted.append(
                    CheckOutput.Accepted(finding: finding, who: accepted[known].who, why: accepted[known].why))
            }
            result.documents[index].findings = new
        }
        let checked = Set(output.documents.map { Self.name(of: $0.file) })
        result.gone = accepted.indices.filter { index in
            !met.contains(index) && (accepted[index].file.map { checked.contains($0) } ?? true)
        }.map { accepted[$0] }
        return result
    }

    /// The list with the errors and warnings of an output besides, those that it holds already left out.
    ///
    /// - Parameter words: only findings whose rule this is, or whose message or quote holds this; `nil` for all of them.
    public func adding(_ output: CheckOutput, who: String, why: String, only words: String? = nil) -> AcceptedFindings {
        var result = self
        for document in settling(output).documents {
            for finding in document.findings where finding.severity != .note && finding.isMeant(by: words) {
                result.accepted.append(
                    Entry(
                        file: Self.name(of: document.file), rule: finding.rule, quote: finding.quote, who: who, why: why
                    ))
            }
        }
        return result
    }

    private static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}

extension Finding {
    /// Whether some words are its rule or stand in its message or quote; blanks do not count.
    fileprivate func isMeant(by words: String?) -> Bool {
        guard let words = words?.filter({ !$0.isWhitespace }), !words.isEmpty else { return true }
        return rule == words || (message + "\n" + quote).filter { !$0.isWhitespace || $0 == "\n" }.contains(words)
    }
}
