import FinalAccounts
import OfficialForm

/// Cuts the running words of a two-sided table into labels with the amounts behind them.
struct MainTableScanner {
    /// A label, and its amount where it has one.
    struct Entry {
        var label: String
        var amount: String?

        /// Which side it belongs to, 0 for income; `nil` where the words do not say.
        var side: Int? {
            let label = TableLabel(words: label, code: "")
            if label.category != nil { return 1 }
            switch label.topic {
            case nil: return nil
            case .yearExpenditure?, .expenditureTotal?, .closingBalance?, .distributedSurplus?: return 1
            case .incomeAndExpenditure?, .fiscalIncomeAndExpenditure?: return nil
            default: return 0
            }
        }

        /// Whether it is the sum at the foot of a side.
        var isSum: Bool { TableLabel(words: label, code: "").isTotal }
    }

    private(set) var entries: [Entry] = []
    /// The unit that a caption states.
    private(set) var unit: String?
    private var rest: Substring
    private var words = ""
    private var takesAmount = false

    init(_ text: String) { rest = text[...] }

    /// Reads all of it; false where an amount stands behind no label of its own.
    mutating func read() -> Bool {
        takeUnit()
        while let first = rest.first {
            if first.isASCII, first.isNumber {
                guard takeNumber() else { return false }
            } else if first == "\n" {
                closeWords()
                rest = rest.dropFirst()
            } else {
                // 一、 begins the next label.
                if Self.beginsItem(rest) { closeWords() }
                if first != " " { words.append(first) }
                rest = rest.dropFirst()
            }
        }
        closeWords()
        return true
    }

    private mutating func takeUnit() {
        guard let mark = String(rest).range(of: "单位:") else { return }
        let behind = String(rest)[mark.upperBound...]
        // 编制单位:某局 金额单位:万元
        unit = HeaderWords.moneyWords.first { behind.opens(with: $0.0) }?.0
        if unit == nil, let next = String(behind).range(of: "单位:") {
            let last = String(behind)[next.upperBound...]
            unit = HeaderWords.moneyWords.first { last.opens(with: $0.0) }?.0
        }
    }

    private static func beginsItem(_ rest: Substring) -> Bool {
        let scalars = Array(rest.unicodeScalars.prefix(5))
        return OutlineMark(in: scalars, at: 0).map { $0.level == 1 } ?? false
    }

    private mutating func takeNumber() -> Bool {
        let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
        rest = rest.dropFirst(digits.count)
        // 2024年, 31; 5.00年末结转 is an amount before the next label.
        if rest.first == "年", !digits.contains(".") { return true }
        guard digits.contains("."), DecimalText(digits) != nil else { return !digits.contains(",") }
        closeWords()
        guard takesAmount, let last = entries.indices.last else { return false }
        entries[last].amount = String(digits)
        takesAmount = false
        return true
    }

    /// Makes an entry of the words that have come together, from the last label that the form knows on.
    private mutating func closeWords() {
        var chunk = words
        words = ""
        // The words of the header run together where blanks alone stood between them.
        while let word = Self.silent.first(where: { chunk.opens(with: $0) && !Self.isLabel(chunk) }) {
            chunk = String(chunk.dropFirst(word.count))
        }
        guard !chunk.isEmpty, !Self.silent.contains(chunk) else { return }
        var label = chunk
        if OutlineMark(in: Array(chunk.unicodeScalars), at: 0) == nil {
            var tail = Substring(chunk)
            while !tail.isEmpty, !Self.isLabel(String(tail)) { tail = tail.dropFirst() }
            if !tail.isEmpty { label = String(tail) }
        }
        if Self.captions.contains(where: { label.opens(with: $0) }) { return }
        entries.append(Entry(label: label))
        takesAmount = true
    }

    private static func isLabel(_ words: String) -> Bool {
        Topic.named(words) != nil || FormCategory.named(words) != nil || ["总计", "合计"].contains(words)
    }

    /// Words of a header, of which none begins with one before it.
    private static let silent = [
        "项目(按功能分类)", "收入支出项目", "收入支出", "项目", "行次", "金额", "栏次", "收入", "支出", "决算数", "预算数", "年度", "度",
    ]
    private static let captions = ["公开", "部门:", "编制单位:", "单位:", "金额单位:", "单位名称:"]
}
