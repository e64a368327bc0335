extension GrayImage {
    /// Paints over straight lines: recognition takes the rules of a table for letters.
    ///
    /// - Parameter length: a dark run of at least so many pixels is a rule and no stroke of a letter.
    mutating func eraseRules(longerThan length: Int) {
        var rules: [PixelArea] = []
        pixels.withUnsafeBufferPointer { pixels in
            for y in 0..<height {
                Self.runs(pixels, from: y * width, step: 1, count: width, atLeast: length) {
                    // The gray edge of a rule goes with it.
                    rules.append(PixelArea(left: $0, top: y - 2, right: $0 + $1, bottom: y + 3))
                }
            }
            for x in 0..<width {
                Self.runs(pixels, from: x, step: width, count: height, atLeast: length) {
                    rules.append(PixelArea(left: x - 2, top: $0, right: x + 3, bottom: $0 + $1))
                }
            }
        }
        for rule in rules { erase(rule) }
    }

    private static func runs(
        _ pixels: UnsafeBufferPointer<UInt8>, from start: Int, step: Int, count: Int, atLeast length: Int,
        found: (_ start: Int, _ count: Int) -> Void
    ) {
        var begun = -1
        for offset in 0...count {
            let isDark = offset < count && pixels[start + offset * step] < 160
            if isDark {
                if begun < 0 { begun = offset }
            } else if begun >= 0 {
                if offset - begun >= length { found(begun, offset - begun) }
                begun = -1
            }
        }
    }
}
