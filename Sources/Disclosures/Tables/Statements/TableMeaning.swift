import FinalAccounts
import OfficialForm

/// What a number of a row states under a column.
struct TableMeaning {
    /// A field of a subject line.
    enum Field: Hashable {
        case initialBudget, adjustedBudget, actual, basic, project, previous

        /// The same of a figure.
        var aspect: Aspect {
            switch self {
            case .initialBudget: .initialBudget
            case .adjustedBudget: .adjustedBudget
            case .actual: .amount
            case .basic: .basic
            case .project: .project
            case .previous: .previousAmount
            }
        }
    }

    /// What was made of a number.
    enum Statement: Hashable {
        case figure(Topic, subject: String?, Aspect)
        case line(Field)
        /// A figure of no measure, by its own words.
        case own(Aspect)

        var isRate: Bool {
            switch self {
            case .figure(_, _, let aspect), .own(let aspect):
                [.changeRate, .changeRateOnBudget, .rateOnBudget, .rateOnInitialBudget, .rateOnAdjustedBudget, .share]
                    .contains(aspect)
            case .line: false
            }
        }

        var isCount: Bool {
            if case .figure(_, _, .count) = self { true } else { false }
        }

        /// The same by the table's own words, unless its measure is one of some; what they are of a body they are not
        /// of a region.
        func inOwnWords(but topics: Set<Topic>?) -> Statement {
            guard let topics else { return self }
            switch self {
            case .figure(let topic, _, let aspect):
                return aspect == .count || topics.contains(topic) ? self : .own(aspect)
            case .line(let field): return .own(field.aspect)
            case .own: return self
            }
        }
    }

    var row: TableStatedRow
    /// The body whose accounts they are: a row that names it is the sum of all.
    var body: String
    var codes: TableCodes
    var totals: TableTotals
    var setting: TableHead.Setting
    /// The measure that stands over the row.
    var above: Topic?
    var section: Section
    var matter: TableKind?
    var side: TableSide?

    /// What a number under a column's words states; `nil` where that cannot be said.
    func statement(under column: TableHead, isPercent: Bool) -> Statement? {
        guard column.isKnown else { return nil }
        var head = column
        if let side = row.head {
            guard column.topic != nil || column.isTotal else { return nil }
            head.time = side.time ?? head.time
            head.side = side.side ?? head.side
            if side.quantity != .amount { head.quantity = side.quantity }
            head.base = side.base ?? head.base
        }
        guard var aspect = head.aspect(in: setting) else { return nil }
        if isPercent, !Statement.own(aspect).isRate {
            guard aspect == .change || aspect == .changeOnBudget else { return nil }
            aspect = aspect == .change ? .changeRate : .changeRateOnBudget
        }
        if row.label.code != nil { return coded(head, aspect) }
        guard let (topic, subject) = measure(head) else { return nil }
        if Self.counted.contains(topic) {
            return aspect == .amount || aspect == .budget ? .figure(topic, subject: subject, .count) : nil
        }
        return topic == .other ? .own(aspect) : .figure(topic, subject: subject, aspect)
    }

    // MARK: Measures

    private func measure(_ head: TableHead) -> (Topic, String?)? {
        let label = row.label
        if row.head != nil || label.isTotal || label.words.isEmpty || label.words == body { return total(head) }
        if let above, let part = part(of: above, label), head.topic == nil, head.fund == nil { return part }
        if let fund = label.fund, above == .openingBalance || above == .closingBalance, head.topic == nil {
            return (above == .openingBalance ? .fundOpeningBalance : .fundClosingBalance, Self.name(fund))
        }
        // 本年收入 over 一般公共预算拨款.
        if let fund = label.fund, label.topic == nil, label.namesFundAlone, head.topic == nil, head.fund == nil,
            above == .yearIncome || above == .fiscalIncome || above == nil && side == .income
        {
            return (TopicResolver.total(of: fund, isIncome: true), nil)
        }
        if let category = label.category, side != .income {
            return head.topic == nil ? (.category, category) : nil
        }
        guard let named = label.topic, let topic = resolve(named) else { return nil }
        if Self.counted.contains(topic) { return label.counter != nil || head.topic == nil ? (topic, nil) : nil }
        guard let fund = head.fund else {
            return head.topic == nil || head.topic == topic ? (topic, nil) : nil
        }
        return part(of: topic, fund)
    }

    /// What a row is that stands under a measure and names no other: 支出合计 of the “三公” costs, a kind of vehicle.
    private func part(of above: Topic, _ label: TableLabel) -> (Topic, String?)? {
        switch above {
        case .threePublic where label.bare == "支出合计": (.threePublic, nil)
        case .agencyOperating where label.bare == "行政单位" || label.bare.holds("参照公务员法"): (above, label.bare)
        case .assetVehicles where label.topic == nil && label.bare.closes(with: "用车"): (above, label.bare)
        default: nil
        }
    }

    /// What one fund bears of a measure.
    private func part(of topic: Topic, _ fund: Fund) -> (Topic, String?)? {
        switch topic {
        case .yearExpenditure, .fiscalExpenditure: (TopicResolver.total(of: fund, isIncome: false), nil)
        case .yearIncome, .fiscalIncome: (TopicResolver.total(of: fund, isIncome: true), nil)
        case .openingBalance: (.fundOpeningBalance, Self.name(fund))
        case .closingBalance: (.fundClosingBalance, Self.name(fund))
        default: (.other, nil)
        }
    }

