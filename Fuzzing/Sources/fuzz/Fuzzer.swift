/// What libFuzzer calls: a C function, which can hold nothing, so the target is set before it starts.
enum Fuzzer {
    nonisolated(unsafe) static var target: FuzzTarget = .text

    /// Parses one input.
    static func take(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
        target.run(Array(UnsafeBufferPointer(start: data, count: size)))
        return 0
    }
}

/// The main that comes with libFuzzer asks for this name, though ours runs in its place.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
    Fuzzer.take(data, size)
}
