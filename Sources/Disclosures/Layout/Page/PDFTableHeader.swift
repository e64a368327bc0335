import FinalAccounts
import OfficialForm

/// The header of a table on a page: cells in tiers, and what each column under them holds.
struct PDFTableHeader: Sendable {
    private(set) var cells: [HeaderCell] = []
    private(set) var unit: AmountUnit?
    /// The lower edge of the header.
    private(set) var bottom: Float = 0
    /// How many lines of the region the header takes.
    private(set) var lineCount = 0
    /// Whether the heads of the parts of codes stand beside or under the first figures.
    private var hasLateParts = false
    /// The page its cells stand on; captions may have been left on the page before.
    private(set) var page: Int?

    /// Reads the header from the first lines of a table.
    init(_ lines: [VisualLine]) {
        for line in lines {
            let folded = line.folded
            if let found = TableText.unit(folded) {
                unit = unit ?? found
                lineCount += 1
                continue
            }
            if CellCaption.opens(folded) {
                lineCount += 1
                continue
            }
            if Self.numbersColumns(line) {
                lineCount += 1
                bottom = max(bottom, line.words.map(\.yMax).max() ?? 0)
                continue
            }
            guard !Self.isBody(line, folded), line.page == page ?? line.page else { break }
            lineCount += 1
            // The rest of a wrapped caption tells nothing.
            guard page != nil || line.words.contains(where: Self.mayBeHeader) else { continue }
            page = line.page
            for word in Self.joinedLetters(line.words) { take(word) }
        }
        settle()
        takeCodeParts(lines.dropFirst(lineCount).prefix(3))
    }

    /// 类 款 项 may stand in the middle of a cell that reaches down beside the first rows: under their figures.
    private mutating func takeCodeParts(_ lines: ArraySlice<VisualLine>) {
        guard !cells.contains(where: { $0.label == .codePart }) else { return }
        for line in lines {
            let parts = Self.codeParts(of: line)
            guard parts.count >= 2, line.page == page ?? line.page else { continue }
            cells += parts.map { HeaderCell(text: TableText.folded($0.scalars), box: $0) }
            hasLateParts = true
            return
        }
    }

    /// The words of a line that head the parts of codes.
    private static func codeParts(of line: VisualLine) -> [WordBox] {
        line.words.filter { $0.scalars.count == 1 && HeaderLabel.exact(TableText.folded($0.scalars)) == .codePart }
    }

    /// A line of the body without the heads of the parts of codes that stand among its words.
    func withoutCodeParts(_ line: VisualLine) -> VisualLine {
        guard hasLateParts, line.page == page, Self.codeParts(of: line).count >= 2 else { return line }
        var line = line
        line.words.removeAll { $0.scalars.count == 1 && HeaderLabel.exact(TableText.folded($0.scalars)) == .codePart }
        return line
    }

    private static func mayBeHeader(_ word: WordBox) -> Bool {
        HeaderLabel.isPrefix(HeaderWords.withoutYear(TableText.folded(word.scalars)))
    }

    /// Whether a line holds figures, codes or the first labels of the body.
    private static func isBody(_ line: VisualLine, _ folded: String) -> Bool {
        if folded.opens(with: "一、") { return true }
        if line.words.contains(where: { CellHeader.isFigure($0.scalars, TableText.folded($0.scalars)) }) { return true }
        let numbers = line.words.count { TableText.isNumber($0.scalars) }
        return numbers > 0 && numbers < line.words.count
    }

    /// 栏次 1 2 3: a line that numbers the columns, with or without its label.
    static func numbersColumns(_ line: VisualLine) -> Bool {
        CellHeader.numbersColumns(line.words.map { TableText.folded($0.scalars) })
    }

    /// 合 计 and 项 目 are single words with their letters spread.
    private static func joinedLetters(_ words: [WordBox]) -> [WordBox] {
        var result: [WordBox] = []
        for word in words {
            if let last = result.last, word.scalars.count <= 2, last.scalars.count <= 2,
                word.xMin - last.xMax < 4 * word.height,
                case let joined = TableText.folded(last.scalars + word.scalars), HeaderLabel.isPrefix(joined),
                HeaderLabel.exact(TableText.folded(last.scalars)) == nil || HeaderLabel.exact(joined) != nil
            {
                result[result.count - 1].scalars += word.scalars
                result[result.count - 1].xMax = word.xMax
            } else {
                result.append(word)
            }
        }
        return result
    }

    /// Adds a word to the cell it continues, or begins a cell with it.
    private mutating func take(_ word: WordBox) {
        let text = HeaderWords.withoutYear(TableText.folded(word.scalars))
        let continued = cells.indices.last { index in
            let cell = cells[index]
            return cell.box.overlap(word) >= 0.5 && word.yMin - cell.box.yMax < 0.9 * word.height
                && word.yMin > cell.box.yMin && HeaderLabel.isPrefix(cell.text + text)
        }
        if let index = continued {
            cells[index].text += text
            cells[index].box.xMin = min(cells[index].box.xMin, word.xMin)
            cells[index].box.xMax = max(cells[index].box.xMax, word.xMax)
            cells[index].box.yMax = word.yMax
        } else {
            cells.append(HeaderCell(text: text, box: word))
        }
    }

