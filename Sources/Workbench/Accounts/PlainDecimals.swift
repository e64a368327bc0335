import FinalAccounts
import Foundation

/// How finely plain numbers of files are written.
package enum PlainDecimals {
    /// So much of a file is looked at; a finer number further on is refused with its place, and the unit can be named.
    private static let head = 1 << 18
    private static let most = 9

    /// The unit in which the numbers at the head of the files are exact.
    ///
    /// - Throws: what reading a file throws.
    package static func unit(of paths: [String]) throws -> AmountUnit {
        var decimals = 0
        for path in paths {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { file.closeFile() }
            decimals = max(decimals, longest(in: try file.read(upToCount: head) ?? Data()))
        }
        return .plain(decimals: decimals)
    }

    /// The unit in which the numbers of a text are exact.
    package static func unit(of bytes: some Sequence<UInt8>) -> AmountUnit { .plain(decimals: longest(in: bytes)) }

    /// The most decimals of a number that fills its cell; trailing zeros count for nothing.
    static func longest(in bytes: some Sequence<UInt8>) -> Int {
        var longest = 0
        var (isNumber, decimals, known) = (true, -1, 0)
        for byte in bytes {
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\""):
                if isNumber, known <= most { longest = max(longest, known) }
                (isNumber, decimals, known) = (true, -1, 0)
            case UInt8(ascii: "."):
                if decimals >= 0 { isNumber = false }
                decimals = 0
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard decimals >= 0 else { continue }
                decimals += 1
                if byte != UInt8(ascii: "0") { known = decimals }
            case UInt8(ascii: "-"): continue
            default: isNumber = false
            }
        }
        // The last cell need not end in anything.
        return isNumber && known <= most ? max(longest, known) : longest
    }
}
