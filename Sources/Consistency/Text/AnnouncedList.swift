import Disclosures
import FinalAccounts

/// A number of things with the things named behind it: 内设处室2个，分别为：办公室、总务处、保教处。
struct AnnouncedList {
    var announced: Int
    var listed: Int
    /// The number with its counter.
    var range: Range<Int>

    /// Every list of a text that ends with its sentence or clause and is not cut short by 等.
    static func all(in text: TextIndex) -> [AnnouncedList] {
        counters.flatMap { text.ranges(of: $0) }.sorted { $0.lowerBound < $1.lowerBound }.compactMap { counter in
            guard let (announced, start) = CountWord.number(before: counter.lowerBound, text),
                (2...30).contains(announced)
            else { return nil }
            let listed =
                behindColon(counter.upperBound, text)
                ?? numbered(behind: counter.upperBound, text)
            return listed.flatMap { count in
                // 甲、乙和丙: the last two may be one.
                count.may.contains(announced)
                    ? nil
                    : AnnouncedList(announced: announced, listed: count.most, range: start..<counter.upperBound)
            }
        }
    }

    private static let counters = ["个", "项", "家", "所"]
    private static let leads = ["分别为", "分别是", "具体为", "具体是", "包括", "即", "为", ":"]

    /// How many names stand between a word that announces them and the end of the clause.
    private static func behindColon(_ position: Int, _ text: TextIndex) -> (most: Int, may: ClosedRange<Int>)? {
        var start = position
        // 内设机构3个,分别为: nothing but what is counted and the announcing words.
        if ["，", ","].contains(text[start]) { start += 1 }
        guard let lead = leads.first(where: { text.hasPrefix($0, at: start) }) else { return nil }
        start += lead.unicodeScalars.count
        if text[start] == ":" { start += 1 } else if lead == "为" || lead == "即" { return nil }
        var depth = 0
        var separators = 0
        var joints = 0
        var end = start
        while end < text.count, end - start < longest {
            let scalar = text[end]
            if depth == 0, ["。", "；", "，", ":"].contains(scalar) { break }
            switch scalar {
            case "(", "《": depth += 1
            case ")", "》": depth -= 1
            case "、" where depth == 0: separators += 1
            case "和", "及", "与": joints += depth == 0 ? 1 : 0
            case "等" where ["。", "；", "，"].contains(text[end + 1]): return nil
            default: break
            }
            end += 1
        }
        guard separators > 0, end - start < longest, end > start else { return nil }
        return (separators + 1, separators + 1...separators + 1 + joints)
    }

    private static let longest = 400

    /// How many items are numbered below a line that ends with the announcement and a colon.
    private static func numbered(behind position: Int, _ text: TextIndex) -> (most: Int, may: ClosedRange<Int>)? {
        let line = text.line(at: position)
        guard text[line.upperBound - 1] == ":", position < line.upperBound,
            !text.folded(position..<line.upperBound).contains("。")
        else { return nil }
        let marks = text.document.marks.drop { $0.range.lowerBound < line.upperBound }
        guard let first = marks.first, first.range.lowerBound == line.upperBound, first.number == 1 else { return nil }
        var last = 0
        for mark in marks where mark.level <= first.level {
            guard mark.level == first.level, mark.number == last + 1 else { break }
            last = mark.number
        }
        return last > 1 ? (last, last...last) : nil
    }
}
