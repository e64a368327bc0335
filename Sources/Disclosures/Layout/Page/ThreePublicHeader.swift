import OfficialForm

/// The columns of the three public costs: parts (合计, 因公出国（境）费, 小计, …) and, over or under them, budget and actual.
///
/// The tiers nest in one of two ways, and either way every column is a part and a side of it in the order of the
/// page. Order is surer than distances: short headers stand in the middle of wide cells.
struct ThreePublicHeader {
    /// The columns from left to right.
    private(set) var leaves: [PDFTableHeader.Leaf] = []

    init(_ cells: [HeaderCell]) {
        let parts = Self.parts(cells)
        let sides = cells.filter(Self.isSide).sorted { $0.box.centerX < $1.box.centerX }
        guard !parts.isEmpty else {
            leaves = sides.compactMap { Self.leaf($0, roofs: []) }
            return
        }
        guard let part = parts.first, let side = sides.first else {
            leaves = parts.compactMap { Self.leaf($0, roofs: []) }
            return
        }
        if side.box.centerY > part.box.centerY {
            nest(sides, under: parts)
        } else {
            nest(parts, under: sides)
        }
    }

    /// Gives each upper cell as many of the lower ones as every other.
    private mutating func nest(_ lower: [HeaderCell], under upper: [HeaderCell]) {
        let share = max(1, lower.count / upper.count)
        for (index, cell) in lower.enumerated() {
            let roof = upper[min(index / share, upper.count - 1)]
            guard let label = roof.label, let leaf = Self.leaf(cell, roofs: [label], over: roof.text) else { continue }
            leaves.append(leaf)
        }
    }

    private static func leaf(_ cell: HeaderCell, roofs: [HeaderLabel], over: String? = nil) -> PDFTableHeader.Leaf? {
        guard let label = cell.label else { return nil }
        return PDFTableHeader.Leaf(
            box: cell.box, label: label, roofs: roofs, words: [over, cell.text].compactMap(\.self))
    }

    private static func isSide(_ cell: HeaderCell) -> Bool {
        switch cell.label {
        case .role(.budget), .role(.adjustedBudget), .role(.amount): true
        default: false
        }
    }

    /// The parts that have columns of their own, from left to right.
    private static func parts(_ cells: [HeaderCell]) -> [HeaderCell] {
        let hasSubtotal = cells.contains { $0.label == .subtotal }
        let isSplit = cells.contains { $0.label == .threePublic(.purchase) || $0.label == .threePublic(.running) }
        let hasTotal = cells.contains { $0.label == .role(.total) }
        return cells.filter { cell in
            switch cell.label {
            case .threePublic(.total): !hasTotal
            case .threePublic(.vehicles): !isSplit && !hasSubtotal
            case .threePublic, .subtotal, .role(.total), .detail: true
            default: false
            }
        }.sorted { $0.box.centerX < $1.box.centerX }
    }
}
