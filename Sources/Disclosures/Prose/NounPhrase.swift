import FinalAccounts
import OfficialForm

/// The words before a number, a direction or a stop, resolved as a whole: head, qualifiers, brackets.
struct NounPhrase {
    /// A piece of a phrase.
    enum Part: Hashable {
        case topic(Topic, Range<Int>)
        case category(String)
        /// A fund alone; `nil` for all that is appropriated.
        case fund(Fund?, Range<Int>)
        /// 收入, 支出 alone.
        case bare(Topic, Range<Int>)
        case side(Aspect)
        case words(Range<Int>)
        /// Words that make a figure one that the form does not have: 人均, 资产总额.
        case alien(Range<Int>)
        case list
    }

    /// What a phrase comes to.
    enum Meaning: Hashable {
        /// Nothing but words that name nothing: 共计, 为, 我局.
        case nothing
        /// A side alone: 年初预算为.
        case side(Aspect)
        /// A measure, and its side where one is named with it.
        case measure(Part, side: Aspect?)
        /// A noun that is not in the form.
        case unknown(Range<Int>)
    }

    private(set) var parts: [Part] = []

    /// Whether nothing was said yet.
    var isEmpty: Bool { parts.isEmpty }

    /// The measure that the phrase denies, and the words it does it with.
    func denied(in text: FoldedText) -> (part: Part, words: Range<Int>)? {
        guard let index = parts.firstIndex(where: Self.isHead), let range = Self.range(of: parts[index]) else {
            return nil
        }
        if index > 0, case .words(let before) = parts[index - 1], before.upperBound == range.lowerBound,
            let word = Self.denials.first(where: { text.hasPrefix($0, at: before.upperBound - $0.count) })
        {
            return (parts[index], before.upperBound - word.count..<range.upperBound)
        }
        guard index + 1 < parts.count, case .words(let behind) = parts[index + 1],
            behind.lowerBound == range.upperBound,
            let word = Self.denials.first(where: { text.hasPrefix($0, at: behind.lowerBound) })
        else { return nil }
        return (parts[index], range.lowerBound..<behind.lowerBound + word.count)
    }

    private static let denials = ["没有安排", "没有发生", "没有使用", "没有", "未发生", "未安排", "未产生", "未开支", "未使用", "未列支", "无"]
        .map { Array($0.unicodeScalars) }

    private static func range(of part: Part) -> Range<Int>? {
        switch part {
        case .topic(_, let range), .fund(_, let range), .bare(_, let range): range
        default: nil
        }
    }

    /// 均为一般公共预算财政拨款: words that say what kind the figure before them is, and name nothing new.
    func isApposition(in text: FoldedText) -> Bool {
        // 收入全部为一般公共预算拨款: also behind the noun that it is said of.
        let own = parts.drop { if case .words = $0 { false } else { true } }
        guard case .words(let range)? = own.first,
            own.dropFirst().contains(where: { Self.isHead($0) || isFund($0) })
        else {
            return false
        }
        func isFund(_ part: Part) -> Bool { if case .fund = part { true } else { false } }
        return Self.appositions.contains {
            range.count >= $0.count && text.hasPrefix($0, at: range.upperBound - $0.count)
        }
    }

    private static let appositions = ["均为", "全部为", "全为", "都是", "全是", "均系", "均是", "全部是", "都为"]
        .map { Array($0.unicodeScalars) }

    /// Whether it says of what whole the shares are that follow: 在采购规模中.
    func isWhole(in text: FoldedText) -> Bool {
        guard case .words(let lead)? = parts.first, case .words(let end)? = parts.last else { return false }
        return text.scalars[lead.lowerBound] == "在" && text.scalars[end.lowerBound] == "中"
    }

    /// Whether it says by itself that something else is spoken of: 项目名称.
    var namesOther: Bool { parts.contains { if case .alien = $0 { true } else { false } } }

    /// Whether a measure was named.
    var namesMeasure: Bool { parts.contains(where: Self.isHead) }

    /// Whether the vehicles' costs were named last.
    var isOfVehicles: Bool {
        if case .topic(let topic, _)? = parts.last(where: Self.isHead) {
            FigurePlacer.isOfVehicles(topic)
        } else {
            false
        }
    }

    /// The phrases that 、 and 和 string together; one where nothing does.
    func items(in text: FoldedText) -> [NounPhrase] {
        var items = [NounPhrase()]
        for part in parts {
            if Self.isJoint(part, in: text) {
                items.append(NounPhrase())
            } else {
                items[items.count - 1].parts.append(part)
            }
        }
        return items.allSatisfy({ !$0.parts.isEmpty }) ? items : []
    }

