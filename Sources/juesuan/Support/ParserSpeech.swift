import ArgumentParser
import Platform

extension ArgumentHelp {
    /// Help in both languages.
    ///
    /// - Parameter valueName: what the value is called in the synopsis.
    init(_ zhHans: String, _ en: String, valueName: Bilingual? = nil) {
        self.init(
            stringLiteral: Speech.words(Bilingual(zhHans, en)))
        self.valueName = valueName.map(Speech.words)
    }
}

extension CommandConfiguration {
    /// A command with its help in both languages.
    ///
    /// - Parameters:
    ///   - name: the word the command is called by.
    ///   - abstract: one sentence: what it does.
    ///   - about: what else there is to know.
    ///   - examples: lines that can be pasted into a shell.
    init(
        _ name: String, _ abstract: Bilingual, about: Bilingual? = nil, examples: [String] = [], version: String = "",
        shouldDisplay: Bool = true, subcommands: [any ParsableCommand.Type] = []
    ) {
        let heading = Bilingual("示例：", "Example:")
        let list =
            examples.isEmpty ? nil : ([Speech.words(heading), ""] + examples.map { "  " + $0 }).joined(separator: "\n")
        self.init(
            commandName: name, abstract: Speech.words(abstract),
            discussion: [about.map { Self.joined(Speech.words($0)) }, list].compactMap { $0 }.joined(separator: "\n\n"),
            version: version,
            shouldDisplay: shouldDisplay, subcommands: subcommands)
    }

    /// Paragraphs without the ends of line that the source has; what is indented stays as it is.
    private static func joined(_ text: String) -> String {
        let gap = Speech.language == .en ? " " : ""
        var lines: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if let last = lines.last, !last.isEmpty, !last.hasPrefix(" "), !line.isEmpty, !line.hasPrefix(" ") {
                lines[lines.count - 1] = last + gap + line
            } else {
                lines.append(line)
            }
        }
        return lines.joined(separator: "\n")
    }
}

extension ValidationError {
    /// A mistake on the command line, in both languages.
    init(_ words: Bilingual) { self.init(Speech.words(words)) }
}

extension CleanExit {
    /// A last word in both languages.
    static func message(_ words: Bilingual) -> CleanExit { .message(Speech.words(words)) }
}
