import FinalAccounts
import OfficialForm

/// A narrative in the making: paragraphs, the figures still to be written, and the words they are put in.
struct NarrativeDraft {
    let accounts: StatedAccounts
    let style: NarrativeStyle
    let reasons: [Topic: String]
    var figures: FigureIndex
    private var paragraphs: [String] = []
    private var chapter = 0

    init(_ accounts: StatedAccounts, style: NarrativeStyle, reasons: [Topic: String]) {
        self.accounts = accounts
        self.style = style
        self.reasons = reasons
        figures = FigureIndex(accounts.figures)
        paragraphs.append("第三部分 \(unitName)\(year)年度部门决算情况说明")
    }

    var text: String { paragraphs.joined(separator: "\n") + "\n" }

    var unwritten: [StatedFigure] { figures.unwritten.filter { $0.measure.topic != .explanation } }

    var unitName: String { accounts.unit?.name ?? "" }

    var year: String { accounts.fiscalYear.map { String($0.number) } ?? "" }

    var lastYear: String { accounts.fiscalYear.map { String($0.previous.number) } ?? "上" }

    // MARK: Paragraphs

    /// Opens 一、, 二、 and so on.
    mutating func openChapter(_ title: String) {
        chapter += 1
        paragraphs.append("\(ChineseNumeral.text(chapter))、\(title)")
    }

    mutating func openSection(_ number: Int, _ title: String) {
        paragraphs.append("（\(ChineseNumeral.text(number))）\(title)")
    }

    mutating func add(_ paragraph: String?) {
        if let paragraph, !paragraph.isEmpty { paragraphs.append(paragraph) }
    }

    // MARK: Pieces

    /// One figure with the words around it.
    struct Piece {
        var before: String
        var topic: Topic
        var aspect: Aspect
        var after = ""
        /// The word for more and for less, put before the size of a change.
        var direction: (more: String, less: String)?
        var subject: String?
        var fund = Fund.generalPublicBudget

        /// A figure under the name that the form has for it.
        static func named(_ topic: Topic, _ aspect: Aspect = .amount, after: String = "") -> Piece {
            Piece(before: topic.form.name, topic: topic, aspect: aspect, after: after)
        }
    }

    /// The figures of some pieces joined by commas; `nil` when none of them is stated.
    mutating func clauses(_ pieces: [Piece], separator: String = "，") -> String? {
        let parts = pieces.compactMap { write($0) }
        return parts.isEmpty ? nil : parts.joined(separator: separator)
    }

    /// A sentence of pieces; `nil` when none of them is stated.
    mutating func sentence(_ lead: String, _ pieces: [Piece], separator: String = "，") -> String? {
        clauses(pieces, separator: separator).map { lead + $0 + "。" }
    }

    private mutating func write(_ piece: Piece) -> String? {
        guard let value = figures.take(piece.topic, piece.aspect, subject: piece.subject, fund: piece.fund)
        else { return nil }
        guard let direction = piece.direction else { return piece.before + value.printed + piece.after }
        let (isLess, size) = Self.size(value)
        return piece.before + (isLess ? direction.less : direction.more) + size + piece.after
    }

    /// The change on last year and its rate, with the reason or a blank for it.
    mutating func change(_ topic: Topic, _ words: String) -> String? {
        let first = Piece(before: words, topic: topic, aspect: .change, direction: ("增加", "减少"))
        let rate = Piece(
            before: figures.has(topic, .change) ? "" : words, topic: topic, aspect: .changeRate,
            direction: ("增长", "下降"))
        guard let clauses = clauses([first, rate]) else { return nil }
        let reason = reasons[topic] ?? NarrativeWriter.blank
        return style == .itemized ? "\(clauses)，主要原因是\(reason)。" : "\(clauses)。主要原因：\(reason)。"
    }

    /// Everything stated of a topic under the name that the form has for it.
    mutating func statement(_ topic: Topic, share whole: String) -> String? {
        statement(topic.form.name, topic, share: whole)
    }

    /// Everything stated of a topic, in one sentence: budgets, actual, rates, share, change.
    mutating func statement(_ name: String, _ topic: Topic, share whole: String = "总额") -> String? {
        let pieces: [Piece] = [
            Piece(before: "年初预算为", topic: topic, aspect: .initialBudget),
            Piece(before: "全年预算为", topic: topic, aspect: .adjustedBudget),
            Piece(before: "支出预算为", topic: topic, aspect: .budget),
            Piece(before: "支出决算为", topic: topic, aspect: .amount),
            Piece(before: "完成年初预算的", topic: topic, aspect: .rateOnInitialBudget),
            Piece(before: "完成全年预算的", topic: topic, aspect: .rateOnAdjustedBudget),
            Piece(before: "完成预算的", topic: topic, aspect: .rateOnBudget),
            Piece(before: "占\(whole)的", topic: topic, aspect: .share),
        ]
        let stated = clauses(pieces)
        let changes = clauses(changePieces(topic))
        let parts = [stated, changes].compactMap(\.self)
        return parts.isEmpty ? nil : Self.joined(name, parts.joined(separator: "，")) + "。"
    }

    /// A name and what is said of it; a 支出 that ends the one and begins the other is written once.
    static func joined(_ name: String, _ clauses: String) -> String {
        name.hasSuffix("支出") && clauses.hasPrefix("支出") ? name.dropLast(2) + clauses : name + clauses
    }

    private func changePieces(_ topic: Topic) -> [Piece] {
        let onBudget = "比年初预算数"
        let onYear = "比\(lastYear)年度"
        return [
            Piece(before: onBudget, topic: topic, aspect: .changeOnBudget, direction: ("增加", "减少")),
            Piece(
                before: figures.has(topic, .changeOnBudget) ? "" : onBudget, topic: topic, aspect: .changeRateOnBudget,
                direction: ("增长", "降低")),
            Piece(before: onYear, topic: topic, aspect: .change, direction: ("增加", "减少")),
            Piece(
                before: figures.has(topic, .change) ? "" : onYear, topic: topic, aspect: .changeRate,
                direction: ("增长", "下降")),
        ]
    }

    // MARK: Values

    private static func size(_ value: FigureValue) -> (isLess: Bool, text: String) {
        let printed = value.printed
        return printed.hasPrefix("-") ? (true, String(printed.dropFirst())) : (false, printed)
    }
}