    private static func isJoint(_ part: Part, in text: FoldedText) -> Bool {
        switch part {
        case .list: true
        case .words(let range): joints.contains(String(String.UnicodeScalarView(text.scalars[range])))
        default: false
        }
    }

    private static let joints: Set<String> = ["和", "及", "与", "以及"]

    mutating func add(_ part: Part) {
        guard case .fund(let fund, let fundRange)? = parts.last, let (isIncome, range) = Self.direction(of: part),
            range.lowerBound == fundRange.upperBound
        else { return parts.append(part) }
        // 政府性基金拨款 and 支出预算 are one noun.
        let whole = fundRange.lowerBound..<range.upperBound
        parts[parts.count - 1] = .topic(TopicResolver.total(of: fund, isIncome: isIncome), whole)
    }

    /// Whether a part only says that income or expenditure is meant.
    private static func direction(of part: Part) -> (isIncome: Bool, range: Range<Int>)? {
        switch part {
        case .bare(let topic, let range), .topic(let topic, let range):
            switch topic {
            case .yearIncome: (true, range)
            case .yearExpenditure: (false, range)
            default: nil
            }
        default: nil
        }
    }

    /// Resolves the phrase.
    func meaning(in text: FoldedText) -> Meaning {
        for case .alien(let range) in parts { return .unknown(range) }
        let heads = parts.indices.filter { Self.isHead(parts[$0]) }
        let side = parts.last { if case .side = $0 { true } else { false } }
        guard let last = heads.last else { return withoutHead(in: text, side: side) }
        let head = head(among: heads)
        for index in parts.indices where index > last {
            if case .words(let range) = parts[index], !countsProjects(parts[head]),
                let rest = NounWords.significant(range, in: text, isBehindNoun: true)
            {
                return .unknown(rest)
            }
        }
        if let rest = qualifier(of: head, in: text) { return .unknown(rest) }
        return .measure(parts[head], side: Self.aspect(side))
    }

    private func withoutHead(in text: FoldedText, side: Part?) -> Meaning {
        for part in parts.reversed() {
            guard case .words(let range) = part else { continue }
            if let rest = NounWords.significant(range, in: text, isBehindNoun: false) { return .unknown(rest) }
            break
        }
        return Self.aspect(side).map { .side($0) } ?? .nothing
    }

    /// The noun that counts: the last, unless it only sums up what was named before it (“三公”经费支出合计).
    private func head(among heads: [Int]) -> Int {
        let last = heads[heads.count - 1]
        // 填报绩效目标的项目支出 is that of those projects.
        if case .topic(.projectExpenditure, _) = parts[last],
            let first = heads.first(where: { countsProjects(parts[$0]) })
        {
            return first
        }
        guard heads.count > 1, isSum(parts[last]) else { return last }
        let before = heads[heads.count - 2]
        let isApart = parts[before..<last].contains { if case .list = $0 { true } else { false } }
        if isApart || isSum(parts[before]) { return last }
        if case .topic(let topic, _) = parts[before], Self.standsOver.contains(topic) { return before }
        if case .category = parts[before], case .bare = parts[last] { return before }
        // 上年结转收入 is what was carried over, no income of the year.
        if case .topic(let topic, let range) = parts[before], case .bare(_, let bare) = parts[last],
            [.openingBalance, .closingBalance, .usedReserves].contains(topic), range.upperBound == bare.lowerBound
        {
            return before
        }
        return last
    }

    /// Nouns behind which 支出合计, 总支出 or 财政拨款支出 mean their own sum.
    static let standsOver: Set<Topic> = [
        .threePublic, .abroad, .vehicles, .vehiclePurchase, .vehicleRunning, .reception, .domesticReception,
        .foreignReception, .agencyOperating, .procurement, .meetings, .training, .personnel, .operating,
    ]

    /// Nouns of the part on performance are told with words behind them: 绩效评级为“优”的项目.
    private func countsProjects(_ part: Part) -> Bool {
        guard case .topic(let topic, _) = part else { return false }
        switch topic {
        case .gradedProjects, .targetedProjects, .trackedProjects, .evaluatedProjects, .indicators, .metIndicators,
            .unmetIndicators, .averageScore, .evaluationProblems:
            return true
        default: return false
        }
    }

    private func isSum(_ part: Part) -> Bool {
        switch part {
        case .bare, .fund: true
        case .topic(let topic, _):
            switch topic {
            case .yearExpenditure, .expenditureTotal, .yearIncome, .incomeTotal, .fiscalExpenditure, .fiscalIncome,
                .generalPublicExpenditure, .incomeAndExpenditure:
                true
            default: false
            }
        default: false
        }
    }

