/// Remembers what was made of equal bytes, so that a name repeated a million times is made once.
///
/// Open addressing over offsets into the file's own bytes; nothing is copied.
struct CellInterner<Value: Sendable>: Sendable {
    private struct Entry {
        var hash: UInt64
        var first: Range<Int>
        var second: Range<Int>
        var value: Value
    }

    private var slots: [Int32]
    private var entries: [Entry] = []

    init() {
        slots = Array(repeating: -1, count: 1024)
    }

    /// What was made of these two cells before.
    func value(_ bytes: [UInt8], _ first: Range<Int>, _ second: Range<Int>) -> Value? {
        let hash = Self.hash(bytes, first, second)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if entries[index].hash == hash, Self.equal(bytes, entries[index].first, first),
                Self.equal(bytes, entries[index].second, second)
            {
                return entries[index].value
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Keeps what was made of two cells that were not known yet.
    mutating func remember(_ value: Value, _ bytes: [UInt8], _ first: Range<Int>, _ second: Range<Int>) {
        let hash = Self.hash(bytes, first, second)
        entries.append(Entry(hash: hash, first: first, second: second, value: value))
        place(entries.count - 1)
        if entries.count * 2 > slots.count { grow() }
    }

    private mutating func place(_ index: Int) {
        var slot = Int(truncatingIfNeeded: entries[index].hash) & (slots.count - 1)
        while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Int32(index)
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for index in entries.indices { place(index) }
    }

    /// FNV-1a over both cells, then mixed so that the low bits depend on all of them.
    private static func hash(_ bytes: [UInt8], _ first: Range<Int>, _ second: Range<Int>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in first { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
        hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        for index in second { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
        hash ^= hash >> 32
        return hash &* 0x9E37_79B9_7F4A_7C15 ^ (hash >> 29)
    }

    private static func equal(_ bytes: [UInt8], _ left: Range<Int>, _ right: Range<Int>) -> Bool {
        guard left.count == right.count else { return false }
        for offset in 0..<left.count where bytes[left.lowerBound + offset] != bytes[right.lowerBound + offset] {
            return false
        }
        return true
    }
}
