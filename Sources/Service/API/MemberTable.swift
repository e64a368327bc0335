import Access
import FinalAccounts
import Foundation
import Platform
import Reporting

/// Members, tokens and the log of what was done as tables.
enum MemberTable {
    /// Columns: `member, name, role, bodies, has_password, disabled`.
    static func members(_ members: [Member], _ language: Language) -> ReportTable {
        ReportTable(
            name: "members", title: language.words("用户", "members"),
            columns: [
                ReportColumn("member", title: language.words("编号", "member"), kind: .number),
                ReportColumn("name", title: language.words("名称", "name"), kind: .label),
                ReportColumn("role", title: language.words("权限", "role")),
                ReportColumn("bodies", title: language.words("单位", "bodies")),
                ReportColumn("has_password", title: language.words("已设密码", "has password")),
                ReportColumn("disabled", title: language.words("停用", "kept out")),
            ],
            rows: members.map { member in
                [
                    .integer(Int(member.id)), .text(member.name), role(member.role, language),
                    bodies(member.scope, language), flag(member.hasPassword, language),
                    flag(member.isDisabled, language),
                ]
            })
    }

    /// Columns: `token, member, name, role, bodies, created, expires, revoked, used`.
    static func tokens(_ tokens: [AccessToken], _ language: Language) -> ReportTable {
        ReportTable(
            name: "tokens", title: language.words("令牌", "tokens"),
            columns: [
                ReportColumn("token", title: language.words("编号", "token"), kind: .number),
                ReportColumn("member", title: language.words("用户编号", "member"), kind: .number),
                ReportColumn("name", title: language.words("用途", "name"), kind: .label),
                ReportColumn("role", title: language.words("权限", "role")),
                ReportColumn("bodies", title: language.words("单位", "bodies")),
                ReportColumn("created", title: language.words("建立", "created")),
                ReportColumn("expires", title: language.words("到期", "expires")),
                ReportColumn("revoked", title: language.words("撤销", "revoked")),
                ReportColumn("used", title: language.words("最近使用", "last used")),
            ],
            rows: tokens.map { token in
                [
                    .integer(Int(token.id)), .integer(Int(token.member)), .text(token.name), role(token.role, language),
                    bodies(token.scope, language), moment(token.createdAt), moment(token.expiresAt),
                    moment(token.revokedAt), moment(token.usedAt),
                ]
            })
    }

    /// Columns: `entry, time, who, action, subject, request, peer`.
    ///
    /// - Parameter broken: the first entry that is not what was written; `nil` where all are.
    static func audit(_ entries: [AuditEntry], broken: Int64?, _ language: Language) -> ReportTable {
        ReportTable(
            name: "audit", title: language.words("操作记录", "audit log"),
            columns: [
                ReportColumn("entry", title: language.words("序号", "entry"), kind: .number),
                ReportColumn("time", title: language.words("时间", "time")),
                ReportColumn("who", title: language.words("操作人", "who"), kind: .label),
                ReportColumn("action", title: language.words("操作", "action"), kind: .label),
                ReportColumn("subject", title: language.words("对象", "subject")),
                ReportColumn("request", title: language.words("请求", "request"), kind: .label),
                ReportColumn("peer", title: language.words("来源地址", "peer"), kind: .label),
            ],
            rows: entries.map { entry in
                [
                    .integer(Int(entry.id)), .moment(entry.time), .text(entry.who), .text(entry.action),
                    .text(entry.subject), .text(entry.request), .text(entry.peer),
                ]
            },
            notes: broken.map {
                [language.words("第 \($0) 条与写入时不符", "entry \($0) is not what was written")]
            } ?? [])
    }

    private static func role(_ role: Role, _ language: Language) -> ReportCell {
        .term(code: role.rawValue, label: role.name.text(in: language))
    }

    private static func bodies(_ scope: Scope, _ language: Language) -> ReportCell {
        guard let names = scope.names else { return .term(code: "", label: language.words("全部", "all")) }
        return .text(names.joined(separator: language.words("、", ", ")))
    }

    private static func flag(_ flag: Bool, _ language: Language) -> ReportCell {
        .term(code: flag ? "true" : "false", label: flag ? language.words("是", "yes") : language.words("否", "no"))
    }

    private static func moment(_ seconds: Int?) -> ReportCell {
        .moment(seconds.map { Date(timeIntervalSince1970: Double($0)).ISO8601Format() })
    }
}
