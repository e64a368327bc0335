import Glibc

/// The process's two output streams: results on stdout; progress, warnings and errors on stderr.
package enum StandardStream: Sendable {
    case output
    case error

    /// Writes a text as it is.
    ///
    /// A reader that has gone away (a closed pipe) ends the process quietly, as it does for other tools.
    ///
    /// - Throws: ``OutputError``.
    package func write(_ text: String) throws(OutputError) {
        var text = text
        let code = text.withUTF8 { Descriptor.write(UnsafeRawBufferPointer($0), to: descriptor) }
        if code != 0 { throw OutputError(.inputOutput, name, code: code) }
    }

    /// The file descriptor.
    package var descriptor: Int32 { self == .output ? STDOUT_FILENO : STDERR_FILENO }

    /// Whether a person looks at it.
    package var isTerminal: Bool { isatty(descriptor) == 1 }

    private var name: Bilingual {
        self == .output ? Bilingual("标准输出", "standard output") : Bilingual("标准错误", "standard error")
    }
}
