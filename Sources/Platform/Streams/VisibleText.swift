/// Text of others made harmless for a terminal, a log or a page.
///
/// Documents, their names and their cells may hold characters that move a cursor, set a title, or show what follows in
/// another order than it stands in.
package enum VisibleText {
    /// The text on one line: control characters, and the escape sequences they begin, become blanks; marks that turn the
    /// direction of writing go.
    package static func singleLine(_ text: String) -> String { cleaned(text) { isControl($0) || breaksLine($0) } }

    /// The text with its lines kept.
    package static func lines(_ text: String) -> String { cleaned(text) { isControl($0) && $0 != "\n" } }

    /// Whether a character turns the direction of what stands behind it: embeddings, overrides and isolates of Unicode's
    /// bidirectional algorithm (UAX 9).
    package static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }

    private static func cleaned(_ text: String, becomesBlank: (Unicode.Scalar) -> Bool) -> String {
        guard text.unicodeScalars.contains(where: { turnsDirection($0) || becomesBlank($0) }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !turnsDirection(scalar) {
            result.append(becomesBlank(scalar) ? " " : scalar)
        }
        return String(result)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }

    private static func breaksLine(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0x2028 || scalar.value == 0x2029
    }
}
