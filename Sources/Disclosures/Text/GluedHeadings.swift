/// Headings that a copy has put on one line, with a part of the document among them: `五、支出决算表 第三部分 情况说明 一、收入决算情况`.
///
/// Read as one line, whatever stands under the part would be taken for a table's.
enum GluedHeadings {
    /// The line as it stands, or a line for each of its headings where a part begins behind others.
    static func parted(_ line: TextLine) -> [TextLine] {
        let scalars = line.scalars
        let behindBlanks = scalars.indices.dropFirst().filter { ScalarFolding.isBlank(scalars[$0 - 1]) }
        guard behindBlanks.contains(where: { scalars[$0] == "第" }), scalars.count <= longest,
            !scalars.contains(where: isOfSentence)
        else { return [line] }
        let folded = scalars.map(ScalarFolding.fold)
        let starts = behindBlanks.filter { (OutlineMark(in: folded, at: $0)?.level ?? 2) <= 1 }
        guard starts.contains(where: { OutlineMark(in: folded, at: $0)?.level == 0 }) else { return [line] }
        return zip([0] + starts, starts + [scalars.count]).map { start, end in
            TextLine(Array(scalars[start..<end]), page: line.page, beginsParagraph: line.beginsParagraph)
        }
    }

    private static func isOfSentence(_ scalar: Unicode.Scalar) -> Bool {
        ["。", "；", "元", "%", "％", "|", "\t"].contains(scalar)
    }

    /// The letters of a page's widest heading lines; what is longer is running text.
    private static let longest = 400
}
