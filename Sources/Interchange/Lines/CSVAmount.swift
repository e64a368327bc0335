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
        while position < end {
            let byte = bytes[position]
            if byte >= 0x30, byte <= 0x39 {
                let (product, overflow) = value.multipliedReportingOverflow(by: 10)
                let (sum, overflows) = product.addingReportingOverflow(Int64(byte - 0x30))
                if overflow || overflows { return try slow(bytes, start, end, unit) }
                value = sum
                sawDigit = true
                if decimals >= 0 { decimals += 1 }
            } else if byte == 0x2E, decimals < 0, sawDigit {
                decimals = 0
            } else if byte == 0x2C, decimals < 0, sawDigit {
                // A thousands separator.
            } else {
                return try slow(bytes, start, end, unit)
            }
            position += 1
        }
        decimals = max(decimals, 0)
        guard sawDigit, decimals <= exact else { return try slow(bytes, start, end, unit) }
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
        try Amount(parsing: String(decoding: bytes[start..<end], as: UTF8.self), unit: unit)
    }
}
