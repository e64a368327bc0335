import Glibc

/// The other end of a ``ServingProcess``: takes requests from standard input, which is its socket, and answers there.
package struct ServedRequests: Sendable {
    private let stream = MessageStream(descriptor: 0)

    /// Begins to serve: bounds the memory of this process and those it starts, and ends it with all of those as soon as whom
    /// it serves is gone.
    ///
    /// - Parameter memory: bytes that it may have beside what it has at its start, which is mostly room nothing stands in.
    package init(memory: Int) {
        Self.bound(RLIMIT_CORE, to: 0)
        Self.bound(RLIMIT_DATA, to: UInt(Self.dataAtStart + memory))
        var thread = pthread_t()
        let watch: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { _ in
            var watched = pollfd(fd: 0, events: 0, revents: 0)
            while poll(&watched, 1, -1) <= 0 {}
            Interruption.end(code: 0)
        }
        if pthread_create(&thread, nil, watch, nil) == 0 { pthread_detach(thread) }
    }

    /// The next message of a request; `nil` when there are no more.
    package func next() -> [UInt8]? {
        guard case .message(let bytes) = stream.receive(limit: .max) else { return nil }
        return bytes
    }

    /// Sends the answer.
    package func answer(_ bytes: [UInt8]) { _ = stream.send(bytes) }

    /// Bounds the processor time from now on; going beyond ends the process.
    package func allow(processorSeconds: Int) {
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        let used = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + 1
        Self.bound(RLIMIT_CPU, to: UInt(used + processorSeconds))
    }

    /// The bytes of data that this process has mapped, by what the system says of it in pages.
    private static var dataAtStart: Int {
        let bytes: [UInt8]
        do throws(ReadError) { bytes = try OpenedFile("/proc/self/statm").read(upTo: 200) } catch { return 0 }
        let pages = String(decoding: bytes, as: UTF8.self).split(separator: " ").compactMap { Int($0) }
        return pages.count > 5 ? pages[5] * sysconf(Int32(_SC_PAGESIZE)) : 0
    }

    private static func bound(_ resource: __rlimit_resource, to value: UInt) {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(resource.rawValue), &limit)
        limit.rlim_cur = min(value, limit.rlim_max)
        setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
    }
}
