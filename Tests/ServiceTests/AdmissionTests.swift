import Access
import Foundation
import Testing

@testable import Service

/// The table of who gets what: every route, asked by everybody, for a body of theirs and for another. A route without a row fails.
@Suite("Who is let in")
struct AdmissionTests {
    /// Who asks, and of which body where the route is of one.
    private static let columns =
        "nobody, viewer of own, viewer of other, viewer of none named, editor of own, approver of own, administrator of all"

    private static let open = "200 200 200 200 200 200 200"
    /// What is of bodies: one's own, or all of them for whom all are theirs.
    private static let ofBody = "401 200 403 403 200 200 200"
    private static let ofMember = "401 200 200 200 200 200 200"
    private static let ofAdministrator = "401 403 403 403 403 403 200"

    private static let rows: [String: String] = [
        "listBodies": ofMember, "showBody": "401 200 403 200 200 200 200", "listLines": ofBody, "listDocuments": ofBody,
        "listEditions": ofBody, "listDocumentLines": "401 200 200 200 200 200 200",
        "listDocumentFigures": ofMember, "listDocumentDiagnostics": ofMember, "listEvents": ofBody,
        "listChanges": ofBody,
        "listRuns": "401 403 403 403 403 403 200", "listYears": ofBody, "compareYears": ofBody,
        // The sample states no totals: who is let in finds none. One that names no body asks for none.
        "compareTotals": "401 404 403 403 404 404 404", "listAnomalies": ofBody, "forecastSpending": ofBody,
        "explainForecast": ofBody, "listDraftVersions": "401 200 403 403 200 200 200",
        "compareDraftVersions": "401 404 403 403 404 404 404", "describeInterface": open, "showHealth": open,
        "showReadiness": open, "showMetrics": ofMember, "showMyself": ofMember, "listMembers": ofAdministrator,
        "addMember": "401 403 403 403 403 403 201", "changeMember": ofAdministrator,
        "inviteMember": "401 403 403 403 403 403 201", "listTokens": ofMember,
        // Tokens make no tokens, whoever's they are; one that is not there is nobody's.
        "addToken": "401 403 403 403 403 403 403", "revokeToken": "401 404 404 404 404 404 404",
        "listAudit": ofAdministrator, "showLogin": open, "logIn": "401 401 401 401 401 401 401",
        "logOut": "401 303 303 303 303 303 303", "showInvitation": "404 404 404 404 404 404 404",
        "acceptInvitation": "404 404 404 404 404 404 404", "showStyle": open, "viewBodies": ofMember,
        "viewBody": "401 200 403 200 200 200 200", "viewAnomalies": "401 200 403 200 200 200 200",
        "viewSubject": "401 200 403 200 200 200 200", "viewDocuments": ofMember,
        // The first document is of the viewer's body; the administrator asks last and finds it taken out already, which is nothing.
        "removeDocument": "401 403 403 403 200 200 200", "reinstateDocument": "401 403 403 403 200 200 200",
        "changeDocument": "401 403 403 403 303 303 303",
        "sendDocument": "401 403 403 403 201 201 201", "previewUpload": "401 403 403 403 404 404 404",
        "importUpload": "401 403 403 403 404 404 404", "forgetUpload": "401 403 403 403 204 204 204",
        "viewUploads": "401 403 403 403 200 200 200", "showIcon": open, "sendForm": "401 403 403 403 422 422 422",
        // The page says that there is no such upload.
        "viewUpload": "401 403 403 403 200 200 200", "importForm": "401 403 403 403 404 404 404",
        "viewHistory": "401 403 403 403 403 403 200",
        "search": ofMember, "viewSearch": ofMember, "followEvents": "401 200 403 200 200 200 200", "showScript": open,
        "listFindings": ofBody,
        // The sample was imported by the command: nothing was checked, and no original is kept.
        "acceptFinding": "401 403 403 403 404 404 404", "reopenFinding": "401 403 403 403 404 404 404",
        "checkDocument": "401 403 403 403 404 404 404", "showDocumentPage": "401 404 404 404 404 404 404",
        "viewFindings": "401 200 403 200 200 200 200", "settleFindingForm": "401 403 403 403 404 404 404",
        "viewDocument": ofMember,
        "listDrafts": "401 200 403 200 200 200 200", "listDraftLines": ofBody, "listDraftRules": ofBody,
        "compareScenarios": "401 404 403 403 404 404 404", "listDraftComments": ofBody, "listDraftEvents": ofBody,
        "downloadDraft": ofBody,
        // The editor is asked first and begins the draft, edits it and hands it in; the approver approves it.
        "beginDraft": "401 403 403 403 201 409 409", "editDraft": "401 403 403 403 201 201 201",
        "changeDraftRules": "401 403 403 403 200 200 200", "commentDraft": "401 403 403 403 200 200 200",
        "submitDraft": "401 403 403 403 200 409 409", "decideDraft": "401 403 403 403 403 200 409",
        "viewDrafts": "401 200 403 200 200 200 200", "viewDraft": "401 200 403 200 200 200 200",
        "viewDraftChanges": "401 200 403 200 200 200 200", "beginDraftForm": "401 403 403 403 409 409 409",
        "editDraftForm": "401 403 403 403 409 409 409", "changeDraftRulesForm": "401 403 403 403 409 409 409",
        "commentDraftForm": "401 403 403 403 303 303 303", "submitDraftForm": "401 403 403 403 409 409 409",
        "decideDraftForm": "401 403 403 403 403 303 409",
    ]

