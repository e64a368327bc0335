import FinalAccounts

/// The words behind a number that say what it counts.
package struct UnitWord: Sendable {
    package private(set) var scalars: [Unicode.Scalar]
    package private(set) var unit: CountedUnit
    package private(set) var isThousands = false
    /// Whether the word counts only at the end of a phrase.
    package private(set) var needsBoundary = false
    /// Whether the number is a day or a month and no figure at all.
    package private(set) var isDate = false

    package init(
        _ word: String, _ unit: CountedUnit, isThousands: Bool = false, needsBoundary: Bool = false,
        isDate: Bool = false
    ) {
        scalars = Array(word.unicodeScalars)
        self.unit = unit
        self.isThousands = isThousands
        self.needsBoundary = needsBoundary
        self.isDate = isDate
    }
}

/// Unit words by their first character, the longest first.
package enum UnitWords {
    /// The unit words that begin with a character.
    package static func list(for first: Unicode.Scalar) -> [UnitWord] {
        byFirst[first] ?? []
    }

    private static let byFirst: [Unicode.Scalar: [UnitWord]] = {
        var result: [Unicode.Scalar: [UnitWord]] = [:]
        for word in words.sorted(by: { $0.scalars.count > $1.scalars.count }) {
            if let first = word.scalars.first { result[first, default: []].append(word) }
        }
        return result
    }()

    private static let words: [UnitWord] =
        [
            UnitWord("万元", .money(.wan)), UnitWord("万人民币", .money(.wan)), UnitWord("亿元", .money(.yi)),
            UnitWord("元", .money(.yuan)), UnitWord("千元", .money(.yuan), isThousands: true),
            UnitWord("万", .money(.wan), needsBoundary: true), UnitWord("亿", .money(.yi), needsBoundary: true),
            UnitWord("万美元", .otherCurrency("万美元")), UnitWord("亿美元", .otherCurrency("亿美元")),
            UnitWord("美元", .otherCurrency("美元")), UnitWord("万港元", .otherCurrency("万港元")),
            UnitWord("%", .percent), UnitWord("个百分点", .counter("个百分点")),
            UnitWord("年", .year), UnitWord("月", .none, isDate: true), UnitWord("日", .none, isDate: true),
            // What is rounded to a word is no amount that could be held against one.
            UnitWord("万余元", .counter("万余元")), UnitWord("余万元", .counter("余万元")), UnitWord("亿余元", .counter("亿余元")),
            UnitWord("余亿元", .counter("余亿元")), UnitWord("多万元", .counter("多万元")), UnitWord("多亿元", .counter("多亿元")),
            UnitWord("台(套)", .counter("台")), UnitWord("台套", .counter("台")),
        ] + counters.map { UnitWord($0, .counter($0)) }

    private static let counters = [
        "个", "辆", "台", "套", "批次", "批", "人次", "人", "次", "家", "项", "起", "分", "件", "户", "名", "组", "团",
        // What no measure of the form counts: such numbers are told as left over.
        "万人", "万人次", "万户", "万亩", "万吨", "万条", "万平方米", "亩", "公顷", "吨", "公里", "平方米", "平方公里", "场", "处",
        "万册", "册", "张", "艘", "架", "周岁", "岁", "头", "株", "棵", "份", "幅", "间", "座", "栋", "幢", "只", "例", "盏", "枚", "篇", "条",
        "米", "千米", "立方米", "万立方米", "公斤", "万次", "场次", "班次", "课时", "学时", "所", "宗", "笔", "万册次",
    ]
}
