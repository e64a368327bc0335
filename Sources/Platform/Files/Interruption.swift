import Glibc
import Synchronization

/// Ends the program in good order when it is told to stop: what it started is ended, what it wrote under a temporary
/// name is removed, and the exit code is 128 and the signal's number.
///
/// What is under its own name already is whole, as after a power cut. State of the whole process, as signals are.
package enum Interruption {
    /// Signals by which a person or the system asks a program to stop.
    static let signals = [SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGTERM]

    /// What has to go with the process.
    private struct Kept {
        var children: Set<pid_t> = []
        var serving: Set<pid_t> = []
        var paths: Set<String> = []
        var isEnding = false
    }

    private static let kept = Mutex(Kept())
    /// Written to by the handler: a descriptor is all that it may touch.
    private static let alarm = Atomic<Int32>(-1)

    /// Begins to watch for signals. A signal that is ignored, as under `nohup`, stays ignored.
    package static func watch() {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return }
        alarm.store(ends[1], ordering: .sequentiallyConsistent)
        let reader = ends[0]
        var thread = pthread_t()
        let descriptor = UnsafeMutableRawPointer(bitPattern: Int(reader))
        // A thread of its own: all others may be busy, and a handler may not do what has to be done.
        guard
            pthread_create(
                &thread, nil,
                { argument in
                    Interruption.wait(on: Int32(Int(bitPattern: argument)))
                    return nil
                }, descriptor) == 0
        else { return }
        pthread_detach(thread)
        for signal in signals {
            var present = sigaction()
            sigaction(signal, nil, &present)
            if unsafeBitCast(present.__sigaction_handler.sa_handler, to: Int.self)
                == unsafeBitCast(SIG_IGN, to: Int.self)
            {
                continue
            }
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { number in
                var byte = UInt8(truncatingIfNeeded: number)
                _ = Glibc.write(Interruption.alarm.load(ordering: .relaxed), &byte, 1)
            }
            action.sa_flags = SA_RESTART
            sigaction(signal, &action, nil)
        }
    }

    /// Keeps a child and all it starts in mind while `body` waits for it.
    ///
    /// - Parameter start: starts the child, the leader of a group of its own; none is started once the program is ending.
    static func withChild<Result>(
        _ start: () -> pid_t?, _ body: (pid_t) -> Result
    ) -> Result? {
        let child = kept.withLock { kept -> pid_t? in
            guard !kept.isEnding, let child = start() else { return nil }
            kept.children.insert(child)
            return child
        }
        guard let child else { return nil }
        defer { _ = kept.withLock { $0.children.remove(child) } }
        let result = body(child)
        stayIfEnding()
        return result
    }

    /// Keeps a thread from going on once the program is ending: what it waited for was ended as well, and it would take that
    /// for a failure and end the program with another code.
    static func stayIfEnding() {
        while kept.withLock({ $0.isEnding }) { pause() }
    }

    /// Starts a process that serves this one and ends in good order when it is told to stop; none once the program is ending.
    static func beginServing(_ start: () -> pid_t?) -> pid_t? {
        kept.withLock { kept -> pid_t? in
            guard !kept.isEnding, let process = start() else { return nil }
            kept.serving.insert(process)
            return process
        }
    }

    /// Forgets a process that served and is gone.
    static func forget(serving process: pid_t) { _ = kept.withLock { $0.serving.remove(process) } }

    /// Has a file or folder removed if the program is told to stop.
    package static func keep(temporary path: String) { _ = kept.withLock { $0.paths.insert(path) } }

    /// Forgets a file or folder that is gone or has got its own name.
    package static func forget(temporary path: String) { _ = kept.withLock { $0.paths.remove(path) } }

    private static func wait(on descriptor: Int32) {
        var byte: UInt8 = 0
        while read(descriptor, &byte, 1) != 1 {}
        end(code: 128 + Int32(byte))
    }

    /// Ends the process and what it started, and removes what is half-written.
    static func end(code: Int32) -> Never {
        let left = kept.withLock { kept in
            kept.isEnding = true
            return kept
        }
        for child in left.children { kill(-child, SIGKILL) }
        for process in left.serving { kill(process, SIGTERM) }
        for path in left.paths {
            if FileEntry(at: path) == .folder { Folder.remove(path) } else { FileEntry.remove(path) }
        }
        // They have folders and children of their own to clear away.
        for process in left.serving { bury(process) }
        _exit(code)
    }

    private static func bury(_ process: pid_t) {
        for _ in 0..<200 {
            if waitpid(process, nil, WNOHANG) != 0 { return }
            usleep(10_000)
        }
        kill(process, SIGKILL)
    }
}
