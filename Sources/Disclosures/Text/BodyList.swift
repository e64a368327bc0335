/// The bodies whose accounts a document takes in: 纳入部门决算编制范围的二级预算单位包括：1.甲市乙局本级 2.…
enum BodyList {
    /// Their names in order; empty where the document lists none.
    static func names(in text: FoldedText) -> [String] {
        for words in ["预算单位包括:", "预算单位包括", "预算单位有:", "预算单位为:", "单位构成包括:", "预算单位名单:"] {
            let pattern = Array(words.unicodeScalars)
            guard let found = text.firstIndex(of: pattern, in: 0..<text.scalars.count) else { continue }
            return names(in: text, from: found + pattern.count)
        }
        return []
    }

    /// The names behind the words that announce them: one for each number of a list, or in a row.
    private static func names(in text: FoldedText, from start: Int) -> [String] {
        var names: [String] = []
        var mark = text.marks.index(atOrAfter: start)
        let listStart = mark < text.marks.count ? text.marks[mark] : nil
        guard let listStart, listStart.start - start <= 2, listStart.level >= 2 else {
            let end = text.scalars[start...].prefix(600).firstIndex { $0 == "。" || $0 == "；" } ?? start
            let row = text.quote(start..<end)
            let parts = row.split { "、，,和".contains($0) }
            return parts.compactMap { BodyName.plausible(String($0), isLabelled: true) }
        }
        while mark < text.marks.count, text.marks[mark].level == listStart.level {
            let next = mark + 1 < text.marks.count ? text.marks[mark + 1].start : text.scalars.count
            let item = text.marks[mark].end..<max(text.marks[mark].end, next)
            let words = text.scalars[item].prefix(40).prefix { $0 != "。" && $0 != "；" && $0 != ";" }
            guard let name = BodyName.plausible(text.quote(words.startIndex..<words.endIndex), isLabelled: true) else {
                break
            }
            names.append(name)
            if words.endIndex < item.upperBound, text.scalars[words.endIndex] == "。" { break }
            mark += 1
        }
        return names
    }
}
