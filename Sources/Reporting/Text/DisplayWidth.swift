/// How many columns of a terminal a text takes.
///
/// Follows East Asian Width (Unicode Standard Annex #11): wide and full-width characters take two columns,
/// combining marks and format characters none, everything else one. Ambiguous characters count as one, as
/// terminals with a UTF-8 locale draw them.
package enum DisplayWidth {
    /// The columns a text takes; control characters count as none.
    package static func of(_ text: some StringProtocol) -> Int {
        text.reduce(0) { $0 + of($1) }
    }

    /// The columns one user-perceived character takes.
    package static func of(_ character: Character) -> Int {
        if let ascii = character.asciiValue { return ascii < 0x20 || ascii == 0x7F ? 0 : 1 }
        let scalars = character.unicodeScalars
        // An emoji variation selector asks for the coloured, two-column form of a narrow base.
        if scalars.contains("\u{FE0F}") { return 2 }
        return scalars.reduce(0) { max($0, of($1)) }
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int {
        if isZeroWidth(scalar) { return 0 }
        return isWide(scalar) ? 2 : 1
    }

    private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: true
        default: (0x1160...0x11FF).contains(scalar.value)  // Hangul vowels and finals join the syllable before them
        }
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF,
            0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
            0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x20000...0x3FFFD:
            true
        default: scalar.properties.isEmojiPresentation
        }
    }

    /// The text shortened to at most `width` columns, its end replaced by `…` where it was cut.
    ///
    /// ```swift
    /// DisplayWidth.truncate("突发公共卫生事件应急处理", to: 9)   // "突发公共…"
    /// ```
    package static func truncate(_ text: String, to width: Int) -> String {
        if of(text) <= width { return text }
        guard width > 0 else { return "" }
        var result = ""
        var taken = 0
        for character in text {
            let columns = of(character)
            if taken + columns > width - 1 { break }
            result.append(character)
            taken += columns
        }
        return result + "…"
    }

    /// The text broken into lines of at most `width` columns; further lines are indented.
    ///
    /// Breaks at blanks where there are some, else between characters, as Chinese is set.
    package static func wrap(_ text: String, to width: Int, indent: Int = 0) -> [String] {
        var lines: [String] = []
        var rest = Substring(text)
        while of(rest) + (lines.isEmpty ? 0 : indent) > width {
            let room = max(2, width - (lines.isEmpty ? 0 : indent))
            var end = rest.startIndex
            var taken = 0
            while end < rest.endIndex, taken + of(rest[end]) <= room {
                taken += of(rest[end])
                rest.formIndex(after: &end)
            }
            if let blank = rest[..<end].lastIndex(of: " "), of(rest[blank..<end]) < room / 3, blank > rest.startIndex {
                end = blank
            }
            if end == rest.startIndex { rest.formIndex(after: &end) }
            lines.append(String(repeating: " ", count: lines.isEmpty ? 0 : indent) + rest[..<end])
            rest = rest[end...].drop { $0 == " " }
        }
        return lines + [String(repeating: " ", count: lines.isEmpty ? 0 : indent) + rest]
    }

    /// The text with blanks added up to `width` columns; a longer text is left as it is.
    package static func pad(_ text: String, to width: Int, trailing: Bool) -> String {
        let padding = String(repeating: " ", count: max(0, width - of(text)))
        return trailing ? padding + text : text + padding
    }
}
