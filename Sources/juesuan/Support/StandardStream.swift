import Glibc
import Reporting

/// The process's two output streams: results on stdout; progress, warnings and errors on stderr.
enum StandardStream {
    case output
    case error

    /// Writes a text as it is.
    ///
    /// A reader that has gone away (a closed pipe) ends the process quietly, as it does for other tools.
    func write(_ text: String) throws {
        var text = text
        try text.withUTF8 { bytes in
            var offset = 0
            while offset < bytes.count {
                let written = Glibc.write(descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
                if written < 0 {
                    if errno == EINTR { continue }
                    throw CommandFailure(.inputOutput, "cannot write to \(name): \(String(cString: strerror(errno)))")
                }
                offset += written
            }
        }
    }

    /// The file descriptor.
    var descriptor: Int32 {
        self == .output ? STDOUT_FILENO : STDERR_FILENO
    }

    private var name: String {
        self == .output ? "standard output" : "standard error"
    }

    /// Writes a message line to stderr; a message that cannot be written has nowhere else to go.
    static func report(_ message: String) {
        try? StandardStream.error.write("juesuan: \(message)\n")
    }
}
