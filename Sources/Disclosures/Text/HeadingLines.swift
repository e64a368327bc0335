/// Tells headings from items that run on: a heading is a numbered line well short of the page's width
/// that ends without punctuation.
enum HeadingLines {
    /// Gives every mark that is a heading the end of its words.
    static func find(in scalars: [Unicode.Scalar], lineStarts: [Int], marks: inout [OutlineMark]) {
        guard !marks.isEmpty else { return }
        let width = usualWidth(lineStarts, end: scalars.count)
        for index in marks.indices {
            let lineEnd = lineStarts.first(after: marks[index].start) ?? scalars.count
            if isHeading(scalars[marks[index].end..<lineEnd], level: marks[index].level, width: width) {
                marks[index].titleEnd = lineEnd
            }
        }
    }

    /// The length that nine lines in ten do not pass.
    private static func usualWidth(_ lineStarts: [Int], end: Int) -> Int {
        var lengths = zip(lineStarts, lineStarts.dropFirst() + [end]).map { $1 - $0 }
        lengths.sort()
        return lengths.isEmpty ? 0 : lengths[lengths.count * 9 / 10]
    }

    private static func isHeading(_ words: ArraySlice<Unicode.Scalar>, level: Int, width: Int) -> Bool {
        guard let last = words.last, words.count <= 50 else { return false }
        if level > 1, words.count * 4 > max(width, 12) * 3 { return false }
        switch last {
        case "，", "、", ",", "；", ";": return false
        default: break
        }
        // An amount or a full stop inside makes it a sentence.
        guard !words.dropLast().contains("。") else { return false }
        return !words.contains("元") && !words.contains("%")
    }
}
