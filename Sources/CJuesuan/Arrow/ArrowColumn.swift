import Forecasting
import JuesuanHeader

/// A column of a record batch of the caller's, read where it lies.
struct ArrowColumn {
    let name: String
    private let format: String
    private let array: UnsafePointer<ArrowArray>
    private let item: (format: String, array: UnsafePointer<ArrowArray>)?
    /// Rows of the batch that the column begins before.
    private let before: Int

    private var offset: Int { before + Int(array.pointee.offset) }

    /// - Parameter before: the batch's own offset.
    init(_ schema: UnsafePointer<ArrowSchema>, _ array: UnsafePointer<ArrowArray>, before: Int) {
        name = schema.pointee.name.map { String(cString: $0) } ?? ""
        format = String(cString: schema.pointee.format)
        self.array = array
        self.before = before
        item =
            schema.pointee.n_children == 1 && array.pointee.n_children == 1
            ? schema.pointee.children[0].flatMap { itemSchema in
                array.pointee.children[0].map {
                    (String(cString: itemSchema.pointee.format), UnsafePointer<ArrowArray>($0))
                }
            } : nil
    }

    private func buffer<T>(_ number: Int, _ type: T.Type, of array: UnsafePointer<ArrowArray>) -> UnsafePointer<T>? {
        guard number < array.pointee.n_buffers, let start = array.pointee.buffers[number] else { return nil }
        return start.assumingMemoryBound(to: T.self)
    }

    private func isThere(_ row: Int) -> Bool {
        guard let bits = buffer(0, UInt8.self, of: array) else { return true }
        return bits[(offset + row) >> 3] >> UInt8((offset + row) & 7) & 1 == 1
    }

    private func unfit(_ expected: String) -> CallError {
        CallError("batch.\(name)", "its format is '\(format)'", kind: .data, remedy: "give \(expected)")
    }

    /// Whole numbers.
    func integers() throws -> (Int) throws -> Int64 {
        let value: (Int) -> Int64
        switch format {
        case "i":
            guard let values = buffer(1, Int32.self, of: array) else { throw unfit("a column with values") }
            value = { Int64(values[offset + $0]) }
        case "l":
            guard let values = buffer(1, Int64.self, of: array) else { throw unfit("a column with values") }
            value = { values[offset + $0] }
        default: throw unfit("int32 or int64")
        }
        return { row in
            guard isThere(row) else {
                throw CallError("batch.\(name), row \(row)", "it is null", kind: .data, remedy: "give a number")
            }
            return value(row)
        }
    }

    /// Whether the column holds text.
    var isText: Bool { format == "u" || format == "U" }

    /// Texts; null is the empty one.
    func texts() throws -> (Int) throws -> String {
        guard isText else { throw unfit("utf8") }
        let bytes = buffer(2, UInt8.self, of: array)
        let range: (Int) -> Range<Int> = try offsets(long: format == "U")
        return { row in
            guard isThere(row), let bytes else { return "" }
            let text = UnsafeBufferPointer(
                rebasing: UnsafeBufferPointer(start: bytes, count: range(row).upperBound)[range(row)])
            guard let text = String(validating: text, as: UTF8.self) else {
                throw CallError("batch.\(name), row \(row)", "it is no UTF-8", kind: .data, remedy: "encode it so")
            }
            return text
        }
    }

    private func offsets(long: Bool) throws -> (Int) -> Range<Int> {
        if long {
            guard let ends = buffer(1, Int64.self, of: array) else { throw unfit("a column with offsets") }
            return { Int(ends[offset + $0])..<Int(ends[offset + $0 + 1]) }
        }
        guard let ends = buffer(1, Int32.self, of: array) else { throw unfit("a column with offsets") }
        return { Int(ends[offset + $0])..<Int(ends[offset + $0 + 1]) }
    }

    /// Lists of doubles; a null list has no figure, a null figure is not stated.
    func lists() throws -> (Int) -> SeriesFigures.Row {
        guard let item, item.format == "g" else { throw unfit("a list of double") }
        let range: (Int) -> Range<Int>
        if format.hasPrefix("+w:"), let width = Int(format.dropFirst(3)) {
            range = { ((offset + $0) * width)..<((offset + $0 + 1) * width) }
        } else if format == "+l" || format == "+L" {
            range = try offsets(long: format == "+L")
        } else {
            throw unfit("a list of double")
        }
        let first = Int(item.array.pointee.offset)
        let bits = buffer(0, UInt8.self, of: item.array)
        // A column without any figure may have no buffer; nothing of it is looked at.
        let values = buffer(1, Double.self, of: item.array) ?? Self.nothing
        return { row in
            let range = isThere(row) ? range(row) : 0..<0
            return SeriesFigures.Row(
                values + (range.isEmpty ? 0 : first + range.lowerBound), count: range.count, validity: bits,
                firstBit: first + range.lowerBound)
        }
    }

    private nonisolated(unsafe) static let nothing: UnsafePointer<Double> = {
        let space = UnsafeMutablePointer<Double>.allocate(capacity: 1)
        space.initialize(to: .nan)
        return UnsafePointer(space)
    }()
}
