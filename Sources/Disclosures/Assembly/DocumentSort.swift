import FinalAccounts
import OfficialForm

/// Tells what sort of document a text is, from its titles and from how often it uses the words of each sort.
struct DocumentSort {
    /// The sort, and what it was told from.
    let kind: DisclosureKind
    /// Whether a report on something else speaks of one body's accounts: on how its expenditure as a whole performed.
    private var isOfBody = false
    /// The side of an amount that names none.
    var plainSide: Aspect { isPlan ? .budget : .amount }
    /// How the nouns of its text are understood.
    var nouns: Nouns {
        switch kind {
        case .regional: .ownWordsButCosts
        case .other: isOfBody ? .form : .ownWords
        default: .form
        }
    }
    /// Whether amounts are those of a plan.
    let isPlan: Bool

    /// - Parameters:
    ///   - tablesPlan: whether the heads of its tables say that they hold a plan.
    ///   - hasMainTables: whether it has tables of the form beside that of the three costs.
    init(
        _ text: FoldedText, titles: DocumentTitles, outline: Outline, tablesPlan: Bool = false,
        hasMainTables: Bool = false
    ) {
        let words = WordCount(text)
        // A page of budgets and accounts (预决算公开) names both, whichever it is on.
        let title = titles.words.replacing("预决算", with: "")
        if Self.isOther(titles) {
            kind = .other
            isPlan = false
            isOfBody = ["整体支出", "部门整体", "单位整体", "自评表"].contains(where: titles.first.holds)
        } else if Self.isRegional(titles, words) {
            kind = .regional
            isPlan = title.holds("预算草案") && !title.holds("执行")
        } else {
            isPlan = Self.plans(title, words) || tablesPlan && !title.holds("决算")
            let isOfCosts = !hasMainTables && Self.isThreePublic(titles, words, outline: outline)
            kind = isOfCosts ? .threePublic : isPlan ? .budget : .finalAccounts
        }
    }

    /// Whether a document reports on something else: the execution of a month, an audit, a review.
    private static func isOther(_ titles: DocumentTitles) -> Bool {
        let title = titles.first
        if ["审计结果", "审计工作报告", "审计报告", "审查结果", "检查结果", "评价报告", "自评表", "统计公报", "统计快报"].contains(where: title.holds) {
            return true
        }
        if title.holds("统计"), title.closes(with: "公告") || title.closes(with: "公报") { return true }
        return title.holds("月") && ["财政收支", "收支情况", "收支简报", "预算执行"].contains(where: title.holds)
            && !title.holds("人大") && !title.holds("草案")
    }

    private static func plans(_ title: String, _ words: WordCount) -> Bool {
        // Performance is evaluated when a year is over.
        if ["绩效自评", "绩效评价", "自评报告"].contains(where: title.holds), !title.holds("部门预算") { return false }
        let titledPlan = ["部门预算", "单位预算", "预算公开", "预算编制", "经费预算", "支出预算", "收支预算", "预算说明", "预算情况", "预算安排", "预算总体"]
            .contains { title.holds($0) }
        if titledPlan, !title.holds("决算") { return true }
        if words.accounts == 0 { return words.plan >= 2 || titledPlan }
        return titledPlan && words.plan > 2 * words.accounts
    }

    private static func isThreePublic(_ titles: DocumentTitles, _ words: WordCount, outline: Outline) -> Bool {
        guard words.threePublic > 0 else { return false }
        let isOfBody = ["部门决算", "单位决算", "部门预算", "单位预算"].contains { titles.first.holds($0) }
        if isOfBody, !titles.first.holds("三公") { return false }
        let sections = Set(outline.spans.map(\.section)).subtracting([.other, .threePublic, .tables])
        return sections.isEmpty && words.levels == 0
            && (titles.words.holds("三公") || words.threePublic >= 2 && words.totals == 0)
    }

    private static func isRegional(_ titles: DocumentTitles, _ words: WordCount) -> Bool {
        let title = titles.words
        let isReport = ["财政决算", "预算执行情况", "预算草案", "收支决算", "财政预算", "关于2"].contains { title.holds($0) }
        guard words.levels == 0 else { return false }
        // 乡人民政府决算 are those of its office, 县政府决算 of all it takes in and spends.
        let whole = title.replacing("人民政府", with: "")
        if ["社会保险基金", "政府预决算", "政府决算", "财政总决算"].contains(where: whole.holds) { return true }
        // A body's own part on it is on what was appropriated to the body: 国有资本经营预算财政拨款支出决算情况说明.
        if ["国有资本经营决算", "国有资本经营预算"].contains(where: titles.first.holds), !titles.first.holds("财政拨款") { return true }
        return words.regional >= (isReport ? 1 : 2) && !title.holds("部门决算") && !title.holds("部门预算")
    }

    /// How often a text uses words that only one sort of document uses.
    private struct WordCount {
        var accounts = 0
        var plan = 0
        var threePublic = 0
        var regional = 0
        /// Words for what a body takes in or spends as a whole.
        var totals = 0
        /// The signs of a subject's level.
        var levels = 0

        init(_ text: FoldedText) {
            var counts = [Int](repeating: 0, count: Self.regionalWords.count)
            for position in text.scalars.indices {
                Self.words.all(in: text, at: position) { word in
                    switch word {
                    case .accounts: accounts += 1
                    case .threePublic: threePublic += 1
                    case .level: levels += 1
                    case .plan(isOfTotal: true):
                        plan += 1
                        totals += 1
                    case .plan(isOfTotal: false): plan += 1
                    case .total: totals += 1
                    case .regional(let index): counts[index] += 1
                    }
                }
            }
            regional = counts.count { $0 > 0 }
        }

        /// What a word tells of a document's kind.
        private enum Sign { case accounts, plan(isOfTotal: Bool), total, threePublic, level, regional(Int) }

        private static let words = WordTable(
            ["决算", "执行数", "实际采购"].map { (word: $0, value: Sign.accounts) }
                + ["支出预算", "收入预算", "总预算"].map { (word: $0, value: .plan(isOfTotal: true)) }
                + ["预算安排", "年预算", "预算拨款", "经费预算", "采购预算"].map { (word: $0, value: .plan(isOfTotal: false)) }
                + ["收入总计", "支出总计", "本年收入", "本年支出", "收支总计"].map { (word: $0, value: .total) }
                + [(word: "三公", value: .threePublic)] + ["(类)", "(款)", "(项)"].map { (word: $0, value: .level) }
                + regionalWords.enumerated().map { (word: $0.element, value: .regional($0.offset)) })

        private static let regionalWords = [
            "全市一般公共预算", "全省一般公共预算", "全区一般公共预算", "全县一般公共预算", "地方一般公共预算", "上解上级", "上解支出",
            "预算稳定调节基金", "非税收入", "税收收入", "转移支付收入", "债务转贷收入", "社会保险基金收入", "大口径财政收入", "人大常委会",
            "级一般公共预算收入", "级一般公共预算支出", "各位代表", "财政体制结算", "全省公共财政", "全市公共财政", "全县公共财政", "全区公共财政", "地方公共财政预算",
            "中央公共财政预算", "级公共财政预算收入", "级公共财政预算支出",
        ]
    }
}
