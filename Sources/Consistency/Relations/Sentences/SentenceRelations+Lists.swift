import FinalAccounts
import Platform

/// Lists of parts that no word announces.
extension SentenceRelations {
    /// 收入合计76亿元（县本级61亿元，高新区15亿元）: what stands in the bracket right behind an amount, where all of it is amounts.
    func bracketed(_ rule: String, at index: Int, _ numbers: [FactSentence.Number]) -> Relation? {
        guard isPlain(numbers[index]), index + 2 < numbers.count, numbers[index + 1].words.text.first == "(" else {
            return nil
        }
        let parts = numbers[(index + 1)...].prefix { $0.range == numbers[index + 1].range || !closesBracket($0) }
        guard parts.count > 1, parts.allSatisfy({ isPlain($0) && !$0.words.isCompared }),
            !Self.leavesOut.contains(where: parts[index + 1].words.text.contains)
        else { return nil }
        return sum(rule, numbers[index], Array(parts), isSure: false)
    }

    private func closesBracket(_ number: FactSentence.Number) -> Bool { number.words.text.contains(")") }

    /// What says that a bracket holds some of the parts only, or something else.
    private static let leavesOut = ["含", "其中", "上年", "包括", "预算", "调整", "年初"]

    /// 项目支出委员活动经费42万元，文史编印18万元，…: a list that begins with the name of a total stated sentences before, and only
    /// amounts in it.
    func untotalled(_ rule: String, _ place: Int) -> Relation? {
        let parts = facts.sentences[place].numbers
        guard parts.count > 1, parts.allSatisfy({ isPlain($0) && !$0.words.contains(["其中"]) }),
            let name = Self.totals.first(where: { parts[0].words.text.opens(with: $0) }),
            parts[0].words.text.count > name.count + 2
        else { return nil }
        let isWhole =
            Self.announced(parts[0].words.text.dropFirst(name.count)).map { $0 == parts.count }
            ?? (parts.count > 3 && !parts.contains { $0.words.contains(["；", ";"]) } || isOfClasses(parts))
        guard isWhole else { return nil }
        let total = facts.sentences[max(0, place - 8)..<place].reversed().lazy.flatMap { $0.numbers.reversed() }
            .first { number in
                isPlain(number) && [name, name + "预算"].contains { number.words.clause.closes(with: $0) }
            }
        return total.flatMap { sum(rule, $0, parts, isSure: false) }
    }

    private static let totals = ["项目支出", "基本支出"]

    /// Whether a list holds the three economic classes that basic expenditure is made of.
    private func isOfClasses(_ parts: [FactSentence.Number]) -> Bool {
        let classes = ["工资福利", "商品和服务", "对个人和家庭"]
        return parts.count == classes.count
            && zip(parts, classes).allSatisfy { $0.words.contains([$1]) }
    }

    /// 债券100万元，其中：一般40万元，专项60万元。全部用于3个项目：甲…、乙…、丙…: a list that leaves nothing out of what the sentence before
    /// begins with.
    func used(_ rule: String, _ place: Int) -> Relation? {
        let parts = facts.sentences[place].numbers
        guard place > 0, parts.count > 1, let words = parts.first?.words.text, words.opens(with: "全部用于"),
            words.holds(":"),
            parts.allSatisfy({ isPlain($0) && !$0.words.isCompared && !$0.words.contains(["其中", "；", ";"]) }),
            let total = facts.sentences[place - 1].numbers.first, isPlain(total)
        else { return nil }
        if let near = sum(rule, total, parts, isSure: true) { return near }
        var relation = Relation(
            rule: rule, target: total.fact, form: .sum(parts.map { Relation.Term($0.fact) }),
            source: Bilingual("所列各项之和", "the amounts listed"))
        relation.severity = .warning
        return relation
    }

    /// How many parts words announce: 3 for 3个：1.….
    private static func announced(_ words: Substring) -> Int? {
        let digits = words.prefix { $0.isASCII && $0.isNumber }
        let behind = words.dropFirst(digits.count)
        guard behind.first.map({ "个项".contains($0) }) ?? false,
            behind.dropFirst().first.map({ ":：，,".contains($0) }) ?? false
        else { return nil }
        return Int(digits)
    }
}
