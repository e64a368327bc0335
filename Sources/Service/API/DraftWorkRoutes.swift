import Access
import FinalAccounts
import Foundation
import Interchange
import Ledger
import Platform
import Reporting
import Workbench

/// Work on drafts: beginning one, changing cells, rules and comments, handing it in, deciding on it.
enum DraftWorkRoutes {
    static let version = Parameter(
        "version", .count(1...100_000), in: .body, Bilingual("所见的版本", "the version one has before oneself"),
        isRequired: true)
    static let reason = Parameter("reason", .text, in: .body, Bilingual("事由", "why"), isRequired: true)
    static let why = Parameter("why", .text, in: .body, Bilingual("意见", "why"))
    static let ruleFields = [
        Parameter("rules", .passage, in: .body, Bilingual("规则文件的内容", "the text of a file of rules")),
        Parameter(
            "amount_unit", .choice(["yuan", "qian", "wan", "million", "yi"]), in: .body,
            Bilingual("规则中的金额单位；默认为万元", "the unit of amounts in the rules; 10,000 yuan by default")),
        Parameter("scenario", .text, in: .body, Bilingual("采用的方案", "the scenario that is drafted by")),
    ]
    static let cells = [
        Parameter(
            "final", .cells, in: .body,
            Bilingual("各科目的最终预算（元），空为采用建议", "what is asked for by line, in yuan; empty for what is suggested")),
        Parameter("note", .cells, in: .body, Bilingual("各科目的说明", "the reason by line")),
        Parameter(
            "approval", .cells, in: .body,
            Bilingual(
                "各科目的审批意见：“pending”“agreed”“cut”“returned”；须为审批人",
                "what approvers say by line: pending, agreed, cut, returned; takes an approver")),
    ]
    static func action(_ actions: [DraftAction]) -> Parameter {
        Parameter(
            "action", .choice(actions.map(\.rawValue)), in: .body, Bilingual("操作", "what is done"), isRequired: true)
    }

    private static let ofDraft = [SourceParameters.oneBody, DraftRoutes.year]

    static let routes: [Route] = [
        Route(
            "/api/v1/drafts", "beginDraft",
            Bilingual("开始编制：程序的建议存为第一版", "Begin a draft: what is suggested becomes its first version"),
            .json, method: .post, isOfLedger: false, admission: .body(.editor), keepsAnswer: true,
            parameters: ofDraft + ruleFields
        ) { call in
            let version = try begin(call)
            return .response(ServiceResponse(201, json: .object(["version": .integer(version)])))
        },
        Route(
            "/api/v1/drafts/edits", "editDraft",
            Bilingual(
                "修改若干单元格并存为新版本；与他人改动冲突时答复 409 并逐格列出",
                "Change cells and store them as a new version; 409 with every cell that somebody else changed meanwhile"
            ),
            .json, method: .post, isOfLedger: false, admission: .body(.editor), keepsAnswer: true,
            parameters: ofDraft + [version, reason] + cells
        ) { call in
            let (stored, isMerged, isNew) = try store(try edits(call, unit: .yuan), call)
            return .response(
                ServiceResponse(
                    201,
                    json: .object([
                        "version": .integer(stored), "is_new": .boolean(isNew), "is_merged": .boolean(isMerged),
                    ])))
        },
        Route(
            "/api/v1/drafts/rules", "changeDraftRules", Bilingual("更换草案的规则", "Give a draft other rules"),
            .tables(["rules"]),
            method: .post, isOfLedger: false, admission: .body(.editor), keepsAnswer: true,
            parameters: ofDraft + ruleFields
        ) { call in
            let sheet = try changeRules(call).sheet()
            let amounts = sheet.workbook.draft.amounts
            return .tables(
                [RuleVerdictTable(sheet.verdicts, language: call.language, amounts: amounts).table], amounts)
        },
        Route(
            "/api/v1/drafts/comments", "commentDraft",
            Bilingual("为草案或其科目添加批注", "Say something of a draft or one of its lines"),
            .tables(["comments"]), method: .post, isOfLedger: false, admission: .body(.editor), keepsAnswer: true,
            parameters: ofDraft + [
                Parameter("words", .passage, in: .body, Bilingual("内容", "what is said"), isRequired: true),
                Parameter("subject", .text, in: .body, Bilingual("科目的编码或名称", "the line's code or name")),
            ]
        ) { call in
            try comment(call)
            return .tables([try call.desk.commentTable(language: call.language)], .chinese)
        },
        Route(
            "/api/v1/drafts/submission", "submitDraft", Bilingual("提交或撤回草案", "Hand a draft in, or withdraw it"),
            .tables(["draft_events"]), method: .post, isOfLedger: false, admission: .body(.editor), keepsAnswer: true,
            parameters: ofDraft + [action(DraftAction.ofEditors), version, why]
        ) { try moved($0) },
        Route(
            "/api/v1/drafts/decision", "decideDraft",
            Bilingual("批准、退回、锁定或重新打开草案", "Approve, return, lock or reopen a draft"), .tables(["draft_events"]),
            method: .post, isOfLedger: false, admission: .body(.approver), keepsAnswer: true,
            parameters: ofDraft + [action(DraftAction.ofApprovers), version, why]
        ) { try moved($0) },
    ]

    // MARK: Work

    static func begin(_ call: Call) throws -> Int {
        let version = try call.desk.begin(with: rules(call), by: call.who, at: Date()).version
        try call.note("draft.begin", of: place(call))
        return version
    }

