/// Whole numbers below one hundred in Chinese, for headings.
package enum ChineseNumeral {
    private static let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

    /// 一, 十, 十二, 四十六; beyond 99 in Arabic digits.
    package static func text(_ number: Int) -> String {
        guard (1...99).contains(number) else { return String(number) }
        let tens = number / 10
        let ones = digits[number % 10]
        return tens == 0 ? ones : (tens == 1 ? "" : digits[tens]) + "十" + ones
    }
}
