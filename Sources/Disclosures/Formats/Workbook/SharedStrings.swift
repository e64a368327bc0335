import Platform

/// The strings that the cells of a workbook share.
enum SharedStrings {
    /// Reads the part `sharedStrings.xml`: runs joined, phonetic readings left out.
    static func read(_ bytes: [UInt8], limit: Int) throws(XMLEventReader.Failure) -> [String] {
        var reader = try XMLEventReader(bytes)
        var strings: [String] = []
        var current = ""
        var isText = false
        var isPhonetic = false
        while let event = try reader.next() {
            switch event {
            case .start("si"): current = ""
            case .end("si"):
                guard strings.count < limit else {
                    throw XMLEventReader.Failure(
                        line: 0, problem: Bilingual("字符串超过 \(limit) 个", "it has more than \(limit) strings"))
                }
                strings.append(unescaped(current))
            case .start("t"): isText = true
            case .end("t"): isText = false
            case .start("rPh"): isPhonetic = true
            case .end("rPh"): isPhonetic = false
            case .text(let text): if isText, !isPhonetic { current += text }
            default: break
            }
        }
        return strings
    }

    /// Puts the characters in the place of `_x000D_`, by which the format writes what XML cannot hold.
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(0x5F), text.holds("_x") else { return text }
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            if scalars[index] == "_", index + 6 < scalars.count, scalars[index + 1] == "x", scalars[index + 6] == "_",
                let value = hexadecimal(scalars[(index + 2)..<(index + 6)])
            {
                result.append(Unicode.Scalar(value) ?? "\u{FFFD}")
                index += 7
            } else {
                result.append(scalars[index])
                index += 1
            }
        }
        return String(result)
    }

    private static func hexadecimal(_ digits: ArraySlice<Unicode.Scalar>) -> UInt32? {
        var value: UInt32 = 0
        for digit in digits {
            guard digit.isASCII, let number = Character(digit).hexDigitValue else { return nil }
            value = value * 16 + UInt32(number)
        }
        return value
    }
}
