/// The one spelling of a body's name.
enum BodySpelling {
    /// The name with everything evened out in which documents differ without meaning to.
    static func even(_ name: String) -> String {
        if name.utf8.allSatisfy(isPlain) { return bracketing(ownLevelOf: name) }
        var scalars: [Unicode.Scalar] = []
        var pendingBlank = false
        for scalar in name.unicodeScalars {
            guard let even = evened(scalar) else {
                pendingBlank = true
                continue
            }
            if pendingBlank, let last = scalars.last, last.isASCII, even.isASCII { scalars.append(" ") }
            pendingBlank = false
            scalars.append(even)
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return bracketing(ownLevelOf: String(text))
    }

    /// Whether a byte can only be part of a character that is spelled in one way: a Chinese one, or a letter or digit.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0xE3, 0xE2, 0xEF, 0xC2: false  // blanks, brackets and widths begin with these
        case 0x80...: true
        default: byte > 0x20 && ![0x28, 0x29, 0x5B, 0x5D].contains(byte)
        }
    }

    /// The scalar as it is written; `nil` for a blank.
    private static func evened(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200D, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: nil
        case 0x28, 0x5B, 0x3010, 0x3014, 0x3016, 0xFF3B, 0xFF08: "\u{FF08}"
        case 0x29, 0x5D, 0x3011, 0x3015, 0x3017, 0xFF3D, 0xFF09: "\u{FF09}"
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        default: scalar
        }
    }

    /// `某局本级` as `某局（本级）`; 本级 of a region (`某市本级`) is part of its name.
    private static func bracketing(ownLevelOf name: String) -> String {
        guard name.utf8.suffix(6).elementsEqual("本级".utf8) else { return name }
        let body = name.dropLast(2)
        guard let last = body.last, !"省市县区镇乡州盟旗".contains(last) else { return name }
        return body + "（本级）"
    }
}