    /// What is said behind an address, and brought along, beside the body.
    private static let said: [String: (query: String, json: String?)] = [
        "listYears": ("from=2022&to=2023", nil), "compareTotals": ("basis=restated", nil),
        "explainForecast": ("subject=2010301", nil), "listDraftVersions": ("year=2024", nil),
        "compareDraftVersions": ("year=2024&before=1&after=2", nil),
        "addMember": ("", #"{"name":"new","role":"viewer"}"#),
        "sendDocument": ("name=a.txt", #"{}"#), "removeDocument": ("", #"{"why":"wrong"}"#),
        "reinstateDocument": ("", #"{"why":"right"}"#),
        "changeDocument": ("", #"{"why":"right","action":"reinstate"}"#), "changeMember": ("", #"{"role":"viewer"}"#),
        "search": ("q=2010301", nil), "viewSearch": ("q=2010301", nil), "acceptFinding": ("", #"{"why":"x"}"#),
        "reopenFinding": ("", #"{"why":"x"}"#),
        "settleFindingForm": ("", #"{"why":"x","finding":"1-a","action":"accept"}"#),
        "listDraftLines": ("year=2024", nil), "listDraftRules": ("year=2024", nil),
        "compareScenarios": ("year=2024", nil), "listDraftComments": ("year=2024", nil),
        "listDraftEvents": ("year=2024", nil), "downloadDraft": ("year=2024", nil),
        "beginDraft": ("year=2024", "{}"),
        "editDraft": ("year=2024", #"{"version":1,"reason":"x","final":{"2010301":"5"}}"#),
        "changeDraftRules": ("year=2024", #"{"rules":""}"#), "commentDraft": ("year=2024", #"{"words":"x"}"#),
        "submitDraft": ("year=2024", #"{"action":"submit","version":2}"#),
        "decideDraft": ("year=2024", #"{"action":"approve","version":2}"#),
        "viewDraftChanges": ("before=1&after=2", nil), "beginDraftForm": ("", #"{"year":2024}"#),
        "editDraftForm": ("", #"{"version":2,"reason":"x","final":{"2010301":"6"}}"#),
        "changeDraftRulesForm": ("", #"{"rules":""}"#), "commentDraftForm": ("", #"{"words":"x"}"#),
        "submitDraftForm": ("", #"{"action":"submit","version":2}"#),
        "decideDraftForm": ("", #"{"action":"lock","version":2}"#),
        "addToken": ("", #"{"name":"t"}"#),
        "logIn": ("", #"{"name":"new","password":"wrong password"}"#),
        "acceptInvitation": ("", #"{"password":"long enough"}"#),
    ]

    @Test("Every route answers everybody as the table says")
    func table() async throws {
        let sample = try await ServedSample()
        let own = Scope.bodies([ServedSample.body])
        let viewer = try ServedSample.token(of: "viewer", .viewer, own, in: sample.store)
        let editor = try ServedSample.token(of: "editor", .editor, own, in: sample.store)
        let approver = try ServedSample.token(of: "approver", .approver, own, in: sample.store)
        let askers: [(token: String?, body: String?)] = [
            (nil, ServedSample.body), (viewer, ServedSample.body), (viewer, ServedSample.otherBody), (viewer, nil),
            (editor, ServedSample.body), (approver, ServedSample.body), (sample.administrator, ServedSample.body),
        ]
        #expect(Self.columns.split(separator: ",").count == askers.count)
        for route in sample.service.table.routes {
            let row = try #require(Self.rows[route.operation], "no row of \(route.operation)")
            var found: [String] = []
            for (place, asker) in askers.enumerated() {
                let answer = await ask(sample, route, asker, place)
                found.append(String(answer.status))
                if answer.status == 403 || answer.status == 401 {
                    #expect(!answer.text.contains(ServedSample.otherBody), "\(route.operation) tells of a body")
                }
            }
            #expect(found.joined(separator: " ") == row, "\(route.operation)")
        }
        #expect(Set(Self.rows.keys) == Set(sample.service.table.routes.map(\.operation)))
    }

    private func ask(
        _ sample: ServedSample, _ route: Route, _ asker: (token: String?, body: String?), _ place: Int
    ) async -> ServiceResponse {
        var target = route.template.replacing("{body}", with: ServedSample.encoded(asker.body ?? ServedSample.body))
        for (name, value) in [
            ("{document}", "1"), ("{member}", "2"), ("{token}", "9999"), ("{secret}", "none"), ("{subject}", "2010301"),
            ("{upload}", "none"), ("{year}", "2024"), ("{finding}", "1-a"), ("{page}", "1"),
        ] {
            target = target.replacing(name, with: value)
        }
        var query = Self.said[route.operation].map { [$0.query].filter { !$0.isEmpty } } ?? []
        if let body = asker.body, route.parameters.contains(where: { $0.name == "body" && $0.place == .query }) {
            query.append("body=" + ServedSample.encoded(body))
        }
        var headers = HeaderFields()
        if let token = asker.token { headers.add("authorization", "Bearer " + token) }
        let json = Self.said[route.operation]?.json.map { $0.replacing("\"new\"", with: "\"new \(place)\"") }
        return await sample.ask(
            route.method, target + (query.isEmpty ? "" : "?" + query.joined(separator: "&")), headers, json: json,
            peer: "10.0.0.\(place)")
    }

    @Test("Lists that are of several bodies have the caller's alone")
    func listsAreCut() async throws {
        let sample = try await ServedSample()
        let token = try ServedSample.token(of: "other", .viewer, .bodies([ServedSample.otherBody]), in: sample.store)
        let headers = HeaderFields(["authorization": "Bearer " + token])
        let bodies = try await sample.ask(.get, "/api/v1/bodies", headers).object["bodies"] as? [[String: Any]]
        #expect(bodies?.compactMap { $0["unit"] as? String } == [ServedSample.otherBody])
        // The documents of others are not there, whatever their number.
        var statuses: [Int] = []
        for number in 1...7 {
            statuses.append(await sample.ask(.get, "/api/v1/documents/\(number)/lines", headers).status)
        }
        #expect(statuses.count { $0 == 200 } == 1 && statuses.count { $0 == 404 } == 6)
        // What was kept for one scope is not given to another.
        let all = try await sample.get("/api/v1/bodies").object["bodies"] as? [Any]
        #expect(all?.count == 2)
    }
}
