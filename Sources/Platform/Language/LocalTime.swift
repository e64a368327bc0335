import Glibc

/// Moments as a person reads them: the time of the place, with how far it is from UTC.
package enum LocalTime {
    /// `2024-03-31 17:05:00 +08:00` for a moment in ISO 8601 in UTC, `2024-03-31T09:05:00Z`; any other text stays as it is.
    ///
    /// The place is that of the process (`TZ`, else the system's).
    package static func text(of moment: String) -> String {
        let parts = moment.dropLast().split { !$0.isNumber }.compactMap { Int32($0) }
        guard moment.hasSuffix("Z"), moment.contains("T"), parts.count == 6 else { return moment }
        var utc = tm()
        (utc.tm_year, utc.tm_mon, utc.tm_mday) = (parts[0] - 1900, parts[1] - 1, parts[2])
        (utc.tm_hour, utc.tm_min, utc.tm_sec) = (parts[3], parts[4], parts[5])
        var seconds = timegm(&utc)
        var local = tm()
        guard localtime_r(&seconds, &local) != nil else { return moment }
        var buffer = [CChar](repeating: 0, count: 64)
        let count = strftime(&buffer, buffer.count, "%Y-%m-%d %H:%M:%S", &local)
        let shown = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return "\(shown) \(offset(local.tm_gmtoff))"
    }

    private static func offset(_ seconds: Int) -> String {
        let minutes = abs(seconds) / 60
        let digits = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return (seconds < 0 ? "-" : "+") + digits(minutes / 60) + ":" + digits(minutes % 60)
    }
}
