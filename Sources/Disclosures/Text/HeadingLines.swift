/// Tells headings from items that run on: a heading is a numbered line well short of the page's width
/// that ends without punctuation, and what stands under it does not go on with its words.
enum HeadingLines {
    /// Gives every mark that is a heading the end of its words.
    static func find(in scalars: [Unicode.Scalar], lineStarts: [Int], marks: inout [OutlineMark]) {
        guard !marks.isEmpty else { return }
        let width = usualWidth(lineStarts, end: scalars.count)
        for index in marks.indices {
            let lineEnd = lineStarts.first(after: marks[index].start) ?? scalars.count
            let line = marks[index].end..<max(lineEnd, marks[index].end)
            if let end = wrappedEnd(scalars, line: line, level: marks[index].level, lineStarts: lineStarts) {
                marks[index].titleEnd = end
                continue
            }
            guard isHeading(scalars[line], level: marks[index].level, width: width) else { continue }
            let next = index + 1 < marks.count ? marks[index + 1].start : scalars.count
            if runsOn(scalars, line: line, next: next) { continue }
            marks[index].titleEnd = lineEnd
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
        if last == "。" && (words.contains("，") || words.contains("；")) || countsThings(words) { return false }
        return !words.contains("元") && !words.contains("%") && !words.contains("|")
    }

    /// Whether a number of things or a mark stands in a line: 共有车辆5辆, 自评得分93.5分。
    private static func countsThings(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
        let end = words.last == "。" ? words.dropLast() : words
        if end.last == "分", end.dropLast().last.map(ScalarFolding.isDigit) ?? false { return true }
        return zip(words, words.dropFirst()).contains {
            ScalarFolding.isDigit($0) && ($1 == "辆" || $1 == "台" || $1 == "批" || $1 == "人")
        }
    }

    /// Where a heading ends that takes two lines: the second ends as headings of the form do, and neither holds a stop
    /// or a figure.
    private static func wrappedEnd(
        _ scalars: [Unicode.Scalar], line: Range<Int>, level: Int, lineStarts: [Int]
    ) -> Int? {
        // The number alone may stand on the first line.
        guard level == 1 || level == 2, line.isEmpty || !endsHeading(scalars[line]), line.upperBound < scalars.count
        else { return nil }
        let end = lineStarts.first(after: line.upperBound) ?? scalars.count
        guard end - line.lowerBound <= 50, OutlineMark(in: scalars, at: line.upperBound) == nil else { return nil }
        let words = scalars[line.lowerBound..<end]
        guard endsHeading(words), !words.contains(where: { endsRun($0) || ScalarFolding.isDigit($0) }) else {
            return nil
        }
        return end
    }

    // MARK: Lines that run on

    /// Whether the words of a line go on in the next: an open bracket, the name of a subject, a sign or an amount
    /// that no line begins with.
    private static func runsOn(_ scalars: [Unicode.Scalar], line: Range<Int>, next: Int) -> Bool {
        let words = scalars[line]
        if leavesOpen(words) || namesLevel(words) { return true }
        guard line.upperBound < next, !endsHeading(words) else { return false }
        let following = scalars[line.upperBound..<next]
        if let first = following.first, cannotBegin(first) { return true }
        // A subject's name that breaks before the sign of its level, an item's amount behind a short rest of words.
        let run = following.prefix(60).prefix { !endsRun($0) }
        return namesLevel(run) || beginsWithAmount(run)
    }

    /// Whether a bracket or quotation mark opens and does not close.
    private static func leavesOpen(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
        var depth = 0
        var quotes = 0
        for scalar in words {
            switch scalar {
            case "(", "《": depth += 1
            case ")", "》": depth -= 1
            case "\"": quotes += 1
            default: break
            }
        }
        return depth > 0 || quotes % 2 == 1
    }

    /// Whether words hold the sign of a subject's level: `(类)`, `(201类)`, `(款级)`, `(项)`.
    private static func namesLevel(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
        for position in words.indices where words[position] == "(" {
            let sign = words[(position + 1)...].drop(while: ScalarFolding.isDigit).prefix(2)
            guard let level = sign.first, let after = sign.last, sign.count == 2 else { continue }
            if level == "类" || level == "款" || level == "项", after == ")" || after == "级" { return true }
        }
        return false
    }

    /// Whether a line ends with a word that headings of the form end with.
    private static func endsHeading(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
        let tail = String(String.UnicodeScalarView(words.suffix(3)))
        return ["情况", "说明", "概况", "决算表", "总表", "解释", "如下", "如下:", "分类"].contains { tail.closes(with: $0) }
    }

    private static func cannotBegin(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ")", "》", "，", "。", "、", "；", ":", ",", ";", "%", ".": true
        default: false
        }
    }

    private static func endsRun(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "。", "，", ",", "；", ";", ":": true
        default: false
        }
    }

    /// Whether an amount stands behind at most six characters: 出123万元, but not 2023年度….
    private static func beginsWithAmount(_ run: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = run.prefix(7).firstIndex(where: ScalarFolding.isDigit) else { return false }
        let rest = run[first...].drop { ScalarFolding.isDigit($0) || $0 == "." }
        switch rest.first {
        case "元": return true
        case "万", "亿", "千": return rest.dropFirst().first == "元"
        default: return false
        }
    }
}
