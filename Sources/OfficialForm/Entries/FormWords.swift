/// How words of the form are written.
package enum FormWords {
    /// Printed words in the form that reading compares: brackets, colons and quotation marks of one width.
    package static func folded(_ words: String) -> String {
        String(
            words.map { character in
                switch character {
                case "“", "”": "\""
                case "（": "("
                case "）": ")"
                case "：": ":"
                default: character
                }
            })
    }
}
