import Platform

/// What the argument parser says by itself, which it says in English alone, in the language that is spoken.
enum ParserWords {
    /// The text of a help screen or of an error in the language.
    static func text(_ text: String, in language: Language) -> String {
        guard language == .zhHans else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0)) }
            .joined(separator: "\n")
    }

    private static func line(_ line: String) -> String {
        if let heading = headings[line] { return heading }
        for (opening, chinese) in openings where line.hasPrefix(opening) {
            return remarks(in: chinese + sentence(String(line.dropFirst(opening.count))))
        }
        return remarks(in: sentence(line))
    }

    /// Lines that are always the same.
    private static let headings: [String: String] = [
        "ARGUMENTS:": "参数：", "OPTIONS:": "选项：", "SUBCOMMANDS:": "子命令：",
    ]

    private static let openings: [(String, String)] = [
        ("OVERVIEW: ", "概述："), ("USAGE: ", "用法："), ("Usage: ", "用法："), ("Error: ", "错误："), ("Help:  ", "说明："),
    ]

    /// What it says of mistakes: what stands before, between and behind the words of the command line.
    private static let sentences: [(en: [String], zhHans: [String])] = [
        (["Unknown option '", "'. Did you mean '", "'?"], ["没有选项“", "”，是否为“", "”？"]),
        (["Unknown option '", "'"], ["没有选项“", "”"]),
        (["Missing value for '", "'"], ["选项“", "”缺少值"]),
        (["Missing expected argument '", "'"], ["缺少参数“", "”"]),
        (["The option '", "' does not take any value, but '", "' was specified."], ["选项“", "”不带值，却给出了“", "”"]),
        (["Unexpected argument '", "'"], ["多余的参数“", "”"]),
        (["The value '", "' is invalid for '", "'. Please provide one of '", "'."], ["值“", "”不能用于“", "”，可用“", "”"]),
        (["The value '", "' is invalid for '", "': ", ""], ["值“", "”不能用于“", "”：", ""]),
        (["The value '", "' is invalid for '", "'"], ["值“", "”不能用于“", "”"]),
        (["Value to be set with ", " had already been set with ", ""], ["", "要设的值已由", "设定"]),
        (["Missing required subcommand."], ["缺少子命令"]),
        (["Invalid option: ", ""], ["选项有误：", ""]),
        (["  See '", "' for more information."], ["  详见“", "”"]),
        (["  See '", "' for detailed help."], ["  详见“", "”"]),
    ]

    private static func sentence(_ text: String) -> String {
        for form in sentences {
            guard let parts = parts(of: text, between: form.en) else { continue }
            var result = form.zhHans[0]
            for (part, next) in zip(parts, form.zhHans.dropFirst()) { result += part + next }
            return result
        }
        return text
    }

    /// What stands between the pieces of a sentence; `nil` for another sentence.
    private static func parts(of text: String, between pieces: [String]) -> [String]? {
        guard text.hasPrefix(pieces[0]) else { return nil }
        var rest = text.dropFirst(pieces[0].count)
        var parts: [String] = []
        for (place, piece) in pieces.enumerated().dropFirst() {
            if place == pieces.count - 1 {
                guard rest.hasSuffix(piece) else { return nil }
                parts.append(String(rest.dropLast(piece.count)))
                return parts
            }
            guard let found = rest.range(of: piece) else { return nil }
            parts.append(String(rest[..<found.lowerBound]))
            rest = rest[found.upperBound...]
        }
        return rest.isEmpty ? parts : nil
    }

    /// Defaults, values and the options that every command has.
    private static func remarks(in line: String) -> String {
        // A search for each of the words in each of a hundred lines is half the time of a screen of help.
        guard line.utf8.contains(where: signs.contains) else { return line }
        var line = words.reduce(line) { $0.replacing($1.0, with: $1.1) }
        if line.contains("（默认：") || line.contains("（可用："), line.hasSuffix(")") { line = line.dropLast() + "）" }
        return line
    }

    /// Letters one of which each of the words has.
    private static let signs = Set("(;S<'".utf8)

    private static let words = [
        (" (default: ", "（默认："), (" (values: ", "（可用："), ("(default: ", "（默认："), ("(values: ", "（可用："),
        ("; default: ", "；默认："), ("Show help information.", "显示帮助。"),
        ("Show subcommand help information.", "显示子命令的帮助。"), ("Show the version.", "显示版本。"),
        ("<subcommand>", "<子命令>"), ("<subcommands>", "<子命令>"), ("<options>", "<选项>"), ("' or '", "”或“"),
        ("', '", "”、“"),
    ]
}