    /// Drops words that are no header after all: the first lines of wrapped names above the first figures.
    private mutating func settle() {
        bottom = max(bottom, cells.filter { $0.label != nil }.map(\.box.yMax).max() ?? 0)
        cells.removeAll { $0.label == nil && $0.box.centerY > bottom - 2 }
    }

    // MARK: Columns

    /// A column of the lowest tier.
    struct Leaf: Sendable {
        var box: WordBox
        var label: HeaderLabel
        /// The labels over it, the widest first.
        var roofs: [HeaderLabel]
        /// The words over the column, from the widest tier down.
        var words: [String]
    }

    /// The columns of the lowest tier from left to right.
    func leaves() -> [Leaf] {
        let labelled = cells.filter { $0.label != nil }
        let roofs = labelled.filter { roof in Self.isRoof(roof, among: labelled) }
        var leaves: [Leaf] = []
        for cell in labelled {
            guard let label = cell.label,
                !roofs.contains(where: { $0.box.xMin == cell.box.xMin && $0.box.yMin == cell.box.yMin })
            else { continue }
            leaves.append(Leaf(box: cell.box, label: label, roofs: [], words: [cell.text]))
        }
        leaves.sort { $0.box.centerX < $1.box.centerX }
        for tier in Self.tiers(roofs) { cover(&leaves, with: tier) }
        return leaves
    }

    /// Whether a cell stands over others: by its words, or by where it stands.
    private static func isRoof(_ cell: HeaderCell, among cells: [HeaderCell]) -> Bool {
        let below = cells.filter { $0.box.yMin > cell.box.centerY }
        switch cell.label {
        case .side, .roof: return !below.isEmpty
        case .item: return below.contains { $0.label == .code || $0.label == .name || $0.label == .codePart }
        case .code: return below.contains { $0.label == .codePart }
        case .yearExpenditure:
            return below.contains { $0.label == .role(.total) || $0.label == .subtotal || $0.label == .role(.basic) }
        default: return below.contains { $0.box.overlap(cell.box) > 0.25 } || isOverMiddle(cell, below, cells)
        }
    }

    /// Whether a cell stands over the middle between two, and none of its own height between it and them.
    private static func isOverMiddle(_ cell: HeaderCell, _ below: [HeaderCell], _ cells: [HeaderCell]) -> Bool {
        let center = cell.box.centerX
        let amounts = below.filter { $0.label?.isAmount == true }.map(\.box.centerX)
        guard let left = amounts.filter({ $0 < center }).max(), let right = amounts.filter({ $0 > center }).min(),
            abs((left + right) / 2 - center) < 0.2 * (right - left)
        else { return false }
        return !cells.contains { other in
            other.box.centerX != center && (left...right).contains(other.box.centerX)
                && !below.contains { $0.box.centerX == other.box.centerX && $0.box.yMin == other.box.yMin }
        }
    }

    /// Roofs of one height each, the lowest tier first.
    private static func tiers(_ roofs: [HeaderCell]) -> [[HeaderCell]] {
        var tiers: [[HeaderCell]] = []
        for roof in roofs.sorted(by: { $0.box.yMin > $1.box.yMin }) {
            if let last = tiers.last, let first = last.first,
                abs(first.box.centerY - roof.box.centerY) < first.box.height * 1.2,
                !last.contains(where: { $0.box.overlap(roof.box) > 0 })
            {
                tiers[tiers.count - 1].append(roof)
            } else {
                tiers.append([roof])
            }
        }
        return tiers
    }

    /// Gives every leaf that stands under a tier the roof nearest to it.
    ///
    /// A roof reaches as far as the leaves nearer to it than to any other column that ends at its height.
    private func cover(_ leaves: inout [Leaf], with tier: [HeaderCell]) {
        guard let height = tier.first?.box.centerY, let bottom = tier.map(\.box.yMax).min() else { return }
        let neighbours = leaves.filter { $0.box.yMin <= height && $0.roofs.isEmpty }.map(\.box.centerX)
        for index in leaves.indices where leaves[index].box.yMin > bottom - 0.5 {
            let center = leaves[index].box.centerX
            guard let roof = tier.min(by: { abs($0.box.centerX - center) < abs($1.box.centerX - center) }),
                let label = roof.label
            else { continue }
            // 项目 and 科目编码 stand over code and name alone, whatever stands beside them.
            if [.item, .code, .name].contains(label), leaves[index].label.isAmount { continue }
            let distance = abs(roof.box.centerX - center)
            if roof.box.overlap(leaves[index].box) < 0.25,
                neighbours.contains(where: { abs($0 - center) < distance * 0.8 })
            {
                continue
            }
            leaves[index].roofs.insert(label, at: 0)
            leaves[index].words.insert(roof.text, at: 0)
        }
    }
}
