import FinalAccounts
import Interchange
import Platform

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
        let settings = SettingsFile(name: file, hint: Self.showHint)
        try self.init(try settings.entries(of: yaml), profile: profile)
    }

    /// The thresholds as YAML that ``init(yaml:file:profile:)`` reads back, with a remark on every key.
    package func yaml(in language: Language) -> String {
        var lines = ["\(Self.profileKey): \(profile.rawValue)"]
        for key in ThresholdKey.allCases {
            lines.append("# " + key.meaning(in: language))
            lines.append("\(key.rawValue): \(key.text(in: self))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: Reading

    private static let profileKey = "profile"
    private static let showHint = Bilingual(
        "“juesuan anomalies --show-thresholds”可列出全部键", "'juesuan anomalies --show-thresholds' prints every key")

    private init(_ entries: [SettingsFile.Entry], profile: AnomalyProfile) throws(ReadError) {
        let named = entries.first { $0.key == Self.profileKey }
        self = .standard(try named?.word(AnomalyProfile.self) ?? profile)
        for entry in entries where entry.key != Self.profileKey {
            guard let key = ThresholdKey(rawValue: entry.key) else {
                throw entry.failure(Bilingual("没有“\(entry.key)”这个键", "unknown key '\(entry.key)'"), Self.showHint)
            }
            try set(key, entry)
        }
        let (material, trivial) = (ThresholdKey.materialAmount, ThresholdKey.trivialAmount)
        if let amount = materialAmount, amount < trivialAmount,
            let entry = entries.last(where: { [material.rawValue, trivial.rawValue].contains($0.key) })
        {
            throw entry.failure(
                Bilingual(
                    "“\(material.rawValue)”\(material.text(in: self)) 小于“\(trivial.rawValue)”\(trivial.text(in: self))",
                    "\(material.rawValue) \(material.text(in: self)) is below \(trivial.rawValue) \(trivial.text(in: self))"
                ),
                Bilingual("请使前者不小于后者，或写 none", "make it the larger of the two, or none"))
        }
    }

    private mutating func set(_ key: ThresholdKey, _ entry: SettingsFile.Entry) throws(ReadError) {
        let text = entry.text ?? ""
        if key == .materialAmount, text == ThresholdKey.none {
            materialAmount = nil
            return
        }
        let failure = entry.failure(
            Bilingual("“\(key.rawValue)”为\(entry.shown.zhHans)", "\(key.rawValue) is \(entry.shown.en)"), key.remedy)
        guard let number = Double(text), key.range.contains(number) else { throw failure }
        if let path = key.number {
            self[keyPath: path] = number
            return
        }
        guard let amount = try? Amount(parsing: text, unit: .yuan) else { throw failure }
        if key == .trivialAmount { trivialAmount = amount } else { materialAmount = amount }
    }
}
