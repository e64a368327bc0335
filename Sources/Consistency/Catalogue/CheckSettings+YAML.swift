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
            throw ReadError(
                .data, file: file, problem: Bilingual("没有“\(error.key)”这个键", "unknown key '\(error.key)'"),
                remedy: error.remedy)
        } catch {
            throw ReadError(
                .data, file: file,
                problem: Bilingual(
                    "不是检查的设置（“\(Self.firstLine(of: error))”）", "not the settings of check: \(Self.firstLine(of: error))"
                ),
                remedy: Bilingual(
                    "请写 rules:，其下写规则编号及 enabled、severity、tolerance 或 threshold",
                    "write 'rules:' and below it a rule's id with enabled, severity, tolerance or threshold"))
        }
        try decoded.validate(file: file)
        self = decoded
    }

    private struct UnknownKey: Error {
        var key: String
        var remedy: Bilingual
    }

    private static let settingKeys: Set<String> = ["enabled", "severity", "tolerance", "threshold"]

    private static func refuseUnknownKeys(in yaml: String) throws {
        guard let root = try Yams.compose(yaml: yaml) else { return }
        guard let mapping = root.mapping else {
            throw UnknownKey(key: "?", remedy: Bilingual("请以 rules: 开头", "begin with 'rules:'"))
        }
        for (key, value) in mapping {
            guard key.string == "rules" else {
                throw UnknownKey(
                    key: key.string ?? "?", remedy: Bilingual("最上层只有 rules 一个键", "the only key at the top is 'rules'"))
            }
            for (rule, setting) in value.mapping ?? [:] {
                for (name, _) in setting.mapping ?? [:] where !settingKeys.contains(name.string ?? "?") {
                    throw UnknownKey(
                        key: "\(rule.string ?? "?").\(name.string ?? "?")",
                        remedy: Bilingual(
                            "规则下可写 \(settingKeys.sorted().joined(separator: "、"))",
                            "a rule takes \(settingKeys.sorted().joined(separator: ", "))"))
                }
            }
        }
    }

    private func validate(file: String) throws(ReadError) {
        for (rule, setting) in rules.sorted(by: { $0.key < $1.key }) {
            guard RuleCatalogue.description(of: rule) != nil else {
                throw ReadError(
                    .data, file: file, problem: Bilingual("没有规则“\(rule)”", "there is no rule '\(rule)'"),
                    remedy: Bilingual("“juesuan check --rules”可列出全部规则", "list the rules with 'juesuan check --rules'"))
            }
            for (name, value) in [("tolerance", setting.tolerance), ("threshold", setting.threshold)] {
                if let value, !(0...1_000_000).contains(value) {
                    throw ReadError(
                        .data, file: file,
                        problem: Bilingual("“\(rule).\(name)”为 \(value)", "\(rule).\(name) is \(value)"),
                        remedy: Bilingual("请填写 0 至 1000000 的数", "write a number from 0 to 1000000"))
                }
            }
        }
    }

    private static func firstLine(of error: any Error) -> String {
        String(String(describing: error).split(separator: "\n").first ?? "")
    }
}
