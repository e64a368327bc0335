/// How words of the form are written.
package enum FormWords {
    /// Printed words in the form that reading compares: brackets, colons and quotation marks of one width.
    package static func folded(_ words: String) -> String {
        // Most words have none of these; going through whole characters took half of a start's time in the vocabulary.
        guard words.utf8.contains(where: { $0 == 0xE2 || $0 == 0xEF }) else { return words }
        var folded = String.UnicodeScalarView()
        for scalar in words.unicodeScalars {
            switch scalar {
            case "“", "”": folded.append("\"")
            case "（": folded.append("(")
            case "）": folded.append(")")
            case "：": folded.append(":")
            default: folded.append(scalar)
            }
        }
        return String(folded)
    }

    /// Every way to put words together, one of each list.
    package static func spellings(_ lists: [String]...) -> [String] {
        lists.reduce([""]) { words, list in words.flatMap { word in list.map { word + $0 } } }
    }

    /// What is called that is reserved for firms of a size.
    package static func reserved(for firms: [String]) -> [String] {
        let amounts = ["政府采购项目预算金额", "政府采购项目预算", "采购项目预算", "政府采购预算", "项目预算"]
        return spellings(["面向", "专门面向"], firms, ["预留", "预留的", "采购预留", "采购的"], amounts + [""])
            + spellings(["面向", "专门面向"], firms, ["采购预算"])
            + spellings(["预留给", "留给"], firms, ["", "的"], amounts + [""]).filter { !$0.hasSuffix("的") }
    }

    /// What a cost is called by.
    package static let costs = ["费", "费用", "经费", "支出", "费支出", "费用支出", "经费支出"]
    /// What the reception of guests from abroad is called by.
    package static let foreignReception = ["外宾接待", "外事接待", "国（境）外公务接待", "国（境）外接待", "国内外事接待", "境外接待"]
    /// What a vehicle for official use is called by.
    package static let vehicles = ["公务用车", "公务车", "公车", "公务车辆", "公务用车辆", "车辆"]
}
