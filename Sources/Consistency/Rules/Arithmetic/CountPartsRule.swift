import Disclosures
import FinalAccounts
import Platform

/// Numbers of people and things against the parts that are listed of them.
enum CountPartsRule: ConsistencyRule {
    static let about = RuleDescription(
        "count-parts", .arithmetic, .warning, title: Bilingual("数量分项", "Parts of a number"),
        compares: Bilingual("人数、批次、车辆数等与其后列举的各部分之和", "people, visits, vehicles with the parts listed behind them"),
        tolerance: Bilingual("各部分之和少于总数十分之一以上的，视为未列全", "parts that lack more than a tenth are no full list"),
        example: "编制人数小计68人，其中：行政编制31人、事业编制35人")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        let text = context.text
        // Where the reader knows the kinds of vehicles, their own rule holds them against the number of all.
        let listsCars = context.facts.figures(.assetVehicles).isEmpty
        var before = 0..<0
        return FactSentence.ranges(in: text.document).flatMap { own -> [RuleFinding] in
            // 行政编制5名。其中：: the number stands in the sentence before.
            let opens = text.hasPrefix("其中", at: own.lowerBound) && before.upperBound == own.lowerBound
            let sentence = opens ? before.lowerBound..<own.upperBound : own
            before = own
            let counts = counts(in: sentence, text)
            let others = visits(counts, text) + opposites(counts, text)
            return others
                + text.ranges(of: "其中", in: own).flatMap { mark in
                    Set(counts.filter { $0.range.upperBound <= mark.lowerBound }.map(\.counter)).sorted().compactMap {
                        finding($0, counts, at: mark, sentence, text, listsCars: listsCars)
                    }
                }
        }
    }

    /// 接待86批次、68人次: no visit has less than one visitor.
    private static func visits(_ counts: [Count], _ text: TextIndex) -> [RuleFinding] {
        zip(counts, counts.dropFirst()).compactMap { visits, people in
            guard visits.counter == "批次", people.counter == "人次" || people.counter == "人",
                people.range.lowerBound - visits.range.upperBound <= 3, people.value < visits.value
            else { return nil }
            return RuleFinding(
                about,
                message: Bilingual(
                    "接待\(visits.value)批次，而只有\(people.value)人次，人次不可能少于批次。",
                    "\(visits.value) visits, and only \(people.value) visitors: there cannot be fewer."), in: text,
                at: people.range,
                stated: "\(people.value)\(people.counter)", computed: "≥\(visits.value)",
                suggestion: Bilingual("核对批次与人次。", "Check both numbers."))
        }
    }

    /// 指标36个，完成31个，未完成4个: what is done and what is not make all there is.
    private static func opposites(_ counts: [Count], _ text: TextIndex) -> [RuleFinding] {
        guard counts.count >= 3 else { return [] }
        return counts.indices.dropLast(2).compactMap { index in
            let (whole, done, open) = (counts[index], counts[index + 1], counts[index + 2])
            guard whole.counter == done.counter, done.counter == open.counter, done.value + open.value != whole.value,
                case let first = text.folded(whole.range.upperBound..<done.range.lowerBound),
                case let second = text.folded(done.range.upperBound..<open.range.lowerBound),
                ["完成", "达标", "合格", "达到"].contains(where: { first.closes(with: $0) && second.closes(with: "未" + $0) }),
                first.count <= 8, second.count <= 8
            else { return nil }
            return RuleFinding(
                about,
                message: Bilingual(
                    "共\(whole.value)\(whole.counter)，而\(done.value)\(done.counter)加\(open.value)\(open.counter)为\(done.value + open.value)\(open.counter)。",
                    "\(whole.value) in all; \(done.value) and \(open.value) are \(done.value + open.value)."), in: text,
                at: whole.range, stated: "\(whole.value)\(whole.counter)",
                computed: "\(done.value + open.value)\(whole.counter)",
                suggestion: Bilingual("核对总数与各部分。", "Check the number and its parts."))
        }
    }

    private struct Count {
        var value: Int
        var counter: String
        var range: Range<Int>
    }

    private static func finding(
        _ counter: String, _ counts: [Count], at mark: Range<Int>, _ sentence: Range<Int>, _ text: TextIndex,
        listsCars: Bool
    ) -> RuleFinding? {
        let own = counts.filter { $0.counter == counter }
        guard let whole = own.last(where: { $0.range.upperBound <= mark.lowerBound }),
            // 共有车辆5辆，其中: nothing but other counts of the same things stands between.
            !text.contains("；", in: whole.range.upperBound..<mark.lowerBound),
            !text.contains("。", in: whole.range.upperBound..<max(whole.range.upperBound, mark.lowerBound - 1))
        else { return nil }
        let end = end(of: mark, in: sentence, text)
        let parts = own.filter {
            $0.range.lowerBound >= mark.upperBound && $0.range.upperBound <= end
                && !isInBrackets($0.range.lowerBound, from: mark.upperBound, text)
        }
        let sum = parts.reduce(0) { $0 + $1.value }
        // 公务用车8辆，其中：一般公务用车5辆，特种作业车2辆: cars are listed by kind, and every kind there is.
        let isOfCars = listsCars && counter == "辆" && own.count == parts.count + 1
        let isFull =
            parts.count >= 2 && sum < whole.value && ((whole.value - sum) * 10 <= whole.value || isOfCars)
        // 其中男12人，女8人，党员5人: what is counted twice is no list of parts.
        let isBeyond =
            sum > whole.value
            && (parts.count == 1 || parts.count >= 2 && sum - whole.value <= max(1, whole.value / 10))
        guard isFull || isBeyond, isOfCars || !text.contains("等", in: mark.upperBound..<end) else { return nil }
        return RuleFinding(
            about,
            message: Bilingual(
                "此处为\(whole.value)\(counter)，其后各部分之和为\(sum)\(counter)。",
                "\(whole.value) are stated; the parts listed behind add up to \(sum)."), in: text, at: whole.range,
            stated: "\(whole.value)\(counter)", computed: "\(sum)\(counter)",
            suggestion: Bilingual("核对总数与各部分。", "Check the number and its parts."),
            cause: "\(whole.range.lowerBound)|\(counter)")
    }

    /// Where the parts behind 其中 end: at a semicolon, the bracket it stands in, or the next 其中.
    private static func end(of mark: Range<Int>, in sentence: Range<Int>, _ text: TextIndex) -> Int {
        var depth = 0
        for position in mark.upperBound..<sentence.upperBound {
            switch text[position] {
            case "；", "。": return position
            case "(": depth += 1
            case ")" where depth == 0: return position
            case ")": depth -= 1
            case "其" where text[position + 1] == "中": return position
            default: break
            }
        }
        return sentence.upperBound
    }

    private static func isInBrackets(_ position: Int, from start: Int, _ text: TextIndex) -> Bool {
        (start..<position).reduce(0) { $0 + (text[$1] == "(" ? 1 : text[$1] == ")" ? -1 : 0) } > 0
    }

    private static func counts(in range: Range<Int>, _ text: TextIndex) -> [Count] {
        text.document.numbers(in: range).compactMap { token in
            guard case .counter(let counter) = token.unit, let value = token.number.digits(withDecimals: 0),
                token.number.decimals == 0
            else { return nil }
            return Count(value: Int(value), counter: counter, range: token.range)
        }
    }
}
