import FinalAccounts
import GRDB

/// Reads the lines that count of blocks in order of body, year and fund.
///
/// Where one document speaks of a body, year and fund, its rows stand as they are. Where several do, their facts are
/// joined field by field. A plan stands where nothing else speaks of the body's year; beside accounts that state no budget
/// it tells their initial budgets.
struct CurrentLines {
    private var reader: LineReader

    init(_ database: Database) throws {
        reader = try LineReader(database)
    }

    /// Calls a closure with the lines of every body, year and fund.
    mutating func forEachPart(of blocks: [StoredBlock], _ body: ([AccountLine]) throws -> Void) throws {
        var start = 0
        while start < blocks.count {
            var end = start + 1
            while end < blocks.count, blocks[end].isOfOneYear(with: blocks[start]) { end += 1 }
            try forEachFund(of: blocks[start..<end], body)
            start = end
        }
    }

    /// The facts of one body and year, as the documents of these blocks state them.
    mutating func facts(of blocks: some Sequence<StoredBlock>) throws -> FactTable {
        var table = try FactTable(document: [])
        for (document, fills) in try documents(of: Array(blocks)) {
            table.join(try FactTable(document: document), fills: fills)
        }
        return table
    }

    /// The blocks of one body and year, fund by fund.
    private mutating func forEachFund(
        of blocks: ArraySlice<StoredBlock>, _ body: ([AccountLine]) throws -> Void
    ) throws {
        var spent = blocks.filter { $0.kind == .accounts }
        if spent.isEmpty { spent = blocks.filter { $0.kind != .plan } }
        let plans = blocks.filter { $0.kind == .plan }
        let funds = Fund.allCases.sorted { $0.rawValue < $1.rawValue }
        for fund in funds {
            let own = spent.filter { $0.fund == fund }
            var lines = try lines(of: own)
            let plan = plans.filter { $0.fund == fund }
            if spent.isEmpty {
                lines = try self.lines(of: plan)
            } else if !plan.isEmpty, !lines.isEmpty, lines.allSatisfy({ $0.initialBudget == .notStated }) {
                var table = try FactTable(document: lines)
                table.budget(by: try FactTable(document: self.lines(of: plan)))
                lines = table.lines
            }
            if !lines.isEmpty { try body(lines) }
        }
    }

    private mutating func lines(of blocks: [StoredBlock]) throws -> [AccountLine] {
        let isOneDocument = blocks.allSatisfy { $0.document == blocks[0].document }
        guard !isOneDocument else {
            var lines: [AccountLine] = []
            for block in blocks { try reader.append(block, to: &lines) }
            return lines
        }
        let documents = try documents(of: blocks)
        let fullest = documents.max { $0.rows.standsBehind($1.rows) }
        return try facts(of: blocks).lines.inOrder(of: fullest?.rows ?? [])
    }

    /// The rows of each document, those that only fill gaps last; else in order of import.
    private mutating func documents(of blocks: [StoredBlock]) throws -> [(rows: [AccountLine], fills: Bool)] {
        let order = blocks.sorted { ($0.fills ? 1 : 0, $0.document, $0.id) < ($1.fills ? 1 : 0, $1.document, $1.id) }
        var result: [(rows: [AccountLine], fills: Bool)] = []
        var last: Int64?
        for block in order {
            if block.document != last { result.append(([], block.fills)) }
            last = block.document
            try reader.append(block, to: &result[result.count - 1].rows)
        }
        return result
    }
}

extension StoredBlock {
    fileprivate func isOfOneYear(with other: StoredBlock) -> Bool {
        fiscalYear == other.fiscalYear && unit == other.unit
    }
}

extension [AccountLine] {
    /// The codes, one after another.
    private var codes: String { map { $0.subject.code ?? "" }.joined(separator: " ") }

    /// Whether others are rather the ones whose order counts: the longer list, of equally long ones the one with more codes (a text names
    /// subjects, tables number them), at last the one with the lower codes.
    fileprivate func standsBehind(_ others: [AccountLine]) -> Bool {
        func rank(_ lines: [AccountLine]) -> (Int, Int) { (lines.count, lines.count { $0.subject.code != nil }) }
        return rank(self) == rank(others) ? codes > others.codes : rank(self) < rank(others)
    }

    /// The lines of one fund in the order in which a document has their subjects; what it knows nothing of follows in order
    /// of code and name. The order of import makes no difference.
    fileprivate func inOrder(of document: [AccountLine]) throws -> [AccountLine] {
        let order = try FactTable(document: document)
        let places = inSubjectOrder.enumerated().map { (order.place(of: $0.element) ?? .max, $0.offset, $0.element) }
        return places.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }

    /// The lines of one body, year and fund in order of code and name: an order that no document decides.
    var inSubjectOrder: [AccountLine] {
        let keys = map { ($0.subject.code ?? "", $0.subject.names.joined(separator: "/")) }
        let isSorted = zip(keys, keys.dropFirst()).allSatisfy { $0 <= $1 }
        if isSorted { return self }
        return indices.sorted { (keys[$0].0, keys[$0].1, $0) < (keys[$1].0, keys[$1].1, $1) }.map { self[$0] }
    }
}
