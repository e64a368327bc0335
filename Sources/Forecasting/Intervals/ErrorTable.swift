import FinalAccounts

/// Past errors in groups, each relative to the scale that was expected of it, with their sign.
///
/// Split conformal prediction (Papadopoulos et al., 2002; Lei et al., 2018) on the errors of rolling origins, pooled over
/// subjects: quantiles are taken in groups of like size (Mondrian conformal prediction), apart for subjects with and
/// without a budget, and apart for either side: spending more often doubles than it halves. Older origins count less. No
/// quantile lies beyond the largest error that was seen.
struct ErrorTable: Hashable, Sendable, Codable {
    /// Errors of one group in ascending order, and the cumulated share of their weights.
    struct Group: Hashable, Sendable, Codable {
        var ratios: [Double]
        var shares: [Double]
        /// The number of errors behind the group.
        var count: Int

        /// The smallest error that a share of at least `level` (1 + 1/n) does not exceed.
        func upper(_ level: Double) -> Double {
            guard let largest = ratios.last else { return 0 }
            let wanted = level * (1 + 1 / Double(max(count, 1)))
            let place = shares.partitioningIndex { $0 >= wanted }
            return place < ratios.count ? ratios[place] : largest
        }

        /// The largest error that a share of at least `level` (1 + 1/n) does not fall below.
        func lower(_ level: Double) -> Double {
            guard let smallest = ratios.first else { return 0 }
            let wanted = 1 - level * (1 + 1 / Double(max(count, 1)))
            // Entry i is allowed when what lies below it, shares[i - 1], is at most what may be left out.
            let place = shares.partitioningIndex { $0 > wanted }
            return wanted < 0 ? smallest : ratios[min(place, ratios.count - 1)]
        }
    }

    /// Sizes that part one group from the next, and the groups, for subjects of one kind.
    struct Kind: Hashable, Sendable, Codable {
        var edges: [Double]
        var groups: [Group]

        func group(relativeSize: Double) -> Int {
            var g = 0
            while g < edges.count, relativeSize >= edges[g] { g += 1 }
            return g
        }
    }

    /// Subjects without and with a budget.
    var kinds: [Kind]

    private static let memory = 0.8
    private static let groupCount = 5
    private static let groupRows = 100

    /// An error relative to what was expected of it.
    struct Ratio: Sendable {
        var column: Int
        var value: Double
        var relativeSize: Double
        var isBudgeted: Bool
        var weight = 1.0
    }

    /// Groups errors of origins before `column`.
    ///
    /// - Parameters:
    ///   - prior: errors that stand in where there are few of one's own.
    ///   - priorRows: how many errors the prior counts for in a group.
    init(_ errors: [Ratio], before column: Int, prior: Group, priorRows: Double = 20) {
        kinds = [false, true].map { budgeted in
            let chosen = errors.filter { $0.isBudgeted == budgeted }
            let rows = chosen.isEmpty ? errors : chosen
            let count = min(max(rows.count / Self.groupRows, 1), Self.groupCount)
            let sizes = rows.map(\.relativeSize).sorted()
            let edges = (1..<max(count, 1)).map { sizes[$0 * sizes.count / count] }
            var kind = Kind(edges: edges, groups: [])
            var members = [[Ratio]](repeating: [], count: edges.count + 1)
            for row in rows { members[kind.group(relativeSize: row.relativeSize)].append(row) }
            kind.groups = members.map { Self.group($0, before: column, prior: prior, priorRows: priorRows) }
            return kind
        }
    }

    /// A stored table with errors of one's own put in.
    ///
    /// - Parameter priorRows: how many errors a stored group counts for.
    init(_ errors: [Ratio], before column: Int, stored: ErrorTable, priorRows: Double) {
        kinds = stored.kinds.enumerated().map { place, kind in
            var members = [[Ratio]](repeating: [], count: kind.groups.count)
            for row in errors where row.isBudgeted == (place == 1) {
                // A panel's own wildest error must not stand for all its subjects: none counts for more than was ever seen.
                let group = kind.group(relativeSize: row.relativeSize)
                var bounded = row
                if let least = kind.groups[group].ratios.first, let most = kind.groups[group].ratios.last {
                    bounded.value = min(max(row.value, least), most)
                }
                members[group].append(bounded)
            }
            var copy = kind
            copy.groups = zip(members, kind.groups).map {
                Self.group($0, before: column, prior: $1, priorRows: priorRows)
            }
            return copy
        }
    }

    private static func group(_ rows: [Ratio], before column: Int, prior: Group, priorRows: Double) -> Group {
        guard !rows.isEmpty else { return prior }
        var pairs = rows.map {
            (ratio: $0.value, weight: $0.weight * power(memory, Double(column - 1 - $0.column)))
        }
        var before = 0.0
        for (ratio, share) in zip(prior.ratios, prior.shares) {
            pairs.append((ratio, priorRows * (share - before)))
            before = share
        }
        let count = rows.count + (prior.ratios.isEmpty ? 0 : Int(priorRows))
        return Group(pairs, count: count)
    }

    /// The ends of a range, in scales: `level` is the share that shall lie inside.
    func ends(_ level: Double, relativeSize: Double, isBudgeted: Bool) -> (lower: Double, upper: Double) {
        let kind = kinds[isBudgeted ? 1 : 0]
        return kind.groups[kind.group(relativeSize: relativeSize)].ends(level)
    }

    /// A short form of the table: at most `points` errors a group, for storing.
    func thinned(points: Int) -> ErrorTable {
        var copy = self
        for k in copy.kinds.indices { copy.kinds[k].groups = copy.kinds[k].groups.map { $0.thinned(points: points) } }
        return copy
    }
}

extension ErrorTable.Group {
    /// Errors with what each of them counts.
    init(_ pairs: [(ratio: Double, weight: Double)], count: Int) {
        let sorted = pairs.sorted { $0.ratio < $1.ratio }
        let total = sorted.reduce(0) { $0 + $1.weight }
        var sum = 0.0
        ratios = sorted.map(\.ratio)
        shares = sorted.map { pair in
            sum += pair.weight
            return total > 0 ? sum / total : 1
        }
        self.count = count
    }

    /// The ends of a range that holds a share of `level`, as much left out on either side.
    func ends(_ level: Double) -> (lower: Double, upper: Double) {
        let side = (1 + level) / 2
        return (min(lower(side), 0), max(upper(side), 0))
    }

    /// Errors as spending shows them, in scales, for want of any of one's own: 80% below 1.25, 95% below 3.
    static func typical(scaledBy factor: Double) -> ErrorTable.Group {
        let shares = (1...20).map { Double($0) / 20 }
        let sizes = shares.map { share in
            // A curve through the two points named above, steeper in the tail.
            factor * (share < 0.8 ? 1.25 * share / 0.8 : 1.25 + 1.75 * power((share - 0.8) / 0.15, 1.4))
        }
        return ErrorTable.Group((sizes.map { -$0 } + sizes).map { (ratio: $0, weight: 1) }, count: 40)
    }

    /// The group by its quantiles in the middle of equal shares: the largest error, which may be any number, is none of them.
    func thinned(points: Int) -> ErrorTable.Group {
        guard ratios.count > points else { return self }
        let middles = (0..<points).map { k -> Double in
            let middle = (Double(k) + 0.5) / Double(points)
            let place = shares.firstIndex { $0 >= middle } ?? ratios.count - 1
            return ratios[place]
        }
        return ErrorTable.Group(
            ratios: middles, shares: (1...points).map { Double($0) / Double(points) }, count: count)
    }
}
