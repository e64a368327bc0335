import Disclosures
import FinalAccounts
import SeededNumbers

/// Plants one error of a family at a random place.
///
/// A changed figure is off by more than the rounding of the figures around it can explain: what rounding explains is
/// no error.
package struct ErrorPlanter: Sendable {
    var random: SeededGenerator

    /// Creates a planter; the same seed plants the same error.
    package init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    /// The document with an error; `nil` where it has no place for one of the family.
    package mutating func plant(
        _ family: ErrorFamily, in document: SyntheticDocument, form: SyntheticDocument.Form
    ) -> PlantedError? {
        switch family {
        case .executionRate: changeRate(#/完成(?:年初|全年)?预算的(\d+\.\d+)%/#, family, document)
        case .share: changeRate(#/占[^，。；、\d]{0,16}(\d+\.\d+)%/#, family, document)
        case .growth: changeGrowth(document)
        case .direction: turn(document)
        case .comparison: compare(document)
        case .itemAmount: changeItem(document)
        case .transposedDigits, .decimalPoint, .unitSlip: slip(family, document)
        case .parts: changePart(document)
        case .counts: changeCount(document)
        case .rateWithoutBudget: addRate(document)
        case .reason: changeReason(document)
        case .staleYear: changeYear(document)
        case .unitName: changeUnit(document)
        case .subjectName: changeSubject(document, form)
        case .attachmentTitle: changeTitle(document)
        case .tableCell: changeCell(document)
        case .tableShift: shiftTable(document)
        case .missingTable: removeTable(document)
        case .costList: changeList(document)
        case .foreignPurpose: changePurpose(document)
        case .residue: leaveResidue(document)
        case .evaluation: changeEvaluation(document)
        case .restated: restate(document)
        }
    }

    // MARK: Places

    /// A stretch of a paragraph.
    struct Spot {
        var block: Int
        var range: Range<String.Index>
    }

    /// The paragraphs of the explanation.
    static func explanation(of document: SyntheticDocument) -> [(block: Int, words: String)] {
        func last(_ prefix: String) -> Int? {
            document.blocks.lastIndex { if case .paragraph(let words) = $0 { words.hasPrefix(prefix) } else { false } }
        }
        guard let start = last("第三部分"), let end = last("第四部分"), start < end else { return [] }
        return (start..<end).compactMap { index in
            if case .paragraph(let words) = document.blocks[index] { (index, words) } else { nil }
        }
    }

    /// Every match of a pattern in the explanation, as the range of its capture.
    func spots<Output>(
        _ pattern: Regex<Output>, in document: SyntheticDocument, where isMeant: (String) -> Bool = { _ in true },
        capture: (Regex<Output>.Match, String) -> Range<String.Index>
    ) -> [Spot] {
        Self.explanation(of: document).filter { isMeant($0.words) }.flatMap { block, words in
            words.matches(of: pattern).map { Spot(block: block, range: capture($0, words)) }
        }
    }

    static func isItem(_ words: String) -> Bool { words.contains("（项）") && words.first?.isNumber == true }

    /// Puts other words in a place.
    func replace(
        _ spot: Spot, with words: String, _ family: ErrorFamily, in document: SyntheticDocument
    ) -> PlantedError? {
        let paragraph: String
        switch document.blocks[spot.block] {
        case .paragraph(let words), .title(let words): paragraph = words
        default: return nil
        }
        var changed = paragraph
        changed.replaceSubrange(spot.range, with: words)
        let right = String(paragraph[spot.range])
        guard changed != paragraph else { return nil }
        var result = document
        if case .title = document.blocks[spot.block] {
            result.blocks[spot.block] = .title(changed)
        } else {
            result.blocks[spot.block] = .paragraph(changed)
        }
        return PlantedError(
            family: family, document: result, place: changed, change: "\(right) → \(words)", wrong: words, right: right)
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element? { elements.randomElement(using: &random) }

    mutating func chance(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &random) < probability }

    // MARK: Numbers

    /// A number as an integer of its last digit.
    static func digits(_ text: some StringProtocol) -> (value: Int64, decimals: Int)? {
        guard let number = DecimalText(text) else { return nil }
        return (number.digits, number.decimals)
    }

    static func text(_ value: Int64, decimals: Int) -> String {
        var digits = String(value.magnitude)
        while digits.count <= decimals { digits = "0" + digits }
        let point = digits.index(digits.endIndex, offsetBy: -decimals)
        return decimals == 0 ? digits : digits[..<point] + "." + digits[point...]
    }

    /// Another number in its place: a digit changed, two transposed, or somewhat more or less.
    ///
    /// - Parameter least: by how much it has to differ, in units of the last digit.
    mutating func other(than text: some StringProtocol, atLeast least: (Int64) -> Int64) -> String? {
        guard let (value, decimals) = Self.digits(text), value > 0 else { return nil }
        for _ in 0..<12 {
            let changed: Int64
            switch Int.random(in: 0..<3, using: &random) {
            case 0: changed = withDigit(value)
            case 1: changed = Self.transposed(value, &random) ?? value
            default: changed = Int64(Double(value) * Double.random(in: 0.5...1.6, using: &random))
            }
            if changed > 0, abs(changed - value) >= least(value) { return Self.text(changed, decimals: decimals) }
        }
        return nil
    }

    private mutating func withDigit(_ value: Int64) -> Int64 {
        var digits = Array(String(value).utf8)
        let place = Int.random(in: digits.indices, using: &random)
        digits[place] = UInt8.random(in: (place == 0 ? 49 : 48)...57, using: &random)
        return Int64(String(decoding: digits, as: UTF8.self)) ?? value
    }

    /// Two different neighbouring digits changed; `nil` where there are none.
    static func transposed(_ value: Int64, _ random: inout SeededGenerator) -> Int64? {
        var digits = Array(String(value).utf8)
        let places = digits.indices.dropLast().filter { digits[$0] != digits[$0 + 1] && !($0 == 0 && digits[1] == 48) }
        guard let place = places.randomElement(using: &random) else { return nil }
        digits.swapAt(place, place + 1)
        return Int64(String(decoding: digits, as: UTF8.self))
    }
}
