/// A subject name with everything evened out in which documents differ without meaning to.
///
/// Blanks go, full-width letters and digits become half-width, all brackets become round ones, quotation marks
/// and a closing （类）, （款） or （项） go, so does an ordinal in front (`二十一、`, `3.`) and 支出 at the end.
/// Two names of the same spelling are the same name.
package struct SubjectSpelling: Hashable, Sendable {
    private(set) var scalars: [UInt32] = []

    package init(_ name: some StringProtocol) {
        scalars.reserveCapacity(24)
        for scalar in name.unicodeScalars {
            if let even = Self.evened(scalar.value) { scalars.append(even) }
        }
        dropOrdinal()
        dropLevelMark()
        if scalars.count > 2, scalars.suffix(2).elementsEqual(Self.expenditure) { scalars.removeLast(2) }
    }

    /// FNV-1a over the scalars, 64 bits: the dictionary takes names of one hash for one name.
    var hash: UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for scalar in scalars {
            hash = (hash ^ UInt64(scalar)) &* 0x0000_0100_0000_01b3
        }
        return hash
    }

    private static let expenditure: [UInt32] = [0x652F, 0x51FA]  // 支出
    private static let open: UInt32 = 0x28
    private static let close: UInt32 = 0x29
    private static let comma: UInt32 = 0x2C
    private static let stop: UInt32 = 0x2E

    /// The scalar as it is compared; `nil` for those that are left out.
    private static func evened(_ value: UInt32) -> UInt32? {
        if value >= 0x4E00 && value <= 0x9FFF { return value }
        switch value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
            return nil
        case 0x22, 0x27, 0x2018...0x201F, 0x300C...0x300F, 0xFF02, 0xFF07, 0xB7, 0x2022, 0x30FB:
            return nil
        case 0x5B, 0x3010, 0x3014, 0x3016, 0xFF3B: return open
        case 0x5D, 0x3011, 0x3015, 0x3017, 0xFF3D: return close
        case 0x3001: return comma
        case 0xFF01...0xFF5E: return value - 0xFEE0
        default: return value
        }
    }

    /// Drops `一、`, `二十一、`, `3.` or `12、`; `一般` is no ordinal, because no comma or stop follows.
    private mutating func dropOrdinal() {
        var end = 0
        while end < scalars.count, Self.isNumeral(scalars[end]) { end += 1 }
        guard end > 0, end + 1 < scalars.count, scalars[end] == Self.comma || scalars[end] == Self.stop else { return }
        scalars.removeFirst(end + 1)
    }

    private static func isNumeral(_ value: UInt32) -> Bool {
        switch value {
        case 0x30...0x39: true
        case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341: true  // 一二三四五六七八九十
        default: false
        }
    }

    /// Drops a closing (类), (款) or (项).
    private mutating func dropLevelMark() {
        guard scalars.count > 3, scalars[scalars.count - 1] == Self.close, scalars[scalars.count - 3] == Self.open,
            [0x7C7B, 0x6B3E, 0x9879].contains(scalars[scalars.count - 2])
        else { return }
        scalars.removeLast(3)
    }
}
