import Disclosures
import FinalAccounts

/// A sentence with its amounts and percentages and the words before each, whatever the reader took them for.
struct FactSentence: Sendable {
    /// A number and the words between the number before it, or the sentence's beginning, and itself.
    struct Number: Sendable {
        var fact: Fact.ID
        var range: Range<Int>
        var words: Words
    }

    /// Where it stands.
    var range: Range<Int>
    /// The level of the number before it, where it begins an item of a list.
    var level: Int?
    /// The number itself.
    var ordinal: Int?
    /// Whether a few words with a stop of their own stand between the number and the sentence: 1.公务接待费。
    var isTitled = false
    var numbers: [Number] = []

    /// The stretches between full stops, headings and numbers of items, as far as they are of a sentence's length.
    static func ranges(in text: DocumentText) -> [Range<Int>] {
        let marks = text.marks.map { $0.titleEnd ?? $0.range.upperBound }
        return text.spans.filter { $0.section != .glossary }.flatMap { span -> [Range<Int>] in
            let within = marks[marks.partitioningIndex { $0 > span.range.lowerBound }...].prefix {
                $0 < span.range.upperBound
            }
            let bounds = [span.range.lowerBound] + within + [span.range.upperBound]
            return zip(bounds, bounds.dropFirst()).flatMap { sentences(of: $0..<max($0, $1), in: text) }
        }
    }

    private static func sentences(of range: Range<Int>, in text: DocumentText) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = range.lowerBound
        for position in range where text.folded[position] == "。" || position == range.upperBound - 1 {
            if position > start, position - start < longest { result.append(start..<position + 1) }
            start = position + 1
        }
        return result
    }

    private static let longest = 800
}

extension FactSentence {
    /// Words before a number.
    struct Words: Sendable {
        /// In folded form.
        let text: String
        /// The words of the number's own clause.
        let clause: String

        init(_ document: DocumentText, _ range: Range<Int>) {
            let folded = document.folded[range]
            text = String(String.UnicodeScalarView(folded))
            let start = folded.lastIndex { Self.stops.contains($0) }.map { $0 + 1 } ?? folded.startIndex
            clause = String(String.UnicodeScalarView(folded[start...]))
        }

        private static let stops: Set<Unicode.Scalar> = ["，", ",", "；", ";", ":", "：", "。", "、", "|"]

        /// A name for the number: its clause without what only introduces it.
        var name: String {
            var name = clause.isEmpty ? text : clause
            while let first = name.first, "()（）\"“”,，.;；:：、 ".contains(first) { name.removeFirst() }
            return String(name.suffix(24))
        }

        /// Whether a change is announced, and which way: 增加 (1), 减少 (-1).
        var direction: Int? {
            let near = clause.count > 1 ? clause : text
            // 调增一般公共预算支出5.54亿元: the direction stands before the noun.
            for (words, sign) in [(Self.rising, 1), (Self.falling, -1)] {
                if words.contains(where: { $0.count > 1 && near.unicodeScalars.starts(with: $0) }),
                    near.unicodeScalars.count < 16
                {
                    return sign
                }
            }
            let tail = Array(near.unicodeScalars.suffix(6))
            let rise = Self.lastPosition(of: Self.rising, in: tail)
            let fall = Self.lastPosition(of: Self.falling, in: tail)
            switch (rise, fall) {
            case (nil, nil): return nil
            case (let rise?, let fall?): return rise > fall ? 1 : -1
            case (_?, nil): return 1
            case (nil, _?): return -1
            }
        }

        private static let rising = [
            "增加", "增长", "上升", "提高", "增收", "增支", "调增", "净增", "增幅", "超收", "多支出", "多开支", "增",
        ].map { Array($0.unicodeScalars) }
        private static let falling = [
            "减少", "下降", "降低", "减收", "减支", "调减", "净减", "降幅", "节约", "压减", "短收", "少支出", "少开支", "减",
        ].map { Array($0.unicodeScalars) }

        /// Where the last of some words in the few characters before the number ends.
        private static func lastPosition(of words: [[Unicode.Scalar]], in tail: [Unicode.Scalar]) -> Int? {
            var last: Int?
            for word in words where word.count <= tail.count {
                for start in 0...(tail.count - word.count)
                where tail[start..<start + word.count].elementsEqual(word) {
                    // 增值税 announces no change.
                    let rest = tail[(start + word.count)...]
                    if word.count == 1, rest.count > 1 || !rest.allSatisfy({ "了为约".unicodeScalars.contains($0) }) {
                        continue
                    }
                    last = max(last ?? 0, start + word.count)
                }
            }
            return last
        }

        /// Whether it names what something is held against: 比上年, 较预算数.
        var isCompared: Bool {
            ["比", "较", "与", "同"].contains { word in
                clause.opens(with: word)
                    || ["上", "去", "年", "预", "20"].contains { clause.contains(word + $0) }
            }
        }

        /// What a change is held against, as far as the words name it.
        var base: Base? {
            if ["同比", "上年", "去年", "上一年"].contains(where: clause.contains) { return .lastYear }
            if text.holds("上年") || text.holds("去年") || text.holds("上一年") { return .lastYear }
            if text.holds("年初") { return .initialBudget }
            if text.holds("预算") { return .budget }
            return nil
        }

        /// What a change may be held against.
        enum Base: Hashable, Sendable {
            case lastYear, initialBudget, budget
        }

        func contains(_ words: [String]) -> Bool { words.contains { text.contains($0) } }
    }
}
