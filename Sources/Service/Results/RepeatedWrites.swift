import Access
import Platform
import Synchronization

/// Sees that a write that is sent again under the same `Idempotency-Key` is done once: who repeats it gets the first answer.
///
/// Answers outlive the process. What failed is kept under no key, and is tried again.
final class RepeatedWrites: Sendable {
    private let underWay = Mutex<Set<String>>([])
    private static let mostLetters = 255

    /// The answer to a request: the one that is kept, else what the work gives.
    ///
    /// - Parameter member: the number of who sends it; `nil` where no answer is kept.
    /// - Throws: ``Problem`` for a key that another request had, or whose request is under way; what the work throws.
    func answer(
        _ request: ServiceRequest, of member: Int64?, in store: AccessStore,
        _ work: () async throws -> ServiceResponse
    ) async throws -> ServiceResponse {
        guard let member, let key = request.headers["idempotency-key"] else { return try await work() }
        guard (1...Self.mostLetters).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else {
            throw Problem(
                .badRequest, Bilingual("Idempotency-Key 有误", "the Idempotency-Key is none"),
                Bilingual("应为 1 至 255 个可见的英文字符", "it takes 1 to 255 visible ASCII characters"))
        }
        let place = "\(member) \(key)"
        guard underWay.withLock({ $0.insert(place).inserted }) else {
            throw Problem(
                .conflict, Bilingual("同一请求正在处理", "the same request is being answered"),
                Bilingual("请稍后重试", "try again later"), retryAfter: 1)
        }
        defer { _ = underWay.withLock { $0.remove(place) } }
        let digest = Self.digest(of: request)
        if let known = try store.answer(under: key, of: member, at: Gate.now) {
            guard known.request == digest else {
                throw Problem(
                    .unprocessable, Bilingual("此 Idempotency-Key 已用于另一请求", "another request had this Idempotency-Key"),
                    Bilingual("请为每个请求另取一个", "take another for every request"))
            }
            var response = ServiceResponse(known.status, body: known.body)
            for (name, value) in known.headers.sorted(by: { $0.key < $1.key }) { response.headers.add(name, value) }
            response.headers.add("idempotent-replayed", "true")
            return response
        }
        let response = try await work()
        if (200..<400).contains(response.status) {
            let headers = Dictionary(response.headers.all.map { ($0.name, $0.value) }) { first, _ in first }
            try store.keep(
                KeptAnswer(request: digest, status: response.status, headers: headers, body: response.body), under: key,
                of: member, at: Gate.now)
        }
        return response
    }

    private static func digest(of request: ServiceRequest) -> String {
        let head = [request.method.rawValue, request.path, request.query].joined(separator: "\n")
        return ContentHash(of: Array(head.utf8) + [0x0A] + request.body).description
    }
}
