import Platform
import Synchronization

/// The streams by which pages are told that something changed: how many are open, and whether they have to end.
final class EventStreams: Sendable {
    private let state = Mutex((open: 0, isEnding: false))
    /// So many are open at once at most.
    private static let most = 500
    /// How often is looked whether anything changed, and how many looks later a sign of life is sent.
    private static let (pause, signs) = (Duration.seconds(1), 15)

    /// Ends all streams and opens none any more: the service stops.
    func end() { state.withLock { $0.isEnding = true } }

    /// What is told: a name and, for programs, what is so now.
    struct Event: Hashable, Sendable {
        let name: String
        let data: String
    }

    /// A stream of what changes from now on, as `text/event-stream` has it.
    ///
    /// - Parameter look: how things are now; told whenever it is another than before.
    /// - Throws: ``Problem`` where too many are open.
    func stream(_ look: @escaping @Sendable () throws -> Event) throws -> AsyncStream<String> {
        let first = try look()
        let isFree = state.withLock { state in
            guard state.open < Self.most, !state.isEnding else { return false }
            state.open += 1
            return true
        }
        guard isFree else {
            throw Problem(
                .unavailable, Bilingual("同时打开的页面过多", "too many pages are open at once"),
                Bilingual("请手工刷新", "load the page again by hand"), retryAfter: 60)
        }
        return AsyncStream { continuation in
            let task = Task { [self] in
                defer {
                    state.withLock { $0.open -= 1 }
                    continuation.finish()
                }
                continuation.yield("retry: 5000\n\n" + Self.text(Event(name: "now", data: first.data)))
                await follow(from: first, look, continuation)
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }

    private func follow(
        from first: Event, _ look: @Sendable () throws -> Event, _ continuation: AsyncStream<String>.Continuation
    ) async {
        var (known, looks, isBroken) = (first, 0, false)
        while !state.withLock({ $0.isEnding }) {
            // Sleeping fails when nobody listens any more.
            do { try await Task.sleep(for: Self.pause) } catch { return }
            looks += 1
            do {
                let now = try look()
                if isBroken || now != known {
                    (known, isBroken) = (now, false)
                    continuation.yield(Self.text(now))
                    continue
                }
            } catch  where !isBroken {
                // Told once: a ledger that cannot be read now is looked at again, and then the page hears how it stands.
                isBroken = true
                let problem = Problem(error, isReading: true, hiding: "")
                continuation.yield(Self.text(Event(name: "unavailable", data: problem.code.rawValue)))
                continue
            } catch {
                // It is as it was.
            }
            if looks % Self.signs == 0 { continuation.yield(": \n\n") }
        }
    }

    private static func text(_ event: Event) -> String {
        "event: \(event.name)\ndata: \(VisibleText.singleLine(event.data))\n\n"
    }
}