    /// Words right before a short noun that make another noun of it: 非税 in 非税收入.
    private func qualifier(of head: Int, in text: FoldedText) -> Range<Int>? {
        guard head > 0, case .words(let range) = parts[head - 1] else { return nil }
        switch parts[head] {
        case .bare: break
        case .topic where isSum(parts[head]) && !isAppropriation(parts[head]): break
        // 基本工资、津贴补贴等人员经费: what it is made of.
        case .topic where text.scalars[range].last == "等": return nil
        case .topic(_, let phrase) where phrase.count <= 4 && !countsProjects(parts[head]): break
        default: return nil
        }
        return NounWords.significant(range, in: text, isBehindNoun: false)
    }

    /// Sums that name their fund themselves.
    private func isAppropriation(_ part: Part) -> Bool {
        guard case .topic(let topic, _) = part else { return false }
        return topic == .fiscalIncome || topic == .fiscalExpenditure || topic == .generalPublicExpenditure
    }

    private static func isHead(_ part: Part) -> Bool {
        switch part {
        case .topic, .category, .bare, .fund: true
        default: false
        }
    }

    private static func aspect(_ part: Part?) -> Aspect? {
        if case .side(let aspect)? = part { aspect } else { nil }
    }
}

/// Tells words that name something from words that only lead to a figure.
enum NounWords {
    /// What is left of words when those that name nothing are taken away; `nil` when nothing is.
    ///
    /// - Parameter isBehindNoun: whether a measure of the form stands before the words.
    static func significant(_ range: Range<Int>, in text: FoldedText, isBehindNoun: Bool) -> Range<Int>? {
        var start = range.lowerBound
        if !isBehindNoun {
            // A body's name, a year and the like lead to the noun behind them.
            for position in range.reversed() where leads.contains(text.scalars[position]) {
                start = position + 1
                break
            }
        }
        var position = start
        var left: Range<Int>?
        while position < range.upperBound {
            if let word = neutral.longest(in: text, at: position, end: range.upperBound) {
                position += word.length
            } else {
                left = (left?.lowerBound ?? position)..<position + 1
                position += 1
            }
        }
        return left
    }

    /// What names of bodies, of years and of parts of a text end with.
    private static let leads: Set<Unicode.Scalar> = Set(":\"局委办处镇乡道院校学等站心区县市省会所队园社厅部馆位门关统级年度的库场街村人州旗盟团".unicodeScalars)

    private static let neutral = WordTable(words: [
        "本部门", "本单位", "我单位", "我局", "我院", "我校", "我镇", "我乡", "我街", "我办", "我委", "全市", "全省", "全区", "全县", "全镇", "全乡",
        "本级",
        "市级",
        "全年", "本年度", "本年", "当年", "年度", "今年", "共计", "合计", "总计", "累计", "实际", "实现", "完成", "发生", "安排", "开支", "列支", "使用",
        "拨入",
        "金额", "总额", "费用", "经费", "资金", "决算数", "决算", "分别", "依次", "各是", "各为", "均", "共", "为", "是", "达到", "达", "计", "约", "的",
        "年",
        ":", ".", "其中", " ", "\"",
        "项目", "总体", "整体", "略有", "有所", "明显", "大幅", "小幅", "同步", "相应", "各", "总", "数", "额", "费", "款", "则", "也", "并",
        "且",
        "仍", "又", "都", "已", "将", "可", "拟",
        "比", "较", "相比", "对比", "和", "及", "与", "由", "从", "在", "内", "上", "下", "等", "了", "-", "—", "|", "情况", "如下",
        "具体",
        "方面", "明细", "科目", "类", "年初", "年末", "执行", "数为", "部分", "财政", "拨款", "公共", "预算", "净", "总共", "仅", "支付", "投入",
        "小计",
        "元", "万元", "产生", "实有", "现有", "拥有", "计划", "预计", "编制", "核定", "批复", "下达", "追加", "汇总", "数据", "总数", "本", "年预算",
        "预计",
        "类", "科目", "部分", "用于", "当年", "变化", "主要", "其", "所", "报", "经", "此", "该", "这", "纳入", "另", "外", "每", "全部", "增减",
        "无",
        "未",
        "不", "收支", "原因", "分成", "分为", "划分", "二类", "两类", "三类", "四类", "五类", "严格", "加上", "构成", "组成", "由", "包括", "以上", "以下",
        "含", "涉及", "资金量", "采购", "有", "单位", "部门", "财务",
        "所属",
        "下属", "一项", "年中", "调减后", "调增后", "追加后", "末", "底", "期末", "幅", "幅度", "率",
    ])
}
