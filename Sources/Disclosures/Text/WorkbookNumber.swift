/// The numbers of a workbook as decimal text.
///
/// Workbooks hold binary floating point, written with up to 17 digits: 123.46 may stand in the file as
/// `123.45999999999999`. Office programs show at most 15 digits; what goes beyond is noise of the binary form and is
/// rounded away. A text of 15 digits or fewer is taken as it stands, and digits before the point are never touched.
package enum WorkbookNumber {
    /// The number a file's text stands for: `1.5E3` gives `1500`, `123.45999999999999` gives `123.46`; `nil` for text
    /// that is no finite number or beyond any amount.
    package static func decimal(_ text: String) -> String? {
        guard var number = Digits(text) else { return nil }
        number.round(toSignificant: 15)
        return number.text
    }

    /// How many digits stand behind the point of a decimal text.
    static func decimals(of text: String) -> Int {
        text.utf8.firstIndex(of: 0x2E).map { text.utf8.distance(from: $0, to: text.utf8.endIndex) - 1 } ?? 0
    }

    /// A decimal text with so many digits behind the point: zeros added, or rounded half away from zero.
    static func padded(_ text: String, decimals: Int) -> String {
        guard var number = Digits(text) else { return text }
        number.round(decimals: decimals)
        guard let short = number.text else { return text }
        let missing = decimals - Self.decimals(of: short)
        guard missing > 0 else { return short }
        return short + (short.utf8.contains(0x2E) ? "" : ".") + String(repeating: "0", count: missing)
    }

    /// A decimal text with its point moved to the left.
    static func shifted(_ text: String, by places: Int) -> String {
        guard var number = Digits(text) else { return text }
        number.decimals += places
        return number.text ?? text
    }

    /// Decimal digits and the place of their point.
    private struct Digits {
        var isNegative = false
        var digits: [UInt8] = []
        /// How many of the digits stand behind the point; negative for zeros to be added.
        var decimals = 0

        init?(_ text: String) {
            var bytes = Substring(text).utf8
            if let sign = bytes.first, sign == 0x2D || sign == 0x2B {
                isNegative = sign == 0x2D
                bytes = bytes.dropFirst()
            }
            var sawPoint = false
            var exponent: Substring.UTF8View?
            for index in bytes.indices {
                let byte = bytes[index]
                if byte >= 0x30, byte <= 0x39 {
                    digits.append(byte - 0x30)
                    if sawPoint { decimals += 1 }
                } else if byte == 0x2E, !sawPoint {
                    sawPoint = true
                } else if byte | 0x20 == 0x65 {
                    exponent = bytes[bytes.index(after: index)...]
                    break
                } else {
                    return nil
                }
            }
            guard !digits.isEmpty, digits.count <= 400 else { return nil }
            if let exponent {
                guard let power = Int(String(Substring(exponent))), abs(power) <= 400 else { return nil }
                decimals -= power
            }
            trim()
        }

        private mutating func trim() {
            while digits.count > 1, digits[0] == 0 { digits.removeFirst() }
            while decimals > 0, digits.count > 1, digits.last == 0 {
                digits.removeLast()
                decimals -= 1
            }
            if digits == [0] {
                decimals = 0
                isNegative = false
            }
        }

        mutating func round(toSignificant count: Int) {
            drop(min(digits.count - count, decimals))
        }

        mutating func round(decimals count: Int) {
            let surplus = decimals - count
            // A number smaller than half of the last digit is zero.
            while surplus > 0, digits.count < surplus { digits.insert(0, at: 0) }
            drop(surplus)
        }

        /// Leaves the last digits out and rounds.
        private mutating func drop(_ surplus: Int) {
            guard surplus > 0 else { return }
            let up = digits[digits.count - surplus] >= 5
            digits.removeLast(surplus)
            decimals -= surplus
            if up {
                var index = digits.count - 1
                while index >= 0, digits[index] == 9 {
                    digits[index] = 0
                    index -= 1
                }
                if index >= 0 { digits[index] += 1 } else { digits.insert(1, at: 0) }
            }
            if digits.isEmpty { digits = [0] }
            trim()
        }

        var text: String? {
            // Beyond any amount, on either side of the point.
            guard digits.count - decimals <= 30 else { return nil }
            if decimals > 60 { return "0" }
            var characters = digits.map { $0 + 0x30 }
            if decimals < 0 { characters += Array(repeating: 0x30, count: -decimals) }
            if decimals > 0 {
                while characters.count <= decimals { characters.insert(0x30, at: 0) }
                characters.insert(0x2E, at: characters.count - decimals)
            }
            return (isNegative ? "-" : "") + String(decoding: characters, as: UTF8.self)
        }
    }
}
