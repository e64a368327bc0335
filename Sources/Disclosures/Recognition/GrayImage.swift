/// A page as a picture: one byte a pixel, 0 black, 255 white, row by row.
struct GrayImage: Sendable {
    private(set) var width: Int
    private(set) var height: Int
    private var pixels: [UInt8]

    /// Reads the binary form of a portable graymap (P5, one byte a pixel).
    ///
    /// - Returns: `nil` for anything else, and for one that is cut off.
    init?(graymap bytes: [UInt8]) {
        var position = 0
        func field() -> [UInt8] {
            while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
            let start = position
            while position < bytes.count, bytes[position] > 0x20 { position += 1 }
            return Array(bytes[start..<position])
        }
        guard field() == Array("P5".utf8), let width = Self.number(field()), let height = Self.number(field()),
            Self.number(field()) == 255, width > 0, height > 0, width <= 20_000, height <= 20_000,
            bytes.count >= position + 1 + width * height
        else { return nil }
        self.width = width
        self.height = height
        pixels = Array(bytes[(position + 1)..<(position + 1 + width * height)])
    }

    private static func number(_ digits: [UInt8]) -> Int? { Int(String(decoding: digits, as: UTF8.self)) }

    /// The picture as a portable graymap.
    var graymap: [UInt8] { Array("P5\n\(width) \(height)\n255\n".utf8) + pixels }

    /// Whether there is nothing to read: hardly a dark pixel.
    var isBlank: Bool { pixels.count { $0 < 128 } < 50 }

    /// Paints over straight lines: recognition takes the rules of a table for letters.
    ///
    /// - Parameter length: a dark run of at least so many pixels is a rule and no stroke of a letter.
    mutating func eraseRules(longerThan length: Int) {
        var rules: [(x: Int, y: Int, count: Int, isVertical: Bool)] = []
        pixels.withUnsafeBufferPointer { pixels in
            for y in 0..<height {
                Self.runs(pixels, from: y * width, step: 1, count: width, atLeast: length) {
                    rules.append(($0, y, $1, false))
                }
            }
            for x in 0..<width {
                Self.runs(pixels, from: x, step: width, count: height, atLeast: length) {
                    rules.append((x, $0, $1, true))
                }
            }
        }
        for rule in rules {
            // The gray edge of a rule goes with it.
            for side in -2...2 {
                for offset in 0..<rule.count {
                    let x = rule.isVertical ? rule.x + side : rule.x + offset
                    let y = rule.isVertical ? rule.y + offset : rule.y + side
                    if x >= 0, x < width, y >= 0, y < height { pixels[y * width + x] = 255 }
                }
            }
        }
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
