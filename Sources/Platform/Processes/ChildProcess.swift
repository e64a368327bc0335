import Glibc

/// Runs a program on a file it may choke on: bounded in time, memory and output, and killed with all its
/// children when it goes beyond.
package struct ChildProcess {
    /// How a run ended.
    package enum Ending: Hashable {
        case exited(Int32)
        case killed(signal: Int32)
        /// It took longer than it may.
        case timedOut
        /// It printed more than it may.
        case printedTooMuch
        /// The caller had seen enough.
        case stopped
        /// There is no such program.
        case notFound
        /// The program was to run without a network, and the system does not let it be cut off.
        case notCutOff
    }

    /// What a run left behind.
    package struct Outcome {
        package var ending: Ending
        package var output: [UInt8]
        /// The first few kilobytes of standard error.
        package var errors: String
    }

    /// The program, looked up in `PATH`.
    package var program: String
    package var arguments: [String]
    /// Wall-clock seconds; processor time is bounded by the same.
    package var seconds: Double
    /// Address space in bytes; 0 for no bound.
    package var memory: Int
    /// Memory it may write to in bytes; `nil` for no bound of its own.
    package var writableMemory: Int?
    /// Bytes of standard output and errors; `nil` where neither is wanted and the program's own end is waited for,
    /// whatever it leaves running.
    package var outputLimit: Int?
    /// Settings beside those that are handed through.
    package var environment: [String: String]
    /// Whether all settings of this process are handed through and not only the few that programs need.
    package var inheritsEnvironment: Bool
    /// The file the program finds on its standard input.
    package var input: String
    /// Whether the program runs in a network of its own with nobody in it: a document must not have it fetch addresses.
    package var isCutOff = false

    /// Prepares a run.
    package init(
        program: String, arguments: [String], seconds: Double, memory: Int, outputLimit: Int?,
        environment: [String: String] = [:], inheritsEnvironment: Bool = false, input: String = "/dev/null"
    ) {
        self.program = program
        self.arguments = arguments
        self.seconds = seconds
        self.memory = memory
        self.outputLimit = outputLimit
        self.environment = environment
        self.inheritsEnvironment = inheritsEnvironment
        self.input = input
    }

    /// Runs the program to its end.
    ///
    /// - Parameter seen: called with the output so far after every piece; true ends the run.
    /// - Returns: `nil` when the system could not start anything.
    package func run(until seen: (_ output: [UInt8], _ new: Range<Int>) -> Bool = { _, _ in false }) -> Outcome? {
        guard let outputLimit else {
            return Interruption.withChild({ spawn(nil) }) { Outcome(ending: end(of: $0), output: [], errors: "") }
        }
        var ends = ChildStreams()
        guard ends.open() else { return nil }
        defer { ends.closeAll() }
        return Interruption.withChild({ spawn(ends) }) { child in
            ends.closeWriters()
            var outcome = collect(ends, limit: outputLimit, until: seen)
            ends.closeAll()
            if outcome.ending != .exited(0) { kill(-child, SIGKILL) }
            let status = wait(for: child)
            if outcome.ending == .exited(0) { outcome.ending = Self.ending(of: status) }
            return outcome
        }
    }

    // MARK: Starting

    private func spawn(_ streams: ChildStreams?) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        if let streams {
            posix_spawn_file_actions_adddup2(&actions, streams.output[1], 1)
            posix_spawn_file_actions_adddup2(&actions, streams.errors[1], 2)
        } else {
            posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
            posix_spawn_file_actions_adddup2(&actions, 1, 2)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A group of its own, so that whatever the program starts can be ended with it.
        Self.set(Int16(POSIX_SPAWN_SETPGROUP), in: &attributes)
        posix_spawnattr_setpgroup(&attributes, 0)
        var child: pid_t = 0
        let failed = Self.withStrings(commandLine) { arguments in
            Self.withStrings(settings) { environment in
                posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments, environment)
            }
        }
        return failed == 0 ? child : nil
    }

    /// The shell sets the limits before it becomes the program, so there is no moment without them.
    private var commandLine: [String] {
        let script = """
            [ "$1" = 0 ] || ulimit -v "$1"; ulimit -t "$2"; [ "$3" = 0 ] || ulimit -d "$3"; ulimit -c 0; shift 3
            command -v "$1" >/dev/null 2>&1 || exit 127
            \(isCutOff ? Self.cuttingOff : "")
            exec "$@"
            """
        let bounds = [
            Self.kilobytes(memory), Int(seconds.rounded(.up)) + 1, Self.kilobytes(writableMemory ?? 0),
        ]
        return ["sh", "-c", script, "sh"] + bounds.map(String.init) + [program] + arguments
    }

    private static func kilobytes(_ bytes: Int) -> Int { bytes == 0 ? 0 : max(1, bytes / 1024) }

    /// Root may part a process from the network as it is, others with a name space of users.
    private static let cuttingOff = """
        for way in -n -rn; do
            unshare $way true >/dev/null 2>&1 && exec unshare $way "$@"
        done
        exit \(notCutOff)
        """
    /// Above the exit codes of programs and below those of the shell.
    private static let notCutOff: Int32 = 121

    private var settings: [String] {
        let own = environment.sorted { $0.key < $1.key }.map { $0 + "=" + $1 }
        guard !inheritsEnvironment else { return Self.inherited.filter { !isReplaced($0) } + own }
        let few = ["PATH", "HOME", "TMPDIR", "TESSDATA_PREFIX"].compactMap { name in
            getenv(name).map { name + "=" + String(cString: $0) }
        }
        return ["LC_ALL=C.UTF-8", "OMP_THREAD_LIMIT=1"] + few + own
    }

    static var inherited: [String] {
        var settings: [String] = []
        var next = environ
        while let setting = next.pointee {
            settings.append(String(cString: setting))
            next += 1
        }
        return settings
    }

    private func isReplaced(_ setting: String) -> Bool {
        environment.keys.contains { setting.utf8.starts(with: "\($0)=".utf8) }
    }

    /// Sets flags, and that no signal is blocked: the threads that work for others block most of them, the one for too much
    /// processor time among them.
    static func set(_ flags: Int16, in attributes: inout posix_spawnattr_t) {
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, flags | Int16(POSIX_SPAWN_SETSIGMASK))
    }

    static func withStrings<Result>(
        _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
        pointers.append(nil)
        defer { for pointer in pointers { free(pointer) } }
        return pointers.withUnsafeMutableBufferPointer { buffer in
            // The array is never empty: it ends with a null pointer.
            withExtendedLifetime(buffer) { body(buffer.baseAddress ?? UnsafeMutablePointer.allocate(capacity: 1)) }
        }
    }

    // MARK: Collecting

    private func collect(
        _ streams: ChildStreams, limit: Int, until seen: ([UInt8], Range<Int>) -> Bool
    ) -> Outcome {
        var outcome = Outcome(ending: .exited(0), output: [], errors: "")
        var errors: [UInt8] = []
        let deadline = ContinuousClock.now + .seconds(seconds)
        var watched = [
            pollfd(fd: streams.output[0], events: Int16(POLLIN), revents: 0),
            pollfd(fd: streams.errors[0], events: Int16(POLLIN), revents: 0),
        ]
        while watched.contains(where: { $0.fd >= 0 }) {
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero else {
                outcome.ending = .timedOut
                break
            }
            let milliseconds = Int32(
                clamping: left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000)
            _ = poll(&watched, nfds_t(watched.count), max(1, milliseconds))
            if watched[0].revents != 0 {
                let before = outcome.output.count
                if !Self.drain(watched[0].fd, into: &outcome.output) { watched[0].fd = -1 }
                if outcome.output.count > limit {
                    outcome.ending = .printedTooMuch
                    break
                }
                if outcome.output.count > before, seen(outcome.output, before..<outcome.output.count) {
                    outcome.ending = .stopped
                    break
                }
            }
            if watched[1].revents != 0, !Self.drain(watched[1].fd, into: &errors) { watched[1].fd = -1 }
            if errors.count > 16384 { errors.removeSubrange(4096...) }
        }
        outcome.errors = String(decoding: errors.prefix(4096), as: UTF8.self)
        return outcome
    }

    /// Reads what is there; false at the end.
    private static func drain(_ descriptor: Int32, into bytes: inout [UInt8]) -> Bool {
        let size = 1 << 16
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: size))
        let got = bytes.withUnsafeMutableBytes { buffer in
            buffer.baseAddress.map { read(descriptor, $0 + start, size) } ?? 0
        }
        bytes.removeSubrange((start + max(0, got))...)
        return got > 0 || (got < 0 && errno == EINTR)
    }

    /// Waits for a program nothing is heard of; one that takes too long is ended with all its children.
    private func end(of child: pid_t) -> Ending {
        let deadline = ContinuousClock.now + .seconds(seconds)
        var status: Int32 = 0
        while waitpid(child, &status, WNOHANG) == 0 {
            guard ContinuousClock.now < deadline else {
                kill(-child, SIGKILL)
                _ = wait(for: child)
                return .timedOut
            }
            usleep(20_000)
        }
        return Self.ending(of: status)
    }

    private func wait(for child: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return status
    }

    private static func ending(of status: Int32) -> Ending {
        let signal = status & 0x7F
        if signal != 0 { return signal == SIGXCPU ? .timedOut : .killed(signal: signal) }
        let code = (status >> 8) & 0xFF
        return code == 127 ? .notFound : code == notCutOff ? .notCutOff : .exited(code)
    }
}
