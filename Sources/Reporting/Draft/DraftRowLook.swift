/// How the cells of one row look.
struct DraftRowLook {
    let row: DraftRow
    let decimals: Int
    /// Whether nothing stands for zero, as in tables of the form.
    var hidesZero = false

    private var money: CellStyle.NumberFormat {
        hidesZero ? .groupedOrBlank(decimals: decimals) : .grouped(decimals: decimals)
    }

    private var plain: CellStyle {
        var style = CellStyle(isBold: row.depth <= 1, hasBottomLine: true)
        if row.depth == 0 { style.ground = 0xE8EEF3 }
        return style
    }

    private func changed(_ change: (inout CellStyle) -> Void) -> CellStyle {
        var style = plain
        change(&style)
        return style
    }

    var depth: CellStyle {
        changed {
            $0.number = .plain
            $0.colour = 0x8C98A3
            $0.isBold = false
            $0.isCentered = true
        }
    }
    var code: CellStyle { changed { $0.number = .text } }
    var name: CellStyle { changed { $0.indent = max(0, row.depth - 1) } }
    var text: CellStyle { changed { $0.isBold = false } }
    /// Words beside a number.
    var words: CellStyle {
        changed {
            $0.isBold = false
            $0.indent = 1
        }
    }
    var trailingText: CellStyle {
        changed {
            $0.isBold = false
            $0.isTrailing = true
        }
    }
    var amount: CellStyle { changed { $0.number = money } }
    var percent: CellStyle { changed { $0.number = .percent } }
    var input: CellStyle {
        changed {
            $0.number = money
            $0.ground = CellStyle.inputGround
        }
    }
    var final: CellStyle {
        changed {
            $0.number = money
            $0.isBold = true
        }
    }
    var remark: CellStyle {
        changed {
            $0.isBold = false
            $0.ground = CellStyle.inputGround
        }
    }
}
