/// Values as bytes for another process of this same program: exact, small and quick to make.
///
/// Fields are told by their order and not by name, which both ends know alike since they are one program. It is nothing to
/// be stored: what is kept is JSON.
///
/// ```swift
/// let bytes = try PackedValue.bytes(of: disclosure)
/// let same = try PackedValue.value(Disclosure.self, in: bytes)
/// ```
package enum PackedValue {
    /// The bytes of a value.
    ///
    /// - Throws: what the value's own `encode(to:)` throws.
    package static func bytes(of value: some Encodable) throws -> [UInt8] {
        let bytes = PackedBytes()
        try value.encode(to: PackingEncoder(bytes: bytes))
        return bytes.content
    }

    /// The value that was packed.
    ///
    /// - Throws: `DecodingError` for bytes that are no such value, or go on behind it.
    package static func value<Value: Decodable>(_: Value.Type, in bytes: some Sequence<UInt8>) throws -> Value {
        let source = PackedSource(Array(bytes))
        let value = try Value(from: UnpackingDecoder(source: source))
        guard source.isAtEnd else { throw PackedSource.broken }
        return value
    }
}
