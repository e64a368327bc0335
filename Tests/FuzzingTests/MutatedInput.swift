import SeededNumbers

/// Inputs near to sound ones: what a torn download, a careless editor or an attacker makes of a file.
///
/// ```swift
/// var generator = SeededGenerator(seed: 7)
/// let input = MutatedInput.next(from: seeds, using: &generator)
/// ```
enum MutatedInput {
    /// Longer inputs say nothing new about a parser and cost the time of many short ones; the same bound as in `scripts/fuzz.sh`.
    static let lengthLimit = 16_384

    /// Signs at which parsers of text, pages, tables and packages decide something.
    private static let telling: [[UInt8]] = [
        "<", ">", "</td>", "<td colspan=\"9999\">", "&#x10FFFF;", "\"", ",", "\t", "\n", "\r\n", "0", "-", "%", "：",
        "（", "万元", "亿元",
        "其中：", "比上年", "2023年", "合计", "2080505", "99999999999999999999", "0.00", "PK\u{3}\u{4}", "\u{FEFF}", "\u{202E}",
    ].map { Array($0.utf8) }

    /// A seed after one to eight changes: bytes turned, taken out, doubled, moved, cut off, or a telling sign put in.
    static func next(from seeds: [[UInt8]], using generator: inout SeededGenerator) -> [UInt8] {
        var bytes = Array(generator.pick(seeds).prefix(lengthLimit))
        for _ in 0..<generator.integer(1, 8) { change(&bytes, others: seeds, using: &generator) }
        return Array(bytes.prefix(lengthLimit))
    }

    private static func change(_ bytes: inout [UInt8], others: [[UInt8]], using generator: inout SeededGenerator) {
        guard !bytes.isEmpty else {
            bytes = generator.pick(telling)
            return
        }
        let place = generator.integer(0, bytes.count - 1)
        let piece = place..<min(bytes.count, place + generator.integer(1, 64))
        switch generator.integer(0, 6) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes[place] ^= 1 << UInt8(generator.integer(0, 7))
        case 2: bytes.removeSubrange(piece)
        case 3: bytes.insert(contentsOf: bytes[piece], at: generator.integer(0, bytes.count))
        case 4: bytes.insert(contentsOf: generator.pick(telling), at: place)
        case 5: bytes.removeLast(bytes.count - place)
        default: splice(&bytes, at: place, generator.pick(others), using: &generator)
        }
    }

    private static func splice(
        _ bytes: inout [UInt8], at place: Int, _ other: [UInt8], using generator: inout SeededGenerator
    ) {
        guard !other.isEmpty else { return }
        bytes = Array(bytes.prefix(place) + other[generator.integer(0, other.count - 1)...])
    }
}
