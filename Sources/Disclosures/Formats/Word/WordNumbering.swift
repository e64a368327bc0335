import FinalAccounts

/// The numbers that a word processor draws before paragraphs: 一、 （一） 1. and so on.
struct WordNumbering {
    /// How one level of a list is numbered.
    private struct Level {
        var format = "decimal"
        /// The words around the numbers: `%1、`.
        var text = ""
        var start = 1
    }

    private var abstract: [String: [Int: Level]] = [:]
    /// The abstract list behind each list.
    private var lists: [String: String] = [:]
    private var styles: [String: (list: String, level: Int)] = [:]
    /// How far each list has counted.
    private var counts: [String: [Int: Int]] = [:]

    init() {}

    /// Reads the part `numbering.xml`.
    init(_ bytes: [UInt8]) throws(XMLEventReader.Failure) {
        var reader = try XMLEventReader(bytes)
        var abstractID = ""
        var list = ""
        var level: Int?
        while let event = try reader.next() {
            guard case .start(let name) = event else {
                if event == .end("lvl") { level = nil }
                continue
            }
            let value = reader.attributes()["val"]
            switch name {
            case "abstractNum": abstractID = reader.attributes()["abstractNumId"] ?? ""
            case "num": list = reader.attributes()["numId"] ?? ""
            case "abstractNumId": lists[list] = value
            case "lvl":
                level = reader.attributes()["ilvl"].flatMap { Int($0) }
                if let level { abstract[abstractID, default: [:]][level] = Level() }
            case "start": if let level { abstract[abstractID]?[level]?.start = value.flatMap { Int($0) } ?? 1 }
            case "numFmt": if let level, let value { abstract[abstractID]?[level]?.format = value }
            case "lvlText": if let level { abstract[abstractID]?[level]?.text = value ?? "" }
            default: break
            }
        }
    }

    /// Reads which styles number their paragraphs, from the part `styles.xml`.
    mutating func readStyles(_ bytes: [UInt8]) throws(XMLEventReader.Failure) {
        var reader = try XMLEventReader(bytes)
        var style = ""
        var list: String?
        var level = 0
        while let event = try reader.next() {
            switch event {
            case .start("style"):
                style = reader.attributes()["styleId"] ?? ""
                list = nil
                level = 0
            case .start("numId"): list = reader.attributes()["val"]
            case .start("ilvl"): level = reader.attributes()["val"].flatMap { Int($0) } ?? 0
            case .end("style"): if let list { styles[style] = (list, level) }
            default: break
            }
        }
    }

    /// The number before the next paragraph of a list; empty for one without number or with a bullet.
    mutating func mark(style: String?, list: String?, level: Int?) -> String {
        let byStyle = style.flatMap { styles[$0] }
        guard let list = list ?? byStyle?.list, let id = lists[list], let levels = abstract[id] else { return "" }
        let level = level ?? byStyle?.level ?? 0
        guard let own = levels[level], own.format != "bullet", own.format != "none" else { return "" }
        counts[id, default: [:]][level] = (counts[id]?[level]).map { min($0 + 1, 9999) } ?? own.start
        for deeper in levels.keys where deeper > level { counts[id]?[deeper] = nil }
        var text = own.text
        for (index, format) in levels where text.holds("%\(index + 1)") {
            let number = counts[id]?[index] ?? format.start
            text = text.replacing("%\(index + 1)", with: Self.number(number, format.format))
        }
        return text
    }

    private static func number(_ number: Int, _ format: String) -> String {
        switch format {
        case "chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting",
            "taiwaneseCountingThousand", "ideographTraditional":
            ChineseNumeral.text(number)
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
            (1...20).contains(number) ? String(UnicodeScalar(UInt32(0x245F + number)) ?? "?") : String(number)
        default: String(number)
        }
    }
}
