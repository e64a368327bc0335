import FinalAccounts

/// Past errors in groups: how far, in error scales, forecasts were off.
///
/// Split conformal prediction (Papadopoulos et al., 2002; Lei et al., 2018) on the errors of rolling origins, pooled over
/// subjects: an error counts relative to the subject's own scale √(roughness · size), so that one subject can lend its
/// errors to another, and quantiles are taken in groups of like size (Mondrian conformal prediction), apart for subjects
/// with and without a budget. Older origins count less. The quantile asked for is moved by the coverage that the same
/// rule showed at past origins (after Gibbs and Candès, 2021), shrunk towards no move.
struct ConformalTable: Hashable, Sendable, Codable {
    /// Errors of one group in ascending order, and the cumulated share of their weights.
    struct Group: Hashable, Sendable, Codable {
        var ratios: [Double]
        var shares: [Double]
        /// The number of errors behind the group.
        var count: Int

        /// The smallest error that a share of at least `level` (1 + 1/n) does not exceed.
        func quantile(_ level: Double) -> Double {
            guard let largest = ratios.last else { return 0 }
            let wanted = level * (1 + 1 / Double(max(count, 1)))
            let place = shares.partitioningIndex { $0 >= wanted }
            guard place < ratios.count else { return largest * Self.beyond(level, count: count) }
            return ratios[place]
        }

        /// A factor for levels beyond the largest error seen: the tail of errors is about that of 1/x².
        private static func beyond(_ level: Double, count: Int) -> Double {
            let seen = 1 / Double(count + 1)
            return max(1, (seen / max(1 - level, 1e-9)).squareRoot())
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

    /// Groups the errors of past origins.
    ///
    /// - Parameters:
    ///   - residuals: errors of origins before `column`.
    ///   - prior: errors that stand in where there are few of one's own; count as 20 together.
    init(_ residuals: [ConformalResidual], before column: Int, prior: Group) {
        kinds = [false, true].map { budgeted in
            let chosen = residuals.filter { $0.isBudgeted == budgeted }
            let rows = chosen.isEmpty ? residuals : chosen
            let count = min(max(rows.count / Self.groupRows, 1), Self.groupCount)
            let sizes = rows.map(\.relativeSize).sorted()
            let edges = (1..<max(count, 1)).map { sizes[$0 * sizes.count / count] }
            var kind = Kind(edges: edges, groups: [])
            var members = [[ConformalResidual]](repeating: [], count: edges.count + 1)
            for row in rows { members[kind.group(relativeSize: row.relativeSize)].append(row) }
            kind.groups = members.map { Self.group($0, before: column, prior: prior) }
            return kind
        }
    }

    private static let priorRows = 20.0

    private static func group(_ rows: [ConformalResidual], before column: Int, prior: Group) -> Group {
        var pairs = rows.map { (ratio: $0.ratio, weight: power(memory, Double(column - 1 - $0.column))) }
        var before = 0.0
        for (ratio, share) in zip(prior.ratios, prior.shares) {
            pairs.append((ratio, priorRows * (share - before)))
            before = share
        }
        pairs.sort { $0.ratio < $1.ratio }
        let total = pairs.reduce(0) { $0 + $1.weight }
        var sum = 0.0
        let shares = pairs.map { pair in
            sum += pair.weight
            return total > 0 ? sum / total : 1
        }
        return Group(ratios: pairs.map(\.ratio), shares: shares, count: rows.count + (prior.ratios.isEmpty ? 0 : 20))
    }

    /// The half-width of an interval, in error scales.
    func multiplier(_ level: Double, relativeSize: Double, isBudgeted: Bool) -> Double {
        let kind = kinds[isBudgeted ? 1 : 0]
        return kind.groups[kind.group(relativeSize: relativeSize)].quantile(level)
    }

    /// A short form of the table: at most `points` errors a group, for storing.
    func thinned(points: Int) -> ConformalTable {
        var copy = self
        for k in copy.kinds.indices { copy.kinds[k].groups = copy.kinds[k].groups.map { $0.thinned(points: points) } }
        return copy
    }
}

extension ConformalTable.Group {
    /// Errors as spending shows them, in error scales, for want of any of one's own: 80% below 1.25, 95% below 3.
    static func typical(scaledBy factor: Double) -> ConformalTable.Group {
        let shares = (1...20).map { Double($0) / 20 }
        let ratios = shares.map { share in
            // A curve through the two points named above, steeper in the tail.
            factor * (share < 0.8 ? 1.25 * share / 0.8 : 1.25 + 1.75 * power((share - 0.8) / 0.15, 1.4))
        }
        return ConformalTable.Group(ratios: ratios, shares: shares, count: 20)
    }
}

extension ConformalTable.Group {
    /// The group by its quantiles in the middle of equal shares: the largest error, which may be any number, is none of them.
    func thinned(points: Int) -> ConformalTable.Group {
        guard ratios.count > points else { return self }
        let middles = (0..<points).map { k -> Double in
            let middle = (Double(k) + 0.5) / Double(points)
            let place = shares.firstIndex { $0 >= middle } ?? ratios.count - 1
            return ratios[place]
        }
        return ConformalTable.Group(
            ratios: middles, shares: (1...points).map { Double($0) / Double(points) }, count: count)
    }
}

extension ConformalTable {
    private static let pooledPoints = 40

    /// All groups of both kinds together, each by its number of errors, as forty quantiles.
    var pooled: Group {
        let pairs = kinds.flatMap(\.groups).flatMap { group -> [(ratio: Double, weight: Double)] in
            var before = 0.0
            return zip(group.ratios, group.shares).map { ratio, share in
                defer { before = share }
                return (ratio: ratio, weight: (share - before) * Double(max(group.count, 1)))
            }
        }.sorted { $0.ratio < $1.ratio }
        let total = pairs.reduce(0) { $0 + $1.weight }
        var sum = 0.0
        let shares = pairs.map { pair in
            sum += pair.weight
            return total > 0 ? sum / total : 1
        }
        return Group(ratios: pairs.map(\.ratio), shares: shares, count: 20).thinned(points: Self.pooledPoints)
    }
}
