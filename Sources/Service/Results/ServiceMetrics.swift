import FinalAccounts
import Glibc
import Platform
import Synchronization

/// Counts what the service does, for Prometheus (text format 0.0.4).
final class ServiceMetrics: Sendable {
    private struct Key: Hashable {
        let route: String
        let status: Int
    }

    private struct Times {
        var counts = [Int](repeating: 0, count: ServiceMetrics.bounds.count + 1)
        var seconds = 0.0
    }

    private struct State {
        var answers: [Key: Int] = [:]
        var times: [String: Times] = [:]
        var open = 0
    }

    /// Seconds up to which answers are told apart.
    private static let bounds = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
    private let state = Mutex(State())
    private let started = time(nil)

    /// Notes that a request was taken in.
    func begin() { state.withLock { $0.open += 1 } }

    /// Notes an answer.
    ///
    /// - Parameter route: the address with names for what differs, so that there are not as many as bodies.
    func end(route: String, status: Int, seconds: Double) {
        state.withLock { state in
            state.open -= 1
            state.answers[Key(route: route, status: status), default: 0] += 1
            let place = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
            state.times[route, default: Times()].counts[place] += 1
            state.times[route, default: Times()].seconds += seconds
        }
    }

    /// All of it as text.
    func text(cache: (hits: Int, misses: Int, entries: Int, bytes: Int)) -> String {
        let state = state.withLock { $0 }
        var lines: [String] = []
        func head(_ name: String, _ type: String, _ help: String) {
            lines += ["# HELP juesuan_\(name) \(help)", "# TYPE juesuan_\(name) \(type)"]
        }
        head("requests_total", "counter", "Answers by route and status.")
        for (key, count) in state.answers.sorted(by: { ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status) })
        {
            lines.append("juesuan_requests_total{route=\"\(key.route)\",status=\"\(key.status)\"} \(count)")
        }
        head("request_seconds", "histogram", "Time from a request to its answer.")
        for (route, times) in state.times.sorted(by: { $0.key < $1.key }) {
            var sum = 0
            for (bound, count) in zip(Self.bounds.map { "\($0)" } + ["+Inf"], times.counts) {
                sum += count
                lines.append("juesuan_request_seconds_bucket{route=\"\(route)\",le=\"\(bound)\"} \(sum)")
            }
            lines.append("juesuan_request_seconds_sum{route=\"\(route)\"} \(times.seconds)")
            lines.append("juesuan_request_seconds_count{route=\"\(route)\"} \(sum)")
        }
        for (name, type, help, value) in [
            ("requests_open", "gauge", "Requests being answered.", state.open),
            ("cache_hits_total", "counter", "Answers that were kept.", cache.hits),
            ("cache_misses_total", "counter", "Answers that were worked out.", cache.misses),
            ("cache_entries", "gauge", "Answers that are kept.", cache.entries),
            ("cache_bytes", "gauge", "Bytes of answers that are kept.", cache.bytes),
            ("resident_bytes", "gauge", "Memory of the process.", Self.residentBytes),
            ("start_time_seconds", "gauge", "When the process began.", started),
        ] {
            head(name, type, help)
            lines.append("juesuan_\(name) \(value)")
        }
        head("info", "gauge", "The program.")
        lines.append("juesuan_info{version=\"\(Version.current)\"} 1")
        return lines.joined(separator: "\n") + "\n"
    }

    private static var residentBytes: Int {
        let bytes: [UInt8]
        do throws(ReadError) { bytes = try OpenedFile("/proc/self/statm").read(upTo: 200) } catch { return 0 }
        let pages = String(decoding: bytes, as: UTF8.self).split(separator: " ").compactMap { Int($0) }
        return pages.count > 1 ? pages[1] * sysconf(Int32(_SC_PAGESIZE)) : 0
    }
}
