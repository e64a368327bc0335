/// A language that output for people is written in.
///
/// The raw value is the spelling of `--language` on the command line, a BCP 47 tag.
public enum Language: String, Hashable, Sendable, Codable, CaseIterable {
    /// Chinese in simplified characters.
    case zhHans = "zh-Hans"
    /// English.
    case en
}
