import Glibc

/// A process of this same program that answers one request after the other: what a request does to it harms no other.
///
/// It is the leader of a session, by which all that it starts can be ended with it. It ends when this process is gone, however
/// that went: its socket tells it.
package struct ServingProcess: Sendable {
    /// Why there is no answer; the process is gone then.
    package enum Failure: Error, Hashable, Sendable {
        /// It used the processor longer than it may.
        case tookTooLong
        /// Nothing was heard of it for longer than it may take.
        case timedOut
        /// Its answer is longer than it may be.
        case answeredTooMuch
        /// It ended by itself, as one does that gets no more memory or meets a fault.
        ///
        /// - Parameter peak: the memory that it had at most, in bytes.
        case ended(signal: Int32, peak: Int)
    }

    private let process: pid_t
    private let stream: MessageStream

    /// Starts a process.
    ///
    /// - Parameter arguments: the arguments of this program by which it serves.
    /// - Returns: `nil` where the system cannot start any.
    package init?(arguments: [String]) {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
        let theirs = ends[1]
        let started = Interruption.beginServing { Self.spawn(arguments, socket: theirs) }
        close(theirs)
        guard let started else {
            close(ends[0])
            return nil
        }
        process = started
        stream = MessageStream(descriptor: ends[0])
    }

    private static func spawn(_ arguments: [String], socket: Int32) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, socket, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        ChildProcess.set(setsid, in: &attributes)
        var child: pid_t = 0
        // A crash is told by its signal; looking for where it was takes seconds.
        let environment =
            ChildProcess.inherited.filter { !$0.hasPrefix("SWIFT_BACKTRACE=") } + ["SWIFT_BACKTRACE=enable=no"]
        let failed = ChildProcess.withStrings([CommandLine.arguments[0]] + arguments) { arguments in
            ChildProcess.withStrings(environment) { environment in
                posix_spawn(&child, "/proc/self/exe", &actions, &attributes, arguments, environment)
            }
        }
        return failed == 0 ? child : nil
    }

    /// `POSIX_SPAWN_SETSID`, which is not declared without GNU extensions.
    private static let setsid: Int16 = 0x80

    /// Sends a request of several messages and waits for the answer.
    ///
    /// - Parameters:
    ///   - seconds: how long nothing may be heard.
    ///   - limit: the bytes that the answer may have.
    /// - Throws: ``Failure``; the process is then gone.
    package func answer(
        to request: [[UInt8]], within seconds: Double, limit: Int
    ) throws(Failure) -> [UInt8] {
        stream.wait(atMost: seconds)
        let isSent = request.allSatisfy(stream.send)
        switch isSent ? stream.receive(limit: limit) : .ended {
        case .message(let answer): return answer
        case .tooLong:
            _ = finish()
            throw .answeredTooMuch
        case .timedOut:
            _ = finish()
            throw .timedOut
        case .ended:
            let (status, peak) = finish()
            let signal = status & 0x7F
            throw signal == SIGXCPU ? .tookTooLong : .ended(signal: signal, peak: peak)
        }
    }

    /// Ends the process and everything it started.
    package func end() { _ = finish() }

    private func finish() -> (status: Int32, peak: Int) {
        Interruption.stayIfEnding()
        // One that ended by itself keeps its own status: it is not reaped yet.
        kill(process, SIGKILL)
        close(stream.descriptor)
        ProcessSession.end(process)
        var status: Int32 = 0
        var usage = rusage()
        while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
        Interruption.forget(serving: process)
        return (status, usage.ru_maxrss * 1024)
    }
}