    /// Stores edits in the caller's name.
    ///
    /// - Throws: ``Problem`` with every cell that somebody else changed meanwhile.
    static func store(_ edits: [DraftEdit], _ call: Call) throws -> (version: Int, isMerged: Bool, isNew: Bool) {
        let outcome = try call.desk.edit(
            edits, on: call.arguments.count("version") ?? 0, author: call.who, reason: call.arguments["reason"] ?? "",
            at: Date())
        switch outcome {
        case .unchanged(let version): return (version.version, false, false)
        case .conflict(let latest, let conflicts, _): throw Problem(conflicts, latest)
        case .stored(let version, let isMerged):
            try note(version, call)
            return (version.version, isMerged, true)
        }
    }

    static func note(_ version: DraftVersion, _ call: Call) throws {
        try call.note("draft.edit", of: place(call) + " \(version.version)")
    }

    /// The cells of a request.
    ///
    /// - Parameter unit: what amounts are in.
    static func edits(_ call: Call, unit: AmountUnit) throws -> [DraftEdit] {
        var edits: [DraftEdit] = []
        for (line, text) in call.arguments.cells("final") {
            guard !text.trimmed.isEmpty else {
                edits.append(DraftEdit(subject: line, .final(nil)))
                continue
            }
            edits.append(try final(text, of: line, unit: unit))
        }
        for (line, text) in call.arguments.cells("note") {
            edits.append(DraftEdit(subject: line, .note(text.trimmed.isEmpty ? nil : text.trimmed)))
        }
        for (line, text) in call.arguments.cells("approval") {
            guard call.has(.approver) else { throw Problem.needs(.approver) }
            guard text.isEmpty || Approval(rawValue: text) != nil else {
                throw Problem(
                    .unprocessable, Bilingual("没有审批意见“\(text)”", "there is no state of approval '\(text)'"),
                    Bilingual("应为“pending”“agreed”“cut”或“returned”", "it is pending, agreed, cut or returned"))
            }
            edits.append(DraftEdit(subject: line, .approval(Approval(rawValue: text))))
        }
        return edits
    }

    /// A line with what is asked for on it.
    static func final(_ text: String, of line: String, unit: AmountUnit) throws(Problem) -> DraftEdit {
        do {
            return DraftEdit(subject: line, .final(try Amount(parsing: text.trimmed, unit: unit)))
        } catch {
            throw Problem(
                .unprocessable,
                Bilingual("“\(line)”的预算不能是“\(text)”", "the budget of '\(line)' cannot be '\(text)'"),
                Bilingual("请填写金额，如 1234.5", "enter an amount such as 1234.5"))
        }
    }

    static func changeRules(_ call: Call) throws -> DraftDesk {
        let desk = try call.desk
        try desk.change(rules(call) ?? DraftDesk.RuleFile(text: ""), by: call.who, at: Date())
        try call.note("draft.rules", of: place(call))
        return desk
    }

    static func comment(_ call: Call) throws {
        guard let words = call.arguments.passage("words")?.trimmed, !words.isEmpty else {
            throw Problem(
                .badParameter, Bilingual("批注是空的", "the comment is empty"), Bilingual("请填写内容", "say something"))
        }
        try call.desk.comment(words, on: call.arguments["subject"], who: call.who, at: Date())
        try call.note("draft.comment", of: place(call))
    }

    static func move(_ call: Call) throws {
        guard let action: DraftAction = call.arguments.choice("action") else { return }
        try call.desk.move(
            action, version: call.arguments.count("version") ?? 0, who: call.who, why: call.arguments["why"] ?? "",
            at: Date())
        try call.note("draft." + action.rawValue, of: place(call))
    }

    private static func moved(_ call: Call) throws -> Answer {
        try move(call)
        return .tables([try call.desk.eventTable(language: call.language)], .chinese)
    }

    private static func rules(_ call: Call) -> DraftDesk.RuleFile? {
        call.arguments.passage("rules").flatMap { text in
            text.trimmed.isEmpty
                ? nil
                : DraftDesk.RuleFile(
                    text: text, unit: call.arguments.choice("amount_unit") ?? .wan,
                    scenario: call.arguments["scenario"])
        }
    }

    private static func place(_ call: Call) -> String {
        "\(call.arguments["body"] ?? "") \(call.arguments["year"] ?? "")"
    }
}

extension Problem {
    /// Cells that two people changed to different values.
    fileprivate init(_ conflicts: [DraftConflict], _ latest: DraftVersion) {
        self.init(
            .conflict,
            Bilingual(
                "有 \(conflicts.count) 个单元格已被“\(latest.author)”等人改为其他内容，未保存",
                "\(conflicts.count) cells were changed to something else meanwhile, last by '\(latest.author)'; nothing was stored"
            ),
            Bilingual(
                "请逐格决定后按第 \(latest.version) 版重新提交", "decide cell by cell and send it again on version \(latest.version)"
            ))
        members = [
            "version": .integer(latest.version),
            "conflicts": .array(
                conflicts.map { one in
                    .members([
                        "subject_code": one.subject.code.map { .string($0) }, "subject_name": .string(one.subject.name),
                        "field": .string(one.mine.field), "base": .string(one.base.text),
                        "mine": .string(one.mine.text), "theirs": .string(one.theirs.text),
                    ])
                }),
        ]
    }
}
