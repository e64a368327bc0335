/// The number at the beginning of a heading or item, and how deep its style stands in the outline.
struct OutlineMark: Hashable, Sendable {
    /// 0 for 第一部分, 1 for 一、, 2 for （一）, 3 for 1. or 1、, 4 for （1）, 5 for ①.
    var level: Int
    /// The number itself; 0 when it could not be read.
    var number: Int
    /// Where the mark begins.
    var start: Int
    /// Where the words begin.
    var end: Int
    /// Where the words of a heading end, for a mark whose line is a heading and no running text.
    var titleEnd: Int?

    /// A heading without a number: a line of its own.
    init(heading: Range<Int>) {
        level = 1
        number = 0
        start = heading.lowerBound
        end = heading.lowerBound
        titleEnd = heading.upperBound
    }

    /// Whether a number was printed.
    var isNumbered: Bool { end > start }

    /// Recognizes a mark at a position; `nil` when there is none.
    init?(in scalars: [Unicode.Scalar], at start: Int) {
        guard start < scalars.count else { return nil }
        var parsed: (level: Int, number: Int, end: Int)?
        switch scalars[start] {
        case "第": parsed = Self.part(scalars, start)
        case "(": parsed = Self.parenthesized(scalars, start)
        case "0"..."9": parsed = Self.arabic(scalars, start)
        case "\u{2460}"..."\u{2473}": parsed = (5, Int(scalars[start].value - 0x245F), start + 1)
        default: parsed = Self.chinese(scalars, start)
        }
        guard let parsed else { return nil }
        level = parsed.level
        number = parsed.number
        self.start = start
        end = parsed.end
    }

    private static func part(_ scalars: [Unicode.Scalar], _ start: Int) -> (Int, Int, Int)? {
        guard let (number, end) = chineseNumber(scalars, start + 1), end + 1 < scalars.count,
            scalars[end] == "部", scalars[end + 1] == "分"
        else { return nil }
        return (0, number, end + 2)
    }

    private static func parenthesized(_ scalars: [Unicode.Scalar], _ start: Int) -> (Int, Int, Int)? {
        if let (number, end) = chineseNumber(scalars, start + 1), end < scalars.count, scalars[end] == ")" {
            return (2, number, end + 1)
        }
        if let (number, end) = arabicNumber(scalars, start + 1), end < scalars.count, scalars[end] == ")" {
            return (4, number, end + 1)
        }
        return nil
    }

    private static func arabic(_ scalars: [Unicode.Scalar], _ start: Int) -> (Int, Int, Int)? {
        guard let (number, end) = arabicNumber(scalars, start), end < scalars.count else { return nil }
        switch scalars[end] {
        case "、": return (3, number, end + 1)
        case ".":
            guard end + 1 < scalars.count, !ScalarFolding.isDigit(scalars[end + 1]) else { return nil }
            return (3, number, end + 1)
        case ")": return (4, number, end + 1)
        default: return nil
        }
    }

    private static func chinese(_ scalars: [Unicode.Scalar], _ start: Int) -> (Int, Int, Int)? {
        guard let (number, end) = chineseNumber(scalars, start), end < scalars.count,
            scalars[end] == "、" || scalars[end] == "."
        else { return nil }
        return (1, number, end + 1)
    }

    private static func arabicNumber(_ scalars: [Unicode.Scalar], _ start: Int) -> (Int, Int)? {
        var number = 0
        var position = start
        while position < scalars.count, position - start < 3, ScalarFolding.isDigit(scalars[position]) {
            number = number * 10 + Int(scalars[position].value - 0x30)
            position += 1
        }
        return position > start ? (number, position) : nil
    }

    private static func chineseNumber(_ scalars: [Unicode.Scalar], _ start: Int) -> (Int, Int)? {
        var total = 0
        var unit = 0
        var position = start
        while position < scalars.count, position - start < 4 {
            if scalars[position] == "十" {
                total += (unit == 0 ? 1 : unit) * 10
                unit = 0
            } else if let digit = digitValue(scalars[position]) {
                unit = digit
            } else {
                break
            }
            position += 1
        }
        return position > start ? (total + unit, position) : nil
    }

    private static func digitValue(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "一": 1
        case "二": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        default: nil
        }
    }
}
