/// A rectangle of a drawing.
struct Box: Hashable, Sendable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    /// The rectangle without a strip at its top and a margin at its other sides; nothing where that is all of it.
    func inside(strip: Double, margin: Double) -> Box {
        Box(
            x: x + margin, y: y + strip, width: max(0, width - 2 * margin), height: max(0, height - strip - margin))
    }
}

/// Parts a rectangle among values in their proportion, in pieces as near to squares as they come (after Bruls, Huizing and
/// van Wijk, 2000).
enum Squares {
    /// A rectangle for each value; values are positive and in descending order.
    static func boxes(of values: [Double], in box: Box) -> [Box] {
        let sum = values.reduce(0, +)
        guard sum > 0, box.width > 0, box.height > 0 else {
            return values.map { _ in Box(x: box.x, y: box.y, width: 0, height: 0) }
        }
        let scale = box.width * box.height / sum
        var rest = box
        var result: [Box] = []
        var row: [Double] = []
        for area in values.map({ $0 * scale }) {
            let side = min(rest.width, rest.height)
            if row.isEmpty || worst(row + [area], side) <= worst(row, side) {
                row.append(area)
                continue
            }
            result += lay(row, into: &rest)
            row = [area]
        }
        return result + lay(row, into: &rest)
    }

    /// How far the least square piece of a row is from a square.
    private static func worst(_ row: [Double], _ side: Double) -> Double {
        let sum = row.reduce(0, +)
        guard let largest = row.max(), let smallest = row.min(), smallest > 0, side > 0 else { return .infinity }
        return max(side * side * largest / (sum * sum), sum * sum / (side * side * smallest))
    }

    /// Lays a row along the shorter side and takes it off the rest.
    private static func lay(_ row: [Double], into rest: inout Box) -> [Box] {
        let sum = row.reduce(0, +)
        guard sum > 0 else { return [] }
        let isTall = rest.width >= rest.height
        let depth = isTall ? sum / max(rest.height, 1e-9) : sum / max(rest.width, 1e-9)
        var offset = 0.0
        let boxes = row.map { area -> Box in
            let length = area / max(depth, 1e-9)
            defer { offset += length }
            return isTall
                ? Box(x: rest.x, y: rest.y + offset, width: depth, height: length)
                : Box(x: rest.x + offset, y: rest.y, width: length, height: depth)
        }
        if isTall {
            rest.x += depth
            rest.width = max(0, rest.width - depth)
        } else {
            rest.y += depth
            rest.height = max(0, rest.height - depth)
        }
        return boxes
    }
}
