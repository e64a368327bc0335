/// A reader of RFC 4180 made for tests, apart from the program's own.
package enum CSVReading {
    /// The records of a text.
    package static func records(_ text: String) -> [[String]] {
        var records: [[String]] = [[]]
        var field = ""
        var quoted = false
        var scalars = Array(text.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            switch (scalar, quoted) {
            case ("\"", true) where scalars.first == "\"":
                field += "\""
                scalars.removeFirst()
            case ("\"", _): quoted.toggle()
            case (",", false):
                records[records.count - 1].append(field)
                field = ""
            case ("\r", false): continue
            case ("\n", false):
                records[records.count - 1].append(field)
                field = ""
                records.append([])
            default: field.unicodeScalars.append(scalar)
            }
        }
        return records.dropLast()
    }
}
