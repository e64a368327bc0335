import OfficialForm

/// What a column holds, from the labels over it and the table it stands in.
enum ColumnRoles {
    /// The kind of a column.
    ///
    /// - Parameters:
    ///   - path: the labels from the widest tier down to the column's own.
    ///   - kind: the table.
    static func kind(_ path: [HeaderLabel], in kind: TableKind) -> TableGrid.ColumnKind {
        guard let leaf = path.last else { return .ignored }
        switch leaf {
        case .code, .codePart: return .code
        case .name, .item: return .label
        case .lineNumber: return .ignored
        case .side, .roof, .detail: return .amount(nil)
        default: return .amount(role(path, in: kind))
        }
    }

    private static func role(_ path: [HeaderLabel], in kind: TableKind) -> ColumnRole? {
        if kind == .threePublic { return threePublic(path) }
        guard let leaf = path.last else { return nil }
        switch leaf {
        case .role(let role): return plain(role, in: kind)
        case .subtotal: return path.contains(.role(.basic)) ? .basic : .total
        case .yearExpenditure: return .total
        default: return nil
        }
    }

    /// 本年收入 heads a column of its own only in the tables of funds; elsewhere it is the total.
    private static func plain(_ role: ColumnRole, in kind: TableKind) -> ColumnRole {
        switch (role, kind) {
        case (.yearIncome, .income): .total
        case (.amount, .stateCapital), (.amount, .generalPublicExpenditure): .total
        default: role
        }
    }

    private static func threePublic(_ path: [HeaderLabel]) -> ColumnRole? {
        var part: HeaderLabel.ThreePublicPart = .total
        var isBudget = false
        for label in path {
            switch label {
            case .threePublic(let found): part = found
            case .subtotal: part = .vehicles
            case .role(.total): part = .total
            case .role(.budget), .role(.adjustedBudget): isBudget = true
            case .role(.amount): isBudget = false
            default: break
            }
        }
        return part.role(isBudget: isBudget)
    }
}
