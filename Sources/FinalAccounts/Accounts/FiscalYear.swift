import Platform

/// A fiscal year; in China the calendar year.
///
/// ```swift
/// let year = try FiscalYear(validating: 2023)
/// year.next.number     // 2024
/// ```
public struct FiscalYear: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    /// The number of the year.
    public let number: Int

    /// The years that a document may plausibly speak of.
    public static let plausible = 1900...2200

    /// Creates a year from a literal known to be one. Input goes through ``init(validating:)``.
    public init(_ number: Int) {
        self.number = number
    }

    /// Creates a year from input.
    /// - Throws: ``FiscalYearError`` outside ``plausible``.
    public init(validating number: Int) throws(FiscalYearError) {
        guard Self.plausible.contains(number) else { throw FiscalYearError(text: String(number)) }
        self.number = number
    }

    /// Reads `2023`, `2023年` or `2023年度`.
    /// - Throws: ``FiscalYearError`` for anything else.
    public init(parsing text: some StringProtocol) throws(FiscalYearError) {
        var digits = Substring(text)
        for suffix in ["度", "年"] where digits.hasSuffix(suffix) { digits = digits.dropLast() }
        guard let number = Int(digits), Self.plausible.contains(number) else {
            throw FiscalYearError(text: String(text))
        }
        self.number = number
    }

    /// Creates a year from a JSON number.
    public init(from decoder: any Decoder) throws {
        number = try decoder.singleValueContainer().decode(Int.self)
    }

    /// Writes the year as a number.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(number)
    }

    /// The year before.
    public var previous: FiscalYear { FiscalYear(number - 1) }

    /// The year after.
    public var next: FiscalYear { FiscalYear(number + 1) }

    /// Whether the first year is earlier.
    public static func < (left: FiscalYear, right: FiscalYear) -> Bool { left.number < right.number }

    /// The number of the year.
    public var description: String { String(number) }
}

/// A text that is not a fiscal year.
public struct FiscalYearError: ExplainedError, Hashable {
    /// The text as it was given.
    public let text: String

    /// Always ``ErrorKind/data``.
    public var kind: ErrorKind { .data }
    /// A text does not know where it stands.
    public var location: Bilingual? { nil }
    /// What is wrong.
    public var problem: Bilingual { Bilingual("“\(text)”不是年度", "'\(text)' is not a fiscal year") }
    /// What to do.
    public var remedy: Bilingual {
        Bilingual(
            "请填写 \(FiscalYear.plausible.lowerBound) 至 \(FiscalYear.plausible.upperBound) 之间的年度，如 2023",
            "write a year from \(FiscalYear.plausible.lowerBound) to \(FiscalYear.plausible.upperBound), for example 2023"
        )
    }
}
