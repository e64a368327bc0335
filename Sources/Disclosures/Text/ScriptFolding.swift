import Foundation
import Platform

/// Brings traditional characters to simplified ones, one for one, by ICU's transform.
///
/// The vocabulary of the form is simplified; the printed characters stay what quotes show.
struct ScriptFolding {
    private let table: [Unicode.Scalar: Unicode.Scalar]

    /// The folding of a text; `nil` where nothing of it is traditional.
    init?(_ lines: some Collection<TextLine>) {
        guard lines.contains(where: { $0.scalars.contains(where: Self.isSign) }) else { return nil }
        var unique: Set<Unicode.Scalar> = []
        for line in lines { for scalar in line.scalars where scalar.isHan { unique.insert(scalar) } }
        // Parted by blanks, so that no character is read as half of a word.
        let characters = unique.sorted().map { String($0) }
        let joined = characters.joined(separator: " ")
        let transform = StringTransform("Traditional-Simplified")
        guard let folded = joined.applyingTransform(transform, reverse: false) else { return nil }
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (from, to) in zip(characters, folded.split(separator: " ")) {
            if let from = from.unicodeScalars.first, let to = to.unicodeScalars.first, from != to { table[from] = to }
        }
        self.table = table
    }

    /// The simplified form of a character.
    func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar { table[scalar] ?? scalar }

    /// A line in simplified characters, readings left out.
    func simplified(_ line: TextLine) -> TextLine {
        var result = line
        result.scalars = []
        var skipped = 0
        for (position, scalar) in line.scalars.enumerated() where position >= skipped {
            if let end = Self.readingEnd(in: line.scalars, at: position) {
                skipped = end
            } else {
                result.scalars.append(fold(scalar))
            }
        }
        return result
    }

    /// Where a reading in Latin letters ends that a copy puts in brackets behind a character, as in 預(yù)算; `nil`
    /// for any other bracket.
    static func readingEnd(in scalars: [Unicode.Scalar], at start: Int) -> Int? {
        guard start > 0, scalars[start - 1].isHan, scalars[start] == "(" || scalars[start] == "（" else { return nil }
        var position = start + 1
        while position < scalars.count, position - start <= 8, scalars[position].properties.isAlphabetic,
            scalars[position].value < 0x300
        {
            position += 1
        }
        guard position > start + 1, position < scalars.count, scalars[position] == ")" || scalars[position] == "）"
        else {
            return nil
        }
        return position + 1
    }

    /// Characters that only a traditional text of public money has, some of which every such text holds.
    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "萬", "預", "決", "費", "經", "總", "項", "財", "購", "億", "撥": true
        default: false
        }
    }
}
