/// Reads sizes as people write them: `800 MB`, `1.5GB`, `1 GiB`, `4096`.
package enum ByteCount {
    private static let units: [(suffix: String, bytes: Double)] = [
        ("kib", 1024), ("mib", 1_048_576), ("gib", 1_073_741_824), ("kb", 1e3), ("mb", 1e6), ("gb", 1e9), ("b", 1),
    ]

    /// - Returns: a positive number of bytes; `nil` for anything else.
    package static func bytes(in text: String) -> Int? {
        let compact = text.lowercased().filter { !$0.isWhitespace }
        let unit = units.first { compact.hasSuffix($0.suffix) }
        let digits = compact.dropLast(unit?.suffix.count ?? 0)
        guard let number = Double(digits), number > 0, number * (unit?.bytes ?? 1) < 1e15 else { return nil }
        return Int(number * (unit?.bytes ?? 1))
    }
}
