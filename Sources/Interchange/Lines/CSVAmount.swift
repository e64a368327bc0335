import FinalAccounts

/// Reads an amount cell straight from its bytes.
enum CSVAmount {
    /// The amount of a cell in the given unit.
    ///
    /// Plain digits with sign, point and separators go the short way; everything else (full-width digits,
    /// parentheses for negatives) goes through ``DecimalText``.
    ///
    /// - Throws: `AmountError`.
    static func parse(_ bytes: [UInt8], _ start: Int, _ end: Int, unit: AmountUnit) throws(AmountError) -> Amount {
        var position = start
        let isNegative = bytes[position] == 0x2D
        if isNegative { position += 1 }
        let exact = unit.exactDecimals
        var value: Int64 = 0
        var decimals = -1
        var sawDigit = false
        // How many digits stand behind the last separator; below zero where none stands.
        var group = -1
        while position < end {
            let byte = bytes[position]
            if byte >= 0x30, byte <= 0x39 {
                let (product, overflow) = value.multipliedReportingOverflow(by: 10)
                let (sum, overflows) = product.addingReportingOverflow(Int64(byte - 0x30))
                if overflow || overflows { return try slow(bytes, start, end, unit) }
                value = sum
                sawDigit = true
                if group >= 0, decimals < 0 { group += 1 }
                if decimals >= 0 { decimals += 1 }
            } else if byte == 0x2E, decimals < 0, sawDigit {
                decimals = 0
            } else if byte == 0x2C, decimals < 0, sawDigit, group < 0 || group == 3 || group == 4 {
                // A separator of thousands, or of 万.
                group = 0
            } else {
                return try slow(bytes, start, end, unit)
            }
            position += 1
        }
        decimals = max(decimals, 0)
        guard sawDigit, decimals <= exact, group < 0 || group == 3 || group == 4 else {
            return try slow(bytes, start, end, unit)
        }
        for _ in decimals..<exact {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            if overflow { throw .overflow }
            value = product
        }
        return Amount(minorUnits: isNegative ? -value : value)
    }

    private static func slow(
        _ bytes: [UInt8], _ start: Int, _ end: Int, _ unit: AmountUnit
    ) throws(AmountError) -> Amount {
        var text = String(decoding: bytes[start..<end], as: UTF8.self)
        for sign in ["¥", "￥"] where text.hasPrefix(sign) { text.removeFirst() }
        return try Amount(parsing: text, unit: unit)
    }
}
