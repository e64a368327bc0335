/// Reads what ``PackingEncoder`` wrote, in the same order.
struct UnpackingDecoder: Decoder {
    let source: PackedSource
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy _: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(Fields(source: source))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try Elements(source: source) }

    func singleValueContainer() -> any SingleValueDecodingContainer { Single(source: source) }

    private struct Fields<Key: CodingKey>: KeyedDecodingContainerProtocol {
        let source: PackedSource
        var codingPath: [any CodingKey] { [] }

        /// The case that comes next, for those who ask: only they have a key written.
        var allKeys: [Key] { (try? source.nextText()).flatMap(Key.init(stringValue:)).map { [$0] } ?? [] }

        func contains(_: Key) -> Bool { true }

        func decodeNil(forKey _: Key) throws -> Bool { try source.byte() == 0 }

        func decode<Value: Decodable>(_: Value.Type, forKey _: Key) throws -> Value {
            try Value(from: UnpackingDecoder(source: source))
        }

        func nestedContainer<Nested: CodingKey>(
            keyedBy _: Nested.Type, forKey _: Key
        ) throws -> KeyedDecodingContainer<Nested> {
            _ = try source.text()
            return KeyedDecodingContainer(Fields<Nested>(source: source))
        }

        func nestedUnkeyedContainer(forKey _: Key) throws -> any UnkeyedDecodingContainer {
            try Elements(source: source)
        }

        func superDecoder() -> any Decoder { UnpackingDecoder(source: source) }

        func superDecoder(forKey _: Key) -> any Decoder { UnpackingDecoder(source: source) }
    }

    private struct Elements: UnkeyedDecodingContainer {
        let source: PackedSource
        let length: Int
        private(set) var currentIndex = 0
        var codingPath: [any CodingKey] { [] }

        /// An element takes a byte at least, but for one without fields: what claims more elements than that is not
        /// believed, so that no room is made for them.
        var count: Int? { min(length, 4096) }
        var isAtEnd: Bool { currentIndex >= length }

        init(source: PackedSource) throws {
            self.source = source
            length = try source.count()
        }

        private mutating func begin() throws {
            guard !isAtEnd else { throw PackedSource.broken }
            currentIndex += 1
        }

        mutating func decodeNil() throws -> Bool {
            try begin()
            return try source.byte() == 0
        }

        mutating func decode<Value: Decodable>(_: Value.Type) throws -> Value {
            try begin()
            return try Value(from: UnpackingDecoder(source: source))
        }

        mutating func nestedContainer<Nested: CodingKey>(
            keyedBy _: Nested.Type
        ) throws -> KeyedDecodingContainer<Nested> {
            try begin()
            return KeyedDecodingContainer(Fields<Nested>(source: source))
        }

        mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
            try begin()
            return try Elements(source: source)
        }

        mutating func superDecoder() throws -> any Decoder {
            try begin()
            return UnpackingDecoder(source: source)
        }
    }

    private struct Single: SingleValueDecodingContainer {
        let source: PackedSource
        var codingPath: [any CodingKey] { [] }

        func decodeNil() -> Bool { false }
        func decode(_: Bool.Type) throws -> Bool { try source.byte() != 0 }
        func decode(_: String.Type) throws -> String { try source.text() }
        func decode(_: Double.Type) throws -> Double { Double(bitPattern: try source.number()) }
        func decode(_: Float.Type) throws -> Float { Float(bitPattern: try whole(source.number())) }
        func decode(_: Int.Type) throws -> Int { try whole(source.signed()) }
        func decode(_: Int8.Type) throws -> Int8 { try whole(source.signed()) }
        func decode(_: Int16.Type) throws -> Int16 { try whole(source.signed()) }
        func decode(_: Int32.Type) throws -> Int32 { try whole(source.signed()) }
        func decode(_: Int64.Type) throws -> Int64 { try source.signed() }
        func decode(_: UInt.Type) throws -> UInt { try whole(source.number()) }
        func decode(_: UInt8.Type) throws -> UInt8 { try source.byte() }
        func decode(_: UInt16.Type) throws -> UInt16 { try whole(source.number()) }
        func decode(_: UInt32.Type) throws -> UInt32 { try whole(source.number()) }
        func decode(_: UInt64.Type) throws -> UInt64 { try source.number() }
        func decode<Value: Decodable>(_: Value.Type) throws -> Value {
            try Value(from: UnpackingDecoder(source: source))
        }

        private func whole<Number: BinaryInteger, Result: FixedWidthInteger>(_ number: Number) throws -> Result {
            guard let result = Result(exactly: number) else { throw PackedSource.broken }
            return result
        }
    }
}
