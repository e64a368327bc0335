import OfficialForm

/// Headings of the form's parts that stand without a number: 收入支出决算总体情况说明 on a line of its own.
enum BareHeadings {
    /// The marks with those of bare headings among them, in order.
    static func adding(to marks: [OutlineMark], in scalars: [Unicode.Scalar], lineStarts: [Int]) -> [OutlineMark] {
        var result = marks
        let numbered = Set(marks.map(\.start))
        var headingEnds = Set(marks.compactMap(\.titleEnd))
        for (start, end) in zip(lineStarts, lineStarts.dropFirst() + [scalars.count]) {
            guard !numbered.contains(start), begins(at: start, in: scalars, behind: headingEnds),
                isTitle(scalars[start..<end])
            else { continue }
            headingEnds.insert(end)
            result.append(OutlineMark(heading: start..<end))
        }
        return result.count == marks.count ? marks : result.sorted { $0.start < $1.start }
    }

    /// Whether what stands before a line has ended.
    private static func begins(at start: Int, in scalars: [Unicode.Scalar], behind headingEnds: Set<Int>) -> Bool {
        guard start > 0 else { return false }
        return scalars[start - 1] == "。" || headingEnds.contains(start)
    }

    private static func isTitle(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        guard (6...32).contains(line.count), line.allSatisfy(isLetter) else { return false }
        let words = String(String.UnicodeScalarView(line))
        guard endings.contains(where: { words.closes(with: $0) }) else { return false }
        return words.holds("部门预算") || words.holds("部门决算") || SectionTitles.section(for: words) != nil
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        (0x4E00...0x9FFF).contains(scalar.value) || ScalarFolding.isDigit(scalar)
            || ["\"", "(", ")", "、"].contains(scalar)
    }

    private static let endings = ["情况", "说明", "概况"]
}
