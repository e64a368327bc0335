import FinalAccounts
import OfficialForm

/// What the label of a row says: a measure, a category, a subject by its code, a sum.
struct TableLabel: Hashable, Sendable {
    /// The words as printed, blanks dropped; the code left out.
    var words: String
    /// The subject code; `nil` where the row has none.
    var code: String?
    /// The words without numbering, in folded form.
    private(set) var bare: String
    /// What its numbers count, where its words say so at their end: （辆）.
    private(set) var counter: String?
    /// The unit of its amounts, where its words say so.
    private(set) var unit: AmountUnit?

    /// - Parameters:
    ///   - words: the label as printed.
    ///   - code: what stands under the headers of codes.
    init(words: String, code: String) {
        var words = TableText.compact(words.unicodeScalars)
        var code = TableText.folded(code.unicodeScalars)
        if code.isEmpty, let split = TableText.splitCode(Array(words.unicodeScalars)) {
            code = TableText.folded(split.code)
            words = String(String.UnicodeScalarView(split.rest))
        }
        self.words = words
        self.code = code.isEmpty ? nil : code
        var folded = TableText.folded(words.unicodeScalars)
        unit = HeaderWords.unit(folded)
        folded = HeaderWords.withoutUnit(folded)
        if let counter = Self.counters.first(where: { folded.closes(with: "(" + $0 + ")") }) {
            self.counter = counter
            folded = String(folded.dropLast(counter.count + 2))
        }
        bare = Self.bare(folded)
    }

    private static let counters = [
        "辆", "个", "批次", "批", "人次", "人", "团", "次", "台", "套", "台(套)", "台、套", "台/套", "台、辆", "辆、台", "团组",
    ]

    /// Words without what numbers them or puts them under others: 其中：（一）, 减：.
    static func bare(_ folded: String) -> String {
        var rest = folded
        var before = ""
        while rest != before {
            before = rest
            for lead in leads where rest.opens(with: lead) && rest.count > lead.count + 1 {
                rest = String(rest.dropFirst(lead.count))
            }
            let scalars = Array(rest.unicodeScalars)
            if let mark = OutlineMark(in: scalars, at: 0), mark.end < scalars.count {
                rest = String(String.UnicodeScalarView(scalars[mark.end...]))
            }
        }
        return rest
    }

    private static let leads = ["其中:", "其中", "减:", "加:", ":", "-", "—", "*"]

    /// Whether it names the sum of the rows.
    var isTotal: Bool { Self.totals.contains(bare) }

    /// The category of the functional classification that it names.
    var category: String? { FormCategory.named(bare) }

    /// The measure that it names by itself.
    var topic: Topic? {
        if let topic = Topic.named(bare) { return topic }
        // 单价100万元（含）以上设备（不含车辆）
        if bare.opens(with: "单价"), bare.holds("设备") { return .largeEquipment }
        for end in ["合计", "总计", "小计", "总额", "数"] where bare.closes(with: end) {
            if let topic = Topic.named(String(bare.dropLast(end.count))) { return topic }
        }
        return nil
    }

    /// The fund that it names, as a part of what stands over it.
    var fund: Fund? {
        if bare.holds("一般公共预算") || bare.holds("公共财政预算") { return .generalPublicBudget }
        if bare.holds("政府性基金") { return .governmentFund }
        return bare.holds("国有资本经营") ? .stateCapital : nil
    }

    /// Whether it names a fund and nothing of it: 一般公共预算拨款, 政府性基金预算资金.
    var namesFundAlone: Bool { fund != nil && (bare.closes(with: "拨款") || bare.closes(with: "资金")) }

    /// Whether the row holds no figures: 栏次, 行次.
    var numbersColumns: Bool { CellHeader.numberingLabels.contains(bare) }

    private static let totals: Set<String> = ["合计", "总计", "共计", "总和", "小计", "计", "合计数", "total", "Total", "TOTAL"]
}
