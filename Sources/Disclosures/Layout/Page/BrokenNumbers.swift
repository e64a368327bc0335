/// Joins amounts that a narrow column broke over two lines: `11,092.5` above `9`.
///
/// Only where the amounts of the table have two decimals is an amount with fewer, above its missing digits, known
/// to be broken; elsewhere nothing is joined.
enum BrokenNumbers {
    /// The lines of a table with broken amounts joined.
    static func joined(_ lines: [VisualLine]) -> [VisualLine] {
        let found = lines.flatMap(\.words).filter { !$0.isItemNumber }.compactMap { decimals($0.scalars) }
        let whole = found.count { $0 == 2 }
        guard whole < found.count, whole * 2 > found.count else { return lines }
        var lines = lines
        for index in lines.indices {
            for position in lines[index].words.indices { join(&lines, line: index, word: position) }
        }
        return lines.filter { !$0.words.isEmpty }
    }

    private static func join(_ lines: inout [VisualLine], line: Int, word: Int) {
        let upper = lines[line].words[word]
        guard !upper.isItemNumber, let have = decimals(upper.scalars), have < 2 else { return }
        for next in lines.indices where next > line && lines[next].page == lines[line].page && next < line + 4 {
            let rest = lines[next].words.firstIndex { lower in
                lower.scalars.count == 2 - have
                    && lower.scalars.allSatisfy { ScalarFolding.isDigit(ScalarFolding.fold($0)) }
                    && lower.overlap(upper) > 0.5 && lower.yMin - upper.yMax < 0.6 * upper.height
                    && lower.yMin > upper.yMin
            }
            guard let rest else { continue }
            let lower = lines[next].words.remove(at: rest)
            var joined = upper
            joined.scalars += lower.scalars
            // The row's height is the middle of both lines.
            let shift = (lower.centerY - upper.centerY) / 2
            joined.yMin += shift
            joined.yMax += shift
            lines[line].words[word] = joined
            return
        }
    }

    /// The decimals of an amount; `nil` for codes and words.
    private static func decimals(_ scalars: [Unicode.Scalar]) -> Int? {
        guard TableText.isNumber(scalars), let point = scalars.lastIndex(of: ".") else { return nil }
        return scalars.count - point - 1
    }
}
