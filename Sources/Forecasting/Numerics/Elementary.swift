#if canImport(Glibc)
    import Glibc
#else
    import Foundation
#endif

/// The natural logarithm, without the cost of loading Foundation.
@inline(__always)
func naturalLog(_ value: Double) -> Double { log(value) }

/// e to a power.
@inline(__always)
func exponential(_ value: Double) -> Double { exp(value) }

/// `base` to a power.
@inline(__always)
func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

/// The value held within ±bound; zero for NaN.
@inline(__always)
func clipped(_ value: Double, _ bound: Double = 3) -> Double {
    // Comparisons with NaN are false, so a missing feature becomes zero here.
    if value > bound { return bound }
    if value < -bound { return -bound }
    return value == value ? value : 0
}

/// The cosine of an angle in radians.
@inline(__always)
func cosine(_ value: Double) -> Double { cos(value) }

/// The cube root, with the sign of the value.
@inline(__always)
func cubeRoot(_ value: Double) -> Double { cbrt(value) }
