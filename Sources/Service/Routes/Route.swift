import Access
import Platform

/// One thing that can be asked for: its address, what it takes, and what it does. The table of all of them is what requests are
/// led by, what the interface's description is made of, and what tests go through.
package struct Route: Sendable {
    /// What comes of it, for its description.
    enum Kind: Hashable, Sendable {
        /// Tables of these names, as JSON or CSV.
        case tables([String])
        /// Account lines, as JSON or CSV.
        case lines
        case json
        case text(String)
        /// A page for people.
        case page
        case nothing
    }

    let method: ServiceRequest.Method
    /// The address, with names in braces for what differs: `/api/v1/bodies/{body}`.
    let template: String
    /// What it is called in the description.
    let operation: String
    let summary: Bilingual
    let kind: Kind
    /// Who is let in.
    package var admission: Admission
    /// Whether the answer hangs on the state of the ledger alone, so that it can be kept while that stays.
    var isOfLedger = true
    /// Whether rows can be asked for piece by piece.
    var isPaged = false
    /// Whether the answer to a write is kept for who sends it again under the same `Idempotency-Key`; never where it has secrets.
    var keepsAnswer = false
    /// The bytes that what is brought along may have.
    let mostBytes: Int
    /// The parts of the address.
    let parts: [Substring]
    private let own: [Parameter]
    let work: @Sendable (Call) throws -> Answer

    init(
        _ template: String, _ operation: String, _ summary: Bilingual, _ kind: Kind,
        method: ServiceRequest.Method = .get, isOfLedger: Bool = true, isPaged: Bool = false,
        admission: Admission = .body(.viewer), mostBytes: Int = Route.usualBytes, keepsAnswer: Bool = false,
        parameters: [Parameter] = [],
        work: @escaping @Sendable (Call) throws -> Answer
    ) {
        self.method = method
        self.template = template
        parts = template.split(separator: "/")
        self.operation = operation
        self.summary = summary
        self.kind = kind
        self.isOfLedger = isOfLedger
        self.isPaged = isPaged
        self.admission = admission
        self.mostBytes = mostBytes
        self.keepsAnswer = keepsAnswer
        own = parameters
        self.work = work
    }

    /// The bytes that anything but a document may have.
    static let usualBytes = 1 << 20

    /// Whether what is brought along is a document as it is, and no object with fields.
    var takesBytes: Bool { mostBytes > Self.usualBytes && isOfInterface }

    /// Everything a request may say.
    var parameters: [Parameter] {
        var all = own
        if kind == .page { all.append(.language) }
        if !forms.isEmpty { all += forms.count > 1 ? [.language, .form(forms.map(\.form.rawValue))] : [.language] }
        return isPaged ? all + [.limit, .cursor] : all
    }

    /// Whether programs ask for it and its description has it.
    var isOfInterface: Bool { kind != .page && !template.hasPrefix("/assets/") }

    /// The forms of the answer, the usual one first.
    var forms: [(type: String, form: Form)] {
        switch kind {
        case .tables, .lines: [("application/json", .json), ("text/csv", .csv)]
        case .json: [("application/json", .json)]
        case .text, .page, .nothing: []
        }
    }
}

/// The forms an answer may have.
enum Form: String, Hashable, Sendable {
    case json, csv
}

extension Parameter {
    static let limit = Parameter(
        "limit", .count(1...10_000), Bilingual("最多几行；默认为全部", "how many rows at most; all of them by default"))
    static let cursor = Parameter(
        "cursor", .text, Bilingual("从何处继续，见上一答复的 Link", "where to go on: as the Link of the answer before says"))
    static let language = Parameter(
        "language", .choice(Language.allCases.map(\.rawValue)),
        Bilingual("语言；默认按 Accept-Language", "the language; by default what Accept-Language asks for"))

    static func form(_ names: [String]) -> Parameter {
        Parameter(
            "format", .choice(names), Bilingual("格式；默认按 Accept", "the form; by default what Accept asks for"))
    }
}
