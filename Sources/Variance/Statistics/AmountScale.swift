#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Amounts on a scale where equal steps are equal relative changes, except near zero, where they are equal sums.
///
/// `g(x) = asinh(x / 2c)` is `log(x/c)` for amounts far above the threshold `c` and `x/2c` far below it
/// (Burbidge, Magee and Robb 1988), so that zero, negative amounts and trifles need no special case: a subject
/// that goes from nothing to a trifle has hardly moved.
struct AmountScale: Hashable, Sendable {
    /// The amount, in yuan, around which the scale turns from sums to ratios.
    let threshold: Double

    func position(of yuan: Double) -> Double { asinh(yuan / (2 * threshold)) }

    func yuan(at position: Double) -> Double { 2 * threshold * sinh(position) }
}
