import FinalAccounts
import OfficialForm

/// The columns of a table of amounts: lists side by side, each of codes and labels with the amounts behind them.
struct TableBlocks {
    /// A column of numbers.
    struct Column {
        var place: Int
        var head: TableHead
        /// The words over it.
        var words: String
    }

    /// One list.
    struct Block {
        var codes: [Int] = []
        var labels: [Int] = []
        var columns: [Column] = []
        /// The side that stands over it: income, expenditure.
        var side: TableSide?
    }

    private(set) var blocks: [Block] = []
    /// The rows under the header.
    let body: [Int]

    init(_ source: TableSource) {
        let table = source.table
        let header = CellHeader(table, rows: source.rows)
        body = header.body
        var counts = Array(repeating: Tally(), count: table.columnCount)
        for row in header.body {
            for cell in table.row(row) {
                counts[cell.column].add(cell.text)
            }
        }
        for place in 0..<table.columnCount { add(place, header.columns[place], counts[place]) }
        blocks.removeAll { $0.columns.isEmpty }
    }

    private mutating func add(_ place: Int, _ column: CellHeader.Column, _ count: Tally) {
        let last = column.labels.last
        if last == .lineNumber || count.numbersRows && column.words.allSatisfy({ TableHead([$0]).namesSide == false }) {
            return
        }
        let isCode = last == .code || last == .codePart
        if isCode || last == .name || last == .item || count.words > count.numbers {
            if blocks.last.map({ !$0.columns.isEmpty }) ?? true { blocks.append(Block()) }
            let index = blocks.count - 1
            if isCode, count.words <= count.numbers || blocks[index].codes.isEmpty && last == .code {
                blocks[index].codes.append(place)
            } else {
                blocks[index].labels.append(place)
            }
            for label in column.labels { if case .side(let side) = label { blocks[index].side = side } }
            return
        }
        if blocks.isEmpty { blocks.append(Block()) }
        let index = blocks.count - 1
        for label in column.labels { if case .side(let side) = label { blocks[index].side = side } }
        guard count.numbers > 0 else { return }
        let words = column.words.filter { HeaderWords.label($0).map(Self.isSilent) != true }
        blocks[index].columns.append(
            Column(place: place, head: TableHead(words), words: column.words.joined(separator: "/")))
    }

    /// A roof over codes and amounts alike says nothing of the amounts.
    private static func isSilent(_ label: HeaderLabel) -> Bool {
        switch label {
        case .item, .side, .roof, .name, .code, .codePart: true
        default: false
        }
    }

    /// What the cells of a column hold.
    private struct Tally {
        var numbers = 0
        var words = 0
        /// Whole numbers that rise, how many of them by one, and the last.
        private var rising = 0
        private var steps = 0
        private var last: Int?
        private var startsLow = false

        mutating func add(_ text: String) {
            if StatedCell(text) != nil || TableText.isNumber(Array(text.unicodeScalars)) {
                numbers += 1
            } else if !TableText.isBlank(TableText.compact(text.unicodeScalars)) {
                words += 1
            }
            guard let number = Int(text) else { return }
            if let last {
                if number > last { rising += 1 }
                if number == last + 1 { steps += 1 }
            } else {
                startsLow = (1...61).contains(number)
                rising = 1
            }
            last = number
        }

        /// 1 2 3 …: rows that are numbered.
        var numbersRows: Bool {
            startsLow && words == 0 && numbers >= 2 && rising == numbers && steps * 2 >= numbers - 1
        }
    }
}
