/// Names and values as addresses and forms carry them: `application/x-www-form-urlencoded`, percent-encoded UTF-8.
enum FormText {
    /// The fields of a text, decoded, in their order.
    ///
    /// - Returns: `nil` where an escape is none or its bytes are no text.
    static func fields(of text: some StringProtocol) -> [(name: String, value: String)]? {
        var fields: [(name: String, value: String)] = []
        for part in text.utf8.split(separator: UInt8(ascii: "&")) {
            let sides = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = decoded(sides[0], plusIsBlank: true),
                let value = sides.count > 1 ? decoded(sides[1], plusIsBlank: true) : ""
            else { return nil }
            fields.append((name, value))
        }
        return fields
    }

    /// The text that percent-encoded bytes stand for; `nil` where they stand for none, or for one with a zero byte.
    static func decoded(_ bytes: some Sequence<UInt8>, plusIsBlank: Bool = false) -> String? {
        var result: [UInt8] = []
        var rest = bytes.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(digit), let low = rest.next().flatMap(digit),
                    high << 4 | low != 0
                else { return nil }
                result.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsBlank: result.append(UInt8(ascii: " "))
            case 0: return nil
            default: result.append(byte)
            }
        }
        return String(validating: result, as: UTF8.self)
    }

    /// A text as part of an address: everything but letters, digits and `-._~` as escapes of its UTF-8.
    static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                result.append(byte)
            default: result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
