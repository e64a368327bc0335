import Platform

/// - Throws: `invalidParameter` unless the value is finite and above zero.
func requirePositive(_ name: String, _ value: Double) throws(RegressionError) {
    guard value.isFinite, value > 0 else {
        throw .invalidParameter(name: name, value: value, expected: Bilingual("大于零的有限数", "a finite number above zero"))
    }
}

/// - Throws: `invalidParameter` unless the level is a probability strictly between 0 and 1.
func requireLevel(_ level: Double) throws(RegressionError) {
    guard level > 0, level < 1 else {
        throw .invalidParameter(
            name: "level", value: level, expected: Bilingual("0 与 1 之间的概率", "a probability between 0 and 1"))
    }
}
