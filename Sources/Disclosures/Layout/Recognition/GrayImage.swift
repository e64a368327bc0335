/// A page as a picture: one byte a pixel, 0 black, 255 white, row by row.
struct GrayImage: Sendable {
    private(set) var width: Int
    private(set) var height: Int
    private(set) var pixels: [UInt8]

    /// A white picture.
    init(width: Int, height: Int) {
        self.width = width
        self.height = height
        pixels = Array(repeating: 255, count: width * height)
    }

    /// A picture of known pixels, row by row.
    init(width: Int, height: Int, pixels: [UInt8]) {
        self.width = width
        self.height = height
        self.pixels = pixels
    }

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

    /// A part of the picture.
    func part(_ area: PixelArea) -> GrayImage {
        let area = area.within(width: width, height: height)
        var part: [UInt8] = []
        part.reserveCapacity(area.width * area.height)
        for y in area.top..<area.bottom { part += pixels[(y * width + area.left)..<(y * width + area.right)] }
        return GrayImage(width: area.width, height: area.height, pixels: part)
    }

    /// Sets another picture into this one.
    mutating func set(_ part: GrayImage, left: Int, top: Int) {
        for y in 0..<part.height where top + y < height {
            let count = min(part.width, width - left)
            let start = (top + y) * width + left
            pixels.replaceSubrange(
                start..<(start + count), with: part.pixels[(y * part.width)..<(y * part.width + count)])
        }
    }

    /// Paints an area white.
    mutating func erase(_ area: PixelArea) {
        let area = area.within(width: width, height: height)
        for y in area.top..<area.bottom {
            for x in area.left..<area.right { pixels[y * width + x] = 255 }
        }
    }

    /// The picture with light scanned paper made white and faint ink dark.
    mutating func stretch() {
        var counts = Array(repeating: 0, count: 256)
        for pixel in pixels { counts[Int(pixel)] += 1 }
        func level(_ share: Double) -> Int {
            var sum = 0
            for (value, count) in counts.enumerated() {
                sum += count
                if Double(sum) >= share * Double(pixels.count) { return value }
            }
            return 255
        }
        // Half of a page at least is paper; ink covers a few hundredths.
        let (paper, ink) = (level(0.5), level(0.005))
        guard paper - ink > 60, paper < 250 || ink > 30 else { return }
        let table = (0...255).map { UInt8(max(0, min(255, ($0 - ink) * 255 / max(1, paper - 6 - ink)))) }
        for index in pixels.indices { pixels[index] = table[Int(pixels[index])] }
    }
}

/// A rectangle of pixels; right and bottom are outside of it.
struct PixelArea: Hashable, Sendable {
    var left: Int
    var top: Int
    var right: Int
    var bottom: Int

    var width: Int { max(0, right - left) }
    var height: Int { max(0, bottom - top) }

    /// The part of it that lies in a picture.
    func within(width: Int, height: Int) -> PixelArea {
        let (left, top) = (min(max(0, left), width), min(max(0, top), height))
        return PixelArea(
            left: left, top: top, right: min(max(left, right), width), bottom: min(max(top, bottom), height))
    }
}
