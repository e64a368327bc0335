import FinalAccounts

/// Tells what stands around a table: who drew it up, the unit of its amounts, its number, remarks.
enum CellCaption {
    private static let openings = [
        "公开", "部门:", "编制单位:", "编报单位:", "单位:", "单位名称:", "部门名称:", "预算单位:", "填报单位:", "金额单位:", "附件", "附表",
        "财决", "(金额单位", "(单位", "预算代码:", "单位代码:", "预算年度:", "年度:",
    ]

    /// Whether all cells of a row are captions.
    static func isCaption(_ texts: [String]) -> Bool {
        let named = texts.contains { text in
            // Every word of a caption is Chinese; a sheet may have a million cells of figures.
            let isFigures = text.utf8.allSatisfy { $0 < 0x80 }
            return !isFigures && (opens(text) || unit(text) != nil || TableText.foreignUnit(text) != nil)
        }
        guard named else { return texts.allSatisfy(isDate) }
        // 部门：某局 | 2019年预算 | 单位：元: between who drew it up and the unit stands no header.
        if texts.count <= 4, texts.contains(where: { body($0) != nil }), texts.contains(where: { unit($0) != nil }) {
            return true
        }
        return texts.allSatisfy { text in
            opens(text) || unit(text) != nil || isDate(text)
                || texts.count <= 3 && text.count <= 40 && !isFigure(text) && HeaderWords.label(text) == nil
        }
    }

    /// Whether words begin as a caption does, whatever follows.
    static func opens(_ folded: String) -> Bool { openings.contains { folded.opens(with: $0) } }

    /// Whether a cell begins a remark under a table.
    static func isNote(_ folded: String) -> Bool {
        ["注:", "说明:", "备注:", "注1:", "注、", "注.", "*注"].contains { folded.opens(with: $0) } || folded == "注"
    }

    /// The unit that a caption of its own states: 万元, (单位：元), 金额单位：万元.
    static func unit(_ folded: String) -> AmountUnit? {
        if let stated = TableText.unit(folded) { return stated }
        // 三公经费情况表（单位：万元） is a title; 万元 alone is a caption.
        return HeaderWords.moneyWords.first { folded == $0.0 || folded == "(" + $0.0 + ")" }?.1
    }

    /// The body that a caption names: 部门：某局.
    static func body(_ folded: String) -> String? {
        for label in ["编制单位:", "编报单位:", "单位名称:", "部门名称:", "预算单位:", "填报单位:", "部门:"] where folded.opens(with: label) {
            var name = Substring(folded).dropFirst(label.count)
            for end in ["金额单位", "单位:", "公开", "日期", "20"] {
                if let position = String(name).range(of: end) { name = Substring(String(name)[..<position.lowerBound]) }
            }
            return name.count > 1 ? String(name) : nil
        }
        return nil
    }

    /// A caption cut at wide blanks and before the unit of money: 部门：某局 and 单位：万元 on one line are two.
    static func parts(_ text: String) -> [String] {
        var parts: [String] = []
        var current = String.UnicodeScalarView()
        var blanks = 0
        for scalar in text.unicodeScalars {
            if ScalarFolding.isBlank(scalar) {
                blanks += scalar.value == 0x20 || scalar.value == 0xA0 ? 1 : 2
                continue
            }
            if blanks >= 2, !current.isEmpty {
                parts.append(String(current))
                current = String.UnicodeScalarView()
            } else if blanks == 1, !current.isEmpty {
                current.append(" ")
            }
            blanks = 0
            current.append(scalar)
        }
        if !current.isEmpty { parts.append(String(current)) }
        return parts
    }

    /// 2023年, 2023年度, 2023年12月31日.
    private static func isDate(_ folded: String) -> Bool {
        guard folded.holds("年"), folded.count <= 12 else { return false }
        return folded.allSatisfy { $0.isNumber || "年度月日".contains($0) }
    }

    private static func isFigure(_ folded: String) -> Bool {
        TableText.isNumber(Array(folded.unicodeScalars))
    }
}
