import FinalAccounts
import SeededNumbers

@testable import Disclosures

/// Writes items of the explanation in random combinations of the wordings that differ by province.
struct ItemWriter {
    var random: SeededGenerator
    /// How items are numbered: `1.`, `1、`, `（1）`, `（一）`.
    let numbering: Int
    let unit: AmountUnit
    let decimals: Int
    let hasSeparators: Bool
    let isFullWidth: Bool
    /// Where codes stand: nowhere, in the signs of the levels, behind the last level.
    let codePlace: Int
    let year: Int

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        numbering = Int.random(in: 0..<5, using: &random)
        unit = [AmountUnit.wan, .wan, .wan, .yuan, .yi].randomElement(using: &random) ?? .wan
        decimals = unit == .yi ? 8 : unit == .wan ? [2, 4, 6].randomElement(using: &random) ?? 2 : 2
        hasSeparators = Int.random(in: 0..<3, using: &random) == 0
        isFullWidth = Int.random(in: 0..<5, using: &random) == 0
        codePlace = Int.random(in: 0..<4, using: &random)
        year = Int.random(in: 2017...2024, using: &random)
    }

    // MARK: Parts

    private mutating func pick(_ words: String...) -> String { words.randomElement(using: &random) ?? "" }

    private mutating func flip(_ chances: Int = 2) -> Bool { Int.random(in: 0..<chances, using: &random) == 0 }

    private mutating func amount() -> Amount {
        // What the printed decimals can hold.
        let step: Int64 =
            unit == .wan && decimals == 2 ? 10_000 : (unit == .wan && decimals == 4) || unit == .yi ? 100 : 1
        let largest: Int64 = [900, 90_000, 9_000_000].randomElement(using: &random) ?? 900
        return Amount(minorUnits: Int64.random(in: 1...largest, using: &random) * step)
    }

    private func printed(_ amount: Amount) -> String {
        let text = amount.formatted(unit: unit, decimals: decimals, grouping: hasSeparators)
        let word = unit == .yuan ? "元" : unit == .wan ? "万元" : "亿元"
        return wide(text) + word
    }

    private func wide(_ text: String) -> String {
        guard isFullWidth else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            result.append(scalar.value < 0x7F ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar)
        }
        return String(result)
    }

    private mutating func percentage(negative: Bool = false) -> (StatedPercentage, String) {
        let decimals = [0, 1, 2].randomElement(using: &random) ?? 2
        let digits = Int64.random(in: 1...20_000, using: &random)
        let stated = StatedPercentage(digits: negative ? -digits : digits, decimals: decimals)
        let text = StatedPercentage(digits: digits, decimals: decimals).text
        return (stated, wide(text))
    }

    private static let chineseNumbers = [
        "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二",
    ]

    private func number(_ index: Int) -> String {
        switch numbering {
        case 0: "\(index + 1)."
        case 1: "\(index + 1)、"
        case 2: "（\(index + 1)）"
        case 3: "（\(Self.chineseNumbers[index % 12])）"
        default: wide("\(index + 1)") + "．"
        }
    }

    // MARK: Item

    /// An item of a subject.
    mutating func item(_ index: Int, code: String, names: [String]) -> WordedItem {
        var item = WordedItem(names: names)
        var text = number(index) + name(code, names, into: &item)
        text += pick("。", "。", "：", "，", "")
        if flip(6) { text += pick("主要用于单位日常运转。", "主要用于：保障机关正常运行、完成专项工作。") }
        writeBudget(&item, &text)
        writeActual(&item, &text)
        writeRest(&item, &text)
        item.text = text
        return item
    }

    private mutating func name(_ code: String, _ names: [String], into item: inout WordedItem) -> String {
        switch codePlace {
        case 0:
            item.code = code
            let codes = [String(code.prefix(3)), String(code.prefix(5)), code]
            return zip(names, zip(codes, ["类", "款", "项"])).map { "\($0)（\($1.0)\($1.1)）" }.joined()
        case 1:
            item.code = code
            return "\(names[0])（类）\(names[1])（款）\(code)\(names[2])（项）"
        default: return "\(names[0])（类）\(names[1])（款）\(names[2])（项）"
        }
    }

    private mutating func writeBudget(_ item: inout WordedItem, _ text: inout String) {
        switch Int.random(in: 0..<8, using: &random) {
        case 0:
            item.initialBudget = .unbudgeted
            text += pick("该科目未申请年初财政拨款预算，", "年初无预算，", "年初未安排预算，", "无年初预算，", "年初预算未安排，")
        case 1, 2:
            let budget = amount()
            item.adjustedBudget = budget
            text += pick("全年预算为", "全年预算数为", "调整预算数为", "调整后预算数为", "全年预算数") + printed(budget) + "，"
        case 3:
            let budget = amount()
            let adjusted = amount()
            item.initialBudget = .stated(budget)
            item.adjustedBudget = adjusted
            text += pick("年初预算为", "年初预算数为") + printed(budget) + "，"
            text += pick("调整预算数为", "全年预算为", "调整后预算为") + printed(adjusted) + "，"
        case 4: break
        default:
            let budget = flip(8) ? Amount.zero : amount()
            item.initialBudget = .stated(budget)
            text += pick("年初预算为", "年初预算数为", "年初预算", "年初财政拨款预算为") + printed(budget) + "，"
        }
    }

    private mutating func writeActual(_ item: inout WordedItem, _ text: inout String) {
        let actual = amount()
        item.actual = actual
        text += pick("支出决算为", "支出决算数为", "决算数为", "支出决算", "本年支出决算为") + printed(actual)
        guard flip() else { return }
        let (rate, words) = percentage()
        item.rate = rate
        switch (item.initialBudget.amount, item.adjustedBudget) {
        case (nil, nil): text += pick("，完成预算的", "，完成预算", "，预算执行率为")
        case (_, .some): text += pick("，完成全年预算数的", "，完成全年预算的", "，完成调整预算数的")
        default: text += pick("，完成年初预算的", "，完成年初预算数的", "，完成年初预算", "，占年初预算的")
        }
        text += words
    }

    private mutating func writeRest(_ item: inout WordedItem, _ text: inout String) {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: writeChange(&item, &text)
        case 1: writePrevious(&item, &text)
        default: break
        }
        text += pick("。", "，")
        writeComparison(&item, &text)
    }

    private mutating func writeChange(_ item: inout WordedItem, _ text: inout String) {
        let change = amount()
        let falls = flip()
        let (rate, words) = percentage(negative: falls)
        item.change = falls ? Amount(minorUnits: -change.minorUnits) : change
        item.changeRate = rate
        text += pick("，比上年", "，较上年", "，与上年相比，", "，与\(year - 1)年度相比，", "，比上年决算数", "，较\(year - 1)年")
        text += falls ? pick("减少", "下降") : "增加"
        text += printed(change) + "，"
        text += (falls ? pick("下降", "降低", "减少") : pick("增长", "上升", "增加")) + words
    }

    private mutating func writePrevious(_ item: inout WordedItem, _ text: inout String) {
        let previous = amount()
        item.previous = previous
        text += pick("，上年决算数为", "，\(year - 1)年度决算数为", "，上年支出决算为", "，\(year - 1)年支出决算为") + printed(previous)
    }

    private mutating func writeComparison(_ item: inout WordedItem, _ text: inout String) {
        let reason = writtenReason()
        switch Int.random(in: 0..<6, using: &random) {
        case 0:
            item.comparison = .equal
            text += pick("决算数与预算数持平。", "支出决算数与年初预算数持平。", "与预算数持平。")
        case 1:
            item.comparison = .aboutEqual
            text += pick("决算数与预算数基本持平。", "与预算数基本持平。")
        case 2:
            item.comparison = .above
            item.reason = reason
            text += pick("决算数大于预算数的", "支出决算数大于年初预算数的", "决算数大于年初预算数，") + cause() + reason + "。"
        case 3:
            item.comparison = .below
            item.reason = reason
            text += pick("决算数小于预算数的", "支出决算数小于年初预算数的", "决算数小于预算数，") + cause() + reason + "。"
        case 4:
            item.reason = reason
            text += cause() + reason + "。"
        default:
            text.removeLast()
            text += "。"
        }
    }

    private mutating func cause() -> String { pick("主要原因是", "主要原因是：", "主要原因：", "主要原因为", "主要是") }

    private mutating func writtenReason() -> String {
        let first = pick(
            "人员增加、工资调标", "按政策规定追加专项资金", "落实过紧日子要求，压减一般性支出", "年中追加\(printed(amount()))",
            "项目跨年度实施，结转下年使用")
        guard flip(3) else { return first }
        let second = pick("部分项目尾款尚未支付", "新增环境整治项目", "\(year - 1)年结转资金在本年支出")
        return "一是\(first)；二是\(second)"
    }
}
