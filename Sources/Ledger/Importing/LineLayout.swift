import FinalAccounts

/// How a document's lines are laid out in the store: in blocks of one unit, year, fund and origin, in that order;
/// inside a block as the document has them.
struct LineLayout {
    /// A run of consecutive lines.
    struct Block {
        let unit: BudgetUnit
        let fiscalYear: FiscalYear
        let fund: Fund
        let origin: Origin
        /// The run's positions in ``LineLayout/order``, or in the lines themselves where that is `nil`.
        var positions: Range<Int>
    }

    /// The blocks, in ascending order of unit, year, fund and origin.
    private(set) var blocks: [Block] = []
    /// The lines' indices in the order of the blocks; `nil` when the lines stand in that order already.
    let order: [Int]?

    /// Lays lines out. The order of the result depends on the lines alone.
    init(_ lines: [AccountLine]) {
        let units = UnitRanks(lines)
        let keys = lines.indices.map { Self.key(lines[$0], unitRank: units.rank(ofLine: $0)) }
        let isSorted = zip(keys, keys.dropFirst()).allSatisfy { $0 <= $1 }
        order = isSorted ? nil : keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
        for position in lines.indices {
            let index = order?[position] ?? position
            if position > 0, keys[index] == keys[order?[position - 1] ?? (position - 1)] {
                blocks[blocks.count - 1].positions = blocks[blocks.count - 1].positions.lowerBound..<(position + 1)
            } else {
                let line = lines[index]
                blocks.append(
                    Block(
                        unit: line.unit, fiscalYear: line.fiscalYear, fund: line.fund, origin: line.origin,
                        positions: position..<(position + 1)))
            }
        }
    }

    /// The index, in the lines, of what stands at a position of the layout.
    @inline(__always)
    func index(at position: Int) -> Int {
        guard let order else { return position }
        return order[position]
    }

    private static func key(_ line: AccountLine, unitRank: UInt32) -> UInt64 {
        let fund: UInt64 =
            switch line.fund {
            case .generalPublicBudget: 0
            case .governmentFund: 1
            case .stateCapital: 2
            }
        let origin: UInt64 = line.origin == .published ? 0 : 1
        return UInt64(unitRank) << 32 | UInt64(UInt16(clamping: line.fiscalYear.number)) << 8 | fund << 1 | origin
    }
}

/// The place of every line's unit among all units in order of name.
private struct UnitRanks {
    private var unitOfLine: [UInt32] = []
    private let rankOfUnit: [UInt32]

    init(_ lines: [AccountLine]) {
        var names: [String] = []
        var indices: [NameIdentity: UInt32] = [:]
        var last: UInt32 = 0
        unitOfLine.reserveCapacity(lines.count)
        for line in lines {
            let name = line.unit.name
            if names.isEmpty || names[Int(last)] != name {
                if let known = indices[NameIdentity(name: name)] {
                    last = known
                } else {
                    last = UInt32(names.count)
                    indices[NameIdentity(name: name)] = last
                    names.append(name)
                }
            }
            unitOfLine.append(last)
        }
        var ranks = [UInt32](repeating: 0, count: names.count)
        let byName = names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
        for (rank, unit) in byName.enumerated() { ranks[unit] = UInt32(rank) }
        rankOfUnit = ranks
    }

    func rank(ofLine index: Int) -> UInt32 {
        rankOfUnit[Int(unitOfLine[index])]
    }
}
