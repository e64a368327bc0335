import FinalAccounts

/// The fiscal year of a text that names none, by the day it was put out: news of the first nine months (1-9月) are of the
/// year of that day, the accounts and evaluations that a spring publishes of the year before.
///
/// It is an assumption: where two days would have it otherwise, there is none.
struct AssumedYear {
    /// The year; `nil` where the text has no day, or days that do not agree.
    let year: FiscalYear?

    init(_ text: FoldedText) {
        let days = Self.days(in: text.scalars)
        let words = String(String.UnicodeScalarView(text.scalars.prefix(Self.looked)))
        let month = Self.lastMonth(in: words)
        let dated = days.isEmpty && month != nil ? Self.registered(in: words) : days
        let looksBack = Self.yearly.contains { words.holds($0) }
        let years = Set(
            dated.compactMap { day -> Int? in
                if let month { return day.month >= month ? day.year : day.year - 1 }
                return looksBack && day.month <= Self.latestReview ? day.year - 1 : nil
            })
        year = years.count == 1 ? years.first.flatMap { FiscalYear($0) } : nil
    }

    /// How much of the beginning says what a text is of.
    private static let looked = 1200
    /// What is written once a year is over.
    private static let yearly = ["自评", "绩效评价", "决算"]
    /// The accounts of a year are put out by the autumn after it; what comes later may be of the year that ends.
    private static let latestReview = 10

    /// The last month of what a text tells of: 9 of 1-9月, 6 of 上半年; `nil` where it tells of no part of a year.
    private static func lastMonth(in words: String) -> Int? {
        for (word, month) in [("一季度", 3), ("上半年", 6), ("前三季度", 9), ("三季度", 9)] where words.holds(word) {
            return month
        }
        return words.firstMatch(of: /1(?:月)?[-—–~～至到](?<last>[0-9]{1,2})月/).flatMap { Int($0.last) }
            ?? words.firstMatch(of: /(?<last>[0-9]{1,2})月份/).flatMap { Int($0.last) }
    }

    /// The years of the numbers that documents are registered by, each as its last day: 财预〔2022〕41号.
    private static func registered(in words: String) -> [(year: Int, month: Int)] {
        words.matches(of: /[〔【\[](?<year>20[0-9]{2})[〕】\]]/).compactMap { match in
            Int(match.year).flatMap { FiscalYear.plausible.contains($0) ? ($0, 12) : nil }
        }
    }

    /// The days a text names with their years: 2021-10-14, 2023年3月22日.
    private static func days(in scalars: [Unicode.Scalar]) -> [(year: Int, month: Int)] {
        let words = String(String.UnicodeScalarView(scalars))
        return words.matches(of: /(?<year>20[0-9]{2})[-\/.年](?<month>[0-9]{1,2})[-\/.月][0-9]{1,2}/)
            .compactMap { match in
                guard let year = Int(match.year), FiscalYear.plausible.contains(year), let month = Int(match.month),
                    (1...12).contains(month)
                else { return nil }
                return (year, month)
            }
    }
}
