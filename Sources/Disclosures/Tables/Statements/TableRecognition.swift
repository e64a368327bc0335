import OfficialForm

/// Tells tables of amounts from lists and tables of indicators.
enum TableRecognition {
    /// Whether a table states amounts: its unit is said, or its rows and columns name measures of the form.
    static func statesAmounts(_ source: TableSource) -> Bool {
        guard !source.rows.isEmpty, source.table.columnCount <= CellTableFinder.mostColumns,
            source.rows.allSatisfy({ IndicatorHeader(source.table, at: $0) == nil })
        else {
            return false
        }
        let blocks = TableBlocks(source)
        guard !blocks.blocks.isEmpty, !holdsIndicators(source) else { return false }
        if source.unit != nil || source.foreignUnit != nil { return true }
        var known = 0
        for block in blocks.blocks {
            known += block.columns.count { $0.head.topic != nil || $0.head.unit != nil }
            for row in blocks.body {
                let label = TableStatedRow(source.table, row: row, block: block).label
                if label.topic != nil || label.category != nil { known += 1 }
            }
        }
        return known >= 2
    }

    private static func holdsIndicators(_ source: TableSource) -> Bool {
        source.rows.contains { row in
            source.table.row(row).contains { cell in
                let folded = TableText.folded(cell.text.unicodeScalars)
                return ["二级指标", "三级指标", "绩效指标", "绩效目标"].contains { folded.holds($0) }
            }
        }
    }
}
