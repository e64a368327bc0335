import Foundation

/// How far a page was turned when it was scanned.
///
/// The right angle is the one whose rows of pixels differ most: rules and lines of text fall each into few rows.
enum PageSkew {
    /// Degrees that are tried on either side.
    private static let most = 3.0
    /// Pixels of the page that one pixel stands for while angles are tried.
    private static let grain = 4

    /// The angle in degrees by which the page leans, clockwise positive; 0 where it stands straight.
    static func angle(of image: GrayImage) -> Double {
        let points = darkPoints(image)
        guard points.count > 200 else { return 0 }
        func search(_ center: Double, _ reach: Double, _ step: Double) -> Double {
            var best = (angle: center, sharpness: -1.0)
            for index in -Int(reach / step)...Int(reach / step) {
                let angle = center + Double(index) * step
                let sharpness = sharpness(points, angle, height: image.height / grain)
                if sharpness > best.sharpness { best = (angle, sharpness) }
            }
            return best.angle
        }
        let coarse = search(0, most, 0.25)
        return search(search(coarse, 0.2, 0.05), 0.04, 0.01)
    }

    /// Places of dark pixels in the coarse picture, at most some 40,000 of them.
    private static func darkPoints(_ image: GrayImage) -> [(x: Float, y: Float)] {
        var points: [(x: Float, y: Float)] = []
        image.pixels.withUnsafeBufferPointer { pixels in
            for y in stride(from: grain / 2, to: image.height, by: 2) {
                for x in stride(from: (y / 2) % 2 * 2, to: image.width, by: grain)
                where pixels[y * image.width + x] < 128 {
                    points.append((Float(x) / Float(grain), Float(y) / Float(grain)))
                }
            }
        }
        let share = max(1, points.count / 40_000)
        return share == 1 ? points : points.enumerated().compactMap { $0.offset % share == 0 ? $0.element : nil }
    }

    /// The sum of squares of how many dark points each row of half a coarse pixel holds.
    private static func sharpness(_ points: [(x: Float, y: Float)], _ degrees: Double, height: Int) -> Double {
        let slope = Float(tan(degrees * .pi / 180))
        var rows = Array(repeating: Int32(0), count: 2 * height + 4_000)
        rows.withUnsafeMutableBufferPointer { rows in
            for point in points {
                let row = Int((point.y - point.x * slope) * 2) + 2_000
                if row >= 0, row < rows.count { rows[row] += 1 }
            }
        }
        return rows.reduce(0) { $0 + Double($1) * Double($1) }
    }
}

extension GrayImage {
    /// The picture turned back by an angle in degrees around its middle.
    func straightened(by degrees: Double) -> GrayImage {
        let (sine, cosine) = (Float(sin(degrees * .pi / 180)), Float(cos(degrees * .pi / 180)))
        var result = [UInt8](repeating: 255, count: width * height)
        let (middleX, middleY) = (Float(width) / 2, Float(height) / 2)
        pixels.withUnsafeBufferPointer { pixels in
            result.withUnsafeMutableBufferPointer { result in
                for y in 0..<height {
                    let dy = Float(y) - middleY
                    for x in 0..<width {
                        let dx = Float(x) - middleX
                        let fromX = middleX + dx * cosine - dy * sine
                        let fromY = middleY + dx * sine + dy * cosine
                        let (left, top) = (Int(fromX.rounded(.down)), Int(fromY.rounded(.down)))
                        guard left >= 0, top >= 0, left + 1 < width, top + 1 < height else { continue }
                        let (shareX, shareY) = (fromX - Float(left), fromY - Float(top))
                        let place = top * width + left
                        let upper = Float(pixels[place]) * (1 - shareX) + Float(pixels[place + 1]) * shareX
                        let lower =
                            Float(pixels[place + width]) * (1 - shareX) + Float(pixels[place + width + 1]) * shareX
                        result[y * width + x] = UInt8(upper * (1 - shareY) + lower * shareY)
                    }
                }
            }
        }
        return GrayImage(width: width, height: height, pixels: result)
    }
}
