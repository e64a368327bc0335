extension Amount {
    /// The amount in yuan as a binary number, for regression and forecasting only.
    ///
    /// Exact up to 2^53 分 (about 90 trillion yuan); beyond that rounded to the nearest `Double`.
    public var doubleValue: Double {
        Double(minorUnits) / 100
    }

    /// Creates the amount nearest to a computed number of yuan, halves away from zero.
    ///
    /// - Throws: ``AmountError/overflow`` for a value outside the range, NaN or infinity.
    public init(rounding yuan: Double) throws(AmountError) {
        let scaled = (yuan * 100).rounded(.toNearestOrAwayFromZero)
        guard let minorUnits = Int64(exactly: scaled) else { throw .overflow }
        self.init(minorUnits: minorUnits)
    }
}
