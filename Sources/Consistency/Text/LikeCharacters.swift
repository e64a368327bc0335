import FinalAccounts
import Platform

/// Which characters look or sound alike: what one is mistaken for by whoever writes or types it.
///
/// ```swift
/// let characters = try LikeCharacters(parsing: table)     // Data/characters/alike.tsv
/// characters.mayStand("士", for: "土")                     // true
/// ```
public struct LikeCharacters: Sendable {
    private var shapes: [Unicode.Scalar: Set<Unicode.Scalar>] = [:]
    private var sounds: [Unicode.Scalar: String] = [:]

    /// Reads the table of `Data/characters`: `sound`, a reading and its characters; `shape`, a character and those like it.
    ///
    /// - Throws: ``ReadError`` for a line of another form.
    public init(parsing table: String) throws {
        for (number, line) in table.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard !line.isEmpty, !line.opens(with: "#") else { continue }
            let cells = line.split(separator: "\t")
            guard cells.count == 3, let first = cells[1].unicodeScalars.first else {
                throw Self.malformed(number + 1)
            }
            switch cells[0] {
            case "sound": for scalar in cells[2].unicodeScalars { sounds[scalar] = String(cells[1]) }
            case "shape": shapes[first, default: []].formUnion(cells[2].unicodeScalars)
            default: throw Self.malformed(number + 1)
            }
        }
    }

    private static func malformed(_ line: Int) -> ReadError {
        ReadError(
            .data, file: "Data/characters/alike.tsv", place: Bilingual("第 \(line) 行", "line \(line)"),
            problem: Bilingual("不是此表的行", "not a line of this table"),
            expected: Bilingual(
                "sound 或 shape、制表符、读音或字、制表符、若干字", "sound or shape, a tab, a reading or a character, a tab, characters"),
            remedy: Bilingual(
                "请用 scripts/data/make-characters.py 重新生成", "make it again with scripts/data/make-characters.py"))
    }

    /// Whether a character may have been written for another one.
    func mayStand(_ wrong: Unicode.Scalar, for right: Unicode.Scalar) -> Bool {
        shapes[right]?.contains(wrong) == true || sounds[right] != nil && sounds[right] == sounds[wrong]
    }

    /// Whether one reading begins like the other: what is typed in part, fa for fang, gives another character.
    func mayBeTyped(_ wrong: Unicode.Scalar, for right: Unicode.Scalar) -> Bool {
        guard let own = sounds[wrong], let other = sounds[right] else { return false }
        return own != other && (own.opens(with: other) || other.opens(with: own))
    }
}
