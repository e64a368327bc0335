/// Cuts plain text into lines; a form feed begins a page.
enum PlainText {
    /// The lines of a text.
    static func lines(_ text: [Unicode.Scalar]) -> [TextLine] {
        let hasPages = text.contains("\u{0C}")
        var page = 1
        var result: [TextLine] = []
        var current: [Unicode.Scalar] = []
        for scalar in text {
            switch scalar {
            case "\n", "\r", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}":
                if !current.isEmpty { result.append(TextLine(current, page: hasPages ? page : nil)) }
                current.removeAll(keepingCapacity: true)
                if scalar == "\u{0C}" { page += 1 }
            default:
                current.append(scalar)
            }
        }
        if !current.isEmpty { result.append(TextLine(current, page: hasPages ? page : nil)) }
        return result.flatMap(GluedHeadings.parted)
    }
}
