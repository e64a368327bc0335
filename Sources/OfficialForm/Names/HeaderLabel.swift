/// What a cell of a table's header says of the column under it.
package enum HeaderLabel: Hashable, Sendable {
    /// 科目编码.
    case code
    /// 类, 款, 项 as columns of their own.
    case codePart
    /// 科目名称.
    case name
    /// 项目: the label column of a two-sided table, or the roof over code and name.
    case item
    /// 行次: numbers of rows, no amounts.
    case lineNumber
    /// 收入 or 支出 over one side.
    case side(TableSide)
    /// A roof that tells nothing of its own: 其中.
    case roof
    /// 本年支出 where it stands over 合计, 基本支出, 项目支出.
    case yearExpenditure
    /// 小计.
    case subtotal
    /// One of the parts of the three public costs.
    case threePublic(ThreePublicPart)
    /// Anything that names a role by itself.
    case role(ColumnRole)
    /// A part of basic expenditure (人员经费, 公用经费), which is no column of its own here.
    case detail

    /// Whether amounts stand under it.
    package var isAmount: Bool {
        switch self {
        case .yearExpenditure, .subtotal, .threePublic, .role, .detail: true
        case .code, .codePart, .name, .item, .lineNumber, .side, .roof: false
        }
    }

    /// The parts of the three public costs.
    package enum ThreePublicPart: Hashable, Sendable {
        case total, abroad, vehicles, purchase, running, reception

        /// The column of the part's budget or of what was spent.
        package func role(isBudget: Bool) -> ColumnRole {
            switch self {
            case .total: isBudget ? .threePublicBudget : .threePublicActual
            case .abroad: isBudget ? .abroadBudget : .abroadActual
            case .vehicles: isBudget ? .vehiclesBudget : .vehiclesActual
            case .purchase: isBudget ? .vehiclePurchaseBudget : .vehiclePurchaseActual
            case .running: isBudget ? .vehicleRunningBudget : .vehicleRunningActual
            case .reception: isBudget ? .receptionBudget : .receptionActual
            }
        }
    }
}
