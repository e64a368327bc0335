import SeededNumbers

/// The figures of a made-up body's accounts, in hundreds of yuan (0.01万元), so that every table agrees with the others.
struct FormFigures {
    /// Spending on one item.
    struct Item {
        var code: String
        var basic: Int
        var project: Int
        var total: Int { basic + project }
    }

    /// Basic spending on one economic subject.
    struct Economic {
        var code: String
        var amount: Int
    }

    var unit: String
    var year: Int
    var general: [Item] = []
    var fund: [Item] = []
    var capital: [Item] = []
    /// Items paid from the body's own income, in the tables of all income and expenditure only.
    var own: [Item] = []
    var economic: [Economic] = []
    var businessIncome: Int
    var otherIncome: Int
    /// Budget and actual of the three public costs: abroad, purchase, running, reception.
    var threePublic: [(budget: Int, actual: Int)] = []
    /// Left over from last year.
    var opening: Int

    init(_ generator: inout SeededGenerator, names: SubjectNames) {
        let city = generator.pick(["东湖", "白石", "临江", "青山", "平原", "安阳河", "新港"])
        let body = generator.pick(["城市管理局", "人民政府新街街道办事处", "教育局", "水务局", "档案馆", "社会福利院", "机关事务服务中心"])
        unit = "\(city)市\(generator.pick(["", "长宁区", "南湖区", "高新技术产业开发区"]))\(body)"
        year = Int.random(in: 2019...2024, using: &generator)
        businessIncome = generator.oneIn(2) ? 0 : Int.random(in: 100...90_000, using: &generator)
        otherIncome = generator.oneIn(3) ? 0 : Int.random(in: 1...20_000, using: &generator)
        opening = generator.oneIn(2) ? 0 : Int.random(in: 1...300_000, using: &generator)
        let codes = Self.chosen(names.functional.keys.sorted(), &generator)
        for code in codes { general.append(Self.item(code, &generator)) }
        if generator.oneIn(3) { fund = [Self.item("2120899", &generator), Self.item("2296002", &generator)] }
        if generator.oneIn(4) { capital = [Self.item("2230105", &generator)] }
        for index in fund.indices { fund[index].project += fund[index].basic; fund[index].basic = 0 }
        if businessIncome + otherIncome > 0, let first = general.first {
            own = [Item(code: first.code, basic: 0, project: businessIncome + otherIncome)]
        }
        economic = Self.spread(general.reduce(0) { $0 + $1.basic }, names.economic.keys.sorted(), &generator)
        threePublic = (0..<4).map { _ in
            let budget = generator.oneIn(3) ? 0 : Int.random(in: 1...6_000, using: &generator)
            return (budget, budget == 0 ? 0 : Int.random(in: 0...budget, using: &generator))
        }
    }

    private static func item(_ code: String, _ generator: inout SeededGenerator) -> Item {
        let size = generator.pick([900, 9_000, 90_000, 900_000])
        let total = Int.random(in: 1...size, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: return Item(code: code, basic: total, project: 0)
        case 1: return Item(code: code, basic: 0, project: total)
        default:
            let basic = Int.random(in: 0...total, using: &generator)
            return Item(code: code, basic: basic, project: total - basic)
        }
    }

    /// Items of three to seven categories, some with several sections.
    private static func chosen(_ codes: [String], _ generator: inout SeededGenerator) -> [String] {
        let items = codes.filter { code in
            code.count == 7 && !code.hasPrefix("223") && !["2120899", "2296002"].contains(code)
                && codes.contains(String(code.prefix(5))) && codes.contains(String(code.prefix(3)))
        }
        let categories = Set(items.map { $0.prefix(3) }).sorted().shuffled(using: &generator)
            .prefix(Int.random(in: 3...7, using: &generator))
        var chosen: [String] = []
        for category in categories {
            let mine = items.filter { $0.hasPrefix(category) }.shuffled(using: &generator)
            chosen += mine.prefix(Int.random(in: 1...6, using: &generator))
        }
        return chosen.sorted()
    }

    private static func spread(_ total: Int, _ codes: [String], _ generator: inout SeededGenerator) -> [Economic] {
        let pool = codes.filter {
            $0.count == 5 && ($0.hasPrefix("301") || $0.hasPrefix("302") || $0.hasPrefix("303") || $0.hasPrefix("310"))
        }.shuffled(using: &generator).prefix(Int.random(in: 8...30, using: &generator)).sorted()
        var rest = total
        var spread: [Economic] = []
        for code in pool.dropLast() {
            let amount = Int.random(in: 0...max(0, rest / 4), using: &generator)
            rest -= amount
            if amount > 0 { spread.append(Economic(code: code, amount: amount)) }
        }
        if let last = pool.last, rest > 0 { spread.append(Economic(code: last, amount: rest)) }
        return spread
    }

    // MARK: Sums

    static func total(_ items: [Item]) -> Int { items.reduce(0) { $0 + $1.total } }

    /// Fiscal spending of all funds.
    var fiscal: Int { Self.total(general) + Self.total(fund) + Self.total(capital) }

    /// All items with what the body's own income paid.
    var all: [Item] {
        var items = general + fund + capital
        for extra in own {
            if let index = items.firstIndex(where: { $0.code == extra.code }) {
                items[index].project += extra.project
            }
        }
        return items.sorted { $0.code < $1.code }
    }

    var income: Int { fiscal + businessIncome + otherIncome }
}
