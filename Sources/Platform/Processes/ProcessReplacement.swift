import Glibc

/// Has another program take this one's place: it keeps the number, the terminal and whoever waits for it.
package enum ProcessReplacement {
    /// Becomes a program.
    ///
    /// - Parameters:
    ///   - path: the program's file.
    ///   - arguments: what it is told, its own name left out.
    /// - Returns: the system's number of why not; only then does it return.
    package static func become(_ path: String, arguments: [String]) -> Int32 {
        ChildProcess.withStrings([path] + arguments) { arguments in
            execv(path, arguments)
            return errno
        }
    }
}
