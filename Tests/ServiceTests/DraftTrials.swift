import Foundation
import Testing

@testable import Service

/// What tests of drafts have in common: a draft of the sample's body that was begun, and how it is written to and read.
protocol DraftTrials {}

extension DraftTrials {
    static var place: String { "body=" + ServedSample.encoded(ServedSample.body) + "&year=2024" }
    static var page: String { "/bodies/" + ServedSample.encoded(ServedSample.body) + "/drafts/2024" }
    func headers(_ token: String, key: String? = nil) -> HeaderFields {
        var fields = HeaderFields(["authorization": "Bearer " + token])
        if let key { fields.add("idempotency-key", key) }
        return fields
    }

    func post(
        _ sample: ServedSample, _ address: String, _ json: String, by token: String? = nil, key: String? = nil
    ) async -> ServiceResponse {
        await sample.ask(
            .post, "/api/v1/drafts" + address + "?" + Self.place, headers(token ?? sample.administrator, key: key),
            json: json)
    }

    func begun(_ rules: String? = nil) async throws -> ServedSample {
        let sample = try await ServedSample()
        let json = try JSONSerialization.data(withJSONObject: rules.map { ["rules": $0] } ?? [:])
        let answer = await post(sample, "", String(decoding: json, as: UTF8.self))
        #expect(answer.status == 201 && answer.text.contains("\"version\": 1"), "\(answer.text)")
        return sample
    }

    func lines(_ sample: ServedSample, _ version: String = "") async throws -> [String: [String: Any]] {
        let answer = await sample.get("/api/v1/drafts/lines?" + Self.place + version)
        let rows = try answer.object["draft"] as? [[String: Any]] ?? []
        return Dictionary(rows.compactMap { row in (row["subject_code"] as? String).map { ($0, row) } }) { $1 }
    }
}
