/// Finds the sentences of a source file that are given in both languages: calls with two literals, the Chinese first.
struct BilingualLiterals {
    /// One sentence; what is put into it at run time stands as a blank.
    struct Sentence {
        let zhHans: String
        let en: String
    }

    /// What is called with both.
    private static let calls = ["Bilingual(", "ArgumentHelp(", ".words("]

    /// The sentences in order.
    let sentences: [Sentence]
    /// Texts that are handed to a call of these names without a translation.
    let untranslated: [String]

    init(_ source: String, alone: [String] = []) {
        let text = Array(source.unicodeScalars)
        let calls = Self.calls + alone
        let openings = Set(calls.compactMap(\.unicodeScalars.first))
        var sentences: [Sentence] = []
        var untranslated: [String] = []
        var position = 0
        var isBehindName = false
        while position < text.count {
            if text[position] == "/", Self.stands("//", text, position) {
                while position < text.count, text[position] != "\n" { position += 1 }
                continue
            }
            if openings.contains(text[position]), !isBehindName || text[position] == ".",
                let call = calls.first(where: { Self.stands($0, text, position) })
            {
                var cursor = position + call.unicodeScalars.count
                if let first = Self.literals(text, &cursor) {
                    if alone.contains(call) {
                        untranslated.append(first)
                    } else if Self.skips(",", text, &cursor), let second = Self.literals(text, &cursor) {
                        sentences.append(Sentence(zhHans: first, en: second))
                    }
                    // Sentences may stand in what is put into another.
                    position += call.unicodeScalars.count
                    continue
                }
            }
            isBehindName = text[position].properties.isAlphabetic
            position += 1
        }
        self.sentences = sentences
        self.untranslated = untranslated
    }

    private static func stands(_ word: String, _ text: [Unicode.Scalar], _ position: Int) -> Bool {
        text[position...].starts(with: word.unicodeScalars)
    }

    private static func skipBlanks(_ text: [Unicode.Scalar], _ position: inout Int) {
        while position < text.count, text[position].properties.isWhitespace { position += 1 }
    }

    private static func skips(_ sign: String, _ text: [Unicode.Scalar], _ position: inout Int) -> Bool {
        skipBlanks(text, &position)
        guard stands(sign, text, position) else { return false }
        position += sign.unicodeScalars.count
        return true
    }

    /// A literal, or several with a plus between them.
    private static func literals(_ text: [Unicode.Scalar], _ position: inout Int) -> String? {
        skipBlanks(text, &position)
        guard var whole = literal(text, &position) else { return nil }
        while true {
            var next = position
            guard skips("+", text, &next) else { return whole }
            skipBlanks(text, &next)
            guard let more = literal(text, &next) else { return whole }
            whole += more
            position = next
        }
    }

    private static func literal(_ text: [Unicode.Scalar], _ position: inout Int) -> String? {
        guard position < text.count, text[position] == "\"" else { return nil }
        let mark = stands("\"\"\"", text, position) ? "\"\"\"" : "\""
        position += mark.unicodeScalars.count
        var words = String.UnicodeScalarView()
        while position < text.count, !stands(mark, text, position) {
            if stands("\\(", text, position) {
                position += 2
                skipInterpolation(text, &position)
                words.append(" ")
            } else if text[position] == "\\" {
                position += 2
            } else {
                words.append(text[position])
                position += 1
            }
        }
        position += mark.unicodeScalars.count
        return String(words)
    }

    private static func skipInterpolation(_ text: [Unicode.Scalar], _ position: inout Int) {
        var depth = 1
        while depth > 0, position < text.count {
            switch text[position] {
            case "(": depth += 1
            case ")": depth -= 1
            case "\"":
                _ = literal(text, &position)
                continue
            default: break
            }
            position += 1
        }
    }
}
