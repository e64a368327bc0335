/// The sums of a straight line through successive values, kept about the mean so that large levels lose no digits.
struct LineThroughHistory {
    /// Change per year; zero for fewer than two values.
    let slope: Double
    /// The value of the line at the last year.
    let end: Double
    /// The mean of the values.
    let mean: Double

    /// The ordinary least-squares line (normal equations in closed form: the regressor is 0, 1, …, n - 1).
    init(_ history: UnsafeBufferPointer<Double>) {
        let n = history.count
        let size = Double(n)
        var sum = 0.0
        for value in history { sum += value }
        mean = sum / size
        guard n >= 2 else {
            (slope, end) = (0, mean)
            return
        }
        let middle = (size - 1) / 2
        var cross = 0.0
        for (i, value) in history.enumerated() { cross += (Double(i) - middle) * (value - mean) }
        slope = cross * 12 / (size * (size * size - 1))
        end = mean + slope * middle
    }
}
