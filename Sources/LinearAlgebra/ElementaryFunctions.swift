#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The natural logarithm, from the C library.
package func naturalLogarithm(_ x: Double) -> Double { log(x) }
/// e to the power x, from the C library.
package func exponential(_ x: Double) -> Double { exp(x) }
