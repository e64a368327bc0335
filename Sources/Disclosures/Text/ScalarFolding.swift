/// The forms in which one character is printed, brought to one: full-width digits and signs to ASCII,
/// quotation marks to `"`, the radicals that PDF fonts put in the place of characters to the characters.
enum ScalarFolding {
    /// The folded form of a character.
    static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let value = scalar.value
        if value < 0x80 { return scalar }
        if value >= 0x4E00 && value <= 0x9FFF { return scalar }
        switch value {
        case 0xFF0C, 0xFF1B: return scalar
        case 0xFF01...0xFF5E: return Unicode.Scalar(value - 0xFEE0) ?? scalar
        case 0x201C, 0x201D, 0x201E, 0x301D, 0x301E, 0x300C, 0x300D: return "\""
        case 0x2212, 0x2013: return "-"
        case 0x2E9F...0x2EF3, 0x2F00...0x2FD5: return KangxiRadicals.character(for: value) ?? scalar
        default: return scalar
        }
    }

    /// Whether a character is a blank of any width, or a mark that no one sees.
    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0x09, 0x0A, 0x0D, 0x0B, 0x0C, 0x85, 0xA0, 0xAD, 0x3000, 0xFEFF, 0x2028, 0x2029, 0x202F, 0x205F:
            true
        case 0x2000...0x200F: true
        default: false
        }
    }

    /// Whether a folded character is an ASCII digit.
    static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x30 && scalar.value <= 0x39
    }

    /// Whether a folded character is an ASCII letter or digit.
    static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
        isDigit(scalar) || (scalar.value | 0x20 >= 0x61 && scalar.value | 0x20 <= 0x7A)
    }
}
