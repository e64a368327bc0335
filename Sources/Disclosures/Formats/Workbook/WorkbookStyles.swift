/// What the formats of a workbook's cells say of their numbers: plain, percentage or day.
struct WorkbookStyles: Sendable {
    /// How a number is shown.
    enum Format: Hashable, Sendable {
        case plain, percentage, date
        /// A number whose point stands so many places further to the left than it is stored.
        case scaled(Int)
    }

    /// The format of each cell style, by index.
    private(set) var formats: [Format] = []

    init() {}

    /// Reads the part `styles.xml`.
    init(_ bytes: [UInt8]) throws(XMLEventReader.Failure) {
        var reader = try XMLEventReader(bytes)
        var custom: [Int: Format] = [:]
        var isInCellFormats = false
        while let event = try reader.next() {
            switch event {
            case .start("numFmt"):
                if let id = reader.attribute("numFmtId").flatMap({ Int($0) }), let code = reader.attribute("formatCode")
                {
                    custom[id] = Self.format(code: code)
                }
            case .start("cellXfs"): isInCellFormats = true
            case .end("cellXfs"): isInCellFormats = false
            case .start("xf") where isInCellFormats:
                let id = reader.attribute("numFmtId").flatMap { Int($0) } ?? 0
                formats.append(custom[id] ?? Self.builtIn(id))
            default: break
            }
        }
    }

    /// The format of a cell's style.
    func format(_ style: Int) -> Format { formats.indices.contains(style) ? formats[style] : .plain }

    private static func builtIn(_ id: Int) -> Format {
        switch id {
        case 9, 10: .percentage
        case 14...22, 27...36, 45...47, 50...58: .date
        default: .plain
        }
    }

    /// What a format code shows, words in quotation marks, brackets and escapes left out.
    static func format(code: String) -> Format {
        var isQuoted = false
        var isBracketed = false
        var isEscaped = false
        for scalar in code.unicodeScalars {
            if isEscaped {
                isEscaped = false
                continue
            }
            switch scalar {
            case "\"": isQuoted.toggle()
            case "[" where !isQuoted: isBracketed = true
            case "]" where !isQuoted: isBracketed = false
            case "\\" where !isQuoted, "_" where !isQuoted, "*" where !isQuoted: isEscaped = true
            case "%" where !isQuoted && !isBracketed: return .percentage
            case "y", "Y", "d", "D", "h", "H", "e", "s", "S", "年", "月", "日":
                // `e` and `s` alone also stand in General and in scientific notation.
                if isQuoted || isBracketed { continue }
                if scalar == "e" || scalar == "s" || scalar == "S", !code.holds("m"), !code.holds("M") {
                    continue
                }
                return .date
            default: break
            }
        }
        let scale = scale(code: code)
        return scale > 0 ? .scaled(scale) : .plain
    }

    /// How far a format moves the point: three places for a comma behind the last digit (`#,##0.00,`), as many as
    /// digits stand behind a point that is a mere letter (`0!.0000`).
    private static func scale(code: String) -> Int {
        var digits = 0
        var commas = 0
        var literal: Int?
        var sawPoint = false
        var rest = Array(code.unicodeScalars.prefix { $0 != ";" })[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "0", "#", "?":
                digits += 1
                commas = 0
            case ",": commas += 1
            case ".": sawPoint = true
            case "!", "\\":
                if rest.popFirst() == ".", digits > 0 { literal = digits }
            case "\"": while let quoted = rest.popFirst(), quoted != "\"" {}
            case "[": while let inner = rest.popFirst(), inner != "]" {}
            case "_", "*": rest = rest.dropFirst()
            default: break
            }
        }
        let moved = sawPoint ? 0 : literal.map { digits - $0 } ?? 0
        return digits > 0 ? moved + 3 * commas : 0
    }
}
