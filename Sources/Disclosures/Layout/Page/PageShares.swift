/// How the pages of a PDF are shared between programs that read them side by side.
enum PageShares {
    /// A document of fewer pages is read faster by one: every program opens the document and its fonts anew.
    private static let fewest = 8
    /// The pages a disclosure has where the document keeps their number from sight.
    private static let usual = 24

    /// The shares in order, each a range of page numbers counted from 1; the last goes on to the end, whatever it is.
    static func shares(of bytes: [UInt8], between programs: Int, limit: Int) -> [ClosedRange<Int>] {
        let pages = min(count(bytes) ?? usual, limit)
        guard programs > 1, pages >= fewest else { return [1...(limit + 1)] }
        let firsts = (0..<programs).map { 1 + pages * $0 / programs }
        return zip(firsts, firsts.dropFirst().map { $0 - 1 } + [limit + 1]).map { $0...$1 }
    }

    /// The number of pages that a document states in the open: in its linearization or in the root of its pages, the
    /// largest of the numbers there. It serves to share the work only; a false one costs time.
    static func count(_ bytes: [UInt8]) -> Int? {
        let head = number(behind: "/N ", in: bytes.prefix(1024))
        if let head, bytes.prefix(1024).firstRange(of: Array("/Linearized".utf8)) != nil { return head }
        var largest: Int?
        var rest = bytes[...]
        while let found = position(of: "/Count ", in: rest) {
            rest = bytes[found...]
            if let count = leadingNumber(rest) { largest = max(largest ?? 0, count) }
        }
        return largest
    }

    private static func number(behind name: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
        position(of: name, in: bytes).flatMap { leadingNumber(bytes[$0...]) }
    }

    /// Where the bytes behind a name begin.
    private static func position(of name: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
        name.withUTF8Buffer { name in
            bytes.withUnsafeBufferPointer { text in
                guard text.count > name.count else { return nil }
                for start in 0..<(text.count - name.count) where text[start] == name[0] {
                    if (1..<name.count).allSatisfy({ text[start + $0] == name[$0] }) {
                        return bytes.startIndex + start + name.count
                    }
                }
                return nil
            }
        }
    }

    private static func leadingNumber(_ bytes: ArraySlice<UInt8>) -> Int? {
        let digits = bytes.prefix(7).prefix { (0x30...0x39).contains($0) }
        return digits.isEmpty ? nil : digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
