import CLibFuzzer

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

// The target stands in FUZZ_TARGET, because libFuzzer takes all arguments for itself.
let named = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
guard let chosen = FuzzTarget(rawValue: named) else {
    var message =
        "fuzz: FUZZ_TARGET is '\(named)'; one of \(FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))\n"
    message.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
    exit(64)
}
Fuzzer.target = chosen
var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(LLVMFuzzerRunDriver(&count, &arguments) { data, size in Fuzzer.take(data, size) })
