import FinalAccounts
import Platform
import Yams

extension AnomalyThresholds {
    /// Reads thresholds from YAML; what the text leaves out is as the profile has it.
    ///
    /// ```yaml
    /// profile: audit
    /// overrun_rate: 0.05       # from 5% over the initial budget on
    /// material_amount: 1000000
    /// ```
    ///
    /// - Parameters:
    ///   - yaml: the text.
    ///   - file: the name that appears in errors.
    ///   - profile: the profile where the text names none.
    /// - Throws: `ReadError` with the line, for text that is no YAML, for keys that do not exist or stand
    ///   twice, and for values that make no sense.
    package init(
        yaml: String, file: String, profile: AnomalyProfile = .draft
    ) throws(ReadError) {
        let reader = ThresholdReader(file: file)
        self = try reader.thresholds(try reader.entries(of: yaml), profile: profile)
    }

    /// The thresholds as YAML that ``init(yaml:file:profile:)`` reads back, with a remark on every key.
    package func yaml(in language: Language) -> String {
        var lines = ["\(ThresholdReader.profileKey): \(profile.rawValue)"]
        for key in ThresholdKey.allCases {
            lines.append("# " + key.meaning(in: language))
            lines.append("\(key.rawValue): \(key.text(in: self))")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// Takes YAML apart, remembering where everything stood.
private struct ThresholdReader {
    static let profileKey = "profile"

    struct Entry {
        let key: String
        let value: Node
        let line: Int?
    }

    let file: String

    func entries(of yaml: String) throws(ReadError) -> [Entry] {
        let root: Node?
        do {
            root = try Yams.compose(yaml: yaml)
        } catch let error as YamlError {
            throw failure(error)
        } catch {
            throw failure(nil, "this is no YAML", "write one 'key: value' a line")
        }
        guard let root else { return [] }
        if let text = root.scalar?.string, text.isEmpty { return [] }
        guard let mapping = root.mapping else {
            throw failure(root.mark?.line, "expected 'key: value' lines", Self.showHint)
        }
        return mapping.map { key, value in
            Entry(key: key.string ?? "?", value: value, line: key.mark?.line)
        }
    }

    func thresholds(
        _ entries: [Entry], profile: AnomalyProfile
    ) throws(ReadError) -> AnomalyThresholds {
        var thresholds = AnomalyThresholds.standard(profile)
        if let entry = entries.first(where: { $0.key == Self.profileKey }) {
            thresholds = .standard(try self.profile(entry))
        }
        for entry in entries where entry.key != Self.profileKey {
            guard let key = ThresholdKey(rawValue: entry.key) else {
                throw failure(entry.line, "unknown key '\(entry.key)'", Self.showHint)
            }
            try set(key, entry, in: &thresholds)
        }
        if let material = thresholds.materialAmount, material < thresholds.trivialAmount {
            let key = ThresholdKey.materialAmount
            throw failure(
                entries.last { $0.key == key.rawValue || $0.key == ThresholdKey.trivialAmount.rawValue }?.line,
                "\(key.rawValue) \(key.text(in: thresholds)) is below \(ThresholdKey.trivialAmount.rawValue) "
                    + ThresholdKey.trivialAmount.text(in: thresholds), "make it the larger of the two, or none")
        }
        return thresholds
    }

    private func profile(_ entry: Entry) throws(ReadError) -> AnomalyProfile {
        guard let text = entry.value.scalar?.string, let profile = AnomalyProfile(rawValue: text) else {
            let known = AnomalyProfile.allCases.map(\.rawValue).joined(separator: " or ")
            throw failure(entry.line, "there is no profile \(Self.quoted(entry.value))", "write \(known)")
        }
        return profile
    }

    private func set(
        _ key: ThresholdKey, _ entry: Entry, in thresholds: inout AnomalyThresholds
    ) throws(ReadError) {
        let text = entry.value.scalar?.string ?? ""
        if key == .materialAmount, text == ThresholdKey.none {
            thresholds.materialAmount = nil
        } else if let number = Double(text), key.range.contains(number) {
            if let path = key.number {
                thresholds[keyPath: path] = number
            } else if let amount = try? Amount(parsing: text, unit: .yuan) {
                if key == .trivialAmount {
                    thresholds.trivialAmount = amount
                } else {
                    thresholds.materialAmount = amount
                }
            } else {
                throw failure(entry.line, "\(key.rawValue) is \(Self.quoted(entry.value))", key.remedy)
            }
        } else {
            throw failure(entry.line, "\(key.rawValue) is \(Self.quoted(entry.value))", key.remedy)
        }
    }

    private static let showHint = "'juesuan anomalies --show-thresholds' prints every key"

    private static func quoted(_ node: Node) -> String {
        guard let text = node.scalar?.string else { return "not a single value" }
        return text.isEmpty ? "empty" : "'\(text)'"
    }

    private func failure(_ error: YamlError) -> ReadError {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            failure(mark.line, "this is no YAML: \(problem)", "write one 'key: value' a line")
        case .duplicatedKeysInMapping(let keys, let context):
            failure(
                context.mark.line, "\(keys.sorted().joined(separator: ", ")) stands more than once",
                "leave one of them")
        default: failure(nil, "this is no YAML", "write one 'key: value' a line")
        }
    }

    private func failure(_ line: Int?, _ problem: String, _ remedy: String) -> ReadError {
        ReadError(.data, file: file + (line.map { ":\($0)" } ?? ""), problem: problem, remedy: remedy)
    }
}
