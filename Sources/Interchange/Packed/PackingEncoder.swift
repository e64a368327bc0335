/// Writes what a value says of itself behind what was written before.
struct PackingEncoder: Encoder {
    let bytes: PackedBytes
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy _: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(Fields(bytes: bytes))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer { Elements(bytes: bytes) }

    func singleValueContainer() -> any SingleValueEncodingContainer { Single(bytes: bytes) }

    /// Fields one behind the other; one that may be absent has a byte before it that says whether it is.
    private struct Fields<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let bytes: PackedBytes
        var codingPath: [any CodingKey] { [] }

        func encodeNil(forKey _: Key) { bytes.add(byte: 0) }

        func encode<Value: Encodable>(_ value: Value, forKey _: Key) throws {
            try value.encode(to: PackingEncoder(bytes: bytes))
        }

        private func optional(_ value: (some Encodable)?) throws {
            bytes.add(byte: value == nil ? 0 : 1)
            try value?.encode(to: PackingEncoder(bytes: bytes))
        }

        func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey _: Key) throws { try optional(value) }
        // What the protocol does by itself for these leaves out the absent.
        func encodeIfPresent(_ value: Bool?, forKey _: Key) throws { try optional(value) }
        func encodeIfPresent(_ value: String?, forKey _: Key) throws { try optional(value) }
        func encodeIfPresent(_ value: Double?, forKey _: Key) throws { try optional(value) }
        func encodeIfPresent(_ value: Float?, forKey _: Key) throws { try optional(value) }
        func encodeIfPresent(_ value: Int?, forKey _: Key) throws { try optional(value) }
        func encodeIfPresent(_ value: Int8?, forKey _: Key) throws { try optional(value) }
        func encodeIfPresent(_ value: Int16?, forKey _: Key) throws { try optional(value) }
        func encodeIfPresent(_ value: Int32?, forKey _: Key) throws { try optional(value) }
        func encodeIfPresent(_ value: Int64?, forKey _: Key) throws { try optional(value) }
        func encodeIfPresent(_ value: UInt?, forKey _: Key) throws { try optional(value) }
        func encodeIfPresent(_ value: UInt8?, forKey _: Key) throws { try optional(value) }
        func encodeIfPresent(_ value: UInt16?, forKey _: Key) throws { try optional(value) }
        func encodeIfPresent(_ value: UInt32?, forKey _: Key) throws { try optional(value) }
        func encodeIfPresent(_ value: UInt64?, forKey _: Key) throws { try optional(value) }

        /// The only key that has to be known is that of a case with its values.
        func nestedContainer<Nested: CodingKey>(
            keyedBy _: Nested.Type, forKey key: Key
        ) -> KeyedEncodingContainer<Nested> {
            bytes.add(text: key.stringValue)
            return KeyedEncodingContainer(Fields<Nested>(bytes: bytes))
        }

        func nestedUnkeyedContainer(forKey _: Key) -> any UnkeyedEncodingContainer { Elements(bytes: bytes) }

        func superEncoder() -> any Encoder { PackingEncoder(bytes: bytes) }

        func superEncoder(forKey _: Key) -> any Encoder { PackingEncoder(bytes: bytes) }
    }

    /// Elements behind their number.
    private struct Elements: UnkeyedEncodingContainer {
        let bytes: PackedBytes
        private let place: Int
        private(set) var count = 0
        var codingPath: [any CodingKey] { [] }

        init(bytes: PackedBytes) {
            self.bytes = bytes
            place = bytes.addRoom()
        }

        private mutating func begin() {
            count += 1
            bytes.setCount(count, at: place)
        }

        mutating func encodeNil() {
            begin()
            bytes.add(byte: 0)
        }

        mutating func encode<Value: Encodable>(_ value: Value) throws {
            begin()
            try value.encode(to: PackingEncoder(bytes: bytes))
        }

        mutating func nestedContainer<Nested: CodingKey>(
            keyedBy _: Nested.Type
        ) -> KeyedEncodingContainer<Nested> {
            begin()
            return KeyedEncodingContainer(Fields<Nested>(bytes: bytes))
        }

        mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
            begin()
            return Elements(bytes: bytes)
        }

        mutating func superEncoder() -> any Encoder {
            begin()
            return PackingEncoder(bytes: bytes)
        }
    }

    private struct Single: SingleValueEncodingContainer {
        let bytes: PackedBytes
        var codingPath: [any CodingKey] { [] }

        func encodeNil() { bytes.add(byte: 0) }
        func encode(_ value: Bool) { bytes.add(byte: value ? 1 : 0) }
        func encode(_ value: String) { bytes.add(text: value) }
        func encode(_ value: Double) { bytes.add(number: value.bitPattern) }
        func encode(_ value: Float) { bytes.add(number: UInt64(value.bitPattern)) }
        func encode(_ value: Int) { bytes.add(signed: Int64(value)) }
        func encode(_ value: Int8) { bytes.add(signed: Int64(value)) }
        func encode(_ value: Int16) { bytes.add(signed: Int64(value)) }
        func encode(_ value: Int32) { bytes.add(signed: Int64(value)) }
        func encode(_ value: Int64) { bytes.add(signed: value) }
        func encode(_ value: UInt) { bytes.add(number: UInt64(value)) }
        func encode(_ value: UInt8) { bytes.add(byte: value) }
        func encode(_ value: UInt16) { bytes.add(number: UInt64(value)) }
        func encode(_ value: UInt32) { bytes.add(number: UInt64(value)) }
        func encode(_ value: UInt64) { bytes.add(number: value) }
        func encode<Value: Encodable>(_ value: Value) throws { try value.encode(to: PackingEncoder(bytes: bytes)) }
    }
}
