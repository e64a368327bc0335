/// Numbers as text with a fixed count of decimals, the same on every machine and in every locale.
enum DecimalDigits {
    /// A number rounded half away from zero; `–` where it is not finite or too large to print.
    static func fixed(_ number: Double, decimals: Int, grouping: Bool = false) -> String {
        let power = (0..<decimals).reduce(1.0) { value, _ in value * 10 }
        guard let scaled = Int64(exactly: (number * power).rounded(.toNearestOrAwayFromZero)) else { return "–" }
        var digits = String(scaled.magnitude)
        if digits.count <= decimals { digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits }
        let whole = String(digits.dropLast(decimals))
        let text = (grouping ? grouped(whole) : whole) + (decimals == 0 ? "" : "." + digits.suffix(decimals))
        return scaled < 0 ? "-" + text : text
    }

    /// Digits with a comma between thousands.
    static func grouped(_ digits: String) -> String {
        var result = ""
        for (offset, digit) in digits.enumerated() {
            if offset > 0 && (digits.count - offset) % 3 == 0 { result.append(",") }
            result.append(digit)
        }
        return result
    }
}
