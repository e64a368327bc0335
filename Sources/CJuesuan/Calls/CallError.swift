import JuesuanHeader
import Platform

/// Why a call cannot be answered: an argument that is wrong, or data that are not what they should be.
struct CallError: ExplainedError {
    let kind: ErrorKind
    /// The argument or the series.
    let location: Bilingual?
    let problem: Bilingual
    let remedy: Bilingual

    /// Whoever calls from C reads English, as `juesuan.h` is written.
    init(_ location: String?, _ problem: String, kind: ErrorKind = .usage, remedy: String) {
        self.kind = kind
        self.location = location.map(Bilingual.init(verbatim:))
        self.problem = Bilingual(verbatim: problem)
        self.remedy = Bilingual(verbatim: remedy)
    }

    /// An argument that has to be given.
    static func missing(_ argument: String) -> CallError {
        CallError(argument, "it is NULL", remedy: "give it")
    }
}

/// Runs a call and writes down why it failed.
///
/// - Returns: the code, and what the call gave.
func answering<R>(_ place: UnsafeMutablePointer<juesuan_error>?, _ body: () throws -> R) -> (code: Int32, result: R?) {
    do {
        let result = try body()
        place?.pointee.code = 0
        place?.pointee.message.0 = 0
        return (Int32(JUESUAN_OK), result)
    } catch {
        let explained = error as? any ExplainedError
        let code = code(of: explained?.kind ?? .internalFault)
        guard let place else { return (code, nil) }
        place.pointee.code = code
        withUnsafeMutableBytes(of: &place.pointee.message) { space in
            let text = Array((explained?.description ?? "\(error)").utf8)
            var count = min(text.count, space.count - 1)
            // A character is not cut in two.
            while count < text.count, count > 0, text[count] & 0xC0 == 0x80 { count -= 1 }
            space.copyBytes(from: text[..<count])
            space[count] = 0
        }
        return (code, nil)
    }
}

private func code(of kind: ErrorKind) -> Int32 {
    switch kind {
    case .usage: Int32(JUESUAN_USAGE)
    case .internalFault: Int32(JUESUAN_INTERNAL)
    default: Int32(JUESUAN_DATA)
    }
}
