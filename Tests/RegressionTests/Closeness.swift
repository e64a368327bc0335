/// Whether two numbers agree to a relative tolerance, or absolutely near zero.
func isClose(_ a: Double, _ b: Double, _ tolerance: Double = 1e-10) -> Bool {
    a == b || abs(a - b) <= tolerance * max(abs(a), abs(b), 1e-300) || max(abs(a), abs(b)) < tolerance * 1e-3
}

/// Whether two lists agree entry by entry.
func areClose(_ a: some Collection<Double>, _ b: some Collection<Double>, _ tolerance: Double = 1e-10) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { isClose($0, $1, tolerance) }
}

/// The largest difference between two lists of the same length.
func distance(_ a: some Collection<Double>, _ b: some Collection<Double>) -> Double {
    a.count == b.count ? zip(a, b).reduce(0) { max($0, abs($1.0 - $1.1)) } : .infinity
}
