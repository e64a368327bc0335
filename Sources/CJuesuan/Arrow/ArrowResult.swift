import JuesuanHeader

/// Columns that are handed over to the caller by the Arrow C data interface: each owns its memory and gives it back when the
/// caller calls its release callback.
struct ArrowResult {
    /// One column.
    enum Column {
        case int32([Int32])
        case int64([Int64])
        /// NaN is null.
        case double([Double])
        case text([String])

        fileprivate var format: String {
            switch self {
            case .int32: "i"
            case .int64: "l"
            case .double: "g"
            case .text: "u"
            }
        }
    }

    private let rows: Int
    private let columns: [(name: String, column: Column)]

    init(rows: Int, _ columns: [(name: String, column: Column)]) {
        self.rows = rows
        self.columns = columns
    }

    /// Fills the caller's structs.
    func handOver(_ schema: UnsafeMutablePointer<ArrowSchema>, _ array: UnsafeMutablePointer<ArrowArray>) {
        schema.initialize(to: Self.schema("+s", name: "", children: columns.map { ($0.column.format, $0.name) }))
        array.initialize(to: Self.array(rows, nulls: 0, buffers: [nil], children: columns.map { child($0.column) }))
    }

    private func child(_ column: Column) -> ArrowArray {
        switch column {
        case .int32(let values): Self.array(rows, nulls: 0, buffers: [nil, Self.copy(values)])
        case .int64(let values): Self.array(rows, nulls: 0, buffers: [nil, Self.copy(values)])
        case .double(let values):
            Self.array(
                rows, nulls: values.count { $0.isNaN }, buffers: [Self.copy(Self.bits(values)), Self.copy(values)])
        case .text(let texts):
            Self.array(
                rows, nulls: 0,
                buffers: [
                    nil,
                    Self.copy(texts.reduce(into: [Int32(0)]) { $0.append($0[$0.count - 1] + Int32($1.utf8.count)) }),
                    Self.copy(texts.flatMap(\.utf8)),
                ])
        }
    }

    private static func bits(_ values: [Double]) -> [UInt8] {
        var bits = [UInt8](repeating: 0, count: (values.count + 7) / 8)
        for (place, value) in values.enumerated() where !value.isNaN { bits[place >> 3] |= 1 << UInt8(place & 7) }
        return bits
    }

    private static func copy<T>(_ values: [T]) -> UnsafeMutableRawPointer {
        // Arrow recommends buffers that begin at multiples of 64 bytes; an empty one still has an address.
        let space = UnsafeMutableRawPointer.allocate(
            byteCount: max(values.count * MemoryLayout<T>.stride, 64), alignment: 64)
        values.withUnsafeBytes { if let start = $0.baseAddress { space.copyMemory(from: start, byteCount: $0.count) } }
        return space
    }

    private static func array(
        _ rows: Int, nulls: Int, buffers: [UnsafeMutableRawPointer?], children: [ArrowArray] = []
    ) -> ArrowArray {
        let space = UnsafeMutablePointer<UnsafeRawPointer?>.allocate(capacity: buffers.count)
        space.initialize(from: buffers.map { UnsafeRawPointer($0) }, count: buffers.count)
        let places = pointers(children)
        return ArrowArray(
            length: Int64(rows), null_count: Int64(nulls), offset: 0, n_buffers: Int64(buffers.count),
            n_children: Int64(children.count), buffers: space, children: places, dictionary: nil,
            release: { array in
                guard let array else { return }
                for place in 0..<Int(array.pointee.n_children) {
                    guard let child = array.pointee.children[place] else { continue }
                    child.pointee.release?(child)
                    child.deallocate()
                }
                array.pointee.children?.deallocate()
                for place in 0..<Int(array.pointee.n_buffers) { array.pointee.buffers[place]?.deallocate() }
                array.pointee.buffers.deallocate()
                array.pointee.release = nil
            }, private_data: nil)
    }

    private static func schema(_ format: String, name: String, children: [(format: String, name: String)] = [])
        -> ArrowSchema
    {
        let places = pointers(children.map { schema($0.format, name: $0.name) })
        return ArrowSchema(
            format: text(format), name: text(name), metadata: nil, flags: Int64(ARROW_FLAG_NULLABLE),
            n_children: Int64(children.count), children: places, dictionary: nil,
            release: { schema in
                guard let schema else { return }
                for place in 0..<Int(schema.pointee.n_children) {
                    guard let child = schema.pointee.children[place] else { continue }
                    child.pointee.release?(child)
                    child.deallocate()
                }
                schema.pointee.children?.deallocate()
                schema.pointee.format.deallocate()
                schema.pointee.name.deallocate()
                schema.pointee.release = nil
            }, private_data: nil)
    }

    private static func pointers<T>(_ values: [T]) -> UnsafeMutablePointer<UnsafeMutablePointer<T>?>? {
        guard !values.isEmpty else { return nil }
        let places = UnsafeMutablePointer<UnsafeMutablePointer<T>?>.allocate(capacity: values.count)
        for (place, value) in values.enumerated() {
            let own = UnsafeMutablePointer<T>.allocate(capacity: 1)
            own.initialize(to: value)
            (places + place).initialize(to: own)
        }
        return places
    }

    private static func text(_ text: String) -> UnsafePointer<CChar> {
        let bytes = Array(text.utf8CString)
        let space = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
        space.initialize(from: bytes, count: bytes.count)
        return UnsafePointer(space)
    }
}
