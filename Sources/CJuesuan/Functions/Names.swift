import FinalAccounts
import Forecasting
import JuesuanHeader
import Variance

/// Texts that are handed to callers and stay where they are.
private struct Texts: @unchecked Sendable {
    private let pointers: [UnsafePointer<CChar>]

    init(_ texts: [String]) {
        pointers = texts.map { text in
            let bytes = Array(text.utf8CString)
            let space = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
            space.initialize(from: bytes, count: bytes.count)
            return UnsafePointer(space)
        }
    }

    subscript(number: Int32) -> UnsafePointer<CChar>? {
        pointers.indices.contains(Int(number)) ? pointers[Int(number)] : nil
    }
}

private let rules = Texts(ModelName.allCases.map(\.rawValue))
private let parts = Texts(ForecastPart.Kind.allCases.map(\.rawValue))
private let flags = Texts(FlagKind.allCases.map(\.rawValue))
private let versions = Texts([Version.current])

/// The version of the library. See juesuan.h.
@_cdecl("juesuan_version")
public func version() -> UnsafePointer<CChar>? { versions[0] }

/// The version of the interface. See juesuan.h.
@_cdecl("juesuan_abi")
public func abi() -> Int32 { JUESUAN_ABI }

/// What a rule is called. See juesuan.h.
@_cdecl("juesuan_rule_name")
public func ruleName(_ rule: Int32) -> UnsafePointer<CChar>? { rules[rule] }

/// What a part of a forecast is called. See juesuan.h.
@_cdecl("juesuan_part_name")
public func partName(_ part: Int32) -> UnsafePointer<CChar>? { parts[part] }

/// What a flag is called. See juesuan.h.
@_cdecl("juesuan_flag_name")
public func flagName(_ flag: Int32) -> UnsafePointer<CChar>? { flags[flag] }

/// Sets the defaults. See juesuan.h.
@_cdecl("juesuan_options_init")
public func initializeOptions(_ options: UnsafeMutablePointer<juesuan_options>?) {
    options?.initialize(to: CallOptions.standard)
}
