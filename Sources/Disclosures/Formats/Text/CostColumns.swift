import OfficialForm

/// The columns of a table of the “三公” costs whose header a copy has run together over several lines.
///
/// The costs stand in one order in all such tables, whole before parts; the order, and whether the sides stand side by
/// side or under each cost, is taken from the header and held against the sums of the rows.
struct CostColumns {
    /// The words over each column, the side first.
    private(set) var columns: [[String]]
    /// Which columns are the sum of others.
    private(set) var sums: [(whole: Int, parts: [Int])]

    private static let costs: Set<Topic> = [
        .threePublic, .abroad, .vehicles, .vehiclePurchase, .vehicleRunning, .reception,
    ]

    /// - Parameters:
    ///   - words: the words of the header, one for each cell.
    ///   - rows: the numbers of the rows.
    init?(_ words: [String], rows: [[Int64]]) {
        var sides: [String] = []
        var order: [Topic] = []
        var sawSideFirst = false
        var sideWords = 0
        // 机关运行经费 beside them is a column of its own behind them.
        var beside: [String] = []
        for word in words {
            let head = TableHead([Self.noun(word)])
            guard head.isKnown else { return nil }
            if head.isTotal || head.topic == .threePublic {
                if order.isEmpty { order.append(.threePublic) }
            } else if let topic = head.topic {
                if Self.costs.contains(topic) {
                    if !order.contains(topic) { order.append(topic) }
                } else if topic == .agencyOperating {
                    beside.append(word)
                } else {
                    return nil
                }
            } else if head.namesSide, head.quantity == .amount {
                if !sides.contains(word) { sides.append(word) }
                sideWords += 1
                if order.isEmpty { sawSideFirst = true }
            } else {
                return nil
            }
        }
        let list = Self.list(order)
        let width = list.count * max(1, sides.count)
        // Where each cost has its sides printed under it, the header alone says how many columns there are.
        let isWhole = sides.count > 1 && sideWords == width
        guard let most = rows.map(\.count).max(), list.count >= 4,
            most == width + beside.count || isWhole && most < width
        else { return nil }
        let heads = list.map { $0 == .threePublic ? "合计" : $0.form.name }
        let full = rows.filter { $0.count == width + beside.count }
        for isBlocked in sides.count < 2 ? [true] : [sawSideFirst, !sawSideFirst] {
            func place(_ topic: Int, _ side: Int) -> Int {
                isBlocked ? side * list.count + topic : topic * max(1, sides.count) + side
            }
            let sums = (0..<max(1, sides.count)).flatMap { side in
                Self.sums(list).map { (whole: place($0.whole, side), parts: $0.parts.map { place($0, side) }) }
            }
            guard full.allSatisfy({ row in sums.allSatisfy { row[$0.whole] == $0.parts.reduce(0) { $0 + row[$1] } } })
            else { continue }
            var columns = Array(repeating: [String](), count: width)
            for topic in list.indices {
                for side in 0..<max(1, sides.count) {
                    columns[place(topic, side)] = (sides.isEmpty ? [] : [sides[side]]) + [heads[topic]]
                }
            }
            self.columns = columns + beside.map { [$0] }
            self.sums = sums
            return
        }
        return nil
    }

    /// The noun of a head that names fund or side with it: 一般公共预算财政拨款“三公”经费, 机关运行经费决算数.
    private static func noun(_ word: String) -> String {
        var noun = Substring(word)
        for fund in ["一般公共预算财政拨款", "一般公共预算", "财政拨款"] where noun.opens(with: fund) {
            noun = noun.dropFirst(fund.count)
        }
        for side in ["决算数", "预算数", "支出"] where noun.closes(with: side) { noun = noun.dropLast(side.count) }
        return TableHead([String(noun)]).topic == nil ? word : String(noun)
    }

    /// The costs in the order of their columns: the parts of the vehicles' costs stand behind these.
    private static func list(_ order: [Topic]) -> [Topic] {
        let parts: [Topic] = [.vehiclePurchase, .vehicleRunning]
        let hasParts = parts.allSatisfy(order.contains)
        return order.filter { !parts.contains($0) }.flatMap { $0 == .vehicles && hasParts ? [$0] + parts : [$0] }
    }

    private static func sums(_ list: [Topic]) -> [(whole: Int, parts: [Int])] {
        func sum(_ whole: Topic, _ parts: [Topic]) -> (whole: Int, parts: [Int])? {
            let places = parts.compactMap(list.firstIndex)
            guard let index = list.firstIndex(of: whole), places.count == parts.count else { return nil }
            return (index, places)
        }
        return [
            sum(.threePublic, [.abroad, .vehicles, .reception]), sum(.vehicles, [.vehiclePurchase, .vehicleRunning]),
        ].compactMap(\.self)
    }
}
