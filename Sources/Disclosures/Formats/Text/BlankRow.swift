import FinalAccounts
import OfficialForm

/// A line of text as the row of a table whose cells stand between blanks.
struct BlankRow {
    /// A label with the numbers behind it.
    struct Group {
        var code: String?
        var label: String
        var numbers: [String] = []
    }

    private(set) var groups: [Group] = []
    /// The words of the line, one for each cell.
    let words: [String]

    /// The most characters of a label.
    private static let longest = 40

    /// `nil` for a line that no table has.
    init?(_ line: [Unicode.Scalar]) {
        guard line.count <= 400, !line.contains(where: Self.isStop) else { return nil }
        let words = Self.withoutColumnNumbers(Self.words(line))
        guard !words.isEmpty else { return nil }
        self.words = words
        // A row of dashes is a row.
        guard
            words.contains(where: StatedCell.isNumber) || words.count >= 3 && words.dropFirst().allSatisfy(Self.isBlank)
        else { return }
        isLong = words.count { !StatedCell.isNumber($0) } > Self.mostWords
        guard !isLong else { return }
        guard let groups = Self.groups(words) else { return nil }
        self.groups = groups
    }

    /// Whether it holds more words than a row has labels: a table in one line.
    private(set) var isLong = false

    private static let mostWords = 5

    /// Whether it has numbers behind labels.
    var isRow: Bool { groups.contains { !$0.numbers.isEmpty } }

    /// Whether it holds nothing but words: a part of a header.
    var isHead: Bool { groups.isEmpty && words.count >= 2 && !isLong }

    /// Whether it is nothing but numbers.
    var isBare: Bool { isRow && groups.count == 1 && groups[0].label.isEmpty }

    private static func isStop(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "。", "；", "，", ";", "!", "！", "？", "|": true
        default: false
        }
    }

    // MARK: Words

    /// The words between blanks in folded form; characters that stand alone are set two by two: 收 入 is 收入.
    private static func words(_ line: [Unicode.Scalar]) -> [String] {
        let words = line.split(whereSeparator: ScalarFolding.isBlank).map { TableText.folded($0) }
        var result: [String] = []
        var singles: [String] = []
        func flush() {
            let isEven = singles.count % 2 == 0
            result += isEven ? stride(from: 0, to: singles.count, by: 2).map { singles[$0] + singles[$0 + 1] } : singles
            singles = []
        }
        for word in words {
            if word.unicodeScalars.count == 1, let scalar = word.unicodeScalars.first, scalar.value >= 0x4E00 {
                singles.append(word)
            } else {
                flush()
                result.append(word)
            }
        }
        flush()
        return result
    }

    /// 项目 预算数 项目 预算数 1 2 3 4: words for heads whose columns are numbered on the same line.
    private static func withoutColumnNumbers(_ words: [String]) -> [String] {
        let heads = words.prefix { Int($0) == nil }
        let numbers = words.dropFirst(heads.count)
        guard numbers.count >= 3, heads.count >= numbers.count,
            numbers.elementsEqual((1...numbers.count).map(String.init))
        else { return words }
        return Array(heads)
    }

    private static func isBlank(_ word: String) -> Bool { TableText.isBlank(word) && word != "无" }

    // MARK: Groups

    private static func groups(_ words: [String]) -> [Group]? {
        var groups: [Group] = []
        var index = 0
        while index < words.count {
            var group = Group(label: "")
            var code = ""
            while index < words.count, isPartOfCode(words, index, after: code) {
                code += words[index]
                index += 1
            }
            group.code = code.isEmpty ? nil : code
            while index < words.count, !StatedCell.isNumber(words[index]), !isBlank(words[index]) {
                // The next label of a row with two sides.
                if !group.label.isEmpty, beginsItem(words[index]) { break }
                group.label += words[index]
                index += 1
            }
            if group.code == nil, let split = TableText.splitCode(Array(group.label.unicodeScalars)) {
                group.code = String(String.UnicodeScalarView(split.code))
                group.label = String(String.UnicodeScalarView(split.rest))
            }
            guard group.label.unicodeScalars.count <= longest else { return nil }
            while index < words.count, StatedCell.isNumber(words[index]) || isBlank(words[index]) {
                if index + 1 < words.count, isPartOfCode(words, index, after: "") { break }
                group.numbers.append(words[index])
                index += 1
            }
            guard !group.label.isEmpty || groups.isEmpty else { return nil }
            groups.append(group)
        }
        return groups
    }

    /// Whether a word is a code, or one of its levels, with a name behind it.
    private static func isPartOfCode(_ words: [String], _ index: Int, after code: String) -> Bool {
        func isCode(_ word: String) -> Bool {
            (2...7).contains(word.unicodeScalars.count) && word.unicodeScalars.allSatisfy(ScalarFolding.isDigit)
        }
        guard isCode(words[index]), code.count + words[index].count <= 7 else { return false }
        var next = index + 1
        while next < words.count, isCode(words[next]), words[next].count == 2 { next += 1 }
        guard next < words.count, !StatedCell.isNumber(words[next]), !isBlank(words[next]) else { return false }
        let name = words[next].unicodeScalars
        guard let first = name.first, first.value >= 0x4E00 else { return false }
        let whole = code + words[index..<next].joined()
        return [3, 5, 7].contains(whole.count)
    }

    private static func beginsItem(_ word: String) -> Bool {
        OutlineMark(in: Array(word.unicodeScalars.prefix(6)), at: 0) != nil
    }
}