    private func total(_ head: TableHead) -> (Topic, String?)? {
        let whole = totals.topic(of: row.label.bare)
        if let fund = head.fund {
            guard matter != .fiscalIncomeAndExpenditure, matter != .incomeAndExpenditure else { return (.other, nil) }
            switch whole {
            case .yearIncome?: return (TopicResolver.total(of: fund, isIncome: true), nil)
            case .yearExpenditure?: return (TopicResolver.total(of: fund, isIncome: false), nil)
            default: return nil
            }
        }
        guard let named = head.topic else { return whole.map { ($0, nil) } }
        if let whole, named == .yearExpenditure || named == .yearIncome, !Self.isBalance(named) {
            // 本年支出合计 of a fund is the fund's.
            if matter != .incomeAndExpenditure, named == .yearExpenditure {
                return (whole == .yearIncome ? named : whole, nil)
            }
        }
        return resolve(named).map { ($0, TopicResolver.fundName(of: $0, in: section)) }
    }

    private static func isBalance(_ topic: Topic) -> Bool { topic == .openingBalance || topic == .closingBalance }

    private func resolve(_ topic: Topic) -> Topic? {
        if side == .expenditure, Self.ofIncome.contains(topic) { return nil }
        return TopicResolver.resolve(topic, in: section)
    }

    private static func name(_ fund: Fund) -> String? {
        TopicResolver.fundName(of: .fundOpeningBalance, in: fund.section)
    }

    private static let ofIncome: Set<Topic> = [
        .generalPublicIncome, .governmentFundIncome, .stateCapitalIncome, .fiscalIncome, .yearIncome,
    ]

    static let counted: Set<Topic> = [
        .abroadGroups, .abroadVisits, .vehiclesPurchased, .vehiclesHeld, .receptionBatches, .receptionVisitors,
        .foreignReceptionBatches, .foreignReceptionVisitors, .assetVehicles, .largeEquipment,
    ]

    // MARK: Rows with codes

    /// Whether no other row stands below the code.
    var isNarrowest: Bool { row.label.code.map { !codes.isWide($0) } ?? false }

    private func coded(_ head: TableHead, _ aspect: Aspect) -> Statement? {
        guard let code = row.label.code, let level = SubjectScheme.china.level(of: code) else { return nil }
        guard code.opens(with: "2"), matter != .income else { return economic(code, head, aspect) }
        guard head.fund == nil else { return .own(aspect) }
        switch head.topic {
        case nil, .yearExpenditure?: break
        // 财政拨款支出 over 合计, 基本支出 and 项目支出 is what the table is of.
        case .fiscalExpenditure? where matter == .generalPublicExpenditure,
            .generalPublicExpenditure? where matter == .generalPublicExpenditure:
            break
        case .basicExpenditure?, .generalPublicBasic?: return part(aspect, .basic)
        case .projectExpenditure?, .generalPublicProject?: return part(aspect, .project)
        default: return .own(aspect)
        }
        // The overall tables sum up by category; their rows are no subject lines.
        let isOverall = matter == .incomeAndExpenditure || matter == .fiscalIncomeAndExpenditure
        if isNarrowest, !(isOverall && level == .category) {
            switch aspect {
            case .amount: return .line(.actual)
            case .budget, .initialBudget: return .line(.initialBudget)
            case .adjustedBudget: return .line(.adjustedBudget)
            case .previousAmount: return .line(.previous)
            default: return .figure(.line, subject: row.label.words, aspect)
            }
        }
        return .figure(level == .category ? .category : .section, subject: row.label.words, aspect)
    }

    private func part(_ aspect: Aspect, _ field: Field) -> Statement? {
        guard aspect == setting.plainSide else { return .own(aspect) }
        return isNarrowest
            ? .line(field) : .figure(.line, subject: row.label.words, field == .basic ? .basic : .project)
    }

    private func economic(_ code: String, _ head: TableHead, _ aspect: Aspect) -> Statement? {
        guard code.opens(with: "3") || code.opens(with: "5"), code.count == 3, head.fund == nil else {
            return .own(aspect)
        }
        switch head.topic {
        case nil, .personnel?, .operating?, .basicExpenditure?, .generalPublicBasic?: break
        default: return .own(aspect)
        }
        return .figure(.economicClass, subject: row.label.words, aspect)
    }

    /// The names from the category down; the row's own alone where the table leaves a level out.
    var path: [String] {
        guard let code = row.label.code else { return [row.label.words] }
        return codes.path(code) ?? [row.label.words]
    }
}

/// The codes of a list with their names, and which of them others stand below.
struct TableCodes {
    private var names: [String: String] = [:]
    private var wide: Set<String> = []

    init(_ rows: [TableStatedRow]) {
        for label in rows.map(\.label) {
            guard let code = label.code else { continue }
            if names[code] == nil { names[code] = label.words }
            var wider = SubjectScheme.china.parent(of: code)
            while let parent = wider {
                wide.insert(parent)
                wider = SubjectScheme.china.parent(of: parent)
            }
        }
    }

    /// Whether a row stands below the code.
    func isWide(_ code: String) -> Bool { wide.contains(code) }

    /// The names from the widest level down; `nil` where the list leaves one out.
    func path(_ code: String) -> [String]? {
        guard let name = names[code], !name.isEmpty else { return nil }
        guard let parent = SubjectScheme.china.parent(of: code) else { return [name] }
        return path(parent).map { $0 + [name] }
    }
}
