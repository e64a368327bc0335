import Platform
import Yams

extension CheckSettings {
    /// Reads settings from YAML.
    ///
    /// - Parameters:
    ///   - yaml: the text.
    ///   - file: the name that appears in errors.
    /// - Throws: `ReadError` for text that is no YAML, for keys and rules that do not exist, and for
    ///   values out of range.
    public init(yaml: String, file: String) throws(ReadError) {
        let decoded: CheckSettings
        do {
            try Self.refuseUnknownKeys(in: yaml)
            decoded = try YAMLDecoder().decode(CheckSettings.self, from: yaml)
        } catch let error as UnknownKey {
            throw ReadError(.data, file: file, problem: "unknown key '\(error.key)'", remedy: error.remedy)
        } catch {
            throw ReadError(
                .data, file: file, problem: "not the settings of check: \(Self.firstLine(of: error))",
                remedy: "write 'rules:' and below it a rule's id with enabled, severity, tolerance or threshold")
        }
        try decoded.validate(file: file)
        self = decoded
    }

    private struct UnknownKey: Error {
        var key: String
        var remedy: String
    }

    private static let settingKeys: Set<String> = ["enabled", "severity", "tolerance", "threshold"]

    private static func refuseUnknownKeys(in yaml: String) throws {
        guard let root = try Yams.compose(yaml: yaml) else { return }
        guard let mapping = root.mapping else { throw UnknownKey(key: "?", remedy: "begin with 'rules:'") }
        for (key, value) in mapping {
            guard key.string == "rules" else {
                throw UnknownKey(key: key.string ?? "?", remedy: "the only key at the top is 'rules'")
            }
            for (rule, setting) in value.mapping ?? [:] {
                for (name, _) in setting.mapping ?? [:] where !settingKeys.contains(name.string ?? "?") {
                    throw UnknownKey(
                        key: "\(rule.string ?? "?").\(name.string ?? "?")",
                        remedy: "a rule takes \(settingKeys.sorted().joined(separator: ", "))")
                }
            }
        }
    }

    private func validate(file: String) throws(ReadError) {
        for (rule, setting) in rules.sorted(by: { $0.key < $1.key }) {
            guard RuleCatalogue.description(of: rule) != nil else {
                throw ReadError(
                    .data, file: file, problem: "there is no rule '\(rule)'",
                    remedy: "list the rules with 'juesuan check --rules'")
            }
            for (name, value) in [("tolerance", setting.tolerance), ("threshold", setting.threshold)] {
                if let value, !(0...1_000_000).contains(value) {
                    throw ReadError(
                        .data, file: file, problem: "\(rule).\(name) is \(value)",
                        remedy: "write a number from 0 to 1000000")
                }
            }
        }
    }

    private static func firstLine(of error: any Error) -> String {
        String(String(describing: error).split(separator: "\n").first ?? "")
    }
}
