/// A piece of HTML that is safe to put into a page: what is interpolated is escaped, what is written is not.
///
/// ```swift
/// let name = "<b>"
/// let cell: HTML = "<td>\(name)</td>"     // <td>&lt;b&gt;</td>
/// let row: HTML = "<tr>\(cell)</tr>"      // pieces of HTML go in as they are
/// ```
package struct HTML: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// The markup.
    package private(set) var markup: String

    /// Nothing.
    package static let empty = HTML(markup: "")

    /// Takes markup that is known to be safe: constants of the program, never input.
    init(markup: String) {
        self.markup = markup
    }

    /// Creates a piece from a literal.
    package init(stringLiteral value: String) {
        markup = value
    }

    /// Creates a piece from a literal with interpolations.
    package init(stringInterpolation: StringInterpolation) {
        markup = stringInterpolation.markup
    }

    /// Escapes a text for element content and for quoted attributes.
    package static func escaped(_ text: String) -> HTML {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            // Control characters are no HTML; a document that carries them must not break the page.
            case "\u{0}"..."\u{8}", "\u{B}", "\u{E}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}":
                result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return HTML(markup: result)
    }

    /// The pieces one after the other.
    package static func joined(_ pieces: some Sequence<HTML>) -> HTML {
        HTML(markup: pieces.reduce(into: "") { $0 += $1.markup })
    }

    /// Adds a piece behind another.
    package static func += (left: inout HTML, right: HTML) {
        left.markup += right.markup
    }

    /// Collects literal and interpolated parts.
    package struct StringInterpolation: StringInterpolationProtocol, Sendable {
        fileprivate var markup = ""

        /// Prepares for a literal of the given size.
        package init(literalCapacity: Int, interpolationCount: Int) {
            markup.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        /// Adds markup as it is written in the program.
        package mutating func appendLiteral(_ literal: String) {
            markup += literal
        }

        /// Adds a text, escaped.
        package mutating func appendInterpolation(_ text: String) {
            markup += HTML.escaped(text).markup
        }

        /// Adds a piece of HTML as it is.
        package mutating func appendInterpolation(_ piece: HTML) {
            markup += piece.markup
        }

        /// Adds pieces of HTML one after the other.
        package mutating func appendInterpolation(_ pieces: [HTML]) {
            for piece in pieces { markup += piece.markup }
        }

        /// Adds a whole number.
        package mutating func appendInterpolation(_ number: Int) {
            markup += String(number)
        }

        /// Adds a length or coordinate with one decimal, as SVG needs no more.
        package mutating func appendInterpolation(_ number: Double) {
            markup += DecimalDigits.fixed(number, decimals: 1)
        }
    }
}
