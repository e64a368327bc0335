/// A subject code as spreadsheets write it: `="2080505"`, `'2080505`, `2080505.0`, in full width, with blanks around.
enum AccountLineCode {
    /// The code itself.
    static func plain(_ text: String) -> String {
        var scalars = text.unicodeScalars.map { scalar in
            (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
        }.filter { !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint }
        if scalars.first == "=" { scalars.removeFirst() }
        scalars.removeAll { $0 == "\"" || $0 == "'" }
        // A table of numbers gives codes a fraction of nothing.
        if let point = scalars.firstIndex(of: "."), point > 0, point + 1 < scalars.count,
            scalars[(point + 1)...].allSatisfy({ $0 == "0" })
        {
            scalars.removeSubrange(point...)
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
