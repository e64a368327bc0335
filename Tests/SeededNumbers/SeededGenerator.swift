#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A stream of pseudo-random numbers that is the same for the same seed, everywhere and always (SplitMix64,
/// Steele, Lea and Flood 2014).
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Creates the stream of a seed.
    package init(seed: UInt64) {
        state = seed
    }

    /// The next 64 bits.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to 1, without 1.
    package mutating func uniform() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// A number between two bounds.
    package mutating func uniform(_ low: Double, _ high: Double) -> Double {
        low + (high - low) * uniform()
    }

    /// Whether something of this probability happens.
    package mutating func happens(_ probability: Double) -> Bool {
        uniform() < probability
    }

    /// A whole number from `low` to `high`, both included.
    package mutating func integer(_ low: Int, _ high: Int) -> Int {
        low + Int(uniform() * Double(high - low + 1))
    }

    /// True in one of `times` draws.
    package mutating func oneIn(_ times: Int) -> Bool { Int.random(in: 0..<times, using: &self) == 0 }

    /// One of some values.
    package mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &self)]
    }

    /// A standard normal number (Box and Muller 1958).
    package mutating func normal() -> Double {
        let radius = (-2 * log(1 - uniform())).squareRoot()
        return radius * cos(2 * Double.pi * uniform())
    }

    /// A number from Student's t with 4 degrees of freedom, scaled to unit variance: heavy tails.
    package mutating func heavyTailed() -> Double {
        let squares = (0..<4).reduce(0.0) { sum, _ in
            let one = normal()
            return sum + one * one
        }
        return normal() / (squares / 4).squareRoot() / 2.0.squareRoot()
    }
}
